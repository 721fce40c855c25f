// SPDX-License-Identifier: Apache-2.0
/// Sampling, masking, the logger, and the list of open traces.
#include "tracer/service_state.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "base/text.h"
#include "journal/clock.h"

namespace spanglass::detail {
namespace {

struct Voice
{
    std::mutex mutex;
    Logger logger;
    std::function<void(const TraceMetadata&)> hook;
    std::map<std::string, std::int64_t> lastSaidNs;
};

/// Never destroyed: static destructors may still trace.
Voice& voice()
{
    static Voice& it = *new Voice;
    return it;
}

std::atomic<bool> g_hasHook{false};
std::mutex& stateMutex()
{
    static std::mutex& it = *new std::mutex;
    return it;
}
std::shared_ptr<ServiceState>& stateSlot()
{
    static auto& it = *new std::shared_ptr<ServiceState>;
    return it;
}

} // namespace

std::atomic<bool> g_full{false};

std::shared_ptr<ServiceState> serviceState() noexcept
{
    const std::lock_guard lock(stateMutex());
    return stateSlot();
}

void setServiceState(std::shared_ptr<ServiceState> state) noexcept
{
    const std::lock_guard lock(stateMutex());
    stateSlot().swap(state);
}

std::string ServiceState::masked(std::string_view key, std::string_view text) const noexcept
{
    try {
        std::string clean = masking.empty() ? std::string(text) : masking.text(key, text);
        return mask ? mask(key, clean) : clean;
    } catch (...) {
        // A mask that fails must not let through what it was to hide.
        return std::string(Masking::mark);
    }
}

bool ServiceState::samples(TraceId trace) noexcept
{
    const Sampling& sampling = settings.sampling;
    switch (sampling.rule) {
    case Sampling::Rule::always:
        return true;
    case Sampling::Rule::never:
        return false;
    case Sampling::Rule::ratio:
        // OpenTelemetry's TraceIdRatioBased: the lower 63 bits of the id against the ratio of their range.
        return static_cast<double>(trace.low & INT64_MAX) < sampling.argument * 9223372036854775808.0;
    case Sampling::Rule::perSecond: {
        const std::int64_t second = journal::clock::monoNs() / 1'000'000'000;
        if (m_second.exchange(second) != second)
            m_inSecond = 0;
        return static_cast<double>(m_inSecond++) < sampling.argument;
    }
    }
    return true;
}

void say(Level level, const std::string& event, const LogFields& fields) noexcept
{
    try {
        Logger logger;
        {
            const std::lock_guard lock(voice().mutex);
            logger = voice().logger;
        }
        if (logger)
            return logger(level, event, fields);
        if (level == Level::debug && std::getenv("SPANGLASS_DEBUG") == nullptr)
            return;
        std::string text = visibleText(event);
        for (const auto& [key, value] : fields)
            text += " " + key + "=" + visibleText(value);
        std::fprintf(stderr, level == Level::debug ? "%s\n" : "spanglass: %s\n", text.c_str());
    } catch (...) {
        // Nothing to say it with.
    }
}

void log(Level level, std::string_view event, const LogFields& fields) noexcept
{
    try {
        const std::string text(event);
        std::string kind = text;
        if (const std::string provider = fields.at("provider"); !provider.empty())
            kind += "/" + provider;
        Voice& it = voice();
        {
            const std::lock_guard lock(it.mutex);
            const std::int64_t nowNs = journal::clock::monoNs();
            const auto last = it.lastSaidNs.find(kind);
            if (last != it.lastSaidNs.end() && nowNs - last->second < 1'000'000'000 && nowNs >= last->second)
                return;
            it.lastSaidNs[kind] = nowNs;
        }
        say(level, text, fields);
    } catch (...) {
        // Nothing to say it with.
    }
}

void setLogger(Logger logger)
{
    const std::lock_guard lock(voice().mutex);
    voice().logger = std::move(logger);
    voice().lastSaidNs.clear();
}

void setTraceHook(std::function<void(const TraceMetadata&)> hook)
{
    const std::lock_guard lock(voice().mutex);
    g_hasHook.store(static_cast<bool>(hook));
    voice().hook = std::move(hook);
}

bool hasTraceHook() noexcept
{
    return g_hasHook.load(std::memory_order_relaxed);
}

void callTraceHook(const TraceMetadata& metadata) noexcept
{
    try {
        std::function<void(const TraceMetadata&)> hook;
        {
            const std::lock_guard lock(voice().mutex);
            hook = voice().hook;
        }
        if (hook)
            hook(metadata);
    } catch (...) {
        log(Level::warning, "the hook at a trace's start failed", {{"trace", metadata.name}});
    }
}

void ServiceState::spanOpened(const std::shared_ptr<TraceContext>& context)
{
    const std::lock_guard lock(m_mutex);
    m_openSpans[context->span] = context;
}

void ServiceState::spanEnded(SpanId span) noexcept
{
    const std::lock_guard lock(m_mutex);
    m_openSpans.erase(span);
}

std::shared_ptr<TraceContext> ServiceState::openSpan(SpanId span) const noexcept
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_openSpans.find(span);
    return found != m_openSpans.end() ? found->second : nullptr;
}

void renewLocksInChild() noexcept
{
    new (&voice().mutex) std::mutex;
    new (&stateMutex()) std::mutex;
}

} // namespace spanglass::detail
