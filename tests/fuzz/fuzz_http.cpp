// SPDX-License-Identifier: GPL-3.0-or-later
/// The receiver's HTTP parser: the same must come out whether the bytes come at once or one by one.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "receive/http_parser.h"

using namespace spanglass::receive;

namespace {

/// What a connection would see, as text.
std::string walk(std::string_view bytes, std::size_t step)
{
    HttpLimits limits;
    limits.bodyBytes = 1 << 16;
    HttpParser parser(limits);
    std::string seen;
    while (!bytes.empty() && parser.state() != HttpParser::State::failed) {
        const std::size_t taken = parser.feed(bytes.substr(0, step));
        bytes.remove_prefix(taken);
        if (parser.state() == HttpParser::State::headDone)
            parser.wantBody();
        else if (taken == 0 && parser.state() != HttpParser::State::complete &&
                 parser.state() != HttpParser::State::failed)
            std::abort(); // stands still
        if (parser.state() == HttpParser::State::complete) {
            const HttpRequest request = parser.take();
            if (request.body.size() > limits.bodyBytes)
                std::abort();
            seen += request.method + ' ' + request.target + '\n' + request.body + '\n';
        }
    }
    if (parser.state() == HttpParser::State::failed)
        seen += std::to_string(parser.failure().status);
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string whole = walk(bytes, size);
    if (walk(bytes, 1) != whole || walk(bytes, 7) != whole)
        std::abort();
    return 0;
}
