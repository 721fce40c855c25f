// SPDX-License-Identifier: GPL-3.0-or-later
/// The order of an OTLP request: spans by resource, and within by scope, in the order of their first span.
#pragma once

#include <span>
#include <vector>

#include "formats/otlp_request.h"

namespace spanglass::formats {

struct OtlpScopeGroup
{
    const trace::Scope* scope = nullptr;
    std::vector<const OtlpSpan*> spans;
};

struct OtlpResourceGroup
{
    const trace::Attributes* resource = nullptr;
    const std::string* service = nullptr; ///< for a resource that does not say service.name
    std::vector<OtlpScopeGroup> scopes;
};

[[nodiscard]] std::vector<OtlpResourceGroup> otlpGroups(std::span<const OtlpSpan> spans);

/// OTLP's SpanKind: what the span came with (`otlp::spanKind`), else CLIENT for calls that leave the process,
/// INTERNAL for the rest.
[[nodiscard]] int otlpKind(const trace::Span& span);
/// True for attributes that stand for members of an OTLP span (`otlp::traceState`, …): they are written as
/// those.
[[nodiscard]] bool isOtlpMember(std::string_view key);
/// The whole number kept under that name; 0 where there is none.
[[nodiscard]] std::int64_t keptNumber(const trace::Span& span, std::string_view key);
[[nodiscard]] std::string_view keptTraceState(const trace::Span& span);

/// True where `extra` says the same key, or the attribute is written as a member.
[[nodiscard]] bool overridden(const trace::Attribute& attribute, const trace::Attributes* extra);

[[nodiscard]] bool saysService(const trace::Attributes& resource);

} // namespace spanglass::formats
