// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/otlp_groups.h"

#include <algorithm>

#include "base/names.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

bool sameScope(const trace::Scope& a, const trace::Scope& b)
{
    return a.name == b.name && a.version == b.version && a.attributes == b.attributes;
}

const trace::Value* keptValue(const trace::Span& span, std::string_view key)
{
    for (const trace::Attribute& attribute : span.attributes) {
        if (attribute.key == key)
            return &attribute.value;
    }
    return nullptr;
}

/// Neighbours mostly share theirs, so the last group is looked at first.
OtlpResourceGroup& groupFor(std::vector<OtlpResourceGroup>& groups, const trace::Span& span)
{
    const auto same = [&](const OtlpResourceGroup& group) {
        return *group.service == span.service && *group.resource == span.resource;
    };
    const auto at = std::find_if(groups.rbegin(), groups.rend(), same);
    if (at != groups.rend())
        return *at;
    groups.push_back({&span.resource, &span.service, {}});
    return groups.back();
}

OtlpScopeGroup& scopeFor(OtlpResourceGroup& group, const trace::Span& span)
{
    const auto same = [&](const OtlpScopeGroup& scope) { return sameScope(*scope.scope, span.scope); };
    const auto at = std::find_if(group.scopes.rbegin(), group.scopes.rend(), same);
    if (at != group.scopes.rend())
        return *at;
    group.scopes.push_back({&span.scope, {}});
    return group.scopes.back();
}

} // namespace

std::vector<OtlpResourceGroup> otlpGroups(std::span<const OtlpSpan> spans)
{
    std::vector<OtlpResourceGroup> groups;
    for (const OtlpSpan& span : spans)
        scopeFor(groupFor(groups, *span.span), *span.span).spans.push_back(&span);
    return groups;
}

int otlpKind(const trace::Span& span)
{
    constexpr int internal = 1;
    constexpr int client = 3;
    if (const auto* kept = std::get_if<std::string>(keptValue(span, otlp::spanKind))) {
        if (const int number = otlp::kindNumber(*kept); number != 0)
            return number;
    }
    const Kind kind = span.kind;
    return kind == Kind::llm || kind == Kind::embedding || kind == Kind::reranker ? client : internal;
}

bool isOtlpMember(std::string_view key)
{
    return key == otlp::spanKind || key == otlp::traceState || key == otlp::flags ||
           key == otlp::droppedAttributes || key == otlp::droppedEvents || key == otlp::droppedLinks;
}

std::int64_t keptNumber(const trace::Span& span, std::string_view key)
{
    const auto* number = std::get_if<std::int64_t>(keptValue(span, key));
    return number == nullptr ? 0 : *number;
}

std::string_view keptTraceState(const trace::Span& span)
{
    const auto* state = std::get_if<std::string>(keptValue(span, otlp::traceState));
    return state == nullptr ? std::string_view() : std::string_view(*state);
}

bool overridden(const trace::Attribute& attribute, const trace::Attributes* extra)
{
    return isOtlpMember(attribute.key) ||
           (extra && std::any_of(extra->begin(), extra->end(),
                                 [&](const trace::Attribute& other) { return other.key == attribute.key; }));
}

bool saysService(const trace::Attributes& resource)
{
    return std::any_of(resource.begin(), resource.end(),
                       [](const trace::Attribute& attribute) { return attribute.key == names::serviceName; });
}

} // namespace spanglass::formats
