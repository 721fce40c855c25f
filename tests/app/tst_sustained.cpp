// SPDX-License-Identifier: GPL-3.0-or-later
// More comes in than is gathered: what the journals have no room for is turned away with 503 until a keeper
// has made room, and whatever was answered with success is in the store in the end, once.
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <thread>

#include "receive/receive_bench.h"
#include "receive/server.h"
#include "store/keeper.h"
#include "store/store.h"

using namespace spanglass;

class tst_sustained : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsTurnedAwayComesAgainAndNothingIsLost()
    {
        constexpr int patienceMs = 120'000;
        const QTemporaryDir directory;
        receive::ServerOptions options;
        options.store = directory.path().toStdString() + "/store";
        QVERIFY(store::Store::open(options.store));
        options.listen = "127.0.0.1:0";
        options.journalsLimitBytes = 4u << 20;
        auto server = receive::Server::start(options);
        QVERIFY(server);
        const auto port = (*server)->listening().at(0).section(QLatin1Char(':'), -1).toUShort();

        // 40 MB of spans; nobody gathers yet.
        const receive::Stream stream{.clients = 8, .spansPerSecond = 40'000, .seconds = 1};
        std::int64_t taken = 0;
        std::atomic<bool> done = false;
        std::thread senders([&] {
            taken = receive::sendStream(port, stream);
            done = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT((*server)->state().counts.refused > 0, patienceMs);
        const bool waited = !done;
        {
            const auto keeper = store::Keeper::start(options.store);
            QTRY_VERIFY_WITH_TIMEOUT(done, patienceMs);
        }
        senders.join();
        QVERIFY(waited); // some of it stood before a closed door
        server->reset();
        QCOMPARE(taken, std::int64_t{stream.spansPerSecond} * stream.seconds);
        QVERIFY(store::gatherOnce(options.store, patienceMs));
        const auto counts = store::Store::open(options.store)->counts();
        QVERIFY(counts);
        QCOMPARE(counts->spans, taken);
        QCOMPARE(counts->dropped, std::int64_t{0});
        QCOMPARE(counts->created, counts->stored);
    }
};

QTEST_GUILESS_MAIN(tst_sustained)
#include "tst_sustained.moc"
