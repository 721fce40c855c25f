// SPDX-License-Identifier: GPL-3.0-or-later
/// Takes whole OTLP trace requests into a sink: plain spans by the short way, all others by the general
/// readers.
///
///     OtlpIntake intake;
///     auto records = intake.take(body, Encoding::json, sink);   // then sink.write(), or sink.discard()
///
/// One thread.
#pragma once

#include <string>

#include "base/result.h"
#include "receive/http_answer.h"
#include "receive/plain_json.h"
#include "receive/plain_span.h"
#include "receive/span_records.h"

namespace spanglass::receive {

class OtlpIntake
{
public:
    /// How many spans were taken and refused. `format`: the body cannot be decoded; what the sink collected
    /// since its last `write` is to be discarded. The sink must have collected nothing before.
    [[nodiscard]] Result<SpanRecords> take(std::string& body, Encoding encoding, SpanSink& sink);

private:
    [[nodiscard]] Result<SpanRecords> takeProto(const std::string& body, SpanSink& sink);
    [[nodiscard]] Result<SpanRecords> takeJson(std::string& body, SpanSink& sink);

    PlainJson m_json;
    PlainSpan m_plain;
    trace::Span m_span;
};

} // namespace spanglass::receive
