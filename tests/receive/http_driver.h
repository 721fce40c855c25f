// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs bytes through the HTTP parser as a server does, cut where the caller likes, and writes down what came
/// of it as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "receive/http_parser.h"

namespace spanglass::receive {

/// "POST /v1/traces [5] hello" a request, or "400 reason" for the failure at the end, or "… waits".
inline std::string told(const HttpRequest& request)
{
    std::string text = request.method + ' ' + request.target;
    for (const HttpHeader& header : request.headers)
        text += ' ' + header.name + '=' + header.value;
    return text + (request.keepAlive ? " keep" : " close") + " [" + std::to_string(request.body.size()) +
           "] " + request.body;
}

class HttpDriver
{
public:
    explicit HttpDriver(const HttpLimits& limits = {}) : m_parser(limits) {}

    void feed(std::string_view bytes)
    {
        while (!bytes.empty() && m_parser.state() != HttpParser::State::failed) {
            bytes.remove_prefix(m_parser.feed(bytes));
            step();
        }
    }
    [[nodiscard]] std::vector<std::string> outcome() const
    {
        std::vector<std::string> lines = m_lines;
        if (m_parser.state() == HttpParser::State::failed)
            lines.push_back(std::to_string(m_parser.failure().status) + ' ' + m_parser.failure().reason);
        else if (!m_parser.idle())
            lines.emplace_back("waits");
        return lines;
    }
    [[nodiscard]] const HttpParser& parser() const { return m_parser; }

private:
    void step()
    {
        if (m_parser.state() == HttpParser::State::headDone)
            m_parser.wantBody();
        if (m_parser.state() == HttpParser::State::complete)
            m_lines.push_back(told(m_parser.take()));
    }

    HttpParser m_parser;
    std::vector<std::string> m_lines;
};

} // namespace spanglass::receive
