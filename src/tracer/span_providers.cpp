// SPDX-License-Identifier: Apache-2.0
/// What providers see of a span, and what masking leaves of its text.
#include "tracer/span_access.h"

#include <utility>

#include "tracer/open_traces.h"

namespace spanglass {

namespace {

/// SPANGLASS_DEBUG=context: a line before and after each instrumented call.
void sayContext(const char* when, const detail::SpanExtras& extras)
{
    if (!extras.service->settings.debugContext)
        return;
    const TraceContext& context = *extras.context;
    detail::say(Level::debug, std::string(when) + " " + context.name,
                {{"trace", context.trace.hex()}, {"span", context.span.hex()}, {"project", context.project}});
}

/// A span is of its trace's user, session, project and so on.
void inherit(TraceContext& context, const detail::ServiceState& service)
{
    context.project = service.settings.project;
    context.environment = service.settings.environment;
    const auto root = context.isTrace ? nullptr : detail::openTraces().context(context.trace);
    if (root == nullptr)
        return;
    for (const auto member :
         {&TraceContext::operationType, &TraceContext::user, &TraceContext::session,
          &TraceContext::knowledgeBase, &TraceContext::project, &TraceContext::environment,
          &TraceContext::release, &TraceContext::version, &TraceContext::team, &TraceContext::experiment,
          &TraceContext::experimentVersion, &TraceContext::participant, &TraceContext::sessionState})
        context.*member = (*root).*member;
}

} // namespace

void SpanAccess::addExtras(Span& span, std::shared_ptr<detail::ServiceState> service, std::string_view name,
                           const journal::StartFields& fields) noexcept
{
    try {
        auto extras = std::make_unique<detail::SpanExtras>();
        extras->service = std::move(service);
        if ((span.m_flags & notSampled) == 0) {
            extras->context = std::make_shared<TraceContext>();
            TraceContext& context = *extras->context;
            context.trace = fields.trace;
            context.span = fields.span;
            context.parent = fields.parent;
            context.name = name;
            context.kind = fields.kind;
            context.level = fields.level;
            context.isTrace = (span.m_flags & journal::rootOfTrace) != 0;
            context.detached = (span.m_flags & journal::detached) != 0;
            context.startUnixNs = journal::clock::utcNs();
            extras->startMonoNs = journal::clock::monoNs();
            inherit(context, *extras->service);
            extras->service->spanOpened(extras->context);
        }
        span.m_extras = extras.release();
    } catch (...) {
        // Without memory for it, providers do not see this one.
    }
}

void SpanAccess::tellProviders(Span& span) noexcept
{
    if (span.m_extras->context == nullptr)
        return;
    detail::SpanExtras& extras = *span.m_extras;
    try {
        for (const auto& host : extras.service->hosts)
            if (host->open(extras.context))
                extras.hosts.push_back(host);
        sayContext("before", extras);
    } catch (...) {
        // The providers that were asked have it.
    }
}

void SpanAccess::dismiss(Span& span) noexcept
{
    const std::unique_ptr<detail::SpanExtras> extras(std::exchange(span.m_extras, nullptr));
    if (extras->context == nullptr)
        return;
    try {
        extras->context->setEnd(journal::clock::monoNs() - extras->startMonoNs);
        sayContext("after", *extras);
        extras->service->spanEnded(span.m_span);
        for (auto host = extras->hosts.rbegin(); host != extras->hosts.rend(); ++host)
            (*host)->close(extras->context);
    } catch (...) {
        // As above.
    }
}

std::string_view SpanAccess::masked(const Span& span, std::string_view key, std::string_view text,
                                    std::string& room)
{
    if (span.m_extras == nullptr || !span.m_extras->service->masks()) [[likely]]
        return text;
    room = span.m_extras->service->masked(key, text);
    return room;
}

void SpanAccess::fillContext(Span& span, const TraceOptions& options)
{
    if (!span.records() || span.m_extras == nullptr || span.m_extras->context == nullptr)
        return;
    TraceContext& context = *span.m_extras->context;
    const auto& settings = span.m_extras->service->settings;
    context.operationType = options.operationType;
    context.user = options.user;
    context.session = options.session;
    context.knowledgeBase = options.knowledgeBase;
    context.project = options.project.empty() ? std::string_view(settings.project) : options.project;
    context.environment =
        options.environment.empty() ? std::string_view(settings.environment) : options.environment;
    context.release = options.release;
    context.version = options.version;
    context.team = options.team;
    context.experiment = options.experiment;
    context.experimentVersion = options.experimentVersion;
    context.participant = options.participant;
    context.sessionState = options.sessionState;
    detail::openTraces().setContext(span.m_trace, span.m_extras->context);
}

void SpanAccess::hookTrace(Span& span, std::string_view name) noexcept
{
    if (!span.records() || !detail::hasTraceHook()) [[likely]]
        return;
    try {
        detail::callTraceHook({std::string(name), span.m_trace, span.m_span, {}, {}});
    } catch (...) {
        // A hook is a courtesy.
    }
}

} // namespace spanglass
