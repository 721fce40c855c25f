// SPDX-License-Identifier: GPL-3.0-or-later
// A trace's badge says what became of it, and changes when that does.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "fake_source.h"
#include "models/trace_badges.h"
#include "models/trace_list_model.h"
#include "store/change_reader.h"
#include "sync/filled_store.h"
#include "sync/lanes.h"

using namespace spanglass;
using namespace spanglass::models;
using State = TraceBadge::State;

class tst_trace_badges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMostPressingStateOfAllDestinationsIsShown()
    {
        QCOMPARE(badgeOf({}).state, State::none);
        QCOMPARE(badgeOf({{"a", "delivered"}}).state, State::delivered);
        QCOMPARE(badgeOf({{"a", "delivered"}, {"b", "sending"}}).state, State::waiting);
        QCOMPARE(badgeOf({{"a", "paused"}, {"b", "pending"}}).state, State::paused);
        QCOMPARE(badgeOf({{"a", "quarantined"}, {"b", "paused"}}).state, State::quarantined);
        QCOMPARE(badgeOf({{"a", "delivered"}, {"b", "uncertain"}}).words,
                 QStringLiteral("a: delivered\nb: sent, not confirmed yet"));
    }

    void theListShowsWhatTheStoreKnows()
    {
        FilledStore store;
        store.add(20); // two traces
        auto deliveries = store::Deliveries::open(store.path());
        const std::int64_t id = deliveries->add("team", "otlp", "http://localhost", "{}").value();
        FakeSource source;
        for (const std::uint64_t number : {1, 2}) {
            trace::TraceRow row = FakeSource::row(number, 1000 + static_cast<std::int64_t>(number));
            row.id = TraceId{7, number};
            source.rows.push_back(row);
        }
        DeliverySource deliverySource(store.path());
        TraceBadges badges(&deliverySource);
        TraceListModel list;
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setBadges(&badges);
        list.setSource(&source);
        QTRY_COMPARE(list.rowCount(), 2);
        const auto badge = [&list](int row) {
            return static_cast<State>(list.index(row).data(TraceListModel::badgeRole).toInt());
        };
        QSignalSpy changed(&list, &QAbstractItemModel::dataChanged);
        QTRY_COMPARE(badge(0), State::waiting);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(list.index(0).data(TraceListModel::badgeWordsRole).toString(),
                 QStringLiteral("team: waiting"));

        QVERIFY(deliveries->setPaused(id, true));
        badges.refresh();
        QTRY_COMPARE(badge(0), State::paused);
        // Delivered up to the end, one span of the second trace refused.
        QVERIFY(deliveries->setPaused(id, false));
        store::QuarantineRow refused;
        refused.spanRow = 15;
        refused.trace = {7, 2};
        refused.span = {15};
        refused.reason = "too deep";
        sync::Lanes lanes;
        lanes.advance(0, store::ChangeReader(deliveries->shared()).end().value());
        QVERIFY(deliveries->settle(id, "", lanes.text(), 19, {refused}));
        badges.refresh();
        QTRY_COMPARE(badge(1), State::delivered);
        QCOMPARE(badge(0), State::quarantined); // the newest stands first
    }
};

QTEST_GUILESS_MAIN(tst_trace_badges)
#include "tst_trace_badges.moc"
