// SPDX-License-Identifier: GPL-3.0-or-later
/// Turns spans into journal records. The other way round is the store's.
#pragma once

#include <string>
#include <string_view>

#include "formats/otlp_sink.h"
#include "receive/plain_span.h"
#include "receive/span_sink.h"
#include "trace/span.h"

namespace spanglass::receive {

/// Writes the spans of OTLP requests to a sink, as they are read. Counts what it took and what was refused.
class SpanRecords : public formats::OtlpSink
{
public:
    explicit SpanRecords(SpanSink& sink) : m_sink(sink) {}

    void surroundings(const formats::OtlpSurroundings& around) override;
    void span(trace::Span& span, std::string_view source) override;
    void rejected(const std::string& reason, std::string_view source) override;
    /// As `surroundings`, where they are JSON already.
    void context(std::string_view resourceJson, std::string_view scopeJson)
    {
        m_sink.beginContext(resourceJson, scopeJson);
    }
    void plain(const PlainSpan& span)
    {
        ++m_taken;
        span.write(m_sink);
    }

    [[nodiscard]] std::uint64_t taken() const { return m_taken; }
    [[nodiscard]] std::uint64_t rejections() const { return m_rejected; }
    /// Why the first one was refused.
    [[nodiscard]] const std::string& firstReason() const { return m_firstReason; }

private:
    void writeBody(TraceId trace, SpanId id, const trace::Span& span);

    SpanSink& m_sink;
    std::uint64_t m_taken = 0;
    std::uint64_t m_rejected = 0;
    std::string m_firstReason;
};

void writeAttribute(SpanSink& sink, TraceId trace, SpanId span, std::string_view key,
                    const trace::Value& value);
void writeEvent(SpanSink& sink, TraceId trace, SpanId span, const trace::Event& event);
/// A JSON object; empty for no attributes. Bytes become base64 text, NaN and infinities text.
[[nodiscard]] std::string attributesJson(const trace::Attributes& attributes);
/// {"name", "version", "attributes"}; empty for an empty scope.
[[nodiscard]] std::string scopeJson(const trace::Scope& scope);

} // namespace spanglass::receive
