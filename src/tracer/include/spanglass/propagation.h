// SPDX-License-Identifier: Apache-2.0
/// The current context over process borders: W3C Trace Context (level 2) and Baggage.
///
///     for (const auto& [name, value] : spanglass::inject())
///         request.setHeader(name, value);
///
///     const auto remote = spanglass::extract([&](auto name) { return request.header(name); });
///     const spanglass::RemoteScope scope(remote);       // spans opened here belong to the caller's trace
///     auto span = spanglass::span("handle");
///
/// What is not valid by the rules is ignored: without a valid traceparent there is no remote context.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <spanglass/tracer.h>

namespace spanglass {

struct RemoteContext
{
    SpanContext parent;
    bool sampled = true;
    bool random = false; ///< the right-most 7 bytes of the trace id are random
    std::string traceState;
    std::string baggage;
    [[nodiscard]] bool valid() const noexcept { return parent.valid(); }
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// By the grammar of `traceparent`; invalid for anything that is none.
[[nodiscard]] RemoteContext parseTraceparent(std::string_view header);
/// The list as it may be sent on; empty for one that breaks the rules.
[[nodiscard]] std::string cleanTraceState(std::string_view header);
/// Members in order, decoded; malformed ones are left out.
[[nodiscard]] Headers parseBaggage(std::string_view header);
/// Percent-encoded; whole members beyond 64 or 8192 bytes are left out.
[[nodiscard]] std::string formatBaggage(const Headers& members);

/// traceparent, and tracestate and baggage where the trace came with them. Empty where nothing is current.
[[nodiscard]] Headers inject();
/// `get` is asked for "traceparent", "tracestate" and "baggage"; empty text: no such header.
[[nodiscard]] RemoteContext extract(const std::function<std::string(std::string_view name)>& get);

/// Makes a remote context current on this thread for as long as it lives.
class [[nodiscard]] RemoteScope
{
public:
    explicit RemoteScope(const RemoteContext& remote) noexcept;

private:
    ContextScope m_scope;
};

} // namespace spanglass
