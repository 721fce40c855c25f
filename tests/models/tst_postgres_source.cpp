// SPDX-License-Identifier: GPL-3.0-or-later
// A team's Postgres is browsed like the local store: listed, searched, opened, live, and back after a break.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "models/postgres_source.h"
#include "models/trace_list_model.h"
#include "postgres/private_postgres.h"
#include "store/store.h"
#include "sync/delivery_service.h"
#include "sync/destination_config.h"
#include "sync/filled_store.h"

using namespace spanglass;
using namespace spanglass::models;
using namespace std::chrono_literals;

class tst_postgres_source : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(u"/usr/lib/postgresql/15/bin/initdb"_qs))
            QSKIP("PostgreSQL 15 is not installed");
        QVERIFY2(m_server.start(), m_server.problem());
        auto deliveries = store::Deliveries::open(m_store.path());
        QVERIFY(deliveries);
        QVERIFY(deliveries->add("team", "postgres", m_server.conninfo(),
                                sync::DestinationConfig().settingsJson()));
        m_store.add(30, "needle in a haystack");
        deliver();
    }

    void tracesAreListedSearchedAndOpened()
    {
        PostgresSource source(m_server.conninfo());
        TraceListModel list;
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setSource(&source);
        QTRY_COMPARE(list.rowCount(), 3);
        QCOMPARE(list.traceAt(list.index(0)), (TraceId{7, 3}));
        QCOMPARE(list.index(0).data(TraceListModel::spansRole).toInt(), 10);
        list.setQuery(QStringLiteral("needle"), TraceListModel::Order::oldest);
        QTRY_COMPARE(list.rowCount(), 3);
        QCOMPARE(list.traceAt(list.index(0)), (TraceId{7, 1}));
        QSignalSpy answered(&list, &TraceListModel::answered);
        list.setQuery(QStringLiteral("nothing-of-this-kind"), TraceListModel::Order::newest);
        QVERIFY(answered.wait());
        QCOMPARE(list.rowCount(), 0);

        std::shared_ptr<const trace::SpanTable> table;
        source.requestTrace(this, {7, 2}, [&table](const TraceSource::Table& answer) { table = *answer; });
        QTRY_VERIFY(table);
        QCOMPARE(table->size(), std::size_t{10});
        QCOMPARE(std::get<std::string>(table->details(0).input), std::string("needle in a haystack"));
    }

    void theQueryBarMeansTheSameHere_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("found");
        QTest::newRow("a word of a span's input") << "haystack" << 3;
        QTest::newRow("words in quotation marks hold together") << "\"in a haystack\"" << 3;
        QTest::newRow("another order of them does not occur") << "\"haystack a in\"" << 0;
        QTest::newRow("a kind") << "kind:span" << 3;
        QTest::newRow("a kind that is not there") << "kind:llm" << 0;
        QTest::newRow("not a kind") << "-kind:llm" << 3;
        QTest::newRow("a status") << "status:ok" << 3;
        QTest::newRow("a duration that is longer") << "duration>1h" << 0;
        QTest::newRow("numbers") << "spans>=10 errors<1 cost<0.5 tokens<1" << 3;
        QTest::newRow("a star") << "name:st*" << 3;
        QTest::newRow("whole without a star") << "name:st" << 0;
        QTest::newRow("a tag") << "tag:prod" << 0;
        QTest::newRow("a score") << "score:good" << 0;
        QTest::newRow("the trace itself") << "trace:00000000000000070000000000000002" << 1;
    }
    void theQueryBarMeansTheSameHere()
    {
        QFETCH(QString, query);
        QFETCH(int, found);
        PostgresSource source(m_server.conninfo());
        std::optional<TraceSource::Page> page;
        trace::TraceQuery asked;
        asked.text = query.toStdString();
        source.requestPage(this, asked, [&page](const TraceSource::Page& answer) { page = answer; });
        QTRY_VERIFY(page);
        QVERIFY2(*page, *page ? "" : page->error().message.c_str());
        QCOMPARE(int((*page)->rows.size()), found);
    }

    void allTracesOfAQueryAreOneTable()
    {
        PostgresSource source(m_server.conninfo());
        trace::TraceQuery asked;
        asked.text = "haystack";
        asked.order = trace::TraceOrder::oldest;
        const auto ask = [&](std::int64_t mostSpans, const std::shared_ptr<Progress>& progress) {
            std::optional<TraceSource::MergedAnswer> merged;
            source.requestMerged(this, asked, mostSpans, progress,
                                 [&merged](const TraceSource::MergedAnswer& answer) { merged = answer; });
            [&] { QTRY_VERIFY(merged); }();
            return *merged;
        };
        const auto progress = std::make_shared<Progress>();
        const auto all = ask(1'000, progress);
        QVERIFY2(all, all ? "" : all.error().message.c_str());
        QCOMPARE(all->traces, std::int64_t{3});
        QVERIFY(all->complete);
        QCOMPARE(all->table->size(), std::size_t{30});
        QCOMPARE(all->table->trace[0], (TraceId{7, 1}));
        QCOMPARE(all->table->trace[29], (TraceId{7, 3}));
        QCOMPARE(std::get<std::string>(all->table->details(29).input), std::string("needle in a haystack"));
        QCOMPARE(progress->done.load(), progress->total.load());

        const auto some = ask(11, std::make_shared<Progress>());
        QVERIFY(some);
        QCOMPARE(some->traces, std::int64_t{2});
        QVERIFY(!some->complete);

        const auto unwanted = std::make_shared<Progress>();
        unwanted->cancelled = true;
        const auto none = ask(1'000, unwanted);
        QVERIFY(!none && none.error().kind == ErrorKind::cancelled);
    }

    void aFaultInAQueryIsSaid()
    {
        PostgresSource source(m_server.conninfo());
        std::optional<TraceSource::Page> page;
        trace::TraceQuery asked;
        asked.text = "duration>soon";
        source.requestPage(this, asked, [&page](const TraceSource::Page& answer) { page = answer; });
        QTRY_VERIFY(page);
        QVERIFY(!*page);
        QVERIFY(page->error().message.find("soon") != std::string::npos ||
                page->error().message.find("duration") != std::string::npos);
    }

    void whatOthersDeliverIsSeenAtOnceAlsoAfterABreak()
    {
        PostgresSource source(m_server.conninfo());
        QSignalSpy listening(&source, &PostgresSource::listening);
        TraceListModel list;
        list.setSource(&source);
        QTRY_VERIFY(list.rowCount() > 0);
        QTRY_VERIFY(!listening.isEmpty() && listening.last().first().toBool());
        const int before = list.rowCount();
        m_store.add(10);
        deliver();
        QTRY_COMPARE(list.rowCount(), before + 1);

        m_server.stop();
        QTRY_VERIFY(!listening.last().first().toBool());
        QVERIFY2(m_server.start(), m_server.problem());
        QTRY_VERIFY_WITH_TIMEOUT(listening.last().first().toBool(), 20'000);
        m_store.add(10);
        deliver();
        QTRY_COMPARE_WITH_TIMEOUT(list.rowCount(), before + 2, 20'000);
    }

    void whatItCannotDoHasAReason()
    {
        PostgresSource source(m_server.conninfo());
        for (const auto ability :
             {TraceSource::Ability::record, TraceSource::Ability::change, TraceSource::Ability::deliver})
            QVERIFY(!source.whyNot(ability).isEmpty());
    }

    void aDatabaseThatIsNotThereIsSaidInWords()
    {
        PostgresSource source(m_server.conninfo("spanglass", "nowhere"));
        std::optional<Result<QString>> place;
        source.requestPlace(this, [&place](const Result<QString>& answer) { place = answer; });
        QTRY_VERIFY(place);
        QVERIFY(!*place);
        QVERIFY2(QString::fromStdString(place->error().message).contains(u"nowhere"_qs),
                 place->error().message.c_str());
        PostgresSource there(m_server.conninfo());
        place.reset();
        there.requestPlace(this, [&place](const Result<QString>& answer) { place = answer; });
        QTRY_VERIFY(place);
        QVERIFY2(*place, place->error().message.c_str());
    }

    /// Histogram, completion, dashboard and sessions: as the local store answers.
    void whatManyTracesComeToIsTheSameHere()
    {
        m_store.add(20, "how are you?", "talk");
        m_store.add(10, "and now?", "other talk");
        deliver();
        const auto local = store::Store::open(m_store.path());
        QVERIFY(local);
        PostgresSource source(m_server.conninfo());

        const auto histogram = answered<TraceSource::Histogram>(
            [&](auto done) { source.requestHistogram(this, {.text = "name:step"}, 7, done); });
        const auto counts = local->countOverTime({.text = "name:step"}, 7);
        QVERIFY(histogram && counts);
        QCOMPARE(histogram->fromNs, counts->fromNs);
        QCOMPARE(histogram->binNs, counts->binNs);
        QCOMPARE(histogram->bins.size(), counts->bins.size());
        for (std::size_t i = 0; i < counts->bins.size(); ++i)
            QCOMPARE(histogram->bins[i].traces, counts->bins[i].traces);

        for (const auto& [key, prefix] :
             {std::pair("session", "TA"), std::pair("name", ""), std::pair("service", ""),
              std::pair("session", "%"), std::pair("model", "g"), std::pair("tag", ""),
              std::pair("score", ""), std::pair("duration", "")}) {
            const auto values = answered<TraceSource::Texts>(
                [&](auto done) { source.requestValues(this, key, prefix, done); });
            QVERIFY2(values, values ? "" : values.error().message.c_str());
            QVERIFY2(*values == local->knownValues(key, prefix).value(), key);
        }

        const auto progress = std::make_shared<Progress>();
        const auto dashboard = answered<TraceSource::Dashboard>(
            [&](auto done) { source.requestDashboard(this, {}, 10, progress, done); });
        const auto figures = local->dashboard({}, 10, {});
        QVERIFY(dashboard && figures);
        QCOMPARE(dashboard->traces, figures->traces);
        QCOMPARE(dashboard->tokens, figures->tokens);
        QVERIFY(dashboard->latency == figures->latency);
        QCOMPARE(dashboard->bins.size(), figures->bins.size());
        QCOMPARE(dashboard->slowest.size(), figures->slowest.size());
        QCOMPARE(dashboard->slowest[0].spans, figures->slowest[0].spans);
        progress->cancelled = true;
        const auto none = answered<TraceSource::Dashboard>(
            [&](auto done) { source.requestDashboard(this, {}, 10, progress, done); });
        QVERIFY(!none && none.error().kind == ErrorKind::cancelled);

        const auto sessions = answered<TraceSource::Sessions>(
            [&](auto done) { source.requestSessions(this, {.limit = 1}, done); });
        const auto lines = local->sessions();
        QVERIFY2(sessions, sessions ? "" : sessions.error().message.c_str());
        QVERIFY(lines);
        QCOMPARE(lines->rows.size(), std::size_t{2});
        QCOMPARE(sessions->rows.size(), std::size_t{1});
        expectSame(sessions->rows[0], lines->rows[0]);
        const auto rest = answered<TraceSource::Sessions>(
            [&](auto done) { source.requestSessions(this, {.limit = 1, .after = sessions->next}, done); });
        QVERIFY(rest && rest->rows.size() == 1 && rest->next.empty());
        expectSame(rest->rows[0], lines->rows[1]);

        const auto traces =
            answered<TraceSource::Rows>([&](auto done) { source.requestSessionTraces(this, "talk", done); });
        QVERIFY(traces);
        QCOMPARE(traces->size(), std::size_t{2});
        QVERIFY(traces->at(0).startUnixNs < traces->at(1).startUnixNs);
    }

private:
    template<class Answer, class Ask> Answer answered(Ask ask)
    {
        std::optional<Answer> got;
        ask([&got](const Answer& answer) { got = answer; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
            return tl::unexpected(Error{ErrorKind::unavailable, "no answer"});
        return *got;
    }
    static void expectSame(const store::SessionRow& there, const store::SessionRow& here)
    {
        QCOMPARE(there.session, here.session);
        QCOMPARE(there.title, here.title);
        QCOMPARE(there.lastMessage, here.lastMessage);
        QVERIFY(there.users == here.users);
        QCOMPARE(there.traces, here.traces);
        QCOMPARE(there.running, here.running);
        QCOMPARE(there.spans, here.spans);
        QCOMPARE(there.startUnixNs, here.startUnixNs);
        QCOMPARE(there.endUnixNs, here.endUnixNs);
    }
    void deliver()
    {
        sync::DeliveryService service(m_store.path());
        QVERIFY(service.flush(30s));
    }

    PrivatePostgres m_server;
    FilledStore m_store;
};

QTEST_GUILESS_MAIN(tst_postgres_source)
#include "tst_postgres_source.moc"
