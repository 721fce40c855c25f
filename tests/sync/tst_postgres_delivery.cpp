// SPDX-License-Identifier: GPL-3.0-or-later
/// Deliveries to a real Postgres that refuses, for every reason it has: the cause is said, without the
/// password; everything is kept; and once it is mended all of it arrives, once.
#include <QtTest>

#include "postgres/answer_thief.h"
#include "postgres/connection.h"
#include "postgres/private_postgres.h"
#include "postgres/row_streams.h"
#include "sync/courier.h"
#include "sync/delivery_service.h"
#include "sync/destination_config.h"
#include "sync/fakes.h"
#include "sync/filled_store.h"
#include "sync/postgres_destination.h"
#include "sync/trace_states.h"

using namespace spanglass;
using namespace spanglass::sync;
using namespace std::chrono_literals;

namespace {

constexpr const char* canary = "CANARY-pg-8812";

CourierSettings quick()
{
    CourierSettings settings;
    settings.poll = 10ms;
    settings.batchDelay = 20ms;
    settings.firstRetry = 1ms;
    settings.breakerRest = 200ms;
    settings.seed = 1;
    return settings;
}

/// A store that delivers to one Postgres, with the password in a variable.
class Team
{
public:
    explicit Team(const std::string& conninfo, const char* password = canary)
    {
        qputenv("SPANGLASS_TEST_PASSWORD", password);
        DestinationConfig config;
        config.secret = {SecretPlace::Kind::environment, "SPANGLASS_TEST_PASSWORD"};
        auto deliveries = store::Deliveries::open(store.path());
        m_id = deliveries->add("team", "postgres", conninfo, config.settingsJson()).value();
    }
    [[nodiscard]] DestinationStatus status() const
    {
        auto states = DeliveryStates::open(store.path());
        return states->destinations().value().front();
    }
    [[nodiscard]] std::string error() const
    {
        const DestinationStatus now = status();
        return now.row.paused ? now.row.pausedReason : now.row.health.lastError;
    }
    void resume() const
    {
        auto deliveries = store::Deliveries::open(store.path());
        QVERIFY(deliveries->setPaused(m_id, false));
        QVERIFY(deliveries->requestRetry(m_id));
    }
    void retry() const { QVERIFY(store::Deliveries::open(store.path())->requestRetry(m_id)); }

    FilledStore store;

private:
    std::int64_t m_id = 0;
};

} // namespace

class TestPostgresDelivery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(u"/usr/lib/postgresql/15/bin/initdb"_qs))
            QSKIP("PostgreSQL is not installed");
        qputenv("PGPORT", QByteArray::number(20'000 + QCoreApplication::applicationPid() % 10'000));
        QVERIFY2(m_server.start({u"listen_addresses=127.0.0.1"_qs}), m_server.problem());
    }
    void init() { QVERIFY2(m_server.sql(u"DROP SCHEMA IF EXISTS spanglass CASCADE"_qs), m_server.problem()); }

    /// PG5: what no row can hold is refused alone, whatever it lies among.
    void aSpanBeyondAnyRowIsQuarantinedAndTheRestArrives()
    {
        FakeClock clock;
        FakeOutbox outbox;
        outbox.add(9);
        outbox.log[4].attributes = {{"big", std::string(postgres::largestRowBytes + 1, 'x')}};
        DestinationConfig config;
        config.kind = DestinationKind::postgres;
        config.url = m_server.conninfo();
        PostgresDestination destination(config, {}, {});
        Courier courier(outbox, destination, clock, quick(), [&](Milliseconds time) { clock.pass(time); });
        while (!courier.idle())
            clock.pass(std::max(courier.step(true), 1ms));
        QCOMPARE(outbox.quarantine.size(), 1u);
        QVERIFY2(outbox.quarantine[5].find("MB") != std::string::npos, outbox.quarantine[5].c_str());
        QCOMPARE(outbox.delivered, 8);
        auto connection = postgres::Connection::open(m_server.conninfo());
        QVERIFY(connection);
        QCOMPARE((*connection)->execute("SELECT count(*) FROM spanglass.spans")->integer(0, 0), 8);
    }

    void everyCauseIsSaidAndNothingIsLost_data()
    {
        QTest::addColumn<QString>("breakIt"); // SQL of the superuser, before
        QTest::addColumn<QString>("conninfo");
        QTest::addColumn<QString>("hba"); // first line of pg_hba.conf
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("pauses");
        QTest::addColumn<QString>("mendIt");
        QTest::newRow("wrong password")
            << u"ALTER ROLE spanglass PASSWORD 'other'"_qs << QString()
            << u"local all spanglass scram-sha-256"_qs << u"set the password again"_qs << true
            << u"ALTER ROLE spanglass PASSWORD '%1'"_qs.arg(QLatin1String(canary));
        QTest::newRow("missing database")
            << QString() << u"dbname=later"_qs << QString() << u"create the database, or name another one"_qs
            << true << u"CREATE DATABASE later OWNER spanglass"_qs;
        QTest::newRow("TLS required") << QString() << u"host=127.0.0.1 sslmode=disable"_qs
                                      << u"hostssl all spanglass 127.0.0.1/32 trust"_qs
                                      << u"the server wants TLS"_qs << true << u"SELECT 1"_qs;
        QTest::newRow("read-only") << u"ALTER ROLE spanglass SET default_transaction_read_only = on"_qs
                                   << QString() << QString() << u"read-only transaction"_qs << true
                                   << u"ALTER ROLE spanglass SET default_transaction_read_only = off"_qs;
        QTest::newRow("no permission to make the schema")
            << u"ALTER DATABASE spanglass OWNER TO postgres"_qs << QString() << QString() << u"printed SQL"_qs
            << true << u"ALTER DATABASE spanglass OWNER TO spanglass"_qs;
        QTest::newRow("too many connections")
            << u"ALTER ROLE spanglass CONNECTION LIMIT 0"_qs << QString() << QString()
            << u"too many connections"_qs << false << u"ALTER ROLE spanglass CONNECTION LIMIT -1"_qs;
    }
    void everyCauseIsSaidAndNothingIsLost()
    {
        QFETCH(QString, breakIt);
        QFETCH(QString, conninfo);
        QFETCH(QString, hba);
        QFETCH(QString, says);
        QFETCH(bool, pauses);
        QFETCH(QString, mendIt);
        QVERIFY2(breakIt.isEmpty() || m_server.sql(breakIt, "postgres"), m_server.problem());
        const QByteArray before = setFirstRule(hba);
        Team team(m_server.conninfo() + " " + conninfo.toStdString());
        team.store.add(120);
        DeliveryService service(team.store.path(), quick());
        QTRY_VERIFY2_WITH_TIMEOUT(QString::fromStdString(team.error()).contains(says), team.error().c_str(),
                                  30'000);
        QTRY_COMPARE_WITH_TIMEOUT(team.status().row.paused, pauses, 10'000);
        QCOMPARE(team.status().pending, 120);
        QVERIFY(team.error().find("CANARY") == std::string::npos);
        restoreRules(before);
        QVERIFY2(m_server.sql(mendIt, "postgres"), m_server.problem());
        team.resume();
        QTRY_COMPARE_WITH_TIMEOUT(team.status().pending, 0, 60'000);
        QCOMPARE(count(m_server.conninfo() + " " + conninfo.toStdString()), 120);
        QVERIFY(!team.status().row.paused);
    }

    void theSqlForSomebodyWhoMayIsLeftInTheStore()
    {
        QVERIFY(m_server.sql(u"ALTER DATABASE spanglass OWNER TO postgres"_qs));
        Team team(m_server.conninfo());
        team.store.add(10);
        DeliveryService service(team.store.path(), quick());
        const QString file = QString::fromStdString((team.store.path() / "team-schema.sql").string());
        QTRY_VERIFY_WITH_TIMEOUT(team.status().row.paused, 30'000);
        QVERIFY2(QString::fromStdString(team.error()).contains(file), team.error().c_str());
        QFile sql(file);
        QVERIFY(sql.open(QIODevice::ReadOnly));
        QVERIFY2(m_server.sql(u"BEGIN;"_qs + QString::fromUtf8(sql.readAll()) +
                              u"GRANT USAGE ON SCHEMA spanglass TO spanglass;"
                              "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA spanglass TO spanglass;"
                              "INSERT INTO spanglass.project_members VALUES ('*', 'spanglass'); COMMIT"_qs),
                 m_server.problem());
        team.resume();
        QTRY_COMPARE_WITH_TIMEOUT(team.status().pending, 0, 60'000);
        QVERIFY(
            m_server.sql(u"DROP SCHEMA spanglass CASCADE; ALTER DATABASE spanglass OWNER TO spanglass"_qs));
    }

    void downAtTheStartItIsWaitedFor()
    {
        Team team(m_server.conninfo());
        team.store.add(50);
        m_server.stop();
        DeliveryService service(team.store.path(), quick());
        QTRY_VERIFY_WITH_TIMEOUT(!team.error().empty(), 30'000);
        QVERIFY(!team.status().row.paused);
        QVERIFY2(m_server.start({u"listen_addresses=127.0.0.1"_qs}), m_server.problem());
        team.retry();
        QTRY_COMPARE_WITH_TIMEOUT(team.status().pending, 0, 60'000);
        QCOMPARE(count(m_server.conninfo()), 50);
    }

    void aCommitWhoseAnswerIsLostLeavesOneRow()
    {
        const QTemporaryDir folder(u"/tmp/spanglass-thief-XXXXXX"_qs);
        const std::string name = ".s.PGSQL." + qgetenv("PGPORT").toStdString();
        AnswerThief thief(folder.path().toStdString(), name, m_server.directory().toStdString() + "/" + name);
        Team team("host=" + folder.path().toStdString() + " user=spanglass dbname=spanglass");
        {
            DeliveryService service(team.store.path(), quick()); // the schema is made undisturbed
            team.store.add(10);
            QTRY_COMPARE_WITH_TIMEOUT(team.status().pending, 0, 30'000);
        }
        thief.toSteal = 2;
        team.store.add(300);
        DeliveryService service(team.store.path(), quick());
        QTRY_COMPARE_WITH_TIMEOUT(team.status().pending, 0, 60'000);
        QCOMPARE(thief.toSteal.load(), 0);
        QCOMPARE(count(m_server.conninfo()), 310);
        QCOMPARE(team.status().row.delivered, 310);
        QVERIFY(team.status().row.health.lastErrorUnixNs > 0);
        QCOMPARE(team.status().row.health.uncertain, 0);
    }

    void deadlocksAndSerializationFailuresAreTriedAgain_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("deadlock") << u"40P01"_qs;
        QTest::newRow("serialization failure") << u"40001"_qs;
    }
    void deadlocksAndSerializationFailuresAreTriedAgain()
    {
        QFETCH(QString, state);
        Team team(m_server.conninfo());
        team.store.add(10);
        {
            DeliveryService service(team.store.path(), quick());
            QTRY_COMPARE_WITH_TIMEOUT(team.status().pending, 0, 30'000);
        }
        // A sequence is not rolled back: the sixth attempt passes.
        QVERIFY2(
            m_server.sql(
                u"CREATE SEQUENCE spanglass.attempts; GRANT ALL ON SEQUENCE spanglass.attempts TO spanglass;"
                "CREATE FUNCTION spanglass.fails() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN"
                " IF nextval('spanglass.attempts') < 6 THEN"
                "  RAISE EXCEPTION 'made to fail' USING ERRCODE = '%1'; END IF; RETURN NULL; END $f$;"
                "CREATE TRIGGER fails AFTER INSERT ON spanglass.spans FOR EACH STATEMENT"
                " EXECUTE FUNCTION spanglass.fails()"_qs.arg(state)),
            m_server.problem());
        team.store.add(40);
        DeliveryService service(team.store.path(), quick());
        QTRY_COMPARE_WITH_TIMEOUT(team.status().pending, 0, 60'000);
        QCOMPARE(count(m_server.conninfo()), 50);
        QCOMPARE(team.status().quarantined, 0);
    }

    void aNewerSchemaPausesAndSaysWhy()
    {
        Team team(m_server.conninfo());
        team.store.add(10);
        QVERIFY(m_server.sql(u"CREATE SCHEMA spanglass AUTHORIZATION spanglass;"
                             "CREATE TABLE spanglass.migrations (version integer, applied_at timestamptz);"
                             "ALTER TABLE spanglass.migrations OWNER TO spanglass;"
                             "INSERT INTO spanglass.migrations VALUES (99)"_qs));
        DeliveryService service(team.store.path(), quick());
        QTRY_VERIFY_WITH_TIMEOUT(team.status().row.paused, 30'000);
        QVERIFY2(team.error().find("version 99") != std::string::npos &&
                     team.error().find("use a newer Spanglass") != std::string::npos,
                 team.error().c_str());
        QCOMPARE(team.status().pending, 10);
    }

    /// The disk of the server fills up while it delivers; what was written before stays, the rest follows
    /// when there is room.
    void aFullDiskIsWaitedForAndSaid()
    {
        PrivatePostgres small;
        if (!small.useSmallDisk(110))
            QSKIP("only root may make a small disk");
        QVERIFY2(small.start(), small.problem());
        const QString filler = small.directory() + u"/filler"_qs;
        Team team(small.conninfo());
        team.store.add(10);
        DeliveryService service(team.store.path(), quick());
        QTRY_COMPARE_WITH_TIMEOUT(team.status().pending, 0, 30'000);
        QFile full(filler);
        QVERIFY(full.open(QIODevice::WriteOnly));
        const QByteArray block(1 << 20, 'x');
        while (full.write(block) == block.size() && full.flush()) {
        }
        full.close();
        for (int i = 0; i < 5; ++i)
            team.store.add(400, std::string(2000, static_cast<char>('a' + i)));
        QTRY_VERIFY2_WITH_TIMEOUT(team.error().find("No space left on device") != std::string::npos,
                                  team.error().c_str(), 60'000);
        QVERIFY(!team.status().row.paused);
        QVERIFY(QFile::remove(filler));
        if (!small.isAnswering())
            QVERIFY2(small.restart(), small.problem()); // a full disk for its log ends the server itself
        team.retry();
        QTRY_COMPARE_WITH_TIMEOUT(team.status().pending, 0, 120'000);
        QCOMPARE(count(small.conninfo()), 2010);
        QCOMPARE(team.status().quarantined, 0);
    }

private:
    static int count(const std::string& conninfo)
    {
        auto connection = postgres::Connection::open(conninfo, canary);
        if (!connection)
            return -1;
        const auto rows = (*connection)->execute("SELECT count(*) FROM spanglass.spans");
        return rows ? static_cast<int>(rows->integer(0, 0)) : -2;
    }

    /// Puts `rule` before the others; returns them.
    QByteArray setFirstRule(const QString& rule)
    {
        QFile file(m_server.directory() + u"/data/pg_hba.conf"_qs);
        if (rule.isEmpty() || !file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray before = file.readAll();
        // Without TLS no other rule may match.
        writeRules(rule.toUtf8() + "\n" +
                   (rule.startsWith(u"hostssl"_qs) ? QByteArray("local all all trust\n") : before));
        return before;
    }
    void restoreRules(const QByteArray& rules)
    {
        if (!rules.isEmpty())
            writeRules(rules);
    }
    void writeRules(const QByteArray& rules)
    {
        QFile file(m_server.directory() + u"/data/pg_hba.conf"_qs);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(rules);
        file.close();
        QVERIFY(m_server.sql(u"SELECT pg_reload_conf()"_qs, "postgres"));
    }

    PrivatePostgres m_server;
};

QTEST_GUILESS_MAIN(TestPostgresDelivery)
#include "tst_postgres_delivery.moc"
