// SPDX-License-Identifier: GPL-3.0-or-later
// The list of traces: pages, merges, and what stays where it is.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "fake_source.h"
#include "models/trace_list_model.h"

using namespace spanglass;
using models::FakeSource;
using models::TraceListModel;

namespace {

QStringList names(const TraceListModel& model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row).data().toString().section(QLatin1Char(' '), 1);
    return result;
}

QStringList numbers(int from, int downTo)
{
    QStringList result;
    for (int number = from; number >= downTo; --number)
        result << QString::number(number);
    return result;
}

} // namespace

class tst_trace_list_model : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        FakeSource source;
        TraceListModel model;
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

        explicit Fixture(int traces)
        {
            tester.setUseFetchMore(false);
            for (int number = 1; number <= traces; ++number)
                source.add(std::uint64_t(number), number * 1'000);
            QSignalSpy answered(&model, &TraceListModel::answered);
            model.setSource(&source);
            QVERIFY(answered.wait());
        }
        void changeAndWait()
        {
            QSignalSpy answered(&model, &TraceListModel::answered);
            Q_EMIT source.changed();
            QVERIFY(answered.wait());
        }
    };

private Q_SLOTS:
    void theNewestStandFirstAndTheRestComesByPages()
    {
        Fixture f(250);
        QCOMPARE(f.model.rowCount(), 100);
        QVERIFY(f.model.canFetchMore({}));
        QSignalSpy answered(&f.model, &TraceListModel::answered);
        while (f.model.canFetchMore({})) {
            f.model.fetchMore({});
            QVERIFY(answered.wait());
        }
        QCOMPARE(names(f.model), numbers(250, 1));
    }

    void newTracesAreInsertedWhereTheyBelong()
    {
        Fixture f(10);
        const QPersistentModelIndex selected = f.model.index(3);
        QSignalSpy resets(&f.model, &TraceListModel::modelReset);
        f.source.add(11, 11'000);
        f.source.add(12, 12'000);
        f.source.add(50, 5'500);
        f.changeAndWait();
        QCOMPARE(names(f.model), QStringList({QStringLiteral("12"), QStringLiteral("11"),
                                              QStringLiteral("10"), QStringLiteral("9"), QStringLiteral("8"),
                                              QStringLiteral("7"), QStringLiteral("6"), QStringLiteral("50"),
                                              QStringLiteral("5"), QStringLiteral("4"), QStringLiteral("3"),
                                              QStringLiteral("2"), QStringLiteral("1")}));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(selected.data().toString(), QStringLiteral("trace 7"));
    }

    void moreNewTracesThanAPageAreAllFound()
    {
        Fixture f(1'000);
        for (int number = 1'001; number <= 2'200; ++number)
            f.source.add(std::uint64_t(number), number * 1'000);
        const QPersistentModelIndex selected = f.model.index(5);
        f.changeAndWait();
        QCOMPARE(names(f.model), numbers(2'200, 901));
        QCOMPARE(selected.row(), 1'205);
        QVERIFY(f.model.canFetchMore({}));
    }

    void aTraceThatGoesOnIsAChangeOfItsRow()
    {
        Fixture f(250);
        f.source.find(249).durationNs.reset();
        f.source.find(249).status = trace::TraceStatus::running;
        f.source.find(3).name = "not read yet";
        f.changeAndWait();
        QSignalSpy changes(&f.model, &TraceListModel::dataChanged);
        f.source.find(249).durationNs = 77;
        f.source.find(249).status = trace::TraceStatus::ok;
        f.changeAndWait();
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.front().front().toModelIndex().row(), 1);
        QCOMPARE(f.model.index(1).data(TraceListModel::durationRole).toLongLong(), 77);
    }

    void aRunningTraceFarDownIsAskedAbout()
    {
        Fixture f(300);
        f.source.find(201).status = trace::TraceStatus::running;
        f.model.setQuery({}, TraceListModel::Order::newest);
        QTRY_COMPARE(f.model.rowCount(), 100);
        for (int number = 301; number <= 450; ++number)
            f.source.add(std::uint64_t(number), number * 1'000);
        f.changeAndWait();
        f.source.find(201).status = trace::TraceStatus::error;
        f.changeAndWait();
        const QModelIndex index = f.model.indexOf(TraceId{1, 201});
        QVERIFY(index.row() > 200);
        QCOMPARE(index.data(TraceListModel::stateRole).toInt(), int(trace::TraceStatus::error));
    }

    void deletedTracesGo()
    {
        Fixture f(10);
        const QPersistentModelIndex kept = f.model.index(6);
        for (const std::uint64_t number : {10u, 9u, 6u, 1u})
            f.source.remove(number);
        f.changeAndWait();
        QCOMPARE(names(f.model),
                 QStringList({QStringLiteral("8"), QStringLiteral("7"), QStringLiteral("5"),
                              QStringLiteral("4"), QStringLiteral("3"), QStringLiteral("2")}));
        QCOMPARE(kept.data().toString(), QStringLiteral("trace 4"));
    }

    void anotherOrderFollowsWhatChangesPlaces()
    {
        Fixture f(5);
        f.model.setQuery({}, TraceListModel::Order::longest);
        QTRY_COMPARE(f.model.rowCount(), 5);
        const QPersistentModelIndex kept = f.model.index(1);
        QCOMPARE(kept.data().toString(), QStringLiteral("trace 4"));
        f.source.find(2).durationNs = 90'000'000;
        f.changeAndWait();
        QCOMPARE(names(f.model), QStringList({QStringLiteral("2"), QStringLiteral("5"), QStringLiteral("4"),
                                              QStringLiteral("3"), QStringLiteral("1")}));
        QCOMPARE(kept.data().toString(), QStringLiteral("trace 4"));
        QCOMPARE(kept.row(), 2);
    }

    void aSearchShowsOnlyWhatItFinds()
    {
        Fixture f(30);
        f.model.setQuery(QStringLiteral("trace 2"), TraceListModel::Order::newest);
        QTRY_VERIFY(f.model.loaded());
        QCOMPARE(names(f.model),
                 QStringList({QStringLiteral("29"), QStringLiteral("28"), QStringLiteral("27"),
                              QStringLiteral("26"), QStringLiteral("25"), QStringLiteral("24"),
                              QStringLiteral("23"), QStringLiteral("22"), QStringLiteral("21"),
                              QStringLiteral("20"), QStringLiteral("2")}));
    }

    void anAnswerToAnOlderQuestionIsDropped()
    {
        Fixture f(30);
        f.model.setQuery(QStringLiteral("trace 1"), TraceListModel::Order::newest);
        f.model.setQuery(QStringLiteral("trace 30"), TraceListModel::Order::newest);
        QTRY_VERIFY(f.model.loaded());
        QCoreApplication::processEvents();
        QCOMPARE(names(f.model), QStringList({QStringLiteral("30")}));
    }

    void aBrokenStoreIsToldAndWhatWasReadStays()
    {
        Fixture f(3);
        QSignalSpy failed(&f.model, &TraceListModel::failed);
        f.source.broken = Error{ErrorKind::io, "store /x: it went away"};
        Q_EMIT f.source.changed();
        QVERIFY(failed.wait());
        QCOMPARE(failed.front().front().toString(), QStringLiteral("store /x: it went away"));
        QCOMPARE(f.model.rowCount(), 3);
        f.source.broken.reset();
        f.source.add(4, 4'000);
        f.changeAndWait();
        QCOMPARE(f.model.rowCount(), 4);
    }

    void manyChangesAreOneQuestion()
    {
        Fixture f(3);
        const int before = f.source.questions;
        for (int i = 0; i < 50; ++i)
            Q_EMIT f.source.changed();
        f.source.add(4, 4'000);
        QTRY_COMPARE(f.model.rowCount(), 4);
        QVERIFY(f.source.questions - before <= 2);
    }
};

QTEST_GUILESS_MAIN(tst_trace_list_model)
#include "tst_trace_list_model.moc"
