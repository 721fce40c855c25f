// SPDX-License-Identifier: GPL-3.0-or-later
/// What is current: per thread, over threads, over processes, whatever the order of ends.
#include <QTest>

#include <future>
#include <set>
#include <thread>

#include <spanglass/pool.h>
#include <spanglass/propagation.h>
#include <spanglass/service.h>

using namespace spanglass;

class tst_context : public QObject
{
    Q_OBJECT
    std::shared_ptr<RecordingProvider> m_recording;
    std::unique_ptr<TracingService> m_service;

    SpanId idOf(const char* name) { return m_recording->named(name)->span; }
    SpanId parentOf(const char* name) { return m_recording->named(name)->parent; }

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

    void twoSequentialChildrenBothKeepTheRoot()
    {
        auto trace = spanglass::trace("root");
        {
            auto first = span("first");
        }
        QCOMPARE(current().span, trace.context().span);
        {
            auto second = span("second");
        }
        QCOMPARE(parentOf("first"), idOf("root"));
        QCOMPARE(parentOf("second"), idOf("root"));
        QCOMPARE(m_recording->named("second")->trace, m_recording->named("root")->trace);
        trace.finish();
        trace.finish();
        QVERIFY(!current().valid());
    }

    void endingOutOfOrderRepairsTheStack()
    {
        auto trace = spanglass::trace("root");
        auto outer = span("outer");
        auto inner = span("inner");
        outer.finish();
        QCOMPARE(current().span, inner.context().span);
        inner.finish();
        QCOMPARE(current().span, trace.context().span);
        {
            auto next = span("next");
        }
        QCOMPARE(parentOf("next"), idOf("root"));
    }

    void aSpanThatEndsOnAnotherThreadStopsBeingCurrent()
    {
        auto trace = spanglass::trace("root");
        auto moved = span("moved");
        std::thread([span = std::move(moved)]() mutable { span.finish(); }).join();
        QCOMPARE(current().span, trace.context().span);
    }

    void anExplicitParentBeatsWhatIsCurrent()
    {
        auto trace = spanglass::trace("root");
        auto first = span("first");
        auto second = span("second");
        {
            auto child = first.span("child of first");
        }
        QCOMPARE(parentOf("child of first"), idOf("first"));
    }

    void aTraceInsideATraceHasItsOwnIdsAndTheOuterOneComesBack()
    {
        auto outer = spanglass::trace("outer");
        {
            auto inner = spanglass::trace("inner");
            QVERIFY(inner.context().trace != outer.context().trace);
            {
                auto child = span("child");
            }
        }
        QCOMPARE(parentOf("child"), idOf("inner"));
        QCOMPARE(current().span, outer.context().span);
    }

    void aCapturedContextIsCurrentWhereItRunsAndNowhereAfterwards()
    {
        std::function<void()> job;
        {
            auto trace = spanglass::trace("root");
            job = withContext([] {
                auto first = span("first in job");
                first.finish();
                auto second = span("second in job");
            });
            std::async(std::launch::async, withContext([] { auto inner = span("async"); })).get();
            std::thread(withContext([] { auto inner = span("thread"); })).join();
        }
        bool clean = false;
        std::thread([&] {
            job();
            clean = !current().valid(); // the worker's next job sees nothing of the last
        }).join();
        QVERIFY(clean);
        for (const char* name : {"first in job", "second in job", "async", "thread"}) {
            QCOMPARE(parentOf(name), idOf("root"));
            QCOMPARE(m_recording->named(name)->trace, m_recording->named("root")->trace);
        }
    }

    void inSpanGivesTheResultAndRecordsWhatIsThrown()
    {
        auto trace = spanglass::trace("root");
        QCOMPARE(inSpan("works",
                        [](Span& span) {
                            span.set("k", 1);
                            return 7;
                        }),
                 7);
        bool caught = false;
        try {
            inSpan("fails", Kind::tool, [](Span&) -> void { throw std::runtime_error("broken"); });
        } catch (const std::runtime_error& error) {
            caught = std::string(error.what()) == "broken";
        }
        QVERIFY(caught);
        const auto failed = m_recording->named("fails");
        QCOMPARE(failed->status(), Status::error);
        QCOMPARE(failed->statusMessage(), std::string("broken"));
        QCOMPARE(failed->events().at(0).name, std::string("exception"));
        QVERIFY(failed->events().at(0).attributesJson.find("std::runtime_error") != std::string::npos);
        trace.finish();
        // A span failed and nobody said otherwise: the trace failed.
        QCOMPARE(m_recording->named("root")->status(), Status::error);
    }

    void theOwnersWordAboutATraceCounts()
    {
        {
            auto trace = spanglass::trace("root");
            span("fails").recordError("caught");
            trace.setStatus(Status::ok);
        }
        QCOMPARE(m_recording->named("root")->status(), Status::ok);
    }

    void aTracesEndCarriesItsSums()
    {
        {
            auto trace = spanglass::trace("root");
            {
                auto call = span("call", Kind::llm);
                call.set("gen_ai.usage.input_tokens", 1); // the last value of a key counts
                call.logLlmCall(
                    {.inputTokens = 100, .cachedTokens = 40, .outputTokens = 20, .cost = "0.045"});
                auto inner = span("inner");
                inner.recordError("broken");
            }
            std::thread(withContext([] {
                auto call = span("elsewhere", Kind::llm);
                call.logLlmCall({.inputTokens = 5, .outputTokens = 2, .cost = "0.0000001"});
                auto inner = span("inner elsewhere");
            })).join();
            auto moved = span("moved");
            std::thread([span = std::move(moved)]() mutable { span.finish(); }).join();
            auto byEvents = span("detached from the thread");
            byEvents.detachFromThread();
            byEvents.setStatus(Status::error, "late").finish();
        }
        const auto root = m_recording->named("root");
        QCOMPARE(root->attribute("spanglass.trace.spans"), std::string("7"));
        QCOMPARE(root->attribute("spanglass.trace.errors"), std::string("2"));
        QCOMPARE(root->attribute("spanglass.trace.tokens"), std::string("127"));
        QCOMPARE(root->attribute("spanglass.trace.cost"), std::string("0.0450001"));
        spanglass::trace("without calls").finish();
        QCOMPARE(m_recording->named("without calls")->attribute("spanglass.trace.tokens"), std::string());
    }

    void aPoolsJobsAreUnderWhatWasCurrentWhenTheyWereSubmitted()
    {
        Pool pool(1);
        bool nextJobIsClean = false;
        std::optional<Span> leftOpen;
        {
            auto trace = spanglass::trace("root");
            pool.submit([&] {
                    span("first").finish();
                    leftOpen.emplace(span("left open")); // is not current for the next job
                })
                .get();
            pool.submit([] { span("second").finish(); }).get();
        }
        pool.submit([&] { nextJobIsClean = !current().valid(); }).get();
        QVERIFY(nextJobIsClean);
        for (const char* name : {"first", "left open", "second"})
            QCOMPARE(parentOf(name), idOf("root"));
    }

    void idsAreValidAndUnique()
    {
        std::set<SpanId> ids;
        std::mutex mutex;
        std::vector<std::thread> threads;
        for (int at = 0; at < 4; ++at)
            threads.emplace_back([&] {
                std::vector<SpanId> mine;
                for (int number = 0; number < 5000; ++number)
                    mine.push_back(spanglass::trace("t").context().span);
                const std::lock_guard lock(mutex);
                ids.insert(mine.begin(), mine.end());
            });
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(ids.size(), std::size_t{20'000});
        QVERIFY(!ids.contains(SpanId{}));
    }

    void traceparentIsReadByTheRules_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<bool>("sampled");
        const QByteArray ids = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";
        QTest::newRow("version 00, sampled") << "00-" + ids + "-01" << true << true;
        QTest::newRow("unknown flags are no harm") << "00-" + ids + "-04" << true << false;
        QTest::newRow("all flags") << "00-" + ids + "-ff" << true << true;
        QTest::newRow("upper case") << ("00-" + ids + "-01").toUpper() << false << true;
        QTest::newRow("version ff") << "ff-" + ids + "-01" << false << true;
        QTest::newRow("version 00 with more behind it") << "00-" + ids + "-01-" << false << true;
        QTest::newRow("a later version with more behind it") << "01-" + ids + "-01-what" << true << true;
        QTest::newRow("a later version with more and no dash") << "01-" + ids + "-01what" << false << true;
        QTest::newRow("a zero trace id")
            << QByteArray("00-00000000000000000000000000000000-b7ad6b7169203331-01") << false << true;
        QTest::newRow("a zero parent id")
            << QByteArray("00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01") << false << true;
        QTest::newRow("too short") << "00-" + ids + "-0" << false << true;
        QTest::newRow("a blank inside") << "00- " + ids + "-01" << false << true;
        QTest::newRow("nothing") << QByteArray() << false << true;
    }
    void traceparentIsReadByTheRules()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, valid);
        QFETCH(bool, sampled);
        const auto remote = parseTraceparent(header.toStdString());
        QCOMPARE(remote.valid(), valid);
        if (valid)
            QCOMPARE(remote.sampled, sampled);
    }

    void tracestateIsPassedOnWholeOrNotAtAll_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("clean");
        QTest::newRow("two members") << QByteArray("a=1,b=2") << QByteArray("a=1,b=2");
        QTest::newRow("blanks and empty members") << QByteArray(" a=1 ,, b=2,") << QByteArray("a=1,b=2");
        QTest::newRow("a tenant") << QByteArray("t@v=x") << QByteArray("t@v=x");
        QTest::newRow("a key twice") << QByteArray("a=1,a=2") << QByteArray();
        QTest::newRow("an upper-case key") << QByteArray("A=1") << QByteArray();
        QTest::newRow("no value") << QByteArray("a=") << QByteArray();
        QByteArray many;
        for (int at = 0; at < 33; ++at)
            many += "k" + QByteArray::number(at) + "=1,";
        QTest::newRow("33 members") << many << QByteArray();
    }
    void tracestateIsPassedOnWholeOrNotAtAll()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, clean);
        QCOMPARE(QByteArray::fromStdString(cleanTraceState(header.toStdString())), clean);
    }

    void baggageIsDecodedAndWrittenAgain()
    {
        const Headers members = parseBaggage("user=ad%20a;p=1 , empty= ,bad,=x,eq=a=b");
        QCOMPARE(members.size(), std::size_t{3});
        QCOMPARE(members[0].second, std::string("ad a"));
        QCOMPARE(members[1].second, std::string());
        QCOMPARE(members[2].second, std::string("a=b"));
        QCOMPARE(formatBaggage(members), std::string("user=ad%20a,empty=,eq=a=b"));
        QVERIFY(formatBaggage(Headers(100, {"k", "v"})).size() <= 64 * 4);
    }

    void aTraceGoesOnOverAProcessBorder()
    {
        const std::map<std::string, std::string, std::less<>> headers{
            {"traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"},
            {"tracestate", "vendor=1"},
            {"baggage", "user=ada"}};
        const auto remote = extract([&](std::string_view name) {
            const auto found = headers.find(name);
            return found != headers.end() ? found->second : std::string();
        });
        QVERIFY(remote.valid());
        {
            const RemoteScope scope(remote);
            auto handled = span("handle");
            const Headers out = inject();
            QCOMPARE(out.size(), std::size_t{3});
            QCOMPARE(out[0].second,
                     "00-0af7651916cd43dd8448eb211c80319c-" + handled.context().span.hex() + "-01");
            QCOMPARE(out[1].second, std::string("vendor=1"));
        }
        QVERIFY(!current().valid());
        QVERIFY(inject().empty());
        QCOMPARE(parentOf("handle").hex(), std::string("b7ad6b7169203331"));
        auto own = spanglass::trace("own");
        QVERIFY(inject()[0].second.ends_with("-03"));
    }
};

QTEST_APPLESS_MAIN(tst_context)
#include "tst_context.moc"
