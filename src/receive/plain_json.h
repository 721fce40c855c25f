// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads an OTLP/JSON request in one pass, where all of it is written as the official exporters write it:
/// camelCase, hex ids, resource before scopes before spans.
///
///     PlainJson reader;
///     if (!reader.read(body, records)) …      // discard what came of it, and take the general way
///
/// Strings are unescaped by simdjson, into memory that the reader keeps for the next request. One thread.
#pragma once

#include <memory>
#include <string>

#include "receive/plain_span.h"

namespace spanglass::receive {

class SpanRecords;

class PlainJson
{
public:
    PlainJson();
    ~PlainJson();

    /// False where something is not plain, or not JSON: part of it may have been handed on. The body gets
    /// room behind it.
    [[nodiscard]] bool read(std::string& body, SpanRecords& records);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace spanglass::receive
