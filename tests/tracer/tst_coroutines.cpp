// SPDX-License-Identifier: GPL-3.0-or-later
/// Coroutines keep what is current in them: over suspensions, threads, exceptions and their destruction.
#include <QTest>

#include <coroutine>
#include <stdexcept>
#include <thread>

#include <spanglass/coroutine.h>
#include <spanglass/pool.h>
#include <spanglass/service.h>

using namespace spanglass;

namespace {

/// Suspends until somebody calls resume() on what it left here.
struct Gate
{
    std::coroutine_handle<> waiting;

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> coroutine) noexcept { waiting = coroutine; }
    void await_resume() const noexcept {}
};

/// A task whose promise is traced: lazy, awaitable, its frame belongs to it.
class Task
{
public:
    struct promise_type : TracedPromise
    {
        std::coroutine_handle<> continuation = std::noop_coroutine();
        std::exception_ptr error;

        Task get_return_object() { return Task(std::coroutine_handle<promise_type>::from_promise(*this)); }
        auto initial_suspend() noexcept { return entering(std::suspend_always{}); }
        auto final_suspend() noexcept
        {
            struct Continue
            {
                bool await_ready() const noexcept { return false; }
                std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> done) noexcept
                {
                    return done.promise().continuation;
                }
                void await_resume() const noexcept {}
            };
            return leaving(Continue{});
        }
        void return_void() {}
        void unhandled_exception() { error = std::current_exception(); }
    };

    Task(Task&& other) noexcept : m_coroutine(std::exchange(other.m_coroutine, {})) {}
    ~Task() { destroy(); }
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;

    void start() { m_coroutine.resume(); }
    void destroy()
    {
        if (m_coroutine)
            std::exchange(m_coroutine, {}).destroy();
    }
    [[nodiscard]] bool done() const { return m_coroutine.done(); }

    // Awaited by another task.
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) noexcept
    {
        m_coroutine.promise().continuation = caller;
        return m_coroutine;
    }
    void await_resume() const
    {
        if (m_coroutine.promise().error)
            std::rethrow_exception(m_coroutine.promise().error);
    }

private:
    explicit Task(std::coroutine_handle<promise_type> coroutine) : m_coroutine(coroutine) {}
    std::coroutine_handle<promise_type> m_coroutine;
};

/// A task of somebody else, which knows nothing of tracing.
class PlainTask
{
public:
    struct promise_type
    {
        PlainTask get_return_object()
        {
            return PlainTask(std::coroutine_handle<promise_type>::from_promise(*this));
        }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }
    };

    PlainTask(PlainTask&& other) noexcept : m_coroutine(std::exchange(other.m_coroutine, {})) {}
    ~PlainTask() { destroy(); }
    PlainTask(const PlainTask&) = delete;
    PlainTask& operator=(const PlainTask&) = delete;
    void destroy()
    {
        if (m_coroutine)
            std::exchange(m_coroutine, {}).destroy();
    }

private:
    explicit PlainTask(std::coroutine_handle<promise_type> coroutine) : m_coroutine(coroutine) {}
    std::coroutine_handle<promise_type> m_coroutine;
};

Task twoSteps(std::string name, Gate& gate)
{
    auto outer = span(name);
    {
        auto before = span(name + " before");
    }
    co_await gate;
    auto after = span(name + " after");
}

Task failing(Gate& gate)
{
    auto span = spanglass::span("failing");
    co_await gate;
    throw std::runtime_error("broken");
}

Task caller(Task& callee, bool& caught)
{
    auto span = spanglass::span("caller");
    try {
        co_await callee;
    } catch (const std::runtime_error&) {
        caught = true;
    }
    auto after = spanglass::span("after the call");
}

PlainTask plain(Gate& gate)
{
    CoroutineContext context;
    auto outer = span("plain");
    co_await context(gate);
    auto after = span("plain after");
}

} // namespace

class tst_coroutines : public QObject
{
    Q_OBJECT
    std::shared_ptr<RecordingProvider> m_recording;
    std::unique_ptr<TracingService> m_service;

    [[nodiscard]] std::shared_ptr<TraceContext> named(const char* name) const
    {
        return m_recording->named(name);
    }

private Q_SLOTS:
    void init()
    {
        m_recording = std::make_shared<RecordingProvider>();
        ServiceOptions options;
        options.journal = false;
        options.providers = {m_recording};
        m_service = std::make_unique<TracingService>(options);
    }
    void cleanup() { m_service.reset(); }

    void suspendedItIsCurrentNowhereAndResumedItIsAgain()
    {
        Gate gateA;
        Gate gateB;
        auto trace = spanglass::trace("root");
        Task a = twoSteps("a", gateA);
        Task b = twoSteps("b", gateB);
        a.start();
        QCOMPARE(current().span, trace.context().span);
        b.start();
        QCOMPARE(current().span, trace.context().span);
        {
            auto between = span("between");
        }
        gateA.waiting.resume(); // in another order than they were suspended
        gateB.waiting.resume();
        QVERIFY(a.done() && b.done());
        QCOMPARE(current().span, trace.context().span);
        QCOMPARE(named("between")->parent, named("root")->span);
        for (const char* name : {"a", "b"}) {
            QCOMPARE(named(name)->parent, named("root")->span);
            for (const char* step : {" before", " after"}) {
                const auto context = m_recording->named(std::string(name) + step);
                QCOMPARE(context->parent, named(name)->span);
                QVERIFY(context->durationNs() >= 0);
            }
            QCOMPARE(named(name)->status(), Status::unset);
        }
    }

    void itGoesOnOnAnotherThread()
    {
        Gate gate;
        bool clean = false;
        auto trace = spanglass::trace("root");
        Task task = twoSteps("a", gate);
        task.start();
        std::thread([&] {
            gate.waiting.resume();
            clean = !current().valid();
        }).join();
        QVERIFY(task.done() && clean);
        QCOMPARE(named("a after")->parent, named("a")->span);
        QCOMPARE(named("a after")->trace, named("root")->trace);
        QVERIFY(named("a")->durationNs() >= 0);
        QCOMPARE(current().span, trace.context().span);
    }

    void oneThatAwaitsAnotherGetsItsContextBackAndItsException()
    {
        Gate gate;
        bool caught = false;
        auto trace = spanglass::trace("root");
        Task callee = failing(gate);
        Task task = caller(callee, caught);
        task.start();
        QCOMPARE(current().span, trace.context().span);
        gate.waiting.resume();
        QVERIFY(task.done() && caught);
        QCOMPARE(named("after the call")->parent, named("caller")->span);
        QCOMPARE(named("failing")->status(), Status::error);
        QCOMPARE(named("failing")->statusMessage(), std::string("left by an exception"));
        QCOMPARE(named("caller")->status(), Status::unset);
        QCOMPARE(current().span, trace.context().span);
    }

    void destroyedWhileSuspendedItsSpansEndAsCancelled()
    {
        Gate gate;
        auto trace = spanglass::trace("root");
        Task task = twoSteps("a", gate);
        task.start();
        task.destroy();
        QCOMPARE(named("a")->status(), Status::error);
        QCOMPARE(named("a")->statusMessage(), std::string("cancelled"));
        QVERIFY(named("a")->durationNs() >= 0);
        QCOMPARE(named("a before")->status(), Status::unset);
        {
            PlainTask other = plain(gate);
            QCOMPARE(current().span, trace.context().span);
        }
        QCOMPARE(named("plain")->statusMessage(), std::string("cancelled"));
        QCOMPARE(current().span, trace.context().span);
        trace.finish();
        QCOMPARE(named("root")->attribute("spanglass.trace.errors"), std::string("2"));
    }

    void aTaskOfSomebodyElseKeepsItsContextByTheWrapper()
    {
        Gate gate;
        auto trace = spanglass::trace("root");
        PlainTask task = plain(gate);
        QCOMPARE(current().span, trace.context().span);
        std::thread([&] { gate.waiting.resume(); }).join();
        QCOMPARE(named("plain")->parent, named("root")->span);
        QCOMPARE(named("plain after")->parent, named("plain")->span);
        QCOMPARE(named("plain")->status(), Status::unset);
        QCOMPARE(current().span, trace.context().span);
    }

    void aThousandOnAPoolAreAllUnderTheirOwnParents()
    {
        constexpr int count = 1000;
        std::vector<Gate> gates(count);
        std::vector<Task> tasks;
        auto trace = spanglass::trace("root");
        for (int at = 0; at < count; ++at) {
            tasks.push_back(twoSteps("t" + std::to_string(at), gates[std::size_t(at)]));
            tasks.back().start();
        }
        {
            Pool pool(4);
            std::vector<std::future<void>> jobs;
            for (Gate& gate : gates)
                jobs.push_back(pool.submit([&gate] { gate.waiting.resume(); }));
            for (auto& job : jobs)
                job.get();
        }
        std::map<SpanId, std::string> names;
        for (const auto& entry : m_recording->entries())
            names[entry.context->span] = entry.context->name;
        int after = 0;
        for (const auto& entry : m_recording->entries())
            if (entry.action == "span" && entry.context->name.ends_with(" after")) {
                QCOMPARE(names[entry.context->parent] + " after", entry.context->name);
                ++after;
            }
        QCOMPARE(after, count);
        trace.finish();
        QCOMPARE(named("root")->attribute("spanglass.trace.spans"), std::to_string(3 * count + 1));
    }

    void switchedOffTheyOnlyRun()
    {
        m_service->shutdown();
        Gate gate;
        Task task = twoSteps("a", gate);
        task.start();
        gate.waiting.resume();
        QVERIFY(task.done());
        QVERIFY(m_recording->entries().empty());
    }
};

QTEST_APPLESS_MAIN(tst_coroutines)
#include "tst_coroutines.moc"
