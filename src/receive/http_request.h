// SPDX-License-Identifier: GPL-3.0-or-later
/// An HTTP/1.1 request as the parser hands it on, and the limits it was read under.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace spanglass::receive {

struct HttpLimits
{
    std::size_t headBytes = 32u << 10; ///< request line and headers; trailers count again
    std::size_t headers = 100;         ///< lines
    std::size_t chunkLineBytes = 256;  ///< a chunk's size with its extensions
    std::size_t bodyBytes = 64u << 20; ///< as it comes over the wire
};

struct HttpHeader
{
    std::string name; ///< lower case
    std::string value;
};

struct HttpRequest
{
    std::string method;
    std::string target; ///< begins with '/'
    std::vector<HttpHeader> headers;
    std::string body;
    bool keepAlive = true;
    bool expectsContinue = false;
    bool hasBody = false; ///< a length above zero, or chunks, were announced

    /// The value of the first header of this (lower-case) name; empty where there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    /// The target without its query.
    [[nodiscard]] std::string_view path() const;
};

} // namespace spanglass::receive
