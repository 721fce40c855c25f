// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/http_answer.h"

#include "base/json_writer.h"

namespace spanglass::receive {

namespace {

std::string_view reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 207:
        return "Multi-Status";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Error";
    }
}

/// gRPC's code for an HTTP status, the collector's table backwards.
int grpcCode(int status)
{
    switch (status) {
    case 401:
        return 16;
    case 403:
        return 7;
    case 404:
    case 405:
        return 12;
    case 413:
        return 8;
    case 503:
        return 14;
    default:
        return status < 500 ? 3 : 13;
    }
}

void putVarint(std::string& to, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        to += static_cast<char>((number & 0x7f) | 0x80);
    to += static_cast<char>(number);
}

void putBytes(std::string& to, unsigned field, std::string_view bytes)
{
    putVarint(to, field << 3 | 2);
    putVarint(to, bytes.size());
    to += bytes;
}

HttpAnswer answerOf(Encoding encoding, int status, std::string body)
{
    return {status,
            encoding == Encoding::json ? "application/json" : "application/x-protobuf",
            std::move(body),
            {}};
}

std::string partialProtobuf(std::uint64_t rejected, std::string_view message)
{
    std::string partial;
    if (rejected > 0) {
        putVarint(partial, 1 << 3);
        putVarint(partial, rejected);
    }
    putBytes(partial, 2, message);
    std::string response;
    putBytes(response, 1, partial);
    return response;
}

} // namespace

std::string bytesOf(const HttpAnswer& answer, bool keepAlive)
{
    std::string bytes = "HTTP/1.1 " + std::to_string(answer.status) + ' ';
    bytes += reasonPhrase(answer.status);
    bytes += "\r\n";
    if (answer.status != 204) {
        bytes += "Content-Type: " + answer.contentType + "\r\n";
        bytes += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
    }
    for (const auto& [name, value] : answer.headers)
        bytes += name + ": " + value + "\r\n";
    bytes += "X-Content-Type-Options: nosniff\r\n";
    bytes += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return bytes + answer.body;
}

HttpAnswer otlpSuccess(Encoding encoding, std::string_view signal, std::uint64_t rejected,
                       std::string_view message)
{
    const bool full = rejected == 0 && message.empty();
    if (encoding == Encoding::protobuf)
        return answerOf(encoding, 200, full ? std::string() : partialProtobuf(rejected, message));
    JsonWriter json;
    json.beginObject();
    if (!full) {
        const std::string count = "rejected" + std::string(signal);
        json.key("partialSuccess").beginObject();
        json.member(count, std::to_string(rejected)).member("errorMessage", message).endObject();
    }
    return answerOf(encoding, 200, json.endObject().take());
}

HttpAnswer otlpFailure(Encoding encoding, int status, std::string_view message)
{
    std::string body;
    if (encoding == Encoding::protobuf) {
        putVarint(body, 1 << 3);
        putVarint(body, static_cast<std::uint64_t>(grpcCode(status)));
        putBytes(body, 2, message);
    } else {
        JsonWriter json;
        body =
            json.beginObject().member("code", grpcCode(status)).member("message", message).endObject().take();
    }
    return answerOf(encoding, status, std::move(body));
}

HttpAnswer otlpBusy(Encoding encoding, int retryAfterSeconds, std::string_view message)
{
    HttpAnswer answer = otlpFailure(encoding, 503, message);
    answer.headers.emplace_back("Retry-After", std::to_string(retryAfterSeconds));
    return answer;
}

HttpAnswer langfuseFailure(int status, std::string_view name, std::string_view message)
{
    JsonWriter json;
    json.beginObject().member("error", name).member("message", message).endObject();
    return {status, "application/json", json.take(), {}};
}

} // namespace spanglass::receive
