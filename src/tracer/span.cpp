// SPDX-License-Identifier: Apache-2.0
/// Spans: opening, what they are told, ending; and the context around them.
#include <spanglass/tracer.h>

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cxxabi.h>
#include <memory>
#include <typeinfo>

#include "base/json_writer.h"
#include "base/names.h"
#include "journal/clock.h"
#include "journal/pen.h"
#include "tracer/context_access.h"
#include "tracer/runtime.h"
#include "tracer/service_state.h"

namespace spanglass {

using detail::Frame;
using detail::PenGuard;
using detail::ThreadState;
using journal::Pen;
using journal::ValueType;
using journal::layout::RecordType;

namespace {

/// Text longer than this goes in parts.
constexpr std::size_t inlineBytes = 4096;
constexpr std::size_t partBytes = 24 << 10;
constexpr std::size_t maxNameBytes = 4096;

/// Not less than a whole character at the end: a name is cut where it would exceed its bound.
std::string_view bounded(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

std::string jsonOf(Fields fields)
{
    JsonWriter json;
    json.beginObject();
    for (const Field& field : fields) {
        json.key(field.key);
        switch (field.value.type()) {
        case Value::Type::text:
            json.value(field.value.text());
            break;
        case Value::Type::integer:
            json.value(field.value.integer());
            break;
        case Value::Type::real:
            json.value(field.value.real());
            break;
        case Value::Type::boolean:
            json.value(field.value.integer() != 0);
            break;
        case Value::Type::json:
            json.raw(field.value.text());
            break;
        }
    }
    json.endObject();
    return json.take();
}

std::string typeName(const std::type_info& type)
{
    int status = 0;
    const std::unique_ptr<char, void (*)(void*)> name(
        abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
    return status == 0 && name ? name.get() : type.name();
}

template<class... Words>
void write(Pen& pen, RecordType type, SpanId span, ValueType valueType, std::size_t aux,
           std::string_view first, std::string_view second, Words... fixed) noexcept
{
    detail::writeSpanRecord(pen, static_cast<std::uint64_t>(type), span.value,
                            static_cast<std::uint64_t>(valueType), aux, first, second, fixed...);
}

constexpr std::size_t endBytes = sizeof(journal::layout::EndRecord);

} // namespace

struct SpanAccess
{
    struct Parent
    {
        SpanContext context;
        std::uint16_t clockEpoch = 0;
        std::uint8_t flags = 0;
    };

    static Span open(std::string_view name, Kind kind, Level level, const Parent* parent,
                     bool asTrace) noexcept
    {
        Span span;
        if (detail::g_full.load(std::memory_order_relaxed)) [[unlikely]]
            openAs<true>(span, name, kind, level, parent, asTrace);
        else
            openAs<false>(span, name, kind, level, parent, asTrace);
        return span;
    }

    /// `full`: providers, sampling or masking may be in use. `span` is filled where it is to be used: moving
    /// it would cost a tenth of it.
    template<bool full>
    static void openAs(Span& span, std::string_view name, Kind kind, Level level, const Parent* parent,
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
            fields.clockEpoch = top->clockEpoch;
            fields.flags = top->flags & journal::remoteParent;
            sampled = (top->flags & notSampled) == 0;
        } else {
            fields.trace = thread->random.traceId();
            fields.clockEpoch =
                thread->recorder != nullptr ? thread->recorder->clockEpoch() : std::uint16_t{0};
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
        span.m_thread = thread;
        span.m_extras = nullptr;
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
        if constexpr (full)
            if (service != nullptr)
                addExtras(span, std::move(service), name, fields);
        if (asTrace && detail::g_listTraces.load(std::memory_order_relaxed)) [[unlikely]]
            detail::g_activeTraces.add({std::string(name), span.m_trace, span.m_span, {}, {}});
    }

    /// A bit of Span::m_flags and Frame::flags beside journal::RecordFlag; never written.
    static constexpr std::uint8_t notSampled = 128;

    static void addExtras(Span& span, std::shared_ptr<detail::ServiceState> service, std::string_view name,
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
            }
            span.m_extras = extras.release();
        } catch (...) {
            // Without memory for it, providers do not see this one.
        }
    }

    /// Hands the span to the providers: after its options are known.
    static void announce(Span& span) noexcept
    {
        if (span.m_run == detail::noRun || span.m_extras == nullptr || span.m_extras->context == nullptr)
            [[likely]]
            return;
        detail::SpanExtras& extras = *span.m_extras;
        try {
            for (const auto& host : extras.service->hosts)
                if (host->open(extras.context))
                    extras.hosts.push_back(host);
            if (extras.service->settings.debugContext)
                detail::log(Level::debug, "before " + extras.context->name,
                            {{"trace", span.m_trace.hex()},
                             {"span", span.m_span.hex()},
                             {"project", extras.service->settings.project}});
        } catch (...) {
            // The providers that were asked have it.
        }
    }

    /// The providers' scopes end in reverse order.
    static void dismiss(Span& span) noexcept
    {
        const std::unique_ptr<detail::SpanExtras> extras(std::exchange(span.m_extras, nullptr));
        if (extras->context == nullptr)
            return;
        try {
            extras->context->setEnd(journal::clock::monoNs() - extras->startMonoNs);
            if (extras->service->settings.debugContext)
                detail::log(Level::debug, "after " + extras->context->name,
                            {{"trace", span.m_trace.hex()},
                             {"span", span.m_span.hex()},
                             {"project", extras->service->settings.project}});
            for (auto host = extras->hosts.rbegin(); host != extras->hosts.rend(); ++host)
                (*host)->close(extras->context);
        } catch (...) {
            // As above.
        }
    }

    static void push(ThreadState& thread, Span& span) noexcept
    {
        static_cast<void>(thread.top()); // so that ended frames do not pile up
        Frame* const frame = thread.frame(thread.depth);
        if (frame == nullptr) [[unlikely]] {
            span.m_depth = UINT32_MAX; // never current
            return;
        }
        frame->trace.high = span.m_trace.high;
        frame->trace.low = span.m_trace.low;
        frame->clockEpoch = span.m_clockEpoch;
        frame->flags = span.m_flags & notSampled;
        frame->spans = 0;
        frame->errors = 0;
        frame->span.store(span.m_span.value, std::memory_order_release);
        span.m_depth = thread.depth++;
    }

    /// Takes the span off the stack it is on, wherever, and adds it to what its parent counts; false when it
    /// was not the top of this thread's.
    static bool pop(ThreadState* thread, const Span& span, detail::FrameCounts& counts) noexcept
    {
        if (span.m_depth == UINT32_MAX)
            return true;
        std::uint64_t mine = span.m_span.value;
        Frame* const frame = span.m_thread->frame(span.m_depth);
        const bool home = thread == span.m_thread;
        if (home && frame->span.load(std::memory_order_relaxed) == mine) [[likely]] {
            counts = {frame->spans, frame->errors};
            if (span.m_depth > 0 && (span.m_flags & journal::rootOfTrace) == 0) {
                Frame* const below = thread->frame(span.m_depth - 1);
                below->spans += counts.spans + 1;
                below->errors += counts.errors + (span.m_status == Status::error ? 1 : 0);
            }
            if (thread->depth == span.m_depth + 1) [[likely]] {
                frame->span.store(0, std::memory_order_relaxed);
                --thread->depth;
                return true;
            }
        }
        const bool inOrder =
            home && thread->top() == frame && frame->span.load(std::memory_order_relaxed) == mine;
        frame->span.compare_exchange_strong(mine, 0, std::memory_order_acq_rel);
        return inOrder;
    }

    /// The pen of this thread with room for `bytes` about `span`; nullptr: not recorded, and the span is
    /// marked where something of it is lost.
    static Pen* penFor(Span& span, ThreadState& thread, std::size_t bytes) noexcept
    {
        if (thread.recorder == nullptr || (span.m_flags & notSampled) != 0) [[unlikely]]
            return nullptr;
        if (thread.recorder->room(thread.pen, bytes)) [[likely]]
            return &thread.pen;
        span.m_flags |= journal::incomplete;
        return nullptr;
    }

    template<class Write> static void about(Span& span, std::size_t bytes, const Write& write) noexcept
    {
        ThreadState* const thread = detail::threadFor(span.m_run);
        if (thread == nullptr) [[unlikely]]
            return;
        const PenGuard guard(*thread);
        if (span.m_run != detail::presentRun()) [[unlikely]]
            return;
        if (!guard) [[unlikely]] {
            span.m_flags |= journal::incomplete;
            return;
        }
        if (Pen* const pen = penFor(span, *thread, bytes)) [[likely]]
            write(*pen);
    }

    static void setLong(Span& span, std::string_view key, ValueType type, std::string_view text) noexcept
    {
        constexpr std::size_t fixedWords = 2;
        for (std::size_t at = 0; at < text.size();) {
            const std::string_view part = text.substr(at, partBytes);
            about(span, detail::sizeAboutSpan(fixedWords, key.size() + part.size()), [&](Pen& pen) {
                write(pen, RecordType::payloadPart, span.m_span, type, key.size(), key, part, at,
                      text.size());
            });
            at += part.size();
        }
    }

    static void set(Span& span, std::string_view key, const Value& value) noexcept
    {
        if (span.m_extras == nullptr) [[likely]]
            return store(span, key, value);
        const detail::SpanExtras& extras = *span.m_extras;
        if (extras.context == nullptr)
            return;
        try {
            std::string clean;
            Value shown = value;
            if (extras.service->masks() && (value.isText() || extras.service->masking.hidesKey(key))) {
                clean = extras.service->masked(key, value.isText() ? value.text() : "a number");
                shown = value.type() == Value::Type::json && clean != Masking::mark ? Value(Json{clean})
                                                                                    : Value(clean);
            }
            extras.context->set(key, shown);
            store(span, key, shown);
        } catch (...) {
            span.m_flags |= journal::incomplete;
        }
    }

    /// `text` as it may be stored under `key`.
    static std::string_view masked(const Span& span, std::string_view key, std::string_view text,
                                   std::string& room)
    {
        if (span.m_extras == nullptr || !span.m_extras->service->masks()) [[likely]]
            return text;
        room = span.m_extras->service->masked(key, text);
        return room;
    }

    static void store(Span& span, std::string_view key, const Value& value) noexcept
    {
        key = bounded(key, maxNameBytes);
        const bool isText = value.type() == Value::Type::text || value.type() == Value::Type::json;
        // The two enumerations have the same order; the journal's begins with `none`.
        const auto type = static_cast<ValueType>(static_cast<unsigned>(value.type()) + 1);
        if (isText) {
            const std::string_view text = value.text();
            if (text.size() > inlineBytes) [[unlikely]]
                return setLong(span, key, type, text);
            about(span, detail::sizeAboutSpan(0, key.size() + text.size()), [&](Pen& pen) {
                write(pen, RecordType::attribute, span.m_span, type, key.size(), key, text);
            });
            return;
        }
        const std::uint64_t number = value.type() == Value::Type::real
                                         ? std::bit_cast<std::uint64_t>(value.real())
                                         : static_cast<std::uint64_t>(value.integer());
        about(span, detail::sizeAboutSpan(1, key.size()), [&](Pen& pen) {
            write(pen, RecordType::attribute, span.m_span, type, key.size(), key, {}, number);
        });
    }

    static void setPrefixed(Span& span, std::string_view prefix, std::string_view key,
                            const Value& value) noexcept
    {
        try {
            std::string whole(prefix);
            whole += key;
            set(span, whole, value);
        } catch (...) {
            span.m_flags |= journal::incomplete;
        }
    }

    static void event(Span& span, std::string_view name, std::string json)
    {
        name = bounded(name, maxNameBytes);
        std::string room;
        if (const std::string_view clean = masked(span, name, json, room); clean.data() == room.data())
            json = room == Masking::mark ? "{}" : room;
        if (span.m_extras != nullptr && span.m_extras->context != nullptr)
            span.m_extras->context->addEvent(std::string(name), json);
        const std::string_view attributes = json.size() <= partBytes ? std::string_view(json) : "{}";
        if (json.size() > partBytes)
            span.m_flags |= journal::incomplete;
        about(span, detail::sizeAboutSpan(2, name.size() + attributes.size()), [&](Pen& pen) {
            write(pen, RecordType::event, span.m_span, ValueType::json, name.size(), name, attributes,
                  journal::clock::ticks(), span.m_clockEpoch);
        });
    }

    static void applyTrace(Span& span, const TraceOptions& options) noexcept
    {
        const std::pair<std::string_view, std::string_view> texts[] = {
            {names::operationType, options.operationType},
            {names::user, options.user},
            {names::session, options.session},
            {names::knowledgeBase, options.knowledgeBase},
            {names::project, options.project},
            {names::environment, options.environment},
            {names::release, options.release},
            {names::version, options.version}};
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

    static void apply(Span& span, const SpanOptions& options) noexcept
    {
        if (options.input)
            set(span, names::input, *options.input);
        for (const Field& field : options.metadata)
            setPrefixed(span, names::metadataPrefix, field.key, field.value);
    }

    /// For a span whose object is elsewhere. Providers keep its context by its id; they see these as
    /// attributes of the journal only.
    static void setOutputsOf(SpanId id, std::uint32_t run, ThreadState& thread, Fields outputs) noexcept
    {
        Span alias;
        alias.m_run = run;
        alias.m_span = id;
        alias.m_flags = 0;
        alias.m_thread = &thread;
        for (const Field& field : outputs)
            setPrefixed(alias, names::outputPrefix, field.key, field.value);
        alias.m_run = detail::noRun; // it ends nothing
    }

    static void fillContext(Span& span, const TraceOptions& options)
    {
        if (span.m_extras == nullptr || span.m_extras->context == nullptr)
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
    }

    static void hookTrace(Span& span, std::string_view name) noexcept
    {
        if (span.m_run == detail::noRun || !detail::hasTraceHook()) [[likely]]
            return;
        try {
            detail::callTraceHook({std::string(name), span.m_trace, span.m_span, {}, {}});
        } catch (...) {
            // A hook is a courtesy.
        }
    }

    /// The sums of a trace, on its root: what its spans on this thread and in contexts carried from it
    /// counted.
    static void writeSums(Span& span, std::uint32_t spans, std::uint32_t errors) noexcept
    {
        store(span, names::traceSpans, static_cast<std::int64_t>(spans));
        store(span, names::traceErrors, static_cast<std::int64_t>(errors));
    }
};

void Span::take(Span& other) noexcept
{
    m_run = std::exchange(other.m_run, detail::noRun);
    if (m_run == detail::noRun)
        return;
    m_depth = other.m_depth;
    m_trace = other.m_trace;
    m_span = other.m_span;
    m_thread = other.m_thread;
    m_extras = other.m_extras;
    m_clockEpoch = other.m_clockEpoch;
    m_flags = other.m_flags;
    m_status = other.m_status;
    m_exceptions = other.m_exceptions;
}

Span& Span::operator=(Span&& other) noexcept
{
    if (this != &other) {
        finish();
        take(other);
    }
    return *this;
}

void Span::end(bool byDestructor) noexcept
{
    const std::uint32_t run = std::exchange(m_run, detail::noRun);
    ThreadState* const thread = run == detail::presentRun() ? detail::threadFor(run) : nullptr;
    if (thread == nullptr) [[unlikely]] {
        // Of a run that is over, or of the parent process: not this recorder's.
        delete std::exchange(m_extras, nullptr);
        return;
    }
    const std::uint64_t ticks = journal::clock::ticks();
    detail::FrameCounts counts;
    if (!SpanAccess::pop(thread, *this, counts)) [[unlikely]] {
        m_flags |= journal::endedLate;
        if (m_extras != nullptr)
            detail::log(Level::debug, "a span ended out of order or on another thread",
                        {{"span", m_span.hex()}});
    }
    if (byDestructor && *thread->uncaughtExceptions > m_exceptions && thread == m_thread &&
        m_status != Status::error) [[unlikely]] {
        m_run = run;
        setStatus(Status::error, "left by an exception");
        m_run = detail::noRun;
    }
    if ((m_flags & journal::rootOfTrace) != 0) [[unlikely]]
        endTrace(run, counts.spans, counts.errors);
    if (m_extras != nullptr) [[unlikely]]
        SpanAccess::dismiss(*this);
    const PenGuard guard(*thread);
    if (run != detail::presentRun() || thread->recorder == nullptr || (m_flags & SpanAccess::notSampled) != 0)
        [[unlikely]]
        return;
    if (guard && thread->recorder->roomForEnd(thread->pen)) [[likely]]
        journal::writeEnd(thread->pen, m_trace, m_span, ticks, m_status, m_flags, m_clockEpoch);
    else
        thread->recorder->countLostEnd();
    if (guard && thread == m_thread) [[likely]]
        thread->pen.closed();
}

/// A trace ends with its sums; where one of its spans failed and its owner said nothing else, it failed.
void Span::endTrace(std::uint32_t run, std::uint32_t spans, std::uint32_t errors) noexcept
{
    m_run = run;
    SpanAccess::writeSums(*this, spans + 1, errors + (m_status == Status::error ? 1 : 0));
    if (m_status == Status::unset && errors > 0)
        m_status = Status::error;
    if (m_extras != nullptr && m_extras->context != nullptr && m_status != Status::unset)
        m_extras->context->setStatus(m_status, m_extras->context->statusMessage());
    m_run = detail::noRun;
    if (detail::g_listTraces.load(std::memory_order_relaxed)) [[unlikely]]
        detail::g_activeTraces.remove(m_span);
}

void Span::setAnyhow(std::string_view key, const Value& value) noexcept
{
    if (m_run != detail::noRun)
        SpanAccess::set(*this, key, value);
}

Span& Span::setInput(const Value& value) noexcept
{
    setAnyhow(names::input, value);
    return *this;
}

Span& Span::setOutput(const Value& value) noexcept
{
    setAnyhow(names::output, value);
    return *this;
}

Span& Span::setOutputs(Fields outputs) noexcept
{
    for (const Field& field : outputs)
        if (m_run != detail::noRun)
            SpanAccess::setPrefixed(*this, names::outputPrefix, field.key, field.value);
    if (m_run != detail::noRun && m_extras != nullptr && m_extras->context != nullptr) {
        try {
            m_extras->context->setOutputs(outputs);
        } catch (...) {
            m_flags |= journal::incomplete;
        }
    }
    return *this;
}

Span& Span::setMetadata(std::string_view key, const Value& value) noexcept
{
    if (m_run != detail::noRun)
        SpanAccess::setPrefixed(*this, names::metadataPrefix, key, value);
    return *this;
}

Span& Span::addTag(std::string_view tag) noexcept
{
    if (m_run != detail::noRun)
        SpanAccess::setPrefixed(*this, names::tagPrefix, tag, true);
    return *this;
}

Span& Span::setStatus(Status status, std::string_view message) noexcept
{
    if (m_run == detail::noRun)
        return *this;
    m_status = status;
    message = bounded(message, inlineBytes);
    std::string room;
    if (m_extras != nullptr) [[unlikely]] {
        try {
            message = SpanAccess::masked(*this, "status", message, room);
            if (m_extras->context != nullptr)
                m_extras->context->setStatus(status, std::string(message));
        } catch (...) {
            message = {};
        }
    }
    SpanAccess::about(*this, detail::sizeAboutSpan(0, message.size()), [&](Pen& pen) {
        write(pen, RecordType::status, m_span, ValueType::text, static_cast<std::size_t>(status), {},
              message);
    });
    return *this;
}

Span& Span::recordError(std::string_view message, std::string_view type) noexcept
{
    if (m_run == detail::noRun)
        return *this;
    try {
        const std::string json =
            type.empty() ? jsonOf({{names::exceptionMessage, message}})
                         : jsonOf({{names::exceptionType, type}, {names::exceptionMessage, message}});
        SpanAccess::event(*this, names::exceptionEvent, json);
    } catch (...) {
        m_flags |= journal::incomplete;
    }
    return setStatus(Status::error, message);
}

Span& Span::recordError(const std::exception& error) noexcept
{
    try {
        return recordError(error.what(), typeName(typeid(error)));
    } catch (...) {
        return recordError(error.what());
    }
}

Span& Span::addEvent(std::string_view name, Fields attributes) noexcept
{
    if (m_run == detail::noRun)
        return *this;
    try {
        SpanAccess::event(*this, name, attributes.size() == 0 ? std::string() : jsonOf(attributes));
    } catch (...) {
        m_flags |= journal::incomplete;
    }
    return *this;
}

Span& Span::addEvent(std::string_view name, Json attributes) noexcept
{
    if (m_run == detail::noRun)
        return *this;
    try {
        SpanAccess::event(*this, name, std::string(attributes.text));
    } catch (...) {
        m_flags |= journal::incomplete;
    }
    return *this;
}

Span& Span::addLink(SpanContext to, Fields attributes) noexcept
{
    if (m_run == detail::noRun)
        return *this;
    try {
        const std::string json = attributes.size() == 0 ? std::string() : jsonOf(attributes);
        SpanAccess::about(*this, detail::sizeAboutSpan(3, json.size()), [&](Pen& pen) {
            write(pen, RecordType::link, m_span, ValueType::json, 0, {}, json, to.trace.high, to.trace.low,
                  to.span.value);
        });
    } catch (...) {
        m_flags |= journal::incomplete;
    }
    return *this;
}

Span& Span::logLlmCall(const LlmCall& call) noexcept
{
    if (!call.model.empty())
        set(names::model, call.model);
    if (!call.provider.empty())
        set(names::provider, call.provider);
    const std::pair<std::string_view, std::optional<std::int64_t>> tokens[] = {
        {names::inputTokens, call.inputTokens},
        {names::cachedTokens, call.cachedTokens},
        {names::outputTokens, call.outputTokens},
        {names::reasoningTokens, call.reasoningTokens}};
    for (const auto& [key, count] : tokens)
        if (count)
            set(key, *count);
    if (call.timeToFirstToken)
        set(names::timeToFirstToken, std::chrono::duration<double>(*call.timeToFirstToken).count());
    if (!call.cost.empty())
        set(names::cost, call.cost);
    return *this;
}

Span& Span::logChatMessage(const ChatMessage& message) noexcept
{
    if (m_run == detail::noRun)
        return *this;
    try {
        // OpenTelemetry's per-message events: gen_ai.user.message and its like.
        const std::string name =
            "gen_ai." + std::string(message.role.empty() ? "user" : message.role) + ".message";
        addEvent(name, {{"content", message.content}, {"id", message.id}, {"parent_id", message.parentId}});
    } catch (...) {
        m_flags |= journal::incomplete;
    }
    return *this;
}

Span& Span::logToolCall(const ToolCall& call) noexcept
{
    if (!call.name.empty())
        set("gen_ai.tool.name", call.name);
    if (!call.id.empty())
        set("gen_ai.tool.call.id", call.id);
    if (call.arguments)
        setInput(*call.arguments);
    if (call.result)
        setOutput(*call.result);
    return *this;
}

Span& Span::logDocumentEvent(const DocumentEvent& event) noexcept
{
    if (event.chunks)
        return addEvent("spanglass.document",
                        {{"document", event.document}, {"chunks", *event.chunks}, {"status", event.status}});
    return addEvent("spanglass.document", {{"document", event.document}, {"status", event.status}});
}

Span& Span::logScore(std::string_view name, const Value& value, std::string_view comment) noexcept
{
    return addEvent(names::scoreEvent, {{"name", name}, {"value", value}, {"comment", comment}});
}

Span& Span::setInputMessageId(std::string_view id) noexcept
{
    return set("spanglass.input_message_id", id);
}

Span& Span::setOutputMessageId(std::string_view id) noexcept
{
    return set("spanglass.output_message_id", id);
}

Span& Span::detachFromThread() noexcept
{
    auto* const thread = static_cast<ThreadState*>(detail::t_thread);
    if (m_run == detail::noRun || m_run != detail::presentRun() || thread == nullptr || m_depth == UINT32_MAX)
        return *this;
    detail::FrameCounts counts;
    static_cast<void>(SpanAccess::pop(thread, *this, counts));
    m_depth = UINT32_MAX;
    return *this;
}

void detail::setArgument(Span& span, std::size_t position, std::size_t count, const Value& value) noexcept
{
    if (count == 1) {
        span.setInput(value);
        return;
    }
    char key[32] = "input.";
    std::snprintf(key + 6, sizeof key - 6, "%zu", position);
    span.set(std::string_view(key), value);
}

void setCurrentSpanOutputs(Fields outputs) noexcept
{
    const std::uint32_t run = detail::presentRun();
    auto* const thread = static_cast<ThreadState*>(detail::t_thread);
    const Frame* const top =
        detail::isLive(run) && thread != nullptr && thread->run == run ? thread->top() : nullptr;
    if (top == nullptr) {
        static std::atomic<bool> said{false};
        if (!detail::isOff() && !said.exchange(true))
            detail::log(Level::warning, "outputs were set where no span is current", {});
        return;
    }
    SpanAccess::setOutputsOf({top->span.load(std::memory_order_relaxed)}, run, *thread, outputs);
}

Span Span::span(std::string_view name, Kind kind, const SpanOptions& options) noexcept
{
    if (m_run == detail::noRun || m_run != detail::presentRun())
        return {};
    const SpanAccess::Parent parent{context(), m_clockEpoch, m_flags};
    Span child = SpanAccess::open(name, kind, options.level, &parent, false);
    SpanAccess::apply(child, options);
    SpanAccess::announce(child);
    return child;
}

SpanContext Span::context() const noexcept
{
    return m_run == detail::noRun ? SpanContext{} : SpanContext{m_trace, m_span};
}

bool Span::recording() const noexcept
{
    return m_run != detail::noRun && m_run == detail::presentRun();
}

Span detail::openTrace(std::string_view name) noexcept
{
    return trace(name, TraceOptions{});
}

Span detail::openSpan(std::string_view name, Kind kind) noexcept
{
    Span span = SpanAccess::open(name, kind, Level::normal, nullptr, false);
    SpanAccess::announce(span);
    return span;
}

Span trace(std::string_view name, const TraceOptions& options) noexcept
{
    const SpanContext outer = current();
    Span span = SpanAccess::open(name, options.kind, Level::normal, nullptr, true);
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
    Span span = SpanAccess::open(name, kind, options.level, nullptr, false);
    SpanAccess::apply(span, options);
    SpanAccess::announce(span);
    return span;
}

Span traceOrSpan(std::string_view name, Kind kind) noexcept
{
    return current().valid() ? span(name, kind) : trace(name, TraceOptions{.kind = kind});
}

SpanContext current() noexcept
{
    return Context::current().span();
}

Context Context::current() noexcept
{
    Context context;
    const std::uint32_t run = detail::presentRun();
    auto* const thread = static_cast<ThreadState*>(detail::t_thread);
    if (!detail::isLive(run) || thread == nullptr || thread->run != run)
        return context;
    if (const Frame* top = thread->top()) {
        context.m_span = {top->trace, {top->span.load(std::memory_order_relaxed)}};
        context.m_run = run;
        context.m_clockEpoch = top->clockEpoch;
        context.m_flags = top->flags;
    }
    return context;
}

ContextScope::ContextScope(const Context& context) noexcept
{
    if (context.m_run == detail::noRun || context.m_run != detail::presentRun())
        return;
    ThreadState* const thread = detail::threadFor(context.m_run);
    if (thread == nullptr)
        return;
    static_cast<void>(thread->top());
    Frame* const frame = thread->frame(thread->depth);
    if (frame == nullptr)
        return;
    frame->trace = context.m_span.trace;
    frame->clockEpoch = context.m_clockEpoch;
    frame->flags = context.m_flags;
    frame->spans = 0;
    frame->errors = 0;
    frame->span.store(context.m_span.span.value, std::memory_order_release);
    m_thread = thread;
    m_run = context.m_run;
    m_depth = thread->depth++;
}

ContextScope::~ContextScope()
{
    if (m_thread == nullptr || m_run != detail::presentRun() || m_thread->run != m_run)
        return;
    // What the scope's job left open does not stay current for the thread's next job.
    while (m_thread->depth > m_depth)
        m_thread->frame(--m_thread->depth)->span.store(0, std::memory_order_release);
}

Context ContextAccess::of(SpanContext span) noexcept
{
    Context context;
    std::uint32_t run = detail::presentRun();
    if (!detail::isLive(run))
        run = detail::start();
    if (!span.valid() || !detail::isLive(run))
        return context;
    context.m_span = span;
    context.m_run = run;
    ThreadState* const thread = detail::threadFor(run);
    const PenGuard guard(*thread);
    if (guard && thread->recorder != nullptr && run == detail::presentRun())
        context.m_clockEpoch = thread->recorder->clockEpoch();
    return context;
}

Context ContextAccess::ofRemote(const RemoteContext& remote) noexcept
{
    Context context = of(remote.parent);
    context.m_flags = journal::remoteParent;
    const auto service = detail::serviceState();
    const bool parentBased = service == nullptr || service->settings.sampling.parentBased;
    if (!(parentBased ? remote.sampled : service->samples(remote.parent.trace)))
        context.m_flags |= SpanAccess::notSampled;
    return context;
}

bool ContextAccess::sampled(const Context& context) noexcept
{
    return (context.m_flags & SpanAccess::notSampled) == 0;
}

void detail::recordCurrentException(Span& span) noexcept
{
    try {
        throw;
    } catch (const std::exception& error) {
        span.recordError(error);
    } catch (...) {
        const std::type_info* const type = abi::__cxa_current_exception_type();
        try {
            span.recordError("an exception that is no std::exception",
                             type != nullptr ? typeName(*type) : "");
        } catch (...) {
            span.setStatus(Status::error);
        }
    }
}

bool flush(std::chrono::milliseconds timeout) noexcept
{
    return detail::flushRecorder(timeout);
}

} // namespace spanglass
