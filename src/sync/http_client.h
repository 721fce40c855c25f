// SPDX-License-Identifier: GPL-3.0-or-later
/// One HTTP exchange at a time, bounded in every direction: a total deadline, a capped reply, HTTP/1.1, TLS
/// always checked, redirects never followed (they would carry the credentials elsewhere).
///
///     HttpClient client;
///     const HttpReply reply = client.send({.method = "POST", .url = url, .headers = headers, .body = body});
///
/// Blocks its thread, which needs no event loop of its own. Connections are pooled until `closeIdle`.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sync/clock.h"

namespace spanglass::sync {

struct HttpRequest
{
    std::string method = "GET";
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body = {};
    Milliseconds deadline = std::chrono::seconds(30);
    std::size_t replyLimit = 1u << 20;
};

struct HttpReply
{
    int status = 0;                             ///< 0: no answer
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
    std::string error; ///< why the exchange is not whole; empty: it is
    bool sent = false; ///< something of the request left: its fate is uncertain where there is an error
    bool cancelled = false;
};

class HttpClient
{
public:
    HttpClient();
    ~HttpClient();
    HttpReply send(const HttpRequest& request);
    /// Drops pooled connections.
    void closeIdle();
    /// Ends what runs now, and everything after it. Any thread.
    void stop();

private:
    struct State;
    std::unique_ptr<State> m_state;
    std::atomic<bool> m_stopped = false;
};

/// `text` as a gzip member, compressed lightly: the network is rarely the bottleneck, the agent's machine is.
[[nodiscard]] std::string gzipped(const std::string& text);

} // namespace spanglass::sync
