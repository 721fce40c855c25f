// SPDX-License-Identifier: GPL-3.0-or-later
/// From the local store to real destinations: a Postgres and an HTTP server that are killed, frozen, locked
/// and confused meanwhile. Everything arrives, once, and the rows say truly what is where.
#include <QtTest>

#include "postgres/private_postgres.h"
#include "postgres/reader.h"
#include "sync/bad_server.h"
#include "sync/delivery_lock.h"
#include "sync/delivery_service.h"
#include "sync/destination_config.h"
#include "sync/filled_store.h"
#include "sync/trace_states.h"

using namespace spanglass;
using namespace spanglass::sync;
using namespace std::chrono_literals;

namespace {

CourierSettings quick()
{
    CourierSettings settings;
    settings.poll = 10ms;
    settings.batchDelay = 20ms;
    settings.firstRetry = 1ms;
    settings.breakerRest = 200ms;
    settings.limits.spans = 200;
    settings.seed = 1;
    return settings;
}

std::int64_t add(const std::filesystem::path& store, const char* name, const char* kind,
                 const std::string& url, const DestinationConfig& config = {})
{
    auto deliveries = store::Deliveries::open(store);
    if (!deliveries)
        qFatal("%s", deliveries.error().message.c_str());
    return deliveries->add(name, kind, url, config.settingsJson()).value();
}

DestinationStatus status(const std::filesystem::path& store, const std::string& name)
{
    auto states = DeliveryStates::open(store);
    auto all = states->destinations();
    for (DestinationStatus& one : *all) {
        if (one.row.name == name)
            return one;
    }
    return {};
}

} // namespace

class TestDelivery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (QFile::exists(u"/usr/lib/postgresql/15/bin/initdb"_qs))
            QVERIFY2(m_postgres.start(), m_postgres.problem());
    }
    void init()
    {
        if (m_postgres.isRunning())
            QVERIFY2(m_postgres.sql(u"DROP SCHEMA IF EXISTS spanglass CASCADE"_qs), m_postgres.problem());
    }

    void whatTheStoreHasArrivesAndIsCountedOnce()
    {
        FilledStore store;
        store.add(1000);
        BadServer server;
        add(store.path(), "there", "otlp", server.url());
        QCOMPARE(status(store.path(), "there").pending, 1000);
        {
            DeliveryService service(store.path(), quick());
            QVERIFY(service.flush(30s));
        }
        QCOMPARE(int(server.kept().size()), 1000);
        const DestinationStatus after = status(store.path(), "there");
        QCOMPARE(after.pending, 0);
        QCOMPARE(after.row.delivered, 1000);
        QCOMPARE(after.row.health.state, std::string("idle"));
        QVERIFY(after.row.health.lastSuccessUnixNs > 0);
        auto states = DeliveryStates::open(store.path());
        QCOMPARE(states->ofTrace({7, 1}).value().at("there"), std::string("delivered"));
        store.add(1);
        QCOMPARE(states->ofTrace({7, 101}).value().at("there"), std::string("pending"));
    }

    void aNewProcessGoesOnWhereTheLastOneStood()
    {
        FilledStore store;
        store.add(500);
        BadServer server;
        add(store.path(), "there", "otlp", server.url());
        QVERIFY(DeliveryService(store.path(), quick()).flush(30s));
        store.add(500);
        QVERIFY(DeliveryService(store.path(), quick()).flush(30s));
        const auto kept = server.kept();
        QCOMPARE(int(kept.size()), 1000);
        QVERIFY(std::all_of(kept.begin(), kept.end(), [](const auto& span) { return span.second == 1; }));
    }

    void rulesThatAreMadeWhileItDeliversHoldForWhatLeavesThen()
    {
        FilledStore store;
        store.add(10, "an open word");
        BadServer server;
        add(store.path(), "there", "otlp", server.url());
        std::atomic<bool> ruled = false;
        DeliveryService service(store.path(), quick(), {}, [&] {
            return ruled ? std::vector<std::string>{"re:open word"} : std::vector<std::string>();
        });
        QVERIFY(service.flush(30s));
        QVERIFY(server.requests().back().body.find("an open word") != std::string::npos);
        ruled = true;
        QTRY_VERIFY_WITH_TIMEOUT(
            status(store.path(), "there").row.settings.find("re:open word") != std::string::npos, 30'000);
        store.add(10, "an open word");
        QVERIFY(service.flush(30s));
        QVERIFY(server.requests().back().body.find("an [masked]") != std::string::npos);
        QVERIFY(server.requests().back().body.find("an open word") == std::string::npos);
    }

    /// “Last success: never” beside a thousand delivered spans would be untrue.
    void aNewProcessKnowsTheLastSuccessAndTheLastError()
    {
        FilledStore store;
        store.add(10);
        BadServer server;
        add(store.path(), "there", "otlp", server.url());
        QVERIFY(DeliveryService(store.path(), quick()).flush(30s));
        const std::int64_t success = status(store.path(), "there").row.health.lastSuccessUnixNs;
        QVERIFY(success != 0);
        server.answer = [](const BadServer::Request&) { return BadServer::Answer{404, "moved away"}; };
        store.add(10);
        QVERIFY(!DeliveryService(store.path(), quick()).flush(30s)); // pauses
        const store::DeliveryHealth failed = status(store.path(), "there").row.health;
        QCOMPARE(failed.lastSuccessUnixNs, success);
        QVERIFY(failed.lastError.find("404") != std::string::npos);
        QVERIFY(!DeliveryService(store.path(), quick()).flush(30s)); // is told so, and tries nothing
        const store::DeliveryHealth still = status(store.path(), "there").row.health;
        QCOMPARE(still.lastSuccessUnixNs, success);
        QCOMPARE(still.lastError, failed.lastError);
        QCOMPARE(still.lastErrorUnixNs, failed.lastErrorUnixNs);
    }

    void oneProcessDeliversToADestinationAtATime()
    {
        FilledStore store;
        auto first = DeliveryLock::tryLock(store.path(), 1);
        QVERIFY(first);
        QVERIFY(!DeliveryLock::tryLock(store.path(), 1));
        QVERIFY(DeliveryLock::tryLock(store.path(), 2));
        first.reset();
        QVERIFY(DeliveryLock::tryLock(store.path(), 1));
    }

    void pausedResumedSentAgainAndRemoved()
    {
        FilledStore store;
        store.add(50);
        BadServer server;
        const std::int64_t id = add(store.path(), "there", "otlp", server.url());
        auto deliveries = store::Deliveries::open(store.path());
        QVERIFY(deliveries->setPaused(id, true));
        QVERIFY(!DeliveryService(store.path(), quick()).flush(30s));
        QCOMPARE(status(store.path(), "there").row.health.state, std::string("paused"));
        auto states = DeliveryStates::open(store.path());
        QCOMPARE(states->ofTrace({7, 1}).value().at("there"), std::string("paused"));
        QVERIFY(deliveries->setPaused(id, false));
        QVERIFY(DeliveryService(store.path(), quick()).flush(30s));
        QCOMPARE(int(server.kept().size()), 50);
        QVERIFY(deliveries->startOver(id));
        QCOMPARE(status(store.path(), "there").pending, 50);
        QVERIFY(DeliveryService(store.path(), quick()).flush(30s));
        QCOMPARE(server.kept().begin()->second, 2);
        QVERIFY(deliveries->remove(id));
        QVERIFY(deliveries->destinations()->empty());
    }

    void refusedSpansShowWhyAndGoWhenTheyAreTriedAgain()
    {
        FilledStore store;
        store.add(300);
        BadServer server;
        std::atomic<bool> strict = true;
        server.answer = [&](const BadServer::Request& request) {
            const bool poison = strict && request.body.find("\"0000000000000007\"") != std::string::npos;
            return poison ? BadServer::Answer{400, "I do not like sevens"} : BadServer::Answer{};
        };
        const std::int64_t id = add(store.path(), "there", "otlp", server.url());
        QVERIFY(DeliveryService(store.path(), quick()).flush(60s));
        auto deliveries = store::Deliveries::open(store.path());
        auto quarantine = deliveries->quarantine(id);
        // Span 7, and nobody for it: its trace's others name it by no means.
        QCOMPARE(int(quarantine->size()), 1);
        QVERIFY((*quarantine)[0].span == SpanId{7});
        QVERIFY((*quarantine)[0].reason.find("sevens") != std::string::npos);
        auto states = DeliveryStates::open(store.path());
        QCOMPARE(states->ofTrace({7, 1}).value().at("there"), std::string("quarantined"));
        strict = false;
        QVERIFY(deliveries->requestRetry(id));
        QVERIFY(DeliveryService(store.path(), quick()).flush(30s));
        QCOMPARE(int(deliveries->quarantine(id)->size()), 0);
        QCOMPARE(int(server.kept().size()), 300);
        QCOMPARE(status(store.path(), "there").row.delivered, 300);
    }

    void aMissingSecretIsNamedByItsVariable()
    {
        FilledStore store;
        store.add(1);
        DestinationConfig config;
        config.secret = {SecretPlace::Kind::environment, "SPANGLASS_TEST_NO_SUCH_SECRET"};
        BadServer server;
        add(store.path(), "there", "otlp", server.url(), config);
        QVERIFY(!DeliveryService(store.path(), quick()).flush(3s));
        QVERIFY(status(store.path(), "there").row.health.lastError.find("SPANGLASS_TEST_NO_SUCH_SECRET") !=
                std::string::npos);
    }

    void aCanarySecretIsNowhereInTheStore()
    {
        FilledStore store;
        store.add(20);
        qputenv("SPANGLASS_TEST_SECRET", "CANARY-5519-secret");
        DestinationConfig config;
        config.publicKey = "pk";
        config.secret = {SecretPlace::Kind::environment, "SPANGLASS_TEST_SECRET"};
        BadServer server;
        server.answer = [](const BadServer::Request& request) {
            return BadServer::Answer{400, "you said: " + request.head};
        };
        add(store.path(), "there", "langfuse", server.url(), config);
        (void)DeliveryService(store.path(), quick()).flush(10s);
        QVERIFY(server.requests()[0].hasHeader(
            "authorization: basic " +
            QByteArray("pk:CANARY-5519-secret").toBase64().toLower().toStdString()));
        for (const auto& entry : std::filesystem::recursive_directory_iterator(store.path())) {
            QFile file(QString::fromStdString(entry.path().string()));
            if (!entry.is_regular_file() || !file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("CANARY"), file.fileName().toUtf8());
            QVERIFY2(!bytes.contains(QByteArray("pk:CANARY-5519-secret").toBase64()),
                     file.fileName().toUtf8());
        }
    }

    void aStoppedPostgresDelaysNobodyElse()
    {
        if (!m_postgres.isRunning())
            QSKIP("PostgreSQL is not installed");
        FilledStore store;
        store.add(500);
        BadServer server;
        add(store.path(), "frozen", "postgres", m_postgres.conninfo());
        add(store.path(), "there", "otlp", server.url());
        m_postgres.freeze();
        DeliveryService service(store.path(), quick());
        QTRY_COMPARE_WITH_TIMEOUT(status(store.path(), "there").row.delivered, 500, 20'000);
        QCOMPARE(status(store.path(), "frozen").row.delivered, 0);
        m_postgres.resume();
        QTRY_COMPARE_WITH_TIMEOUT(status(store.path(), "frozen").pending, 0, 60'000);
    }

    void postgresHasEverythingOnceAfterRandomFaults()
    {
        if (!m_postgres.isRunning())
            QSKIP("PostgreSQL is not installed");
        const bool full = qEnvironmentVariableIntValue("SPANGLASS_FULL") != 0;
        const int faults = full ? 200 : 20;
        FilledStore store;
        const std::int64_t id = add(store.path(), "team", "postgres", m_postgres.conninfo());
        auto service = std::make_unique<DeliveryService>(store.path(), quick());
        std::mt19937_64 random(23);
        for (int fault = 0; fault < faults; ++fault) {
            store.add(500);
            service->wake();
            switch (random() % 6) {
            case 0:
                m_postgres.kill9();
                QVERIFY2(m_postgres.start(), m_postgres.problem());
                break;
            case 1:
                QVERIFY2(m_postgres.restart(), m_postgres.problem());
                break;
            case 2:
                m_postgres.freeze();
                store.add(10);
                m_postgres.resume();
                break;
            case 3: { // the tables locked by somebody
                auto other = postgres::Connection::open(m_postgres.conninfo());
                if (other)
                    (void)(*other)->execute("BEGIN; LOCK TABLE spanglass.spans IN ACCESS EXCLUSIVE MODE");
                store.add(10);
                break;
            }
            case 4: // every connection cut, also in the middle of a transaction
                (void)m_postgres.sql(
                    u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'spanglass'"_qs);
                break;
            default: // the client goes and another comes
                service.reset();
                service = std::make_unique<DeliveryService>(store.path(), quick());
                break;
            }
        }
        QVERIFY(store::Deliveries::open(store.path())->requestRetry(id));
        QTRY_COMPARE_WITH_TIMEOUT(status(store.path(), "team").pending, 0, 90'000);
        auto connection = postgres::Connection::open(m_postgres.conninfo());
        QVERIFY(connection);
        const auto rows =
            (*connection)
                ->execute("SELECT count(*), count(DISTINCT (trace_id, span_id)) FROM spanglass.spans");
        QVERIFY(rows);
        QCOMPARE(rows->integer(0, 0), std::int64_t(store.spans()));
        QCOMPARE(rows->integer(0, 1), std::int64_t(store.spans()));
        const auto traces = (*connection)->execute("SELECT count(*), sum(spans) FROM spanglass.traces");
        QCOMPARE(traces->integer(0, 1), std::int64_t(store.spans()));
        QCOMPARE(status(store.path(), "team").quarantined, 0);
    }

    void tooManyConnectionsIsWaitedFor()
    {
        if (!m_postgres.isRunning())
            QSKIP("PostgreSQL is not installed");
        QVERIFY(m_postgres.sql(u"ALTER ROLE spanglass CONNECTION LIMIT 1"_qs));
        auto only = postgres::Connection::open(m_postgres.conninfo());
        QVERIFY(only);
        FilledStore store;
        store.add(10);
        add(store.path(), "team", "postgres", m_postgres.conninfo());
        DeliveryService service(store.path(), quick());
        QTRY_VERIFY_WITH_TIMEOUT(
            status(store.path(), "team").row.health.lastError.find("too many connections") !=
                std::string::npos,
            20'000);
        QVERIFY(!status(store.path(), "team").row.paused);
        only->reset();
        QVERIFY(m_postgres.sql(u"ALTER ROLE spanglass CONNECTION LIMIT -1"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(status(store.path(), "team").pending, 0, 60'000);
    }

private:
    PrivatePostgres m_postgres;
};

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
