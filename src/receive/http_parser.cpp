// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/http_parser.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

namespace spanglass::receive {

namespace {

constexpr std::size_t longestMethod = 16;
/// How much of an announced body is allocated ahead of its coming.
constexpr std::uint64_t trustedReserve = 1u << 20;

/// RFC 9110 §5.6.2.
bool isTokenByte(char byte)
{
    const bool word =
        (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return word || (byte != '\0' && std::strchr("!#$%&'*+-.^_`|~", byte) != nullptr);
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenByte);
}

bool isVisible(char byte)
{
    return byte > ' ' && byte < '\x7f';
}

/// A field value holds visible bytes, bytes above ASCII, blanks and tabs (RFC 9110 §5.5).
bool isValueByte(char byte)
{
    return isVisible(byte) || byte == ' ' || byte == '\t' || static_cast<unsigned char>(byte) >= 0x80;
}

std::string_view trimmed(std::string_view text)
{
    const auto blank = [](char byte) { return byte == ' ' || byte == '\t'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& byte : lower) {
        if (byte >= 'A' && byte <= 'Z')
            byte = static_cast<char>(byte - 'A' + 'a');
    }
    return lower;
}

/// All of `text` as a number: no sign, no blank, nothing behind it, no overflow.
bool readNumber(std::string_view text, int base, std::uint64_t& number)
{
    const bool digits = !text.empty() && text.front() != '-' && text.front() != '+';
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return digits && error == std::errc{} && end == text.data() + text.size();
}

} // namespace

std::string_view HttpRequest::header(std::string_view name) const
{
    const auto at = std::find_if(headers.begin(), headers.end(),
                                 [name](const HttpHeader& header) { return header.name == name; });
    return at == headers.end() ? std::string_view() : std::string_view(at->value);
}

bool HttpRequest::has(std::string_view name) const
{
    return std::any_of(headers.begin(), headers.end(),
                       [name](const HttpHeader& header) { return header.name == name; });
}

std::string_view HttpRequest::path() const
{
    return std::string_view(target).substr(0, target.find('?'));
}

std::size_t HttpParser::feed(std::string_view bytes)
{
    std::size_t taken = 0;
    while (taken < bytes.size() && (m_state == State::head || m_state == State::body)) {
        const bool counted = m_expect == Expect::bodyBytes || m_expect == Expect::chunkBytes;
        const std::string_view rest = bytes.substr(taken);
        taken += counted ? feedBytes(rest) : feedLine(rest);
    }
    return taken;
}

std::size_t HttpParser::lineLimit() const
{
    if (m_expect == Expect::chunkSize)
        return m_limits.chunkLineBytes;
    if (m_expect == Expect::chunkEnd)
        return 2;
    return m_limits.headBytes - std::min(m_limits.headBytes, m_headBytes);
}

std::size_t HttpParser::feedLine(std::string_view bytes)
{
    const std::size_t newline = bytes.find('\n');
    const bool whole = newline != std::string_view::npos;
    const std::size_t taken = whole ? newline + 1 : bytes.size();
    m_lineBytes += taken;
    if (m_lineBytes > lineLimit()) {
        const bool ofHead = m_expect != Expect::chunkSize && m_expect != Expect::chunkEnd;
        fail(ofHead ? 431 : 400,
             ofHead ? "the headers are longer than " + std::to_string(m_limits.headBytes) + " bytes"
                    : "a chunk's length is not readable");
        return taken;
    }
    if (!whole) {
        m_line.append(bytes);
        return taken;
    }
    std::string joined;
    std::string_view line = bytes.substr(0, taken);
    if (!m_line.empty()) {
        joined = std::exchange(m_line, {}).append(line);
        line = joined;
    }
    if (m_expect == Expect::requestLine || m_expect == Expect::header || m_expect == Expect::trailer)
        m_headBytes += m_lineBytes;
    m_lineBytes = 0;
    if (line.size() < 2 || line[line.size() - 2] != '\r') {
        fail(400, "a line does not end in CR LF");
        return taken;
    }
    lineDone(line.substr(0, line.size() - 2));
    return taken;
}

void HttpParser::lineDone(std::string_view line)
{
    switch (m_expect) {
    case Expect::requestLine:
        return requestLine(line);
    case Expect::header:
        return line.empty() ? headDone() : headerLine(line);
    case Expect::chunkSize:
        return chunkSize(line);
    case Expect::chunkEnd:
        if (!line.empty())
            return fail(400, "a chunk is longer than it said");
        m_expect = Expect::chunkSize;
        return;
    case Expect::trailer:
        return trailerLine(line);
    case Expect::bodyBytes:
    case Expect::chunkBytes:
        break;
    }
}

void HttpParser::requestLine(std::string_view line)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return fail(400, "this is not HTTP");
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (line == "PRI * HTTP/2.0") {
        fail(505, "this port speaks OTLP over HTTP/1.1, not gRPC: "
                  "set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
        m_failure.http2Preface = true;
        return;
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return version.starts_with("HTTP/") ? fail(505, "only HTTP/1.1 is spoken here")
                                            : fail(400, "this is not HTTP");
    if (method.size() > longestMethod || !isToken(method))
        return fail(400, "the method is not readable");
    if (!target.starts_with('/') || !std::all_of(target.begin(), target.end(), isVisible))
        return fail(400, "the request's target is not a path");
    m_minor = version.back() - '0';
    m_request.method = method;
    m_request.target = target;
    m_expect = Expect::header;
}

void HttpParser::headerLine(std::string_view line)
{
    if (m_request.headers.size() >= m_limits.headers)
        return fail(431, "more than " + std::to_string(m_limits.headers) + " headers");
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return fail(400, "a header is not readable");
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!std::all_of(value.begin(), value.end(), isValueByte))
        return fail(400, "a header holds control characters");
    m_request.headers.push_back({lowered(line.substr(0, colon)), std::string(value)});
}

void HttpParser::headDone()
{
    const auto count = [this](std::string_view name) {
        return std::count_if(m_request.headers.begin(), m_request.headers.end(),
                             [name](const HttpHeader& header) { return header.name == name; });
    };
    if (count("host") > 1 || (count("host") == 0 && m_minor == 1))
        return fail(400, "there must be one Host header");
    if (count("content-length") > 1 || count("transfer-encoding") > 1)
        return fail(400, "the body's length is said twice");
    m_state = State::headDone;
    readLengths();
    readConnection();
}

void HttpParser::readLengths()
{
    m_chunked = m_request.has("transfer-encoding");
    const bool counted = m_request.has("content-length");
    m_contentLength = 0;
    if (m_chunked && (counted || m_minor == 0))
        return fail(400, "the body's length is said twice");
    if (m_chunked && lowered(m_request.header("transfer-encoding")) != "chunked")
        return fail(400, "only the transfer encoding chunked is known here");
    if (counted && !readNumber(m_request.header("content-length"), 10, m_contentLength))
        return fail(400, "Content-Length is not a number");
    m_request.hasBody = m_chunked || m_contentLength > 0;
}

void HttpParser::readConnection()
{
    m_request.keepAlive = m_minor == 1;
    const std::string connection = lowered(m_request.header("connection"));
    std::string_view rest = connection;
    while (!rest.empty()) {
        const std::string_view word = trimmed(rest.substr(0, rest.find(',')));
        if (word == "close")
            m_request.keepAlive = false;
        else if (word == "keep-alive")
            m_request.keepAlive = true;
        rest.remove_prefix(std::min(
            rest.size(), rest.find(',') == std::string_view::npos ? rest.size() : rest.find(',') + 1));
    }
    m_request.expectsContinue = m_minor == 1 && lowered(m_request.header("expect")) == "100-continue";
}

void HttpParser::wantBody(std::size_t bodyBytes)
{
    if (m_state != State::headDone)
        return;
    m_bodyLimit = std::min(bodyBytes, m_limits.bodyBytes);
    if (m_contentLength > m_bodyLimit)
        return fail(413, "the body is longer than " + std::to_string(m_bodyLimit) + " bytes");
    m_state = State::body;
    if (m_chunked) {
        m_expect = Expect::chunkSize;
        return;
    }
    m_expect = Expect::bodyBytes;
    m_remaining = m_contentLength;
    // Readers of the body look a little behind its end.
    m_request.body.reserve(static_cast<std::size_t>(std::min(m_contentLength, trustedReserve)) + 64);
    if (m_remaining == 0)
        m_state = State::complete;
}

std::size_t HttpParser::feedBytes(std::string_view bytes)
{
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), m_remaining));
    m_request.body.append(bytes.substr(0, taken));
    m_remaining -= taken;
    if (m_remaining == 0 && m_expect == Expect::bodyBytes)
        m_state = State::complete;
    else if (m_remaining == 0)
        m_expect = Expect::chunkEnd;
    return taken;
}

void HttpParser::chunkSize(std::string_view line)
{
    std::uint64_t size = 0;
    const std::string_view digits = trimmed(line.substr(0, line.find(';')));
    if (!readNumber(digits, 16, size) || !std::all_of(line.begin(), line.end(), isValueByte))
        return fail(400, "a chunk's length is not readable");
    if (size > m_bodyLimit - m_request.body.size())
        return fail(413, "the body is longer than " + std::to_string(m_bodyLimit) + " bytes");
    m_remaining = size;
    m_headBytes = size == 0 ? 0 : m_headBytes; // trailers have a head's room again
    m_expect = size == 0 ? Expect::trailer : Expect::chunkBytes;
}

void HttpParser::trailerLine(std::string_view line)
{
    if (line.empty()) {
        m_state = State::complete;
        return;
    }
    if (++m_trailers > m_limits.headers)
        return fail(431, "more than " + std::to_string(m_limits.headers) + " trailers");
    if (!isToken(line.substr(0, line.find(':'))) || line.find(':') == std::string_view::npos)
        fail(400, "a trailer is not readable");
}

HttpRequest HttpParser::take()
{
    HttpRequest request = std::move(m_request);
    *this = HttpParser(m_limits);
    return request;
}

void HttpParser::fail(int status, std::string reason)
{
    m_state = State::failed;
    m_failure = {status, std::move(reason), false};
    m_request.keepAlive = false;
}

} // namespace spanglass::receive
