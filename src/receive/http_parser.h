// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads one HTTP/1.1 request after the other from bytes as they come, in pieces of any size. No Qt, no
/// sockets.
///
///     HttpParser parser;
///     while (!bytes.empty()) {
///         bytes.remove_prefix(parser.feed(bytes));
///         if (parser.state() == HttpParser::State::headDone) parser.wantBody();    // or answer at once
///         if (parser.state() == HttpParser::State::complete) answer(parser.take());
///         if (parser.state() == HttpParser::State::failed) … parser.failure()      // answer and close
///     }
///
/// Strict where leniency is how requests are smuggled (RFC 9112): lines end in CR LF, one Content-Length of
/// digits only, never beside Transfer-Encoding, no folded headers, no blank before the colon. Every length is
/// bounded before anything is allocated for it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "receive/http_request.h"

namespace spanglass::receive {

class HttpParser
{
public:
    enum class State : std::uint8_t
    {
        head,
        headDone, ///< waits for `wantBody`; takes no bytes until then
        body,
        complete, ///< waits for `take`; takes no bytes until then
        failed,   ///< for good: the place of the next request is unknown
    };
    struct Failure
    {
        int status = 0; ///< what to answer: 400, 413, 431 or 505
        std::string reason;
        bool http2Preface = false; ///< a gRPC exporter knocked
    };

    explicit HttpParser(const HttpLimits& limits = {}) : m_limits(limits) {}

    /// Takes bytes and says how many. Fewer than given only when the state changed to one that takes none.
    [[nodiscard]] std::size_t feed(std::string_view bytes);
    /// The head was looked at, and its body may come; it may be at most `bodyBytes` long.
    void wantBody(std::size_t bodyBytes);
    void wantBody() { wantBody(m_limits.bodyBytes); }
    /// The whole request; the parser is ready for the next one.
    [[nodiscard]] HttpRequest take();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Failure& failure() const { return m_failure; }
    /// What was read so far of the request.
    [[nodiscard]] const HttpRequest& request() const { return m_request; }
    /// Nothing of a next request has come: the connection is idle.
    [[nodiscard]] bool idle() const { return m_state == State::head && m_lineBytes == 0 && m_headBytes == 0; }

private:
    enum class Expect : std::uint8_t
    {
        requestLine,
        header,
        bodyBytes,
        chunkSize,
        chunkBytes,
        chunkEnd,
        trailer,
    };

    std::size_t feedLine(std::string_view bytes);
    std::size_t feedBytes(std::string_view bytes);
    void lineDone(std::string_view line);
    void requestLine(std::string_view line);
    void headerLine(std::string_view line);
    void headDone();
    void readLengths();
    void readConnection();
    void chunkSize(std::string_view line);
    void trailerLine(std::string_view line);
    void fail(int status, std::string reason);
    [[nodiscard]] std::size_t lineLimit() const;

    HttpLimits m_limits;
    State m_state = State::head;
    Expect m_expect = Expect::requestLine;
    HttpRequest m_request;
    Failure m_failure;
    std::string m_line;          // of a line that came in pieces
    std::size_t m_lineBytes = 0; // of the line that is not yet whole
    std::size_t m_headBytes = 0; // of the whole lines
    std::size_t m_trailers = 0;
    std::size_t m_bodyLimit = 0;
    std::uint64_t m_remaining = 0; // of the body, or of the chunk
    std::uint64_t m_contentLength = 0;
    int m_minor = 1;
    bool m_chunked = false;
};

} // namespace spanglass::receive
