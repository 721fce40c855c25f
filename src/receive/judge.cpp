// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/judge.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace spanglass::receive {

namespace {

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& byte : lower) {
        if (byte >= 'A' && byte <= 'Z')
            byte = static_cast<char>(byte - 'A' + 'a');
    }
    return lower;
}

/// The host without its port; nothing where the port is none.
std::string withoutPort(std::string_view host)
{
    const std::size_t from = host.starts_with('[') ? host.find(']') : 0;
    if (from == std::string_view::npos)
        return {};
    const std::size_t colon = host.find(':', from);
    if (colon == std::string_view::npos)
        return lowered(host);
    const std::string_view port = host.substr(colon + 1);
    const bool digits =
        !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == std::string_view::npos;
    return digits ? lowered(host.substr(0, colon)) : std::string();
}

bool isLoopbackV4(std::string_view host)
{
    int parts = 0;
    while (true) {
        const std::string_view part = host.substr(0, host.find('.'));
        const bool digits = !part.empty() && part.size() <= 3 &&
                            part.find_first_not_of("0123456789") == std::string_view::npos &&
                            (part.size() == 1 || part.front() != '0') && std::stoi(std::string(part)) <= 255;
        if (!digits || (parts == 0 && part != "127"))
            return false;
        ++parts;
        if (part.size() == host.size())
            return parts == 4;
        host.remove_prefix(part.size() + 1);
    }
}

bool isOwnHost(std::string_view host, const Policy& policy)
{
    if (isLoopbackHost(host))
        return true;
    const std::string name = withoutPort(host);
    return !name.empty() && std::any_of(policy.ownHosts.begin(), policy.ownHosts.end(),
                                        [&name](const std::string& own) { return lowered(own) == name; });
}

/// Without a branch on the first difference: how long it takes says nothing of the token.
bool sameSecret(std::string_view given, std::string_view secret)
{
    unsigned differences = given.size() == secret.size() ? 0 : 1;
    for (std::size_t at = 0; at < given.size(); ++at)
        differences |=
            static_cast<unsigned char>(given[at]) ^ static_cast<unsigned char>(secret[at % secret.size()]);
    return differences == 0;
}

/// The token comes as Bearer, as either half of Basic (Langfuse SDKs have only keys to give), or in a header
/// of its own (OTEL_EXPORTER_OTLP_HEADERS).
bool bringsToken(const Caller& caller, const std::string& token)
{
    constexpr std::string_view bearer = "bearer ";
    if (sameSecret(caller.token, token))
        return true;
    if (lowered(caller.authorization.substr(0, bearer.size())) == bearer &&
        sameSecret(caller.authorization.substr(bearer.size()), token))
        return true;
    const std::string pair = basicCredentials(caller.authorization);
    const std::size_t colon = pair.find(':');
    return colon != std::string::npos && sameSecret(std::string_view(pair).substr(colon + 1), token);
}

Verdict refused(int status, std::string reason)
{
    return {false, false, status, std::move(reason), {}};
}

} // namespace

bool isLoopbackHost(std::string_view host)
{
    const std::string name = withoutPort(host);
    return name == "localhost" || name == "[::1]" || isLoopbackV4(name);
}

std::string mediaType(std::string_view contentType)
{
    std::string_view type = contentType.substr(0, contentType.find(';'));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
        type.remove_suffix(1);
    return lowered(type);
}

std::string basicCredentials(std::string_view authorization)
{
    constexpr std::string_view basic = "basic ";
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (lowered(authorization.substr(0, basic.size())) != basic)
        return {};
    std::string text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char byte : authorization.substr(basic.size())) {
        const std::size_t six = alphabet.find(byte);
        if (byte == '=')
            break;
        if (six == std::string_view::npos)
            return {};
        bits = (bits << 6 | static_cast<std::uint32_t>(six)) & 0xffffff;
        count += 6;
        if (count >= 8) {
            count -= 8;
            text += static_cast<char>(bits >> count & 0xff);
        }
    }
    return text;
}

Verdict judge(const Caller& caller, const Policy& policy)
{
    const bool tokenDecides = policy.anyHost && !policy.token.empty();
    if (!tokenDecides && !isOwnHost(caller.host, policy))
        return refused(403, "this host name is not ours (the Host header must be a loopback address, or the "
                            "one listened on)");
    std::string allowOrigin;
    if (caller.hasOrigin) {
        const auto& allowed = policy.allowedOrigins;
        if (caller.origin.empty() ||
            std::find(allowed.begin(), allowed.end(), caller.origin) == allowed.end())
            return refused(403, "web pages may not write here (list their origin with --allow-origin)");
        allowOrigin = caller.origin;
    } else if (!caller.fetchSite.empty() && caller.fetchSite != "none") {
        return refused(403, "web pages may not write here");
    }
    if (caller.method == "OPTIONS") {
        if (allowOrigin.empty())
            return refused(403, "there is nothing to ask for");
        return {false, true, 204, {}, allowOrigin};
    }
    if (!policy.token.empty() && !bringsToken(caller, policy.token)) {
        Verdict verdict = refused(401, "the token is missing or wrong (authorization: Bearer TOKEN)");
        verdict.allowOrigin = allowOrigin;
        return verdict;
    }
    return {true, false, 200, {}, allowOrigin};
}

} // namespace spanglass::receive
