// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/otlp_intake.h"

#include "formats/otlp_json_request.h"
#include "formats/otlp_proto_reader.h"

namespace spanglass::receive {

Result<SpanRecords> OtlpIntake::take(std::string& body, Encoding encoding, SpanSink& sink)
{
    return encoding == Encoding::protobuf ? takeProto(body, sink) : takeJson(body, sink);
}

Result<SpanRecords> OtlpIntake::takeProto(const std::string& body, SpanSink& sink)
{
    SpanRecords records(sink);
    auto read = formats::visitOtlpProto(
        body, [&](const formats::OtlpSurroundings& around) { records.surroundings(around); },
        [&](std::string_view message) {
            if (readPlainProto(message, m_plain))
                return records.plain(m_plain);
            if (auto general = formats::readOtlpProtoSpan(message, m_span); !general)
                return records.rejected(general.error().message, message);
            records.span(m_span, message);
        });
    if (!read)
        return tl::unexpected(read.error());
    return records;
}

Result<SpanRecords> OtlpIntake::takeJson(std::string& body, SpanSink& sink)
{
    SpanRecords plain(sink);
    if (m_json.read(body, plain))
        return plain;
    sink.discard();
    SpanRecords records(sink);
    if (auto read = formats::readOtlpJsonRequest(body, records); !read)
        return tl::unexpected(read.error());
    return records;
}

} // namespace spanglass::receive
