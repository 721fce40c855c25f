// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel says of a destination is true at every moment of an outage and of the recovery: a courier
// works on a real store against a destination that fails on demand, on a clock that is moved by hand.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "models/sync_model.h"
#include "sync/courier.h"
#include "sync/fakes.h"
#include "sync/filled_store.h"
#include "sync/store_outbox.h"

using namespace spanglass;
using namespace spanglass::models;
using namespace std::chrono_literals;

namespace {

/// One destination called "team", its courier, and what the panel shows of it.
struct Scene
{
    FilledStore store;
    sync::FakeClock clock;
    sync::FakeDestination destination;
    std::unique_ptr<sync::StoreOutbox> outbox;
    std::unique_ptr<sync::Courier> courier;
    std::optional<sync::DeliveryStates> states;
    SyncModel model{[this] { return clock.unixNs(); }};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    std::int64_t id = 0;
    bool served = true;
    QStringList duringDelivery; ///< what was shown while the destination was at work

    Scene()
    {
        states.emplace(sync::DeliveryStates::open(store.path()).value());
        id = states->deliveries()
                 .add("team", "otlp", "http://localhost:4318", sync::DestinationConfig().settingsJson())
                 .value();
        outbox = sync::StoreOutbox::open(store.path(), id, clock).value();
        sync::CourierSettings settings;
        settings.immediateRetries = 0;
        settings.limits.spans = 100;
        settings.seed = 1;
        courier =
            std::make_unique<sync::Courier>(*outbox, destination, clock, settings, [](sync::Milliseconds) {});
    }
    void look()
    {
        std::vector<SyncDestination> rows;
        const auto all = states->destinations();
        for (const sync::DestinationStatus& status : *all)
            rows.push_back({status, served});
        model.setDestinations(std::move(rows));
    }
    QVariant shown(int role)
    {
        look();
        return model.index(0).data(role);
    }
    SyncState state() { return static_cast<SyncState>(shown(SyncModel::stateRole).toInt()); }
    QString line() { return shown(SyncModel::lineRole).toString(); }
    void answer(const sync::Reply& reply)
    {
        destination.rule = [this, reply](const sync::Parcel&) {
            duringDelivery << syncStateName(state());
            return reply;
        };
    }
    void step(sync::Milliseconds later = 0ms)
    {
        clock.pass(later);
        duringDelivery.clear();
        (void)courier->step();
    }
};

const sync::Reply taken{sync::Verdict::delivered, {}, {}, {}};
const sync::Reply refused{sync::Verdict::busy, "Connection refused", 8s, {}};

} // namespace

class tst_sync_model : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyWordIsTrueInAnOutageAndItsRecovery()
    {
        Scene s;
        s.answer(taken);
        s.store.add(10);
        s.served = false;
        QCOMPARE(s.state(), SyncState::off);
        QCOMPARE(s.line(), QStringLiteral("10 waiting, nobody delivers"));
        QVERIFY(s.shown(SyncModel::adviceRole).toString().contains(QStringLiteral("Deliver")));

        s.served = true;
        s.step();
        QCOMPARE(s.state(), SyncState::queued);
        s.step(6s);
        QCOMPARE(s.duringDelivery, QStringList{syncStateName(SyncState::sending)});
        s.store.add(5);
        s.step();
        QCOMPARE(s.state(), SyncState::queued);
        s.step(6s);
        s.step();
        QCOMPARE(s.state(), SyncState::delivered);
        QCOMPARE(s.line(), QStringLiteral("15 delivered"));
        QCOMPARE(s.shown(SyncModel::lastSuccessRole).toLongLong() > 0, true);

        // The server goes down: the countdown is the truth, second by second.
        s.answer(refused);
        s.store.add(10);
        s.step();
        s.step(6s);
        QCOMPARE(s.state(), SyncState::retrying);
        QCOMPARE(s.line(), QStringLiteral("10 waiting, next try in 8 s"));
        QCOMPARE(s.shown(SyncModel::markRole).toInt(), int(SyncMark::waiting));
        s.clock.pass(3s);
        s.model.tick();
        QCOMPARE(s.model.index(0).data(SyncModel::lineRole).toString(),
                 QStringLiteral("10 waiting, next try in 5 s"));
        QVERIFY(s.shown(SyncModel::adviceRole).toString().contains(QStringLiteral("start the server")));

        // Five failures in a row: it is left alone for a minute.
        for (int failure = 2; failure <= 5; ++failure)
            s.step(9s);
        QCOMPARE(s.state(), SyncState::failing);
        QCOMPARE(s.line(), QStringLiteral("10 waiting, not reached, next try in 60 s"));
        QCOMPARE(s.shown(SyncModel::markRole).toInt(), int(SyncMark::failing));
        QCOMPARE(s.shown(SyncModel::lastErrorRole).toString(), QStringLiteral("Connection refused"));
        QVERIFY(s.shown(SyncModel::breakerRole).toString().startsWith(QStringLiteral("open")));

        // Whoever pauses it now is told of no next try.
        QVERIFY(s.shown(SyncModel::countdownRole).toInt() > 0);
        QVERIFY(s.states->deliveries().setPaused(s.id, true));
        QCOMPARE(s.shown(SyncModel::countdownRole).toInt(), -1);
        QVERIFY(s.states->deliveries().setPaused(s.id, false));

        // It is back: one attempt decides, then the backlog leaves.
        s.store.add(290);
        s.answer(taken);
        s.step(61s);
        QCOMPARE(s.duringDelivery, QStringList{syncStateName(SyncState::probing)});
        s.step();
        QCOMPARE(s.duringDelivery, QStringList{syncStateName(SyncState::catchingUp)});
        QVERIFY(s.shown(SyncModel::breakerRole).toString().startsWith(QStringLiteral("closed")));
        s.step();
        s.step();
        QCOMPARE(s.state(), SyncState::delivered);
        QCOMPARE(s.line(), QStringLiteral("315 delivered"));
    }

    void pausedIsTheUsersAndStoppedIsTheServers()
    {
        Scene s;
        s.store.add(100);
        QVERIFY(s.states->deliveries().setPaused(s.id, true, std::string(sync::pausedByUser)));
        QCOMPARE(s.state(), SyncState::paused);
        QCOMPARE(s.line(), QStringLiteral("100 waiting, paused"));
        QCOMPARE(s.shown(SyncModel::lastErrorRole).toString(), QString());
        QVERIFY(s.states->deliveries().setPaused(s.id, false));
        s.answer({sync::Verdict::settings, "HTTP 401: the key is wrong: set the secret again", {}, {}});
        s.step();
        QCOMPARE(s.state(), SyncState::stopped);
        QCOMPARE(s.line(), QStringLiteral("100 waiting, needs you"));
        QCOMPARE(s.shown(SyncModel::markRole).toInt(), int(SyncMark::asking));
        QVERIFY(s.shown(SyncModel::lastErrorRole).toString().contains(QStringLiteral("401")));
        QVERIFY(s.shown(SyncModel::adviceRole).toString().contains(QStringLiteral("Edit")));
    }

    void whatIsRefusedIsCountedBesideTheState()
    {
        Scene s;
        s.store.add(100);
        s.answer({sync::Verdict::delivered, {}, {}, {{3, "too deep"}, {5, "too deep"}}});
        s.step();
        s.step();
        QCOMPARE(s.state(), SyncState::delivered);
        QCOMPARE(s.line(), QStringLiteral("98 delivered · 2 refused"));
        QCOMPARE(s.shown(SyncModel::quarantinedRole).toInt(), 2);
    }

    void rowsComeGoAndChangeOneByOne()
    {
        Scene s;
        s.look();
        QSignalSpy inserted(&s.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&s.model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&s.model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&s.model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex team = s.model.index(0);
        store::Deliveries& deliveries = s.states->deliveries();
        const auto settings = sync::DestinationConfig().settingsJson();
        const std::int64_t first = deliveries.add("a", "otlp", "http://a", settings).value();
        QVERIFY(deliveries.add("z", "otlp", "http://z", settings));
        s.look();
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(team.row(), 1);
        QCOMPARE(changed.count(), 0);
        s.look();
        QCOMPARE(changed.count(), 0);
        QVERIFY(deliveries.setPaused(s.id, true));
        s.look();
        QCOMPARE(changed.count(), 1);
        QVERIFY(deliveries.remove(first));
        s.look();
        QCOMPARE(removed.count(), 1);
        QCOMPARE(team.row(), 0);
        QCOMPARE(s.model.indexOf(s.id), QModelIndex(team));
        QCOMPARE(reset.count(), 0);
    }

    void whatNeverLeavesIsSaidInWords()
    {
        sync::Redaction rules;
        QCOMPARE(rulesReadable(rules), QStringLiteral("everything leaves as it is"));
        rules.withoutContent = true;
        rules.removedKeys = {"user.*", "db.statement"};
        rules.mask = {"*_token", "builtin"};
        rules.valueBytes = 20'000;
        QCOMPARE(
            rulesReadable(rules),
            QStringLiteral("inputs, outputs and messages stay here · these attributes stay here: user.*, "
                           "db.statement · masked: *_token, builtin · values are cut at %1 bytes")
                .arg(countReadable(20'000)));
    }
};

QTEST_GUILESS_MAIN(tst_sync_model)
#include "tst_sync_model.moc"
