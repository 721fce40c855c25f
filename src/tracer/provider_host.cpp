// SPDX-License-Identifier: Apache-2.0
/// Queue, thread and the catch-all around a provider.
#include "tracer/provider_host.h"

#include <condition_variable>
#include <csignal>
#include <cxxabi.h>
#include <deque>
#include <map>
#include <mutex>
#include <pthread.h>
#include <set>
#include <thread>

namespace spanglass::detail {
namespace {

thread_local bool t_insideProvider = false;

/// Runs something of a provider; whatever comes out of it becomes words.
template<class Body> bool guarded(const Body& body, std::string& why)
{
    const bool before = std::exchange(t_insideProvider, true);
    bool good = false;
    try {
        good = body();
        if (!good)
            why = "refused";
    } catch (const abi::__forced_unwind&) {
        throw; // thread cancellation must go on
    } catch (const std::exception& error) {
        why = error.what();
    } catch (...) {
        why = "an exception that is no std::exception";
    }
    t_insideProvider = before;
    return good;
}

} // namespace

bool insideProvider() noexcept
{
    return t_insideProvider;
}

struct ProviderHost::State
{
    using ContextPtr = std::shared_ptr<TraceContext>;
    struct Item
    {
        bool opens = false;
        ContextPtr context;
    };

    std::shared_ptr<Provider> provider;
    std::string name;
    ProviderTrouble trouble;
    std::size_t queueLength = 0;

    std::mutex mutex; ///< of the queue; of `handle` for an inline provider
    std::condition_variable changed;
    std::deque<Item> queue;
    bool stopping = false;
    bool finished = false;
    std::thread thread;
    std::atomic<std::uint64_t> dropped{0};

    // The provider's thread only.
    std::map<std::uint64_t, Provider::ScopePtr> scopes;
    std::set<TraceId> refused;

    ~State();
    void handle(const Item& item);
    void run();
};

/// What was never ended goes as quietly as the rest.
ProviderHost::State::~State()
{
    std::string why;
    for (auto& [id, scope] : scopes)
        static_cast<void>(guarded(
            [&left = scope] {
                delete left.release();
                return true;
            },
            why));
}

ProviderHost::ProviderHost(std::shared_ptr<Provider> provider, std::size_t queueLength,
                           ProviderTrouble trouble)
    : m_state(std::make_shared<State>())
{
    m_state->provider = std::move(provider);
    m_state->name = m_state->provider->name();
    m_state->queueLength = queueLength;
    m_state->trouble = std::move(trouble);
}

ProviderHost::~ProviderHost()
{
    stop(std::chrono::steady_clock::now());
}

bool ProviderHost::begin()
{
    State& state = *m_state;
    std::string why;
    if (!guarded([&] { return state.provider->init() && state.provider->ready(); }, why)) {
        state.trouble(state.name, "init", "", why);
        return false;
    }
    if (state.provider->isInline())
        return true;
    // The host's signals are the host's threads' business.
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    try {
        state.thread = std::thread([kept = m_state] { kept->run(); });
    } catch (const std::exception& error) {
        state.trouble(state.name, "init", "", error.what());
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return state.thread.joinable();
}

/// One call of the provider. A trace it could not start brings it no spans.
void ProviderHost::State::handle(const Item& item)
{
    const TraceContext& context = *item.context;
    std::string why;
    if (!item.opens) {
        const auto scope = scopes.find(context.span.value);
        if (scope != scopes.end()) {
            const bool good = guarded(
                [&] {
                    delete scope->second.release(); // a unique_ptr would end the program if this throws
                    return true;
                },
                why);
            scopes.erase(scope);
            if (!good)
                trouble(name, "end", context.name, why);
        }
        if (context.isTrace)
            refused.erase(context.trace);
        return;
    }
    if (refused.contains(context.trace))
        return;
    Provider::ScopePtr scope;
    const bool good = guarded(
        [&] {
            scope = context.isTrace ? provider->trace(item.context) : provider->span(item.context);
            return scope != nullptr;
        },
        why);
    if (good) {
        scopes[context.span.value] = std::move(scope);
        return;
    }
    if (context.isTrace)
        refused.insert(context.trace);
    trouble(name, context.isTrace ? "trace" : "span", context.name, why);
}

void ProviderHost::State::run()
{
    ::pthread_setname_np(::pthread_self(), "spanglass-prov");
    std::unique_lock lock(mutex);
    for (;;) {
        changed.wait(lock, [this] { return stopping || !queue.empty(); });
        if (queue.empty())
            break;
        const Item item = std::move(queue.front());
        queue.pop_front();
        lock.unlock();
        handle(item);
        lock.lock();
    }
    finished = true;
    changed.notify_all();
}

bool ProviderHost::open(const std::shared_ptr<TraceContext>& context)
{
    State& state = *m_state;
    const bool isInline = state.provider->isInline();
    const std::lock_guard lock(state.mutex);
    if (isInline) {
        state.handle({true, context});
        return true;
    }
    if (state.stopping || state.queue.size() >= state.queueLength) {
        ++state.dropped;
        return false;
    }
    state.queue.push_back({true, context});
    state.changed.notify_all();
    return true;
}

void ProviderHost::close(const std::shared_ptr<TraceContext>& context)
{
    State& state = *m_state;
    const bool isInline = state.provider->isInline();
    const std::lock_guard lock(state.mutex);
    if (isInline) {
        state.handle({false, context});
        return;
    }
    // An end belongs to a start that was taken: bounded by what is open.
    state.queue.push_back({false, context});
    state.changed.notify_all();
}

bool ProviderHost::stop(std::chrono::steady_clock::time_point deadline)
{
    State& state = *m_state;
    if (!state.thread.joinable())
        return true;
    bool finished = false;
    {
        std::unique_lock lock(state.mutex);
        state.stopping = true;
        state.changed.notify_all();
        finished = state.changed.wait_until(lock, deadline, [&] { return state.finished; });
    }
    if (finished)
        state.thread.join();
    else
        state.thread.detach(); // it holds all it needs
    return finished;
}

Provider& ProviderHost::provider() const
{
    return *m_state->provider;
}

std::string ProviderHost::link(const TraceContext& trace) const
{
    std::string link;
    std::string why;
    const bool good = guarded(
        [&] {
            link = m_state->provider->link(trace);
            return true;
        },
        why);
    return good ? link : std::string();
}

std::uint64_t ProviderHost::dropped() const
{
    return m_state->dropped.load();
}

} // namespace spanglass::detail
