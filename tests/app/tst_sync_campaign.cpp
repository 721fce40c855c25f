// SPDX-License-Identifier: GPL-3.0-or-later
// Random faults while spans are recorded, gathered and delivered by a real `spanglass sync run`: the server
// is killed, restarted, frozen, locked, full, closed to new connections; the courier is killed. A tenth of
// the campaign runs everywhere, all of it with SPANGLASS_FULL=1.
#include <QTest>
#include <random>

#include "journal/writer.h"
#include "postgres/connection.h"
#include "postgres/private_postgres.h"
#include "store/store.h"
#include "sync/trace_states.h"
#include "sync_stage.h"

using namespace Qt::StringLiterals;
using namespace spanglass;
using namespace spanglass::test;

namespace {

/// Records as agents do: into a journal of the store, ten spans to a trace.
class Recording
{
public:
    explicit Recording(const QString& store)
        : m_writer(journal::Writer::open({store.toStdString(), {}, std::uint64_t{4} << 30}).value())
    {
        m_writer.beginContext(R"({"service.name":"campaign"})");
    }
    void add(int spans)
    {
        for (int i = 0; i < spans; ++i)
            addSpan(++m_spans);
        QVERIFY(m_writer.write());
    }
    [[nodiscard]] std::int64_t spans() const { return static_cast<std::int64_t>(m_spans); }

private:
    void addSpan(std::uint64_t id)
    {
        const TraceId trace{7, (id - 1) / 10 + 1};
        const std::uint64_t root = (id - 1) / 10 * 10 + 1;
        const std::uint8_t flags = id == root ? std::uint8_t{journal::rootOfTrace} : std::uint8_t{0};
        const std::int64_t startNs = 1'700'000'000'000'000'000 + static_cast<std::int64_t>(id) * 1000;
        m_writer.start(
            {trace, {id}, {id == root ? 0 : root}, Kind::tool, Level::normal, flags, 1, startNs, "step"});
        m_writer.attribute({trace, {id}, "input.value", {journal::ValueType::text, "what is it?", 0, 0}});
        m_writer.end({trace, {id}, Status::ok, 0, startNs + 500});
    }
    journal::Writer m_writer;
    std::uint64_t m_spans = 0;
};

/// `spanglass sync run`, killed and started again.
class Courier
{
public:
    explicit Courier(const SyncStage& stage) : m_stage(stage) { start(); }
    ~Courier() { kill9(); }
    void start()
    {
        m_process = std::make_unique<QProcess>();
        setUp(*m_process, m_stage.environment({u"OTEL_BSP_SCHEDULE_DELAY=20"_s, u"SPANGLASS_RETRIES=1"_s,
                                               u"SPANGLASS_BREAKER_SECONDS=1"_s}));
        m_process->setStandardErrorFile(QProcess::nullDevice());
        m_process->start(program(), {u"sync"_s, u"run"_s});
        m_process->waitForStarted();
    }
    void kill9()
    {
        m_process->kill();
        m_process->waitForFinished();
    }

private:
    const SyncStage& m_stage;
    std::unique_ptr<QProcess> m_process;
};

sync::DestinationStatus statusOf(const SyncStage& stage)
{
    auto states = sync::DeliveryStates::open(stage.store().toStdString());
    const auto all = states ? states->destinations() : tl::unexpected(states.error());
    return all && !all->empty() ? all->front() : sync::DestinationStatus();
}

} // namespace

class tst_sync_campaign : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void postgresHasEverySpanOnceAfterRandomFaults()
    {
        if (!QFile::exists(u"/usr/lib/postgresql/15/bin/initdb"_s))
            QSKIP("PostgreSQL is not installed");
        const int faults = qEnvironmentVariableIntValue("SPANGLASS_FULL") != 0 ? 200 : 20;
        PrivatePostgres server;
        const bool small = server.useSmallDisk(600);
        QVERIFY2(server.start(), server.problem());
        const SyncStage stage;
        QCOMPARE(stage
                     .sync({u"add"_s, u"team"_s, u"--kind"_s, u"postgres"_s, u"--url"_s,
                            QString::fromStdString(server.conninfo())})
                     .exitCode,
                 0);
        Recording recording(stage.store());
        Courier courier(stage);
        std::mt19937_64 random(37);
        for (int fault = 0; fault < faults; ++fault) {
            recording.add(500);
            const std::int64_t before = statusOf(stage).row.delivered;
            apply(static_cast<int>(random() % 8), server, courier, recording, small);
            // Some faults strike while it works off the last, some when all is quiet again.
            if (random() % 4 == 0)
                QTRY_VERIFY_WITH_TIMEOUT(statusOf(stage).row.delivered > before, 60'000);
        }
        QCOMPARE(stage.sync({u"retry"_s}).exitCode, 0);
        // Gathered: the books say so, whatever was delivered yet.
        QTRY_COMPARE_WITH_TIMEOUT(storedSpans(stage), recording.spans(), 120'000);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(stage).pending, 0, 180'000);
        auto connection = postgres::Connection::open(server.conninfo());
        QVERIFY(connection);
        const auto rows =
            (*connection)
                ->execute("SELECT count(*), count(DISTINCT (trace_id, span_id)) FROM spanglass.spans");
        QVERIFY(rows);
        qInfo("%d faults, %lld spans recorded, %lld rows, %lld of them different", faults,
              static_cast<long long>(recording.spans()), static_cast<long long>(rows->integer(0, 0)),
              static_cast<long long>(rows->integer(0, 1)));
        QCOMPARE(rows->integer(0, 0), recording.spans());
        QCOMPARE(rows->integer(0, 1), recording.spans());
        QCOMPARE(statusOf(stage).quarantined, 0);
        QVERIFY(!statusOf(stage).row.paused);
    }

private:
    static std::int64_t storedSpans(const SyncStage& stage)
    {
        const auto store = store::Store::open(stage.store().toStdString());
        const auto counts = store ? store->counts() : tl::unexpected(store.error());
        return counts ? counts->spans : -1;
    }

    static void apply(int fault, PrivatePostgres& server, Courier& courier, Recording& recording,
                      bool smallDisk)
    {
        switch (fault) {
        case 0:
            server.kill9();
            QVERIFY2(server.start(), server.problem());
            break;
        case 1:
            QVERIFY2(server.restart(), server.problem());
            break;
        case 2:
            server.freeze();
            recording.add(10);
            server.resume();
            break;
        case 3: { // the tables locked by somebody
            auto other = postgres::Connection::open(server.conninfo());
            if (other)
                (void)(*other)->execute("BEGIN; LOCK TABLE spanglass.spans IN ACCESS EXCLUSIVE MODE");
            recording.add(10);
            break;
        }
        case 4: // every connection cut, also in the middle of a transaction
            (void)server.sql(
                u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'spanglass'"_s);
            break;
        case 5: // no new connections, and the present ones cut
            QVERIFY2(server.sql(u"ALTER ROLE spanglass CONNECTION LIMIT 0"_s), server.problem());
            (void)server.sql(
                u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'spanglass'"_s);
            recording.add(10);
            QVERIFY2(server.sql(u"ALTER ROLE spanglass CONNECTION LIMIT -1"_s), server.problem());
            break;
        case 6:
            if (smallDisk) {
                fillDisk(server, recording);
                break;
            }
            [[fallthrough]];
        default:
            courier.kill9();
            recording.add(10);
            courier.start();
            break;
        }
    }

    static void fillDisk(PrivatePostgres& server, Recording& recording)
    {
        QFile filler(server.directory() + u"/filler"_s);
        QVERIFY(filler.open(QIODevice::WriteOnly));
        const QByteArray block(1 << 20, 'x');
        while (filler.write(block) == block.size() && filler.flush()) {
        }
        filler.close();
        recording.add(300);
        (void)server.sql(u"SELECT 1"_s);
        QVERIFY(QFile::remove(filler.fileName()));
        if (!server.isAnswering()) // a full disk for its log ends the server itself
            QVERIFY2(server.restart(), server.problem());
    }
};

QTEST_GUILESS_MAIN(tst_sync_campaign)
#include "tst_sync_campaign.moc"
