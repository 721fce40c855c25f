// SPDX-License-Identifier: GPL-3.0-or-later
/// Answers the receiver's requests: which doors there are, who may come in, and what becomes of what they
/// bring. No sockets and no Qt: a request in, an answer out.
///
///     Desk desk(sink, {.policy = …});
///     if (auto refusal = desk.refusal(request)) …           // from the head alone; its body is not read
///     HttpAnswer answer = desk.serve(request);              // 200 only once the sink has written
///
/// Used by one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "receive/http_answer.h"
#include "receive/http_request.h"
#include "receive/judge.h"
#include "receive/langfuse_batch.h"
#include "receive/log_records.h"
#include "receive/otlp_intake.h"
#include "receive/span_sink.h"

namespace spanglass::receive {

/// What a gRPC exporter must be told so that it speaks HTTP; the line said about it holds it.
inline constexpr std::string_view grpcVariable = "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf";

struct DeskOptions
{
    Policy policy;
    std::uint64_t mostInflatedBytes = 64u << 20; ///< of a body (OTLP 1.11 recommends 64 MiB)
    int retryAfterSeconds = 5;
    /// What the user should know: one line, each once.
    std::function<void(const std::string& line)> say;
};

/// Since the start.
struct DeskCounts
{
    std::uint64_t requests = 0;
    std::uint64_t spans = 0; ///< in the journal
    std::uint64_t rejected = 0;
    std::uint64_t logs = 0;
    std::uint64_t refused = 0; ///< requests that were not taken
};

class Desk
{
public:
    Desk(SpanSink& sink, DeskOptions options);

    /// What a request gets whose head is enough to answer it: a refusal, a preflight, a door without a body.
    [[nodiscard]] std::optional<HttpAnswer> refusal(const HttpRequest& head);
    [[nodiscard]] HttpAnswer serve(HttpRequest& request);
    /// To be called now and then, and with 0 at the end: writes what has waited this long for more to come.
    void settle(std::chrono::milliseconds waited);
    /// Somebody spoke gRPC.
    void sawHttp2();
    [[nodiscard]] const DeskCounts& counts() const { return m_counts; }

private:
    enum class Door : std::uint8_t
    {
        none,
        traces,
        logs,
        metrics,
        ingestion,
        media,
        health,
        projects,
    };
    struct Place
    {
        Door door = Door::none;
        std::string_view method; ///< the one that is allowed
    };
    [[nodiscard]] static Place placeOf(std::string_view path);
    [[nodiscard]] std::optional<HttpAnswer> refusedAtDoor(const HttpRequest& head, Door door) const;
    [[nodiscard]] HttpAnswer enter(HttpRequest& request, Door door);
    [[nodiscard]] Result<std::string> unpacked(HttpRequest& request) const;
    [[nodiscard]] HttpAnswer takeTraces(std::string body, Encoding encoding);
    [[nodiscard]] HttpAnswer takeLogs(std::string body, Encoding encoding);
    [[nodiscard]] HttpAnswer takeMetrics(Encoding encoding);
    [[nodiscard]] HttpAnswer takeBatch(std::string body);
    /// An answer where the sink could not write; what was collected is discarded.
    [[nodiscard]] std::optional<HttpAnswer> unwritten(Encoding encoding);
    void sayOnce(const std::string& line);

    SpanSink& m_sink;
    DeskOptions m_options;
    DeskCounts m_counts;
    OtlpIntake m_traces;
    LangfuseBatches m_batches;
    LogRecords m_logs;
    std::set<std::string> m_said;
};

} // namespace spanglass::receive
