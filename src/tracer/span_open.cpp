// SPDX-License-Identifier: Apache-2.0
/// Opening: where a span hangs, what it begins with.
#include "tracer/span_access.h"

#include <cstddef>
#include <cstring>

#include "base/names.h"
#include "tracer/open_traces.h"

namespace spanglass {

namespace {

constexpr std::size_t endBytes = sizeof(journal::layout::EndRecord);

/// Into `span`, which records nothing yet.
[[gnu::always_inline]] inline void openInto(Span& span, std::string_view name, Kind kind, Level level,
                                            const SpanAccess::Parent* parent, bool asTrace) noexcept
{
    if (detail::g_full.load(std::memory_order_relaxed)) [[unlikely]]
        SpanAccess::openAs<true>(span, name, kind, level, parent, asTrace);
    else
        SpanAccess::openAs<false>(span, name, kind, level, parent, asTrace);
}

/// Where a span is opened by a call, this is part of that call.
[[gnu::always_inline]] inline Span open(std::string_view name, Kind kind, Level level,
                                        const SpanAccess::Parent* parent, bool asTrace) noexcept
{
    Span span;
    openInto(span, name, kind, level, parent, asTrace);
    return span;
}

[[gnu::cold, gnu::noinline]] Span openAnyhow(std::string_view name, Kind kind) noexcept
{
    Span span = open(name, kind, Level::normal, nullptr, false);
    SpanAccess::announce(span);
    return span;
}

} // namespace

/// `full`: providers, sampling or masking may be in use. `span` is filled where it is to be used: moving
/// it would cost a tenth of it.
template<bool full>
void SpanAccess::openAs(Span& span, std::string_view name, Kind kind, Level level, const Parent* parent,
                        bool asTrace) noexcept
{
    std::uint32_t run = detail::presentRun();
    if (!detail::isLive(run)) [[unlikely]] {
        if (run == detail::switchedOff)
            return;
        run = detail::start();
        if (!full && detail::g_full.load())
            return openAs<true>(span, name, kind, level, parent, asTrace);
    }
    ThreadState* const thread = detail::threadFor(run);
    if (thread == nullptr) [[unlikely]]
        return;
    const PenGuard guard(*thread);
    if (run != detail::presentRun()) [[unlikely]]
        return;
    if (!guard) [[unlikely]] {
        if (thread->recorder != nullptr)
            thread->recorder->countDropped(journal::layout::DropReason::nested);
        return;
    }
    Frame* const top = parent != nullptr || asTrace ? nullptr : thread->top();
    const bool isRoot = parent == nullptr && top == nullptr;
    name = bounded(name, maxNameBytes);

    journal::StartFields fields{};
    fields.thread = thread->number;
    fields.kind = kind;
    fields.level = level;
    bool sampled = true;
    if (parent != nullptr) {
        fields.trace = parent->context.trace;
        fields.parent = parent->context.span;
        fields.clockEpoch = parent->clockEpoch;
        fields.flags = parent->flags & journal::remoteParent;
        sampled = (parent->flags & notSampled) == 0;
    } else if (top != nullptr) {
        fields.trace.high = top->trace.high;
        fields.trace.low = top->trace.low;
        fields.parent.value = top->span.load(std::memory_order_relaxed);
        fields.clockEpoch = top->marks.clockEpoch;
        fields.flags = static_cast<std::uint8_t>(top->marks.flags & journal::remoteParent);
        sampled = (top->marks.flags & notSampled) == 0;
    } else {
        fields.trace = thread->random.traceId();
        fields.clockEpoch = thread->recorder != nullptr ? thread->recorder->clockEpoch() : std::uint16_t{0};
        fields.flags = asTrace ? journal::rootOfTrace : journal::rootOfTrace | journal::detached;
    }
    fields.span = thread->random.spanId();
    [[maybe_unused]] std::conditional_t<full, std::shared_ptr<detail::ServiceState>, std::nullptr_t>
        service{};
    if constexpr (full) {
        if (detail::insideProvider())
            return;
        service = detail::serviceState();
        if (isRoot && service != nullptr) {
            if (!asTrace && !service->settings.detachedSpans)
                return;
            sampled = service->samples(fields.trace);
        }
    }
    const std::size_t bytes = journal::startBytes(name) + endBytes;
    const bool stores = thread->recorder != nullptr && sampled;
    if (stores && !thread->recorder->room(thread->pen, bytes)) [[unlikely]] {
        thread->recorder->countDropped(journal::layout::DropReason::memory);
        return;
    }
    span.m_run = run;
    span.m_trace.high = fields.trace.high;
    span.m_trace.low = fields.trace.low;
    span.m_span = fields.span;
    span.m_extras = nullptr;
    span.m_usage = nullptr;
    span.m_clockEpoch = fields.clockEpoch;
    span.m_flags = isRoot ? fields.flags : std::uint8_t{0};
    span.m_status = Status::unset;
    span.m_exceptions = *thread->uncaughtExceptions;
    if (!sampled) [[unlikely]]
        span.m_flags |= notSampled;
    push(*thread, span);
    fields.ticks = journal::clock::ticks();
    if (stores) [[likely]]
        journal::writeStart(thread->pen, fields, name);
    if (full || run != detail::presentRun()) [[unlikely]]
        thread->pen.forgetSubject(); // what is set goes the long way, where providers see it
    if (isRoot) [[unlikely]]
        detail::openTraces().open(span.m_trace, span.m_span, name);
    if constexpr (full)
        if (service != nullptr)
            addExtras(span, std::move(service), name, fields);
}

void SpanAccess::applyTrace(Span& span, const TraceOptions& options) noexcept
{
    if (!span.records())
        return;
    if (!options.project.empty())
        detail::openTraces().setProject(span.m_trace, options.project);
    const std::pair<std::string_view, std::string_view> texts[] = {
        {names::operationType, options.operationType},
        {names::user, options.user},
        {names::session, options.session},
        {names::knowledgeBase, options.knowledgeBase},
        {names::project, options.project},
        {names::environment, options.environment},
        {names::release, options.release},
        {names::version, options.version},
        {names::team, options.team},
        {names::experiment, options.experiment},
        {names::experimentVersion, options.experimentVersion}};
    for (const auto& [key, text] : texts)
        if (!text.empty())
            set(span, key, text);
    if (!options.participant.empty())
        set(span, names::participant, Json{options.participant});
    if (!options.sessionState.empty())
        set(span, names::sessionState, Json{options.sessionState});
    if (options.input)
        set(span, names::input, *options.input);
    for (const Field& field : options.metadata)
        setPrefixed(span, names::metadataPrefix, field.key, field.value);
    for (const std::string_view tag : options.tags)
        span.addTag(tag);
}

void SpanAccess::apply(Span& span, const SpanOptions& options) noexcept
{
    if (!span.records())
        return;
    if (options.input)
        set(span, names::input, *options.input);
    for (const Field& field : options.metadata)
        setPrefixed(span, names::metadataPrefix, field.key, field.value);
}

Span Span::span(std::string_view name, Kind kind, const SpanOptions& options) noexcept
{
    if (!records() || m_run != detail::presentRun())
        return {};
    const SpanAccess::Parent parent{context(), m_clockEpoch, m_flags};
    Span child = open(name, kind, options.level, &parent, false);
    SpanAccess::apply(child, options);
    SpanAccess::announce(child);
    return child;
}

Span detail::openTrace(std::string_view name) noexcept
{
    return trace(name, TraceOptions{});
}

/// What a span is while it records.
struct Span::Opening
{
    std::uint64_t id;
    detail::ContextStack* stack;
    detail::TwoWords trace;
    std::uint32_t run;
    std::uint32_t depth;
    std::uint16_t clockEpoch;
    std::uint32_t exceptions;
};

[[gnu::always_inline]] inline Span::Span(const Opening& opening) noexcept
    : m_span{opening.id}, m_stack(opening.stack)
{
    static_assert(offsetof(Span, m_usage) == offsetof(Span, m_extras) + 8);
    constexpr detail::TwoWords zeros{};
    std::memcpy(reinterpret_cast<char*>(this) + offsetof(Span, m_trace), &opening.trace, sizeof m_trace);
    std::memcpy(reinterpret_cast<char*>(this) + offsetof(Span, m_extras), &zeros, sizeof zeros);
    m_run = opening.run;
    m_depth = opening.depth;
    m_clockEpoch = opening.clockEpoch;
    m_flags = 0;
    m_status = Status::unset;
    m_exceptions = opening.exceptions;
}

namespace {

/// What is seldom needed is a call at the end, so that nothing has to be kept over it.
Span openByAnyClock(std::string_view name, Kind kind, std::uint64_t mark) noexcept;

} // namespace

/// A child of what is current on this thread, where nothing is to be decided.
template<bool byCounter>
[[gnu::always_inline]] inline Span SpanAccess::openBelowTop(std::string_view name, Kind kind,
                                                            std::uint64_t mark) noexcept
{
    const auto otherwise = [&] {
        return byCounter ? openByAnyClock(name, kind, mark) : openAnyhow(name, kind);
    };
    auto* const thread = static_cast<ThreadState*>(detail::t_thread);
    if (thread == nullptr || thread->busy) [[unlikely]]
        return otherwise();
    if (byCounter ? mark == 0 : detail::g_full.load(std::memory_order_relaxed)) [[unlikely]]
        return otherwise();
    thread->setBusy(true);
    detail::ContextStack& stack = *thread->stack;
    const auto& presentRun = byCounter ? thread->shortRun : thread->run;
    const std::uint32_t run = presentRun.load(std::memory_order_relaxed);
    const std::uint32_t depth = stack.depth;
    Frame* const top = stack.frames.data() + depth - 1;
    journal::Pen& pen = thread->pen;
    journal::Pen::Place place{};
    const auto isUsual = [&] {
        if (run == 0 || depth - 1 >= detail::ContextStack::inlineFrames - 1) [[unlikely]]
            return false;
        place = pen.place(); // of an ended run's pen there may be none any more
        if (!pen.fits(place, (mark != 0 ? sizeof(journal::layout::StartRecord) : journal::startBytes(name)) +
                                 endBytes) ||
            (mark == 0 && name.size() > maxNameBytes)) [[unlikely]]
            return false;
        if (byCounter && !pen.isOf(top->trace)) [[unlikely]]
            return false;
        return top->span.load(std::memory_order_acquire) != 0 && top->marks.flags == 0;
    };
    if (!isUsual()) [[unlikely]] {
        thread->setBusy(false);
        return otherwise();
    }
    detail::TwoWords trace;
    std::memcpy(&trace, &top->trace, sizeof trace);
    journal::StartFields fields;
    fields.trace.high = trace[0];
    fields.trace.low = trace[1];
    fields.span = thread->random.spanId();
    fields.parent.value = top->span.load(std::memory_order_relaxed);
    fields.thread = thread->number;
    fields.clockEpoch = top->marks.clockEpoch;
    fields.kind = kind;
    fields.level = Level::normal;
    fields.flags = 0;
    Frame& frame = top[1];
    std::memcpy(reinterpret_cast<char*>(&frame.trace), &trace, sizeof trace);
    frame.marks = top->marks;
    frame.counts.store(0, std::memory_order_relaxed);
    frame.span.store(fields.span.value, std::memory_order_release);
    stack.depth = depth + 1;
    const std::uint32_t exceptions = *thread->uncaughtExceptions;
    if constexpr (byCounter) {
        fields.ticks = journal::clock::counter();
        journal::recording::writeStartAs<true, true>(pen, place, fields, name, mark);
    } else {
        fields.ticks = journal::clock::ticks();
        journal::writeStart(pen, fields, name, mark);
    }
    if (presentRun.load(std::memory_order_relaxed) != run) [[unlikely]]
        pen.forgetSubject();
    thread->setBusy(false);
    return Span(Span::Opening{fields.span.value, &stack, trace, run, depth, fields.clockEpoch, exceptions});
}

namespace {

[[gnu::noinline]] Span openByAnyClock(std::string_view name, Kind kind, std::uint64_t mark) noexcept
{
    return SpanAccess::openBelowTop<false>(name, kind, mark);
}

} // namespace

Span detail::openSpan(std::string_view name, Kind kind, std::uint64_t mark) noexcept
{
    return SpanAccess::openBelowTop<true>(name, kind, mark);
}

Span detail::openSpan(std::string_view name, Kind kind) noexcept
{
    return openByAnyClock(name, kind, 0);
}

Span trace(std::string_view name, const TraceOptions& options) noexcept
{
    const SpanContext outer = current();
    Span span = open(name, options.kind, Level::normal, nullptr, true);
    SpanAccess::applyTrace(span, options);
    // A trace inside a trace has a state of its own, and remembers where it was opened.
    if (outer.valid())
        span.addLink(outer);
    try {
        SpanAccess::fillContext(span, options);
    } catch (...) {
        span.m_flags |= journal::incomplete;
    }
    SpanAccess::hookTrace(span, name);
    SpanAccess::announce(span);
    return span;
}

Span span(std::string_view name, Kind kind, const SpanOptions& options) noexcept
{
    Span span = open(name, kind, options.level, nullptr, false);
    SpanAccess::apply(span, options);
    SpanAccess::announce(span);
    return span;
}

Span traceOrSpan(std::string_view name, Kind kind) noexcept
{
    return current().valid() ? span(name, kind) : trace(name, TraceOptions{.kind = kind});
}

} // namespace spanglass
