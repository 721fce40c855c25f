// SPDX-License-Identifier: GPL-3.0-or-later
/// Providers: isolated from the program and from each other.
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <new>
#include <thread>
#include <unistd.h>

#include <spanglass/service.h>

#include "../journal/collected.h"
#include "journal/clock.h"

using namespace spanglass;

namespace {

/// Fails where it is told to, with what it is told to.
class Failing : public RecordingProvider
{
public:
    enum class Where
    {
        init,
        trace,
        span,
        end
    };
    Failing(Where where, bool withInt) : m_where(where), m_withInt(withInt) {}
    [[nodiscard]] std::string_view name() const noexcept override { return "failing"; }
    bool init() override
    {
        fail(Where::init);
        return true;
    }
    ScopePtr trace(ContextPtr context) override
    {
        fail(Where::trace);
        return span(std::move(context));
    }
    ScopePtr span(ContextPtr context) override
    {
        if (!context->isTrace)
            fail(Where::span);
        struct Scope : ProviderScope
        {
            Failing* owner;
            explicit Scope(Failing* of) : owner(of) {}
            ~Scope() noexcept(false) override { owner->fail(Where::end); }
        };
        ++m_entered;
        return std::make_unique<Scope>(this);
    }
    void fail(Where here) const
    {
        if (here != m_where)
            return;
        if (m_withInt)
            throw 42;
        throw std::runtime_error("on purpose");
    }
    std::atomic<int> m_entered{0};

private:
    Where m_where;
    bool m_withInt;
};

/// Blocks until it is let go.
class Blocking : public Provider
{
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "blocking"; }
    ScopePtr trace(ContextPtr) override
    {
        ++entered;
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return open; });
        return std::make_unique<ProviderScope>();
    }
    ScopePtr span(ContextPtr) override { return std::make_unique<ProviderScope>(); }
    void letGo()
    {
        {
            const std::lock_guard lock(mutex);
            open = true;
        }
        changed.notify_all();
    }
    std::atomic<int> entered{0};
    std::mutex mutex;
    std::condition_variable changed;
    bool open = false;
};

int countOf(const char* directory)
{
    int count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(directory))
        ++count;
    return count;
}

std::int64_t residentKb()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmRSS:", 0) == 0)
            return std::stoll(line.substr(6));
    return 0;
}

} // namespace

class tst_providers : public QObject
{
    Q_OBJECT
    QTemporaryDir m_base;
    int m_stores = 0;
    std::string newStore()
    {
        return (m_base.path() + QStringLiteral("/store%1").arg(m_stores++)).toStdString();
    }

    static ServiceOptions withoutJournal(std::vector<std::shared_ptr<Provider>> providers)
    {
        ServiceOptions options;
        options.journal = false;
        options.providers = std::move(providers);
        return options;
    }

private Q_SLOTS:
    void init()
    {
        TracingService::setLogger([](Level, std::string_view, const LogFields&) {});
    }

    void theSameContextReachesEveryProviderWithItsOutputs()
    {
        const auto first = std::make_shared<RecordingProvider>();
        const auto second = std::make_shared<RecordingProvider>();
        const TracingService service(withoutJournal({first, second}));
        {
            auto trace = spanglass::trace("answer", {.user = "ada", .team = "blue"});
            auto call = span("call", Kind::llm);
            call.set("gen_ai.request.model", "m");
            call.setOutputs({{"a", 1}, {"b", "x"}}).setOutputs({}).setOutputs({{"a", 2}});
        }
        QCOMPARE(first->named("call").get(), second->named("call").get());
        const auto context = first->named("call");
        QCOMPARE(context->parent, first->named("answer")->span);
        QCOMPARE(first->named("answer")->user, std::string("ada"));
        QCOMPARE(first->named("answer")->team, std::string("blue"));
        QCOMPARE(context->outputs().size(), std::size_t{2});
        QCOMPARE(context->outputs()[0].second.integer, 2);
        QVERIFY(context->durationNs() >= 0);
        std::string actions;
        for (const auto& entry : first->entries())
            actions += entry.action + " " + entry.context->name + ";";
        QCOMPARE(actions, std::string("trace answer;span call;end call;end answer;"));
        const auto child = context->childContext("child");
        QCOMPARE(child->trace, context->trace);
        QCOMPARE(child->parent, context->span);
        QVERIFY(child->span.valid() && child->span != context->span);
    }

    void aProviderThatFailsConcernsNobodyElse_data()
    {
        QTest::addColumn<int>("where");
        QTest::addColumn<bool>("withInt");
        for (const bool withInt : {false, true}) {
            const char* const what = withInt ? "an int" : "an exception";
            QTest::addRow("%s at init", what) << int(Failing::Where::init) << withInt;
            QTest::addRow("%s at a trace's start", what) << int(Failing::Where::trace) << withInt;
            QTest::addRow("%s at a span's start", what) << int(Failing::Where::span) << withInt;
            QTest::addRow("%s at an end", what) << int(Failing::Where::end) << withInt;
        }
    }
    void aProviderThatFailsConcernsNobodyElse()
    {
        QFETCH(int, where);
        QFETCH(bool, withInt);
        std::vector<std::string> said;
        TracingService::setLogger([&](Level, std::string_view event, const LogFields& fields) {
            said.push_back(std::string(event) + "/" + fields.at("provider"));
        });
        const auto before = std::make_shared<RecordingProvider>();
        const auto failing = std::make_shared<Failing>(Failing::Where(where), withInt);
        const auto after = std::make_shared<RecordingProvider>();
        const TracingService service(withoutJournal({before, failing, after}));
        QCOMPARE(service.providers().size(),
                 std::size_t(Failing::Where(where) == Failing::Where::init ? 2 : 3));
        try {
            auto trace = spanglass::trace("answer");
            trace.setOutputs({{"partial", true}});
            auto call = span("call");
            throw std::logic_error("the user's own");
        } catch (const std::logic_error& error) {
            QCOMPARE(std::string(error.what()), std::string("the user's own"));
        }
        QVERIFY(!current().valid());
        for (const auto& provider : {before, after}) {
            QCOMPARE(provider->entries().size(), std::size_t{4});
            QCOMPARE(provider->named("answer")->outputs().size(), std::size_t{1});
            QCOMPARE(provider->named("answer")->status(), Status::error);
        }
        QCOMPARE(said.size(), std::size_t{1}); // once a second per kind
        QVERIFY(said[0].find("a provider failed at ") == 0);
        if (Failing::Where(where) == Failing::Where::trace)
            QCOMPARE(failing->m_entered.load(), 0); // no span of a trace it could not start
    }

    void aProviderThatBlocksForEverHasABoundedCountedBacklogAndExitIsPrompt()
    {
        const auto blocking = std::make_shared<Blocking>();
        const auto recording = std::make_shared<RecordingProvider>();
        ServiceOptions options = withoutJournal({blocking, recording});
        options.queueLength = 16;
        TracingService service(options);
        for (int at = 0; at < 100; ++at)
            auto trace = spanglass::trace("one");
        QCOMPARE(recording->entries().size(), std::size_t{200});
        QVERIFY(service.backlogDropped() >= 80);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!service.shutdown(std::chrono::milliseconds(100)));
        QVERIFY(timer.elapsed() < 10'000);
        blocking->letGo();
    }

    /// CYCLES=1000 is the full count. Sanitizers keep freed memory, so there only descriptors and threads are
    /// counted.
    void cyclesWithFailingProvidersLeaveNothingBehind()
    {
        const auto cycle = [&] {
            ServiceOptions options;
            options.store = m_base.path().toStdString() + "/cycles";
            options.providers = {std::make_shared<Failing>(Failing::Where::trace, true),
                                 std::make_shared<Failing>(Failing::Where::end, false),
                                 std::make_shared<RecordingProvider>()};
            const TracingService service(options);
            auto trace = spanglass::trace("one");
            trace.recordError("it failed");
        };
        const int cycles =
            qEnvironmentVariableIntValue("CYCLES") > 0 ? qEnvironmentVariableIntValue("CYCLES") : 100;
        for (int at = 0; at < 5; ++at)
            cycle();
        const int descriptors = countOf("/proc/self/fd");
        const int threads = countOf("/proc/self/task");
        const std::int64_t memoryKb = residentKb();
        for (int at = 0; at < cycles; ++at)
            cycle();
        QTRY_COMPARE_WITH_TIMEOUT(countOf("/proc/self/task"), threads, 10'000);
        QCOMPARE(countOf("/proc/self/fd"), descriptors);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QVERIFY2(residentKb() - memoryKb <= 1024, qPrintable(QString::number(residentKb() - memoryKb)));
#else
        Q_UNUSED(memoryKb)
#endif
    }

    void theConsoleShowsATraceAsATree()
    {
        journal::FakeClock fake;
        journal::clock::setFake(&fake);
        std::string printed;
        {
            const TracingService service(withoutJournal(
                {std::make_shared<ConsoleProvider>([&](const std::string& text) { printed += text; })}));
            auto trace = spanglass::trace("answer");
            {
                auto call = span("plan", Kind::llm);
                call.logLlmCall({.inputTokens = 12, .outputTokens = 3, .cost = "0.045"});
                fake.advance(840'000'000);
            }
            auto tool = span("search", Kind::tool);
            tool.recordError("no index");
            fake.advance(160'000'000);
        }
        journal::clock::setFake(nullptr);
        QCOMPARE(QString::fromStdString(printed),
                 QStringLiteral("agent answer  1.00 s  ✗ \n"
                                "├─ llm plan  840 ms  12 → 3 tokens  $0.045\n"
                                "└─ tool search  160 ms  ✗ no index\n"));
    }

    void maskedTextReachesNeitherJournalNorProvider()
    {
        const auto recording = std::make_shared<RecordingProvider>();
        const std::string store = newStore();
        ServiceOptions options;
        options.store = store;
        options.providers = {recording};
        options.mask = [](std::string_view, std::string_view text) {
            std::string clean(text);
            for (std::size_t at = clean.find("canary"); at != std::string::npos; at = clean.find("canary"))
                clean.replace(at, 6, "******");
            return clean;
        };
        {
            const TracingService service(options);
            auto trace =
                spanglass::trace("answer", {.input = Value("my canary"), .metadata = {{"k", "canary"}}});
            trace.setOutputs({{"o", "canary"}}).addEvent("e", {{"x", "canary"}}).recordError("canary died");
            trace.setStatus(Status::error, "canary");
            QVERIFY(flush(std::chrono::seconds(20)));
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator(store)) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            QVERIFY2(bytes.find("canary") == std::string::npos, entry.path().c_str());
        }
        QCOMPARE(recording->named("answer")->attribute("input.value"), std::string("my ******"));
    }

    void samplingDecidesOncePerTraceAndIsInherited()
    {
        const auto recording = std::make_shared<RecordingProvider>();
        ServiceOptions options = withoutJournal({recording});
        options.sampling = Sampling{Sampling::Rule::ratio, 0.5, true};
        {
            const TracingService service(options);
            for (int at = 0; at < 400; ++at) {
                auto trace = spanglass::trace("answer");
                auto call = span("call");
                QVERIFY(current().valid());
            }
        }
        int traces = 0;
        int calls = 0;
        for (const auto& entry : recording->entries()) {
            traces += entry.action == "trace";
            calls += entry.action == "span";
        }
        QCOMPARE(traces, calls);
        QVERIFY(traces > 100 && traces < 300);
        options.sampling = Sampling{Sampling::Rule::perSecond, 3, true};
        options.providers = {std::make_shared<RecordingProvider>()};
        journal::FakeClock fake;
        journal::clock::setFake(&fake);
        {
            const TracingService service(options);
            for (int at = 0; at < 10; ++at)
                auto trace = spanglass::trace("answer");
        }
        journal::clock::setFake(nullptr);
        QCOMPARE(static_cast<RecordingProvider&>(*options.providers[0]).entries().size(), std::size_t{6});
    }

    void aTracesContextIsItsSpansContext()
    {
        const auto recording = std::make_shared<RecordingProvider>();
        const TracingService service(withoutJournal({recording}));
        {
            auto trace = spanglass::trace("answer", {.operationType = "qa",
                                                     .user = "ada",
                                                     .session = "s1",
                                                     .knowledgeBase = "docs",
                                                     .project = "p",
                                                     .environment = "test",
                                                     .release = "1.0",
                                                     .version = "v2",
                                                     .team = "blue",
                                                     .experiment = "e",
                                                     .experimentVersion = "e2",
                                                     .participant = "{\"id\":1}",
                                                     .sessionState = "{\"turn\":3}"});
            auto call = span("call", Kind::llm, {.level = Level::debug});
            std::thread(withContext([] { auto inner = span("elsewhere"); })).join();
        }
        for (const char* name : {"answer", "call", "elsewhere"}) {
            const auto context = recording->named(name);
            const std::string all =
                context->operationType + "," + context->user + "," + context->session + "," +
                context->knowledgeBase + "," + context->project + "," + context->environment + "," +
                context->release + "," + context->version + "," + context->team + "," + context->experiment +
                "," + context->experimentVersion + "," + context->participant + "," + context->sessionState;
            QCOMPARE(all, std::string("qa,ada,s1,docs,p,test,1.0,v2,blue,e,e2,{\"id\":1},{\"turn\":3}"));
            QCOMPARE(context->trace, recording->named("answer")->trace);
        }
        QCOMPARE(recording->named("call")->level, Level::debug);
        QCOMPARE(recording->named("call")->kind, Kind::llm);
        QVERIFY(recording->named("answer")->isTrace && !recording->named("call")->isTrace);
    }

    void providersAreCleanedUpInReverseOrderWhateverOneOfThemDoes()
    {
        struct Ordered : Provider
        {
            Ordered(const char* of, std::string& into) : m_name(of), m_log(into) {}
            [[nodiscard]] std::string_view name() const noexcept override { return m_name; }
            [[nodiscard]] bool isInline() const noexcept override { return true; }
            ScopePtr trace(ContextPtr context) override { return span(std::move(context)); }
            ScopePtr span(ContextPtr context) override
            {
                struct Scope : ProviderScope
                {
                    Scope(Ordered& of, ContextPtr its) : owner(of), context(std::move(its)) {}
                    ~Scope() noexcept(false) override
                    {
                        owner.m_log += std::string("-") + owner.m_name + context->name;
                        if (context->outputs().size() == 1)
                            owner.m_log += "!";
                    }
                    Ordered& owner;
                    ContextPtr context;
                };
                m_log += std::string("+") + m_name + context->name;
                return std::make_unique<Scope>(*this, std::move(context));
            }
            const char* m_name;
            std::string& m_log;
        };
        std::string log;
        const auto blocking = std::make_shared<Blocking>();
        TracingService service(withoutJournal(
            {std::make_shared<Ordered>("a", log), std::make_shared<Failing>(Failing::Where::end, true),
             blocking, std::make_shared<Ordered>("b", log),
             std::make_shared<Failing>(Failing::Where::span, false), std::make_shared<Ordered>("c", log)}));
        try {
            auto trace = spanglass::trace("T");
            trace.setOutputs({{"partial", 1}});
            auto call = span("S");
            throw 7;
        } catch (int) {
        }
        QVERIFY(!current().valid());
        QCOMPARE(log, std::string("+aT+bT+cT+aS+bS+cS-cS-bS-aS-cT!-bT!-aT!"));
        QVERIFY(!service.shutdown(std::chrono::milliseconds(50))); // one of them still blocks
        blocking->letGo();
    }

    void aTracesMetadataSaysWhatItIsAndWhereToOpenIt()
    {
        struct Linked : NoopProvider
        {
            [[nodiscard]] std::string_view name() const noexcept override { return "linked"; }
            [[nodiscard]] std::string link(const TraceContext& trace) const override
            {
                return "https://traces.example/" + trace.trace.hex();
            }
        };
        struct Throwing : NoopProvider
        {
            [[nodiscard]] std::string_view name() const noexcept override { return "throwing"; }
            [[nodiscard]] std::string link(const TraceContext&) const override { throw 1; }
        };
        ServiceOptions options;
        options.store = newStore();
        options.project = "p";
        options.providers = {std::make_shared<Linked>(), std::make_shared<Throwing>()};
        const TracingService service(options);
        QVERIFY(!traceMetadata().trace.valid());
        auto trace = spanglass::trace("answer");
        auto call = span("call");
        const TraceMetadata metadata = traceMetadata();
        const std::string id = trace.context().trace.hex();
        QCOMPARE(metadata.name, std::string("answer"));
        QCOMPARE(metadata.trace.hex(), id);
        QCOMPARE(metadata.span, trace.context().span);
        QCOMPARE(metadata.project, std::string("p"));
        QCOMPARE(metadata.links,
                 (std::map<std::string, std::string>{{"journal", "spanglass spans " + id},
                                                     {"linked", "https://traces.example/" + id}}));
    }

    void outputsOfTheCurrentSpanReachProvidersAndAreMaskedAndWithoutOneThatIsSaidOnce()
    {
        const auto recording = std::make_shared<RecordingProvider>();
        int said = 0;
        TracingService::setLogger([&](Level, std::string_view, const LogFields&) { ++said; });
        ServiceOptions options = withoutJournal({recording});
        options.mask = [](std::string_view, std::string_view text) {
            return text == "canary" ? std::string("***") : std::string(text);
        };
        const TracingService service(options);
        {
            auto trace = spanglass::trace("answer");
            auto call = span("call");
            setCurrentSpanOutputs({{"a", 1}, {"b", "canary"}});
        }
        setCurrentSpanOutputs({{"a", 1}});
        setCurrentSpanOutputs({{"a", 1}});
        QCOMPARE(said, 1);
        const auto outputs = recording->named("call")->outputs();
        QCOMPARE(outputs.size(), std::size_t{2});
        QCOMPARE(recording->named("call")->attribute("output.field.b"), std::string("***"));
        QVERIFY(recording->named("answer")->outputs().empty());
    }

    void linesOfContextStandAroundEachCall()
    {
        qputenv("SPANGLASS_DEBUG", "context");
        TracingService::setLogger({});
        QTemporaryFile caught;
        QVERIFY(caught.open());
        std::fflush(stderr);
        const int before = ::dup(2);
        ::dup2(caught.handle(), 2);
        std::string expected;
        {
            ServiceOptions options = withoutJournal({});
            options.providers = {std::make_shared<NoopProvider>()};
            options.project = "p";
            const TracingService service(options);
            auto trace = spanglass::trace("answer");
            const auto line = [&](const char* when, const char* name, const Span& span) {
                return std::string(when) + " " + name + " trace=" + span.context().trace.hex() +
                       " span=" + span.context().span.hex() + " project=p\n";
            };
            expected = line("before", "answer", trace);
            for (int round = 0; round < 2; ++round) {
                auto call = span("call");
                expected += line("before", "call", call) + line("after", "call", call);
            }
            expected += line("after", "answer", trace);
        }
        std::fflush(stderr);
        ::dup2(before, 2);
        ::close(before);
        qunsetenv("SPANGLASS_DEBUG");
        QFile read(caught.fileName());
        QVERIFY(read.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(read.readAll()), QString::fromStdString(expected));
    }

    void theServiceOfTheEnvironmentIsOneAndStartsAndStopsAgain()
    {
        const std::string store = newStore();
        qputenv("SPANGLASS_STORE", QByteArray::fromStdString(store));
        TracingService* seen[4] = {};
        std::vector<std::thread> threads;
        for (TracingService*& one : seen)
            threads.emplace_back([&one] {
                one = &TracingService::instance();
                one->init();
                auto trace = spanglass::trace("of the instance");
            });
        for (auto& thread : threads)
            thread.join();
        TracingService& service = TracingService::instance();
        for (const TracingService* one : seen)
            QCOMPARE(one, &service);
        QVERIFY(service.activated());
        QCOMPARE(service.providers(), std::vector<std::string>{"journal"});
        QVERIFY(service.shutdown(std::chrono::seconds(20)));
        QVERIFY(service.shutdown());
        QVERIFY(!service.activated());
        QVERIFY(!spanglass::trace("while it is off").recording());
        service.init();
        service.init();
        {
            auto trace = spanglass::trace("started again");
            QCOMPARE(service.activeTraces().size(), std::size_t{1});
        }
        QVERIFY(service.shutdown(std::chrono::seconds(20)));
        qunsetenv("SPANGLASS_STORE");
        const Collected all = collectStore(store);
        QCOMPARE(all.spans.size(), std::size_t{5});
        QCOMPARE(all.named("started again").ends, 1);
    }

    void flushShutdownAndStartAtOnceNeitherHangNorLose()
    {
        ServiceOptions options;
        options.store = newStore();
        TracingService service(options);
        QVERIFY(flush(std::chrono::seconds(20))); // nothing is stored at once
        std::atomic<bool> stop{false};
        std::atomic<std::uint64_t> recorded{0};
        std::vector<std::thread> threads;
        for (int at = 0; at < 3; ++at)
            threads.emplace_back([&] {
                while (!stop) {
                    auto trace = spanglass::trace("busy");
                    recorded += trace.recording();
                    trace.finish();
                    flush(std::chrono::milliseconds(0));
                    std::this_thread::yield();
                }
            });
        for (int round = 0; round < 20; ++round) {
            std::thread other([&service] { service.init(); });
            flush(std::chrono::milliseconds(round));
            service.shutdown(std::chrono::milliseconds(round % 2 == 0 ? 0 : 2000));
            service.init();
            other.join();
        }
        stop = true;
        for (auto& thread : threads)
            thread.join();
        service.init();
        spanglass::trace("last").finish();
        QVERIFY(flush(std::chrono::hours(24 * 365 * 200))); // no limit
        const Collected all = collectStore(options.store);
        QCOMPARE(all.named("last").ends, 1);
        QVERIFY(all.spans.size() >= 1 && all.created() == all.spans.size() + all.dropped());
        QVERIFY(recorded > 0);
        // Rounds that were stopped before they were through leave neither threads nor files behind.
        QVERIFY(service.shutdown(std::chrono::minutes(4)));
    }

    void whatAShutdownLeftUnfinishedTheNextOneFinishes()
    {
        constexpr std::size_t spans = 30'000;
        ServiceOptions options;
        options.store = newStore();
        const int descriptors = countOf("/proc/self/fd");
        TracingService service(options);
        for (std::size_t at = 0; at < spans; ++at)
            spanglass::trace("short").finish();
        service.shutdown(std::chrono::milliseconds(0)); // less than writing and syncing them takes
        QVERIFY(service.shutdown(std::chrono::minutes(4)));
        QCOMPARE(countOf("/proc/self/fd"), descriptors);
        QCOMPARE(collectStore(options.store).spans.size(), spans);
    }

    void switchedOffNothingIsRecordedAndNothingFails()
    {
        const auto recording = std::make_shared<RecordingProvider>();
        ServiceOptions options = withoutJournal({recording});
        options.enabled = false;
        TracingService service(options);
        auto trace = spanglass::trace("answer");
        trace.set("k", 1).recordError("e");
        QVERIFY(!trace.recording());
        // What they are made in was something else before.
        alignas(Span) std::byte room[sizeof(Span)];
        const SpanOptions told{.input = "i", .metadata = {{"k", 1}}};
        for (const bool asTrace : {true, false}) {
            std::memset(room, 0x5a, sizeof room);
            auto* const made = asTrace ? new (room)
                                             Span(spanglass::trace("answer", {.user = "ada", .input = "i"}))
                                       : new (room) Span(spanglass::span("call", Kind::llm, told));
            made->setStatus(Status::error).setOutputs({{"o", 1}}).logScore("good", 1);
            QVERIFY(!made->recording());
            std::destroy_at(made);
        }
        QVERIFY(!service.activated());
        QVERIFY(recording->entries().empty());
        service.init();
        service.init();
        QVERIFY(service.shutdown());
        QVERIFY(service.shutdown());
    }

    void activeTracesAreThoseThatAreOpen()
    {
        TracingService service(withoutJournal({std::make_shared<NoopProvider>()}));
        std::string hooked;
        TracingService::onTraceStart([&](const TraceMetadata& metadata) { hooked = metadata.name; });
        {
            auto trace = spanglass::trace("answer");
            QCOMPARE(service.activeTraces().size(), std::size_t{1});
            QCOMPARE(service.activeTraces()[0].name, std::string("answer"));
            QCOMPARE(service.activeTraces()[0].trace, trace.context().trace);
        }
        TracingService::onTraceStart({});
        QCOMPARE(hooked, std::string("answer"));
        QVERIFY(service.activeTraces().empty());
    }

    void aSpanOutsideAnyTraceIsDetachedOrNothing()
    {
        const auto recording = std::make_shared<RecordingProvider>();
        {
            const TracingService service(withoutJournal({recording}));
            auto alone = span("alone");
            QVERIFY(alone.recording());
        }
        QVERIFY(recording->named("alone")->detached);
        ServiceOptions options = withoutJournal({recording});
        options.detachedSpans = false;
        const TracingService service(options);
        auto alone = span("nothing");
        alone.set("k", 1);
        QVERIFY(!alone.recording());
        QVERIFY(recording->named("nothing") == nullptr);
    }
};

QTEST_APPLESS_MAIN(tst_providers)
#include "tst_providers.moc"
