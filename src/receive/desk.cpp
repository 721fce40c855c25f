// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/desk.h"

#include "formats/inflate.h"

namespace spanglass::receive {

namespace {

constexpr std::string_view langfuseMedia = "/api/public/media";

Encoding encodingOf(const HttpRequest& request)
{
    return mediaType(request.header("content-type")) == "application/x-protobuf" ? Encoding::protobuf
                                                                                 : Encoding::json;
}

std::string lowerCase(std::string_view text)
{
    return mediaType(text);
}

HttpAnswer withOrigin(HttpAnswer answer, const std::string& allowOrigin)
{
    if (!allowOrigin.empty()) {
        answer.headers.emplace_back("Access-Control-Allow-Origin", allowOrigin);
        answer.headers.emplace_back("Vary", "Origin");
    }
    return answer;
}

/// What an allowed page may send (Fetch standard, CORS protocol).
HttpAnswer preflightAnswer(const HttpRequest& head, const std::string& allowOrigin)
{
    HttpAnswer answer{204, {}, {}, {}};
    answer.headers = {{"Access-Control-Allow-Methods", "POST, OPTIONS"},
                      {"Access-Control-Allow-Headers",
                       "content-type, content-encoding, authorization, x-spanglass-token, "
                       "x-langfuse-public-key, x-langfuse-sdk-name, x-langfuse-sdk-version, "
                       "x-langfuse-ingestion-version"},
                      {"Access-Control-Max-Age", "600"}};
    if (head.has("access-control-request-private-network"))
        answer.headers.emplace_back("Access-Control-Allow-Private-Network", "true");
    return withOrigin(std::move(answer), allowOrigin);
}

Verdict verdictOn(const HttpRequest& head, const Policy& policy)
{
    return judge({.method = head.method,
                  .host = head.header("host"),
                  .origin = head.header("origin"),
                  .contentType = head.header("content-type"),
                  .fetchSite = head.header("sec-fetch-site"),
                  .authorization = head.header("authorization"),
                  .token = head.header("x-spanglass-token"),
                  .hasOrigin = head.has("origin")},
                 policy);
}

HttpAnswer answerOf(std::string json)
{
    return {200, "application/json", std::move(json), {}};
}

} // namespace

Desk::Desk(SpanSink& sink, DeskOptions options) : m_sink(sink), m_options(std::move(options)) {}

Desk::Place Desk::placeOf(std::string_view path)
{
    if (path == "/v1/traces" || path == "/api/public/otel/v1/traces")
        return {Door::traces, "POST"};
    if (path == "/v1/logs" || path == "/api/public/otel/v1/logs")
        return {Door::logs, "POST"};
    if (path == "/v1/metrics" || path == "/api/public/otel/v1/metrics")
        return {Door::metrics, "POST"};
    if (path == "/api/public/ingestion")
        return {Door::ingestion, "POST"};
    if (path == langfuseMedia)
        return {Door::media, "POST"};
    if (path.starts_with(langfuseMedia) && path.substr(langfuseMedia.size()).starts_with('/'))
        return {Door::media, "PATCH"};
    if (path == "/api/public/health" || path == "/api/public/ready")
        return {Door::health, "GET"};
    if (path == "/api/public/projects")
        return {Door::projects, "GET"};
    return {};
}

std::optional<HttpAnswer> Desk::refusal(const HttpRequest& head)
{
    ++m_counts.requests;
    const Verdict verdict = verdictOn(head, m_options.policy);
    if (verdict.preflight)
        return preflightAnswer(head, verdict.allowOrigin);
    const std::string_view path = head.path();
    const bool isLangfuse = path.starts_with("/api/public/") && !path.starts_with("/api/public/otel/");
    const auto refuse = [&](int status, std::string_view name, std::string_view why) {
        ++m_counts.refused;
        return withOrigin(isLangfuse ? langfuseFailure(status, name, why)
                                     : otlpFailure(encodingOf(head), status, why),
                          verdict.allowOrigin);
    };
    if (!verdict.accepted)
        return refuse(verdict.status, verdict.status == 401 ? "UnauthorizedError" : "ForbiddenError",
                      verdict.reason);
    const Place place = placeOf(path);
    if (place.door == Door::none)
        return refuse(404, "LangfuseNotFoundError",
                      "there is nothing at this path: traces go to /v1/traces, logs to /v1/logs");
    if (head.method != place.method) {
        HttpAnswer answer =
            refuse(405, "MethodNotAllowedError", "this path takes " + std::string(place.method));
        answer.headers.emplace_back("Allow", place.method);
        return answer;
    }
    auto refused = refusedAtDoor(head, place.door);
    if (refused)
        ++m_counts.refused;
    return refused ? std::optional(withOrigin(std::move(*refused), verdict.allowOrigin)) : std::nullopt;
}

std::optional<HttpAnswer> Desk::refusedAtDoor(const HttpRequest& head, Door door) const
{
    if (door == Door::health || door == Door::projects)
        return {};
    const std::string type = mediaType(head.header("content-type"));
    const bool isProtobuf = type == "application/x-protobuf";
    const bool takesProtobuf = door == Door::traces || door == Door::logs || door == Door::metrics;
    if (type != "application/json" && !(isProtobuf && takesProtobuf))
        return otlpFailure(Encoding::json, 415,
                           "the Content-Type must be application/json" +
                               std::string(takesProtobuf ? " or application/x-protobuf" : ""));
    const std::string coding = lowerCase(head.header("content-encoding"));
    if (!coding.empty() && coding != "identity" && coding != "gzip" && coding != "zstd")
        return otlpFailure(encodingOf(head), 415, "the Content-Encoding must be gzip, zstd or none");
    return {};
}

HttpAnswer Desk::serve(HttpRequest& request)
{
    const Place place = placeOf(request.path());
    const std::string allowOrigin = verdictOn(request, m_options.policy).allowOrigin;
    return withOrigin(enter(request, place.door), allowOrigin);
}

HttpAnswer Desk::enter(HttpRequest& request, Door door)
{
    switch (door) {
    case Door::health:
        return answerOf(R"({"status":"OK","version":"spanglass"})");
    case Door::projects:
        return answerOf(R"({"data":[{"id":"spanglass","name":"Spanglass","metadata":{}}]})");
    case Door::media:
        return answerOf(R"({"mediaId":"not-kept","uploadUrl":null})"); // nothing is uploaded then
    default:
        break;
    }
    const Encoding encoding = encodingOf(request);
    auto body = unpacked(request);
    if (!body) {
        ++m_counts.refused;
        return otlpFailure(encoding, body.error().kind == ErrorKind::refused ? 413 : 400,
                           body.error().message);
    }
    if (door == Door::traces)
        return takeTraces(std::move(*body), encoding);
    if (door == Door::logs)
        return takeLogs(std::move(*body), encoding);
    if (door == Door::metrics)
        return takeMetrics(encoding);
    return takeBatch(std::move(*body));
}

/// The body without its content coding. `refused`: larger than allowed.
Result<std::string> Desk::unpacked(HttpRequest& request) const
{
    const std::string coding = lowerCase(request.header("content-encoding"));
    if (coding.empty() || coding == "identity")
        return std::move(request.body);
    const auto compression = coding == "gzip" ? formats::Compression::gzip : formats::Compression::zstd;
    const std::string_view packed = request.body;
    if (formats::compressionOf(packed) != compression)
        return fail(ErrorKind::format, "the body is not " + coding + ", which Content-Encoding says it is");
    formats::InflateLimits limits;
    limits.bytes = m_options.mostInflatedBytes;
    limits.windowBytes = 8u << 20;
    auto inflated = formats::inflate(packed, compression, limits, {});
    if (!inflated)
        return tl::unexpected(inflated.error());
    if (!inflated->problem.empty())
        return fail(ErrorKind::format, "the body's " + coding + ": " + inflated->problem);
    std::string body;
    body.reserve(inflated->bytes.size() + formats::textPadding);
    body = inflated->bytes.text();
    return body;
}

std::optional<HttpAnswer> Desk::unwritten(Encoding encoding)
{
    auto written = m_sink.write();
    if (written)
        return {};
    m_sink.discard();
    ++m_counts.refused;
    sayOnce(written.error().message);
    return otlpBusy(encoding, m_options.retryAfterSeconds, written.error().message);
}

HttpAnswer Desk::takeTraces(std::string body, Encoding encoding)
{
    const auto records = m_traces.take(body, encoding, m_sink);
    if (!records) {
        m_sink.discard();
        ++m_counts.refused;
        return otlpFailure(encoding, 400, records.error().message);
    }
    if (auto busy = unwritten(encoding))
        return std::move(*busy);
    m_counts.spans += records->taken();
    m_counts.rejected += records->rejections();
    std::string message;
    if (records->rejections() > 0) {
        message = records->rejections() == 1
                      ? "a span was refused, because: "
                      : std::to_string(records->rejections()) + " spans were refused, the first because: ";
        message += records->firstReason();
        sayOnce(message);
    }
    return otlpSuccess(encoding, "Spans", records->rejections(), message);
}

HttpAnswer Desk::takeLogs(std::string body, Encoding encoding)
{
    const auto taken =
        encoding == Encoding::protobuf ? m_logs.takeProto(body, m_sink) : m_logs.takeJson(body, m_sink);
    if (!taken) {
        m_sink.discard();
        m_logs.undo();
        ++m_counts.refused;
        return otlpFailure(encoding, 400, taken.error().message);
    }
    if (auto busy = unwritten(encoding)) {
        m_logs.undo();
        return std::move(*busy);
    }
    m_counts.logs += taken->kept;
    const std::string message = taken->refused == 0
                                    ? std::string()
                                    : "only log records that name a span or a session are kept; refused: " +
                                          std::to_string(taken->refused);
    return otlpSuccess(encoding, "LogRecords", taken->refused, message);
}

HttpAnswer Desk::takeMetrics(Encoding encoding)
{
    sayOnce("metrics are not kept here (they were answered with success, so that their sender is quiet)");
    return otlpSuccess(encoding, "DataPoints", 0, {});
}

HttpAnswer Desk::takeBatch(std::string body)
{
    const auto taken = m_batches.take(body, m_sink);
    if (!taken) {
        m_sink.discard();
        ++m_counts.refused;
        return langfuseFailure(400, "InvalidRequestError", taken.error().message);
    }
    if (auto busy = unwritten(Encoding::json)) {
        m_batches.undo();
        return std::move(*busy);
    }
    m_counts.spans += taken->spans;
    m_counts.rejected += taken->refused;
    return {207, "application/json", taken->answer, {}};
}

void Desk::settle(std::chrono::milliseconds waited)
{
    if (!m_batches.makeRoots(waited, m_sink))
        return;
    if (auto written = m_sink.write(); !written) {
        m_sink.discard();
        m_batches.undo();
        sayOnce(written.error().message);
    }
}

void Desk::sawHttp2()
{
    sayOnce("a gRPC exporter knocked: set " + std::string(grpcVariable) + " for it");
}

void Desk::sayOnce(const std::string& line)
{
    constexpr std::size_t mostLines = 1000;
    if (m_said.size() < mostLines && m_said.insert(line).second && m_options.say)
        m_options.say(line);
}

} // namespace spanglass::receive
