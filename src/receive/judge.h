// SPDX-License-Identifier: GPL-3.0-or-later
/// Who may write into the receiver: decided from a request's head alone, before its body is read.
///
///     const Verdict verdict = judge({.method = "POST", .host = "127.0.0.1:4318"}, policy);
///     if (!verdict.accepted) answer(verdict.status, verdict.reason);
///
/// A web page must not be able to write here. Its browser sends `Origin` (or `Sec-Fetch-Site`) with
/// everything that a page may send elsewhere, and a page that had its name re-bound to our address sends that
/// name as `Host`; programs send neither. So: Host must be an address of ours, any Origin that the user did
/// not list is refused, and a type that needs no preflight is refused too. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spanglass::receive {

struct Policy
{
    std::vector<std::string> allowedOrigins; ///< exactly as browsers send them: "http://localhost:5173"
    std::string token;                       ///< empty: none is asked for
    /// What Host may say beside loopback names, with no port: the address that was listened on.
    std::vector<std::string> ownHosts;
    bool anyHost = false; ///< listening on all addresses: only the token decides
};

/// The parts of a request's head that decide. Empty means that the header was not there.
struct Caller
{
    std::string_view method;
    std::string_view host;
    std::string_view origin;
    std::string_view contentType;
    std::string_view fetchSite;     ///< Sec-Fetch-Site
    std::string_view authorization; ///< Basic or Bearer
    std::string_view token;         ///< X-Spanglass-Token
    bool hasOrigin = false;         ///< an empty Origin is one too
};

struct Verdict
{
    bool accepted = false;
    bool preflight = false; ///< answer with the permission that `allowOrigin` gives, and nothing else
    int status = 403;
    std::string reason;
    std::string allowOrigin; ///< for Access-Control-Allow-Origin; empty: no such header
};

[[nodiscard]] Verdict judge(const Caller& caller, const Policy& policy);

/// "127.0.0.1", "[::1]:4318" and "localhost" are; "127.0.0.1.evil.example" is not.
[[nodiscard]] bool isLoopbackHost(std::string_view host);

/// The media type of a Content-Type, lower case and without parameters.
[[nodiscard]] std::string mediaType(std::string_view contentType);

/// Base64 as Basic authorization has it; empty for what is none.
[[nodiscard]] std::string basicCredentials(std::string_view authorization);

} // namespace spanglass::receive
