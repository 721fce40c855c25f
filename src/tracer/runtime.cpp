// SPDX-License-Identifier: Apache-2.0
/// Starting, stopping, fork, and the end of the process.
#include "tracer/runtime.h"

#include <algorithm>
#include <cstdlib>
#include <dlfcn.h>
#include <mutex>
#include <new>
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

#include "tracer/delivery.h"
#include "tracer/name_slots.h"
#include "tracer/open_traces.h"
#include "tracer/service_state.h"
#include "tracer/span_access.h"
#include "tracer/thread_list.h"

namespace spanglass::detail {

namespace {

ForkPage g_noPage;
std::atomic<journal::Recorder*> g_recorder{nullptr};
std::atomic<std::uint32_t> g_runs{0};
std::once_flag g_once;

std::atomic<int> g_recorderUsers{0}; ///< besides pens
pid_t g_process = 0;                 ///< whose threads are listed

/// Never destroyed: a static destructor may start the tracer.
ServiceOptions& options()
{
    static ServiceOptions& it = *new ServiceOptions;
    return it;
}

/// Keeps the recorder from going away, without a pen.
class RecorderUse
{
public:
    RecorderUse() noexcept
    {
        ++g_recorderUsers;
        if (isLive(presentRun()))
            m_recorder = g_recorder.load();
    }
    ~RecorderUse() { --g_recorderUsers; }
    RecorderUse(const RecorderUse&) = delete;
    RecorderUse& operator=(const RecorderUse&) = delete;
    [[nodiscard]] journal::Recorder* get() const noexcept { return m_recorder; }

private:
    journal::Recorder* m_recorder = nullptr;
};

/// One thread at a time starts or stops. Lies in the fork page: a child finds it open.
class StartLock
{
public:
    explicit StartLock(
        std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max())
        : m_page(*g_page.load())
    {
        while (!m_held && std::chrono::steady_clock::now() < deadline) {
            m_held = m_page.starting.exchange(1, std::memory_order_acquire) == 0;
            if (!m_held)
                ::usleep(50);
        }
    }
    ~StartLock()
    {
        if (m_held)
            m_page.starting.store(0, std::memory_order_release);
    }
    StartLock(const StartLock&) = delete;
    StartLock& operator=(const StartLock&) = delete;
    /// False only where `deadline` came first.
    [[nodiscard]] bool held() const { return m_held; }
    [[nodiscard]] ForkPage& page() const { return m_page; }

private:
    ForkPage& m_page;
    bool m_held = false;
};

/// Recorders of ended runs that are not deleted yet. The StartLock guards what it points to.
std::atomic<std::vector<journal::Recorder*>*> g_endedRecorders{nullptr};

std::chrono::milliseconds until(std::chrono::steady_clock::time_point deadline)
{
    return std::max(std::chrono::milliseconds(1), std::chrono::duration_cast<std::chrono::milliseconds>(
                                                      deadline - std::chrono::steady_clock::now()));
}

/// Null where there are none, and in a child that the C library was not told of: they are its parent's.
std::vector<journal::Recorder*>* endedRecorders()
{
    return g_process == ::getpid() ? g_endedRecorders.load() : nullptr;
}

/// True when all recorders of ended runs are through. The newest comes first: one whose disk hangs must not
/// take its time.
bool stopEnded(std::chrono::steady_clock::time_point deadline)
{
    bool all = true;
    if (const auto* const ended = endedRecorders())
        for (auto recorder = ended->rbegin(); recorder != ended->rend(); ++recorder)
            all = (*recorder)->stop(until(deadline)) && all;
    return all;
}

/// The recorder is only stopped, not destroyed: static destructors may still end spans.
void processEnds()
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(1500);
    const RecorderUse use;
    if (auto* const open = use.get())
        open->stop(until(deadline));
    if (const StartLock lock(deadline); lock.held())
        stopEnded(deadline);
    const auto hostsDeadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(400);
    if (const auto state = serviceState())
        for (const auto& host : state->hosts)
            host->stop(hostsDeadline);
}

/// In a forked child: the threads are the parent's, and their states are wiped.
void forgetThreads() noexcept
{
    forgetThreadStates();
    unlockNamesInChild();
    g_endedRecorders.store(nullptr);
    g_process = ::getpid();
}

void afterForkInChild()
{
    g_recorderUsers.store(0);
    endThreadsInChild();
    forgetThreads();
    renewLocksInChild();
    openTraces().clearInChild();
    if (auto* const parents = g_recorder.load())
        parents->abandonInChild();
}

/// Threads, handlers and stacks of ours stay when a plugin that holds the tracer is unloaded: so must its
/// code.
void stayLoaded()
{
    Dl_info self{};
    if (::dladdr(reinterpret_cast<const void*>(&processEnds), &self) != 0 && self.dli_fname != nullptr)
        static_cast<void>(::dlopen(self.dli_fname, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE));
}

void prepareOnce()
{
    stayLoaded();
    void* memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED) {
        ::madvise(memory, 4096, MADV_WIPEONFORK);
        g_page.store(new (memory) ForkPage);
    }
    prepareThreads();
    ::pthread_atfork(nullptr, nullptr, afterForkInChild);
    std::atexit(processEnds);
}

journal::Recorder* openRecorder(const Settings& settings)
{
    journal::Recorder::Options recorder;
    recorder.store = settings.store;
    recorder.resourceJson = settings.resourceJson;
    recorder.durable = settings.durable;
    if (settings.poolMegabytes > 0)
        recorder.maxPoolBytes = settings.poolMegabytes << 20;
    recorder.warn = [](const std::string& message) { log(Level::warning, message, {}); };
    auto opened = journal::Recorder::open(recorder);
    if (!opened) {
        log(Level::warning, "tracing without storage: " + opened.error().message, {});
        return nullptr;
    }
    return opened->release();
}

std::shared_ptr<ServiceState> makeState(Settings settings)
{
    auto state = std::make_shared<ServiceState>();
    state->masking = Masking(settings.maskedKeys);
    state->mask = options().mask;
    for (const auto& problem : state->masking.problems())
        settings.warnings.push_back(problem);
    for (const auto& warning : settings.warnings)
        log(Level::warning, warning, {});
    const ProviderTrouble trouble = [](const std::string& provider, const char* action,
                                       const std::string& span, const std::string& why) {
        log(Level::warning, std::string("a provider failed at ") + action,
            {{"provider", provider}, {"span", span}, {"why", why}});
    };
    auto providers = options().providers;
    if (settings.console)
        providers.push_back(std::make_shared<ConsoleProvider>());
    for (auto& provider : providers) {
        auto host = std::make_shared<ProviderHost>(std::move(provider), options().queueLength, trouble);
        if (host->begin())
            state->hosts.push_back(std::move(host));
    }
    state->settings = std::move(settings);
    return state;
}

/// The run's number, or `switchedOff`.
std::uint32_t begin()
{
    if (g_process != ::getpid())
        forgetThreads(); // a child that was made without telling the C library
    Settings settings = loadSettings(options());
    if (!settings.enabled)
        return switchedOff;
    auto state = makeState(std::move(settings));
    journal::Recorder* const opened = state->settings.journal ? openRecorder(state->settings) : nullptr;
    if (opened == nullptr && state->hosts.empty())
        return switchedOff;
    startDelivery(state->settings);
    g_inlineBytes.store(state->settings.inlineBytes);
    g_cutBytes.store(state->settings.cutBytes);
    g_full.store(!state->hosts.empty() || state->masks() || !state->settings.detachedSpans ||
                 state->settings.debugContext || state->settings.sampling.rule != Sampling::Rule::always);
    setServiceState(std::move(state));
    // A forked child leaves its parent's recorder alone: destroying it would wait for threads it has not.
    g_recorder.store(opened);
    forgetNames();
    return ++g_runs;
}

/// Nobody writes with a pen of an ended run any more: what has stopped may go.
void deleteStopped()
{
    if (auto* const ended = endedRecorders())
        std::erase_if(*ended, [](journal::Recorder* recorder) {
            const bool stopped = recorder->stop(std::chrono::milliseconds(1));
            if (stopped)
                delete recorder;
            return stopped;
        });
}

/// Nobody writes to the run's recorder any more.
bool quiesce(std::chrono::steady_clock::time_point deadline)
{
    if (!takePensAway(deadline))
        return false;
    while (g_recorderUsers.load() > 0) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        ::usleep(50);
    }
    return true;
}

/// Lets providers finish and takes the recorder out of use; false where a provider was not through in time.
bool endRun(std::chrono::steady_clock::time_point deadline)
{
    openTraces().clear();
    bool good = true;
    if (const auto state = serviceState())
        for (auto host = state->hosts.rbegin(); host != state->hosts.rend(); ++host)
            good = (*host)->stop(deadline) && good;
    setServiceState(nullptr);
    g_full.store(false);
    if (journal::Recorder* const open = g_recorder.exchange(nullptr)) {
        if (endedRecorders() == nullptr)
            g_endedRecorders.store(new std::vector<journal::Recorder*>);
        endedRecorders()->push_back(open);
    }
    return good;
}

} // namespace

std::atomic<ForkPage*> g_page{&g_noPage};
std::atomic<bool> g_switchedOff{false};

journal::Recorder* presentRecorder() noexcept
{
    return g_recorder.load(std::memory_order_acquire);
}

std::uint32_t start() noexcept
{
    try {
        std::call_once(g_once, prepareOnce);
        const StartLock lock;
        std::uint32_t run = lock.page().run.load(std::memory_order_acquire);
        if (run == notStarted) {
            run = begin();
            g_switchedOff.store(run == switchedOff);
            lock.page().run.store(run, std::memory_order_release);
        }
        return run;
    } catch (...) {
        return switchedOff;
    }
}

bool stop(std::chrono::milliseconds timeout) noexcept
{
    try {
        std::call_once(g_once, prepareOnce);
        const auto deadline = std::chrono::steady_clock::now() +
                              std::min<std::chrono::milliseconds>(timeout, std::chrono::hours(24));
        const StartLock lock;
        const std::uint32_t run = lock.page().run.exchange(switchedOff);
        g_switchedOff.store(true);
        if (!isLive(run) && endedRecorders() == nullptr)
            return true;
        const bool quiet = quiesce(deadline);
        const bool good = !isLive(run) || endRun(deadline);
        const bool stopped = stopEnded(deadline);
        if (quiet)
            deleteStopped();
        return good && stopped;
    } catch (...) {
        return false;
    }
}

void allowStart() noexcept
{
    std::uint32_t off = switchedOff;
    g_page.load()->run.compare_exchange_strong(off, notStarted);
    g_switchedOff.store(false);
}

void setOptions(ServiceOptions next)
{
    std::call_once(g_once, prepareOnce);
    const StartLock lock;
    options() = std::move(next);
}

bool flushRecorder(std::chrono::milliseconds timeout) noexcept
{
    const RecorderUse use;
    return use.get() == nullptr || use.get()->flush(timeout);
}

journal::Books books() noexcept
{
    const RecorderUse use;
    return use.get() != nullptr ? use.get()->books() : journal::Books{};
}

} // namespace spanglass::detail
