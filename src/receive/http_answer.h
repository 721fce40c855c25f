// SPDX-License-Identifier: GPL-3.0-or-later
/// What the receiver answers, and its bytes on the wire.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spanglass::receive {

struct HttpAnswer
{
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// Status line, headers and body. `keepAlive` false says so to the client.
[[nodiscard]] std::string bytesOf(const HttpAnswer& answer, bool keepAlive);

/// How a request is to be answered: OTLP's two encodings.
enum class Encoding : std::uint8_t
{
    json,
    protobuf,
};

/// ExportTraceServiceResponse: a full success with no rejected spans and no message (opentelemetry-proto,
/// collector/trace/v1). Logs and metrics have the same layout.
[[nodiscard]] HttpAnswer otlpSuccess(Encoding encoding, std::string_view signal, std::uint64_t rejected,
                                     std::string_view message);
/// google.rpc.Status, whose code follows from the HTTP status.
[[nodiscard]] HttpAnswer otlpFailure(Encoding encoding, int status, std::string_view message);
/// 503 with Retry-After: the client keeps what it sent and comes again.
[[nodiscard]] HttpAnswer otlpBusy(Encoding encoding, int retryAfterSeconds, std::string_view message);
/// {"error": name, "message": message}, as Langfuse answers.
[[nodiscard]] HttpAnswer langfuseFailure(int status, std::string_view name, std::string_view message);

} // namespace spanglass::receive
