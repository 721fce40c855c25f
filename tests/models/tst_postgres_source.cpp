// SPDX-License-Identifier: GPL-3.0-or-later
// A team's Postgres is browsed like the local store: listed, searched, opened, live, and back after a break.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "models/postgres_source.h"
#include "models/trace_list_model.h"
#include "postgres/private_postgres.h"
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

private:
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
