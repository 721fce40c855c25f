// SPDX-License-Identifier: GPL-3.0-or-later
#include "sink/sink_desk.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "base/json_writer.h"
#include "formats/inflate.h"
#include "formats/otlp_json_request.h"
#include "formats/otlp_proto_reader.h"
#include "formats/otlp_sink.h"

namespace spanglass::sink {
namespace {

using receive::Encoding;
using receive::HttpAnswer;
using receive::HttpRequest;

constexpr std::uint64_t mostInflated = 256u << 20;

class IdsOf final : public formats::OtlpSink
{
public:
    void surroundings(const formats::OtlpSurroundings&) override {}
    void span(trace::Span& span, std::string_view) override { ids.emplace_back(span.trace, span.id); }
    void rejected(const std::string&, std::string_view) override { ++refused; }

    std::vector<std::pair<TraceId, SpanId>> ids;
    std::uint64_t refused = 0;
};

HttpAnswer json(std::string body)
{
    HttpAnswer answer;
    answer.body = std::move(body);
    return answer;
}

Result<std::string> bodyOf(const HttpRequest& request)
{
    if (request.header("content-encoding").empty())
        return request.body;
    formats::InflateLimits limits;
    limits.bytes = mostInflated;
    auto inflated = formats::inflate(request.body, formats::compressionOf(request.body), limits, {});
    if (!inflated)
        return tl::unexpected(inflated.error());
    return std::string(inflated->bytes.text());
}

std::string traceOf(std::string_view target)
{
    constexpr std::string_view key = "traceId=";
    const std::size_t at = target.find(key);
    return at == std::string_view::npos ? std::string() : std::string(target.substr(at + key.size(), 32));
}

} // namespace

HttpAnswer SinkDesk::serve(const HttpRequest& request)
{
    ++m_counts.requests;
    const std::string_view path = request.path();
    if (path == "/v1/traces" || path == "/api/public/otel/v1/traces")
        return takeSpans(request);
    if (path == "/api/public/scores")
        return takeScore(request);
    if (path == "/api/public/health")
        return json(R"({"status":"OK","version":"3-sink"})");
    if (path == "/api/public/projects")
        return json(R"({"data":[{"id":"demo","name":"demo"}]})");
    if (path == "/api/public/v2/observations" || path == "/api/public/observations")
        return observations(request);
    if (path == "/")
        return summary();
    return receive::langfuseFailure(404, "NotFoundError", "the sink has no such door");
}

HttpAnswer SinkDesk::takeSpans(const HttpRequest& request)
{
    const bool isJson = request.header("content-type").find("json") != std::string_view::npos;
    const Encoding encoding = isJson ? Encoding::json : Encoding::protobuf;
    auto body = bodyOf(request);
    if (!body)
        return receive::otlpFailure(encoding, 400, body.error().message);
    IdsOf ids;
    const auto read = isJson ? formats::readOtlpJsonRequest(*body, ids) : formats::readOtlpProto(*body, ids);
    if (!read)
        return receive::otlpFailure(encoding, 400, read.error().message);
    for (const auto& [trace, span] : ids.ids)
        m_spans[trace].insert(span).second ? ++m_counts.spans : ++m_counts.repeated;
    return receive::otlpSuccess(encoding, "Spans", ids.refused, {});
}

HttpAnswer SinkDesk::takeScore(const HttpRequest& request)
{
    const QJsonObject score = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
    const std::string id = score[QLatin1String("id")].toString().toStdString();
    if (id.empty())
        return receive::langfuseFailure(400, "InvalidRequestError", "a score has an id");
    if (m_scores.insert(id).second)
        ++m_counts.scores;
    return json(JsonWriter().beginObject().member("id", id).endObject().take());
}

HttpAnswer SinkDesk::observations(const HttpRequest& request) const
{
    JsonWriter writer;
    writer.beginObject().key("data").beginArray();
    if (const auto found = m_spans.find(TraceId::fromHex(traceOf(request.target))); found != m_spans.end()) {
        for (const SpanId span : found->second)
            writer.beginObject().member("id", span.hex()).endObject();
    }
    return json(writer.endArray().endObject().take());
}

HttpAnswer SinkDesk::summary() const
{
    return json(JsonWriter()
                    .beginObject()
                    .member("requests", m_counts.requests)
                    .member("traces", m_spans.size())
                    .member("spans", m_counts.spans)
                    .member("repeated", m_counts.repeated)
                    .member("scores", m_counts.scores)
                    .endObject()
                    .take());
}

} // namespace spanglass::sink
