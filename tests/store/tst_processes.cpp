// SPDX-License-Identifier: GPL-3.0-or-later
/// Keepers and agents as processes of their own, killed and stopped.
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <random>

#include "store/database.h"
#include "store/keeper.h"
#include "store/keeper_lock.h"
#include "store/store.h"

using namespace spanglass;
using namespace spanglass::store;

namespace {

struct Program
{
    Program(const char* path, const QStringList& arguments, const std::filesystem::path& storePath)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SPANGLASS_STORE"), QString::fromStdString(storePath.string()));
        process.setProcessEnvironment(environment);
        process.start(QString::fromLatin1(path), arguments);
        process.waitForStarted();
    }
    ~Program() { kill(); }
    void signal(int number) const { ::kill(static_cast<pid_t>(process.processId()), number); }
    void kill()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill(); // SIGKILL
            process.waitForFinished(30'000);
        }
    }
    bool end()
    {
        process.closeWriteChannel();
        return process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit;
    }
    bool saysOpen()
    {
        QByteArray said = process.readAll();
        while (!said.contains("open") && process.waitForReadyRead(30'000))
            said += process.readAll();
        return said.contains("open");
    }

    QProcess process;
};

struct Place
{
    QTemporaryDir directory;
    std::filesystem::path path = directory.path().toStdString() + "/store";

    [[nodiscard]] std::unique_ptr<Program> agent(int traces) const
    {
        return std::make_unique<Program>(STORE_AGENT, QStringList{QString::number(traces)}, path);
    }
    [[nodiscard]] std::unique_ptr<Program> keeper() const
    {
        return std::make_unique<Program>(STORE_KEEPER, QStringList{QString::fromStdString(path.string())},
                                         path);
    }
    [[nodiscard]] std::int64_t integer(const char* sql) const
    {
        const auto database = Database::open(path / "spanglass.db");
        return database ? (*database)->integer(sql) : -1;
    }
    /// Nothing lost, nothing doubled, sums right, full-text whole.
    void check(std::int64_t traces, std::int64_t spans) const
    {
        const auto counts = Store::open(path)->counts();
        QVERIFY(counts);
        QCOMPARE(counts->traces, traces);
        QCOMPARE(counts->spans, spans);
        QCOMPARE(counts->created, counts->stored + counts->dropped);
        QCOMPARE(integer("SELECT count(*) FROM spans"), spans);
        QCOMPARE(integer("SELECT count(DISTINCT span_id) FROM spans"), spans);
        QCOMPARE(integer("SELECT sum(spans) FROM traces"), spans);
        QCOMPARE(integer("SELECT sum(duplicates) FROM journals"), std::int64_t{0});
        QCOMPARE(integer("SELECT count(*) FROM span_parts"), std::int64_t{0});
        QCOMPARE(integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
                 std::int64_t{0});
    }
};

} // namespace

class tst_processes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepersKilledAtAnyInstantLoseAndDoubleNothing()
    {
        Place place;
        constexpr int tracesEach = 1500;
        auto first = place.agent(tracesEach);
        auto second = place.agent(tracesEach);
        std::mt19937 random(11);
        std::int64_t seen = 0;
        for (int round = 0; round < 12; ++round) {
            auto keeper = place.keeper();
            // Killed while it migrates, or when it committed a few more, or in the middle of the next commit.
            const std::int64_t until = round == 0 ? 0 : seen + static_cast<std::int64_t>(random() % 800);
            QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(place.path / "spanglass.db") || round > 0,
                                     30'000);
            QTRY_VERIFY_WITH_TIMEOUT(round == 0 || place.integer("SELECT count(*) FROM spans") >= until ||
                                         place.integer("SELECT count(*) FROM spans") >= 10 * tracesEach,
                                     30'000);
            keeper->kill();
            seen = std::max<std::int64_t>(0, place.integer("SELECT count(*) FROM spans"));
        }
        QVERIFY(first->saysOpen());
        QVERIFY(second->saysOpen());
        QVERIFY(first->end());
        QVERIFY(second->end());
        QVERIFY(gatherOnce(place.path, 60'000));
        place.check(2 * tracesEach + 2, 2 * (5 * tracesEach + 2));
    }

    void whatAKilledAgentLeftOpenIsInterruptedWithAllItKnew()
    {
        Place place;
        const auto keeper = place.keeper();
        auto agent = place.agent(10);
        QVERIFY(agent->saysOpen());
        const auto statusOf = [&](const char* name) {
            const auto store = Store::open(place.path);
            const auto page =
                store ? store->traces({.text = std::string("name:") + name}) : Result<TracePage>();
            return page && !page->rows.empty() ? std::optional(page->rows.front()) : std::nullopt;
        };
        QTRY_VERIFY(statusOf("open*").has_value());
        QCOMPARE(statusOf("open*")->status, TraceStatus::running);
        agent->kill();
        QTRY_COMPARE(statusOf("open*")->status, TraceStatus::interrupted);
        const auto row = *statusOf("open*");
        const auto table = *Store::open(place.path)->trace(row.id);
        QCOMPARE(table->size(), 2u);
        const trace::Span call = table->details(1);
        QCOMPARE(call.state, trace::State::interrupted);
        QVERIFY(call.durationNs && *call.durationNs >= 0);
        QVERIFY(call.attributes == (trace::Attributes{{"known", std::string("before the end")}}));
        place.check(11, 52);
    }

    void aStoppedKeeperIsNamedAndNeverRobbed()
    {
        Place place;
        const auto keeper = place.keeper();
        QTRY_VERIFY(keeperHolder(place.path).has_value());
        keeper->signal(SIGSTOP);
        QTRY_VERIFY(keeperHolder(place.path)->stopped);
        const auto gathered = gatherOnce(place.path, 200);
        QVERIFY(!gathered);
        QCOMPARE(gathered.error().kind, ErrorKind::unavailable);
        const std::string name =
            "pid " + std::to_string(keeper->process.processId()) + " (store-keeper), stopped";
        QVERIFY2(gathered.error().message.find(name) != std::string::npos, gathered.error().message.c_str());
        keeper->signal(SIGCONT);
        QTRY_VERIFY(gatherOnce(place.path).has_value());
    }

    void twoWindowsServeAndAgentsShareOneStore()
    {
        Place place;
        const auto one = place.keeper();
        const auto two = place.keeper();
        const auto serve = place.keeper();
        std::vector<std::unique_ptr<Program>> agents;
        for (int number = 0; number < 4; ++number)
            agents.push_back(place.agent(200));
        // Readers beside them, while it goes on.
        while (place.integer("SELECT count(*) FROM spans") < 4 * 1000) {
            const auto store = Store::open(place.path);
            QVERIFY(store);
            QVERIFY(store->traces({.text = "words"}));
            QVERIFY(gatherOnce(place.path, 30'000));
        }
        for (const auto& agent : agents) {
            QVERIFY(agent->saysOpen());
            QVERIFY(agent->end());
        }
        QTRY_VERIFY(gatherOnce(place.path) &&
                    place.integer("SELECT count(*) FROM spans WHERE state = 1") == 0);
        place.check(4 * 201, 4 * 1002);
    }

    void aStoreThatIsLockedIsWaitedForWithTheNameOfWhoeverHoldsIt()
    {
        Place place;
        auto keeper = place.keeper();
        QTRY_VERIFY(Store::open(place.path) && keeperHolder(place.path));
        {
            const auto database = Database::open(place.path / "spanglass.db");
            Transaction holding(**database);
            auto agent = place.agent(20);
            QVERIFY(agent->saysOpen());
            QVERIFY(agent->end());
            QVERIFY(keeper->process.waitForReadyRead(60'000));
            const QByteArray said = keeper->process.readAll();
            QVERIFY2(said.contains("waiting for the lock held by pid " +
                                   QByteArray::number(QCoreApplication::applicationPid())),
                     said.constData());
        }
        QTRY_COMPARE(place.integer("SELECT count(*) FROM traces"), std::int64_t{21});
        place.check(21, 102);
    }
};

QTEST_GUILESS_MAIN(tst_processes)
#include "tst_processes.moc"
