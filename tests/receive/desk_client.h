// SPDX-License-Identifier: GPL-3.0-or-later
/// Hands requests to a desk as a server would, without sockets.
#pragma once

#include <zlib.h>

#include "receive/desk.h"
#include "recording_sink.h"

namespace spanglass::receive {

class DeskClient
{
public:
    explicit DeskClient(DeskOptions options = {}) : m_desk(sink, withSay(std::move(options))) {}

    HttpAnswer post(const std::string& target, std::string body, const std::string& type = "application/json",
                    const std::string& coding = {})
    {
        HttpRequest request;
        request.method = "POST";
        request.target = target;
        request.headers = {{"host", "127.0.0.1:4318"}, {"content-type", type}};
        if (!coding.empty())
            request.headers.push_back({"content-encoding", coding});
        request.body = std::move(body);
        request.hasBody = !request.body.empty();
        auto refusal = m_desk.refusal(request);
        return refusal ? *refusal : m_desk.serve(request);
    }
    HttpAnswer get(const std::string& target)
    {
        HttpRequest request;
        request.method = "GET";
        request.target = target;
        request.headers = {{"host", "127.0.0.1:4318"}};
        auto refusal = m_desk.refusal(request);
        return refusal ? *refusal : m_desk.serve(request);
    }
    [[nodiscard]] Desk& desk() { return m_desk; }

    RecordingSink sink;
    std::vector<std::string> said;

private:
    DeskOptions withSay(DeskOptions options)
    {
        options.say = [this](const std::string& line) { said.push_back(line); };
        return options;
    }
    Desk m_desk;
};

inline std::string gzipped(std::string_view text, int level = 6)
{
    z_stream stream{};
    deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

} // namespace spanglass::receive
