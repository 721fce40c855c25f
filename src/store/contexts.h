// SPDX-License-Identifier: GPL-3.0-or-later
/// The table of contexts: what resource and scope a span was recorded under, stored once.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "store/database.h"
#include "trace/labels.h"
#include "trace/span.h"

namespace spanglass::store {

struct Context
{
    trace::Attributes resource;
    trace::Scope scope;
    std::string service;
    trace::Labels labels; ///< what the resource says of its traces
};

class Contexts
{
public:
    explicit Contexts(Database& database);

    /// The number of this context, written where it is new. 0 for an empty one.
    [[nodiscard]] std::int64_t keep(std::string_view resourceJson, std::string_view scopeJson);
    /// By number; an empty one for 0.
    [[nodiscard]] const Context& at(std::int64_t context);
    /// After a rollback: what was written may not be there.
    void forget();

private:
    Database& m_database;
    Statement m_find, m_insert, m_read;
    std::unordered_map<std::string, std::int64_t> m_numbers;
    std::unordered_map<std::int64_t, std::unique_ptr<Context>> m_known;
};

} // namespace spanglass::store
