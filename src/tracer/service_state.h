// SPDX-License-Identifier: Apache-2.0
/// What a run of the tracer goes by besides its journal: providers, sampling, masking. Looked at only where
/// one of them is in use: `g_full` says so.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <spanglass/service.h>

#include "base/masking.h"
#include "tracer/provider_host.h"
#include "tracer/settings.h"

namespace spanglass::detail {

struct ServiceState
{
    Settings settings;
    std::vector<std::shared_ptr<ProviderHost>> hosts;
    Masking masking;
    std::function<std::string(std::string_view key, std::string_view text)> mask;

    [[nodiscard]] bool masks() const { return static_cast<bool>(mask) || !masking.empty(); }
    [[nodiscard]] std::string masked(std::string_view key, std::string_view text) const noexcept;
    /// Decides about a new trace. Any thread.
    [[nodiscard]] bool samples(TraceId trace) noexcept;

    // What providers were handed and is still open, for whoever has only the id.
    void spanOpened(const std::shared_ptr<TraceContext>& context);
    void spanEnded(SpanId span) noexcept;
    [[nodiscard]] std::shared_ptr<TraceContext> openSpan(SpanId span) const noexcept;

private:
    mutable std::mutex m_mutex;
    std::map<SpanId, std::shared_ptr<TraceContext>> m_openSpans;
    std::atomic<std::int64_t> m_second{0};
    std::atomic<std::int64_t> m_inSecond{0};
};

/// Beside a span that providers see, or that is masked. `context` is null for a span that is not sampled.
struct SpanExtras
{
    std::shared_ptr<ServiceState> service;
    std::shared_ptr<TraceContext> context;
    std::vector<std::shared_ptr<ProviderHost>> hosts; ///< that took the span, in order
    std::int64_t startMonoNs = 0;
};

/// Providers, sampling, masking or a hook are in use.
extern std::atomic<bool> g_full;
[[nodiscard]] std::shared_ptr<ServiceState> serviceState() noexcept;
void setServiceState(std::shared_ptr<ServiceState> state) noexcept;

/// Says it to the program's logger or to stderr, where debug is shown only when SPANGLASS_DEBUG is set.
void say(Level level, const std::string& event, const LogFields& fields) noexcept;
/// The same, one kind from one source at most once a second.
void log(Level level, std::string_view event, const LogFields& fields) noexcept;
void setLogger(Logger logger);
void setTraceHook(std::function<void(const TraceMetadata&)> hook);
void callTraceHook(const TraceMetadata& metadata) noexcept;
[[nodiscard]] bool hasTraceHook() noexcept;

/// After a fork: a lock that another thread of the parent held would never open.
void renewLocksInChild() noexcept;

} // namespace spanglass::detail
