// SPDX-License-Identifier: Apache-2.0
/// Trace Context section 3, Baggage section 3; what travels along is kept by trace id.
#include <spanglass/propagation.h>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>

#include "tracer/context_access.h"
#include "tracer/runtime.h"

namespace spanglass {
namespace {

bool isLowerHex(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

unsigned hexValue(char c)
{
    return static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
}

std::string_view withoutBlanks(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

template<class Each> void eachMember(std::string_view list, char separator, const Each& each)
{
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(separator, at), list.size());
        each(list.substr(at, end - at));
        at = end + 1;
    }
}

bool isStateKey(std::string_view key)
{
    const auto isFirst = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !key.empty() && key.size() <= 256 && isFirst(key[0]) &&
           std::all_of(key.begin(), key.end(), [&](char c) {
               return isFirst(c) || std::string_view("_-*/@").find(c) != std::string_view::npos;
           });
}

bool isStateValue(std::string_view value)
{
    return !value.empty() && value.size() <= 256 && value.back() != ' ' &&
           std::all_of(value.begin(), value.end(),
                       [](char c) { return c >= 0x20 && c <= 0x7e && c != ',' && c != '='; });
}

bool isToken(std::string_view key)
{
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

std::string percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isEscape = text[at] == '%' && at + 2 < text.size() &&
                              std::isxdigit(static_cast<unsigned char>(text[at + 1])) != 0 &&
                              std::isxdigit(static_cast<unsigned char>(text[at + 2])) != 0;
        if (isEscape) {
            decoded.push_back(static_cast<char>(hexValue(text[at + 1]) << 4 | hexValue(text[at + 2])));
            at += 2;
        } else {
            decoded.push_back(text[at]);
        }
    }
    return decoded;
}

std::string percentEncoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const bool plain =
            c > 0x20 && c < 0x7f && std::string_view("\",;\\%").find(c) == std::string_view::npos;
        if (plain) {
            encoded.push_back(c);
        } else {
            encoded.push_back('%');
            encoded.push_back("0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4]);
            encoded.push_back("0123456789ABCDEF"[static_cast<unsigned char>(c) & 15]);
        }
    }
    return encoded;
}

/// What came with a trace and is sent on with it. The newest thousand traces are remembered.
class Carried
{
public:
    struct Texts
    {
        std::string traceState;
        std::string baggage;
        bool random = false;
    };
    void keep(TraceId trace, Texts texts)
    {
        constexpr std::size_t remembered = 1024;
        const std::lock_guard lock(m_mutex);
        if (m_texts.insert_or_assign(trace, std::move(texts)).second)
            m_order.push_back(trace);
        if (m_order.size() > remembered) {
            m_texts.erase(m_order.front());
            m_order.pop_front();
        }
    }
    [[nodiscard]] std::pair<bool, Texts> find(TraceId trace) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_texts.find(trace);
        return found != m_texts.end() ? std::pair(true, found->second) : std::pair(false, Texts{});
    }

private:
    mutable std::mutex m_mutex;
    std::map<TraceId, Texts> m_texts;
    std::deque<TraceId> m_order;
};

Carried& carried()
{
    static Carried& it = *new Carried;
    return it;
}

} // namespace

RemoteContext parseTraceparent(std::string_view header)
{
    // version "-" trace-id "-" parent-id "-" flags
    constexpr std::size_t length = 55;
    if (header.size() < length || header[2] != '-' || header[35] != '-' || header[52] != '-')
        return {};
    const std::string_view version = header.substr(0, 2);
    const bool lower = isLowerHex(version) && isLowerHex(header.substr(3, 32)) &&
                       isLowerHex(header.substr(36, 16)) && isLowerHex(header.substr(53, 2));
    if (!lower || version == "ff" || (version == "00" && header.size() != length) ||
        (header.size() > length && header[length] != '-'))
        return {};
    RemoteContext remote;
    remote.parent = {TraceId::fromHex(header.substr(3, 32)), SpanId::fromHex(header.substr(36, 16))};
    if (!remote.parent.valid())
        return {};
    const unsigned flags = hexValue(header[53]) << 4 | hexValue(header[54]);
    remote.sampled = (flags & 1) != 0;
    remote.random = (flags & 2) != 0;
    return remote;
}

std::string cleanTraceState(std::string_view header)
{
    std::string clean;
    std::vector<std::string_view> keys;
    bool good = true;
    eachMember(header, ',', [&](std::string_view member) {
        // Leading blanks belong to the value, but blanks around the member do not.
        while (!member.empty() && (member.front() == ' ' || member.front() == '\t'))
            member.remove_prefix(1);
        while (!member.empty() && (member.back() == ' ' || member.back() == '\t'))
            member.remove_suffix(1);
        if (member.empty())
            return;
        const std::size_t at = member.find('=');
        const std::string_view key = member.substr(0, at);
        good = good && at != std::string_view::npos && isStateKey(key) &&
               isStateValue(member.substr(at + 1)) && std::find(keys.begin(), keys.end(), key) == keys.end();
        keys.push_back(key);
        clean += (clean.empty() ? "" : ",") + std::string(member);
    });
    return good && keys.size() <= 32 ? clean : std::string();
}

Headers parseBaggage(std::string_view header)
{
    Headers members;
    eachMember(header, ',', [&](std::string_view member) {
        const std::string_view pair = member.substr(0, member.find(';'));
        const std::size_t at = pair.find('=');
        if (at == std::string_view::npos)
            return;
        const std::string_view key = withoutBlanks(pair.substr(0, at));
        if (isToken(key))
            members.emplace_back(key, percentDecoded(withoutBlanks(pair.substr(at + 1))));
    });
    return members;
}

std::string formatBaggage(const Headers& members)
{
    constexpr std::size_t mostMembers = 64;
    constexpr std::size_t mostBytes = 8192;
    std::string header;
    std::size_t count = 0;
    for (const auto& [key, value] : members) {
        const std::string member = key + "=" + percentEncoded(value);
        if (!isToken(key) || count == mostMembers || header.size() + 1 + member.size() > mostBytes)
            continue;
        header += (header.empty() ? "" : ",") + member;
        ++count;
    }
    return header;
}

Headers inject()
{
    const Context context = Context::current();
    if (!context.span().valid())
        return {};
    const TraceId trace = context.span().trace;
    const auto [cameIn, texts] = carried().find(trace);
    // Ids of our own are random; a trace that came in keeps what it said of itself.
    const unsigned flags = (ContextAccess::sampled(context) ? 1u : 0u) | (!cameIn || texts.random ? 2u : 0u);
    Headers headers{{"traceparent",
                     "00-" + trace.hex() + "-" + context.span().span.hex() + "-0" + std::to_string(flags)}};
    if (!texts.traceState.empty())
        headers.emplace_back("tracestate", texts.traceState);
    if (!texts.baggage.empty())
        headers.emplace_back("baggage", texts.baggage);
    return headers;
}

RemoteContext extract(const std::function<std::string(std::string_view name)>& get)
{
    RemoteContext remote = parseTraceparent(withoutBlanks(get("traceparent")));
    if (!remote.valid())
        return {};
    remote.traceState = cleanTraceState(get("tracestate"));
    remote.baggage = get("baggage");
    return remote;
}

RemoteScope::RemoteScope(const RemoteContext& remote) noexcept : m_scope(ContextAccess::ofRemote(remote))
{
    try {
        if (remote.valid())
            carried().keep(remote.parent.trace, {remote.traceState, remote.baggage, remote.random});
    } catch (...) {
        // The trace goes on without its luggage.
    }
}

} // namespace spanglass
