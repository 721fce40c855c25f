// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of spans: its shape, what an index stands for, and what a newer table announces.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "models/span_tree_model.h"

using namespace spanglass;
using models::SpanTreeModel;

namespace {

struct Line
{
    const char* name;
    std::uint64_t id;
    std::uint64_t parent;
    std::int64_t startNs;
    std::int64_t durationNs;
};

std::shared_ptr<const trace::SpanTable> tableOf(std::initializer_list<Line> lines)
{
    auto table = std::make_shared<trace::SpanTable>();
    std::vector<SpanId> parents;
    for (const Line& line : lines) {
        trace::Span span;
        span.trace = TraceId{1, 1};
        span.id = SpanId{line.id};
        span.name = line.name;
        span.startUnixNs = line.startNs;
        if (line.durationNs >= 0)
            span.durationNs = line.durationNs;
        else
            span.state = trace::State::running;
        table->append(span);
        parents.push_back(SpanId{line.parent});
    }
    table->linkParents(parents);
    return table;
}

QString picture(const SpanTreeModel& model, const QModelIndex& parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(depth, QLatin1Char(' ')) + index.data().toString() + QLatin1Char('\n');
        text += picture(model, index, depth + 1);
    }
    return text;
}

} // namespace

class tst_span_tree_model : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void childrenStandUnderTheirParentsByStart()
    {
        SpanTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(tableOf(
            {{"late", 3, 1, 50, 10}, {"run", 1, 0, 0, 100}, {"early", 2, 1, 10, 20}, {"deep", 4, 2, 12, 5}}));
        QCOMPARE(picture(model), QStringLiteral("run\n early\n  deep\n late\n"));
    }

    void anIndexFindsItsRowAndARowItsIndex()
    {
        SpanTreeModel model;
        model.setTable(tableOf({{"run", 1, 0, 0, 100}, {"b", 3, 1, 50, 10}, {"a", 2, 1, 10, 20}}));
        for (std::uint32_t row = 0; row < 3; ++row)
            QCOMPARE(model.tableRow(model.indexOfRow(row)), row);
        QCOMPARE(model.indexOf(TraceId{1, 1}, SpanId{3}).data().toString(), QStringLiteral("b"));
        QVERIFY(!model.indexOf(TraceId{1, 2}, SpanId{3}).isValid());
        QCOMPARE(model.tableRow({}), trace::noRow);
    }

    void spansThatGoOnAreChangesAndKeepTheSelection()
    {
        SpanTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(tableOf({{"run", 1, 0, 0, -1}, {"a", 2, 1, 10, 20}}));
        const QPersistentModelIndex selected = model.indexOfRow(1);
        QSignalSpy resets(&model, &SpanTreeModel::modelReset);
        QSignalSpy changes(&model, &SpanTreeModel::dataChanged);
        model.setTable(tableOf({{"run", 1, 0, 0, 100}, {"a", 2, 1, 10, 20}}));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.front().front().toModelIndex(), model.indexOfRow(0));
        QVERIFY(selected.isValid());
        QCOMPARE(selected.data().toString(), QStringLiteral("a"));
    }

    void newSpansAreAResetAfterWhichASpanIsFoundByItsId()
    {
        SpanTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(tableOf({{"run", 1, 0, 0, -1}, {"b", 3, 1, 50, 20}}));
        QSignalSpy resets(&model, &SpanTreeModel::modelReset);
        model.setTable(tableOf({{"run", 1, 0, 0, -1}, {"a", 2, 1, 10, 20}, {"b", 3, 1, 50, 20}}));
        QCOMPARE(resets.size(), 1);
        QCOMPARE(model.tableRow(model.indexOf(TraceId{1, 1}, SpanId{3})), 2u);
    }

    void selfTimeCountsOverlappingChildrenOnce()
    {
        SpanTreeModel model;
        model.setTable(tableOf({{"run", 1, 0, 0, 100},
                                {"a", 2, 1, 10, 30},
                                {"b", 3, 1, 20, 40},
                                {"outlives its parent", 4, 1, 90, 50},
                                {"still running", 5, 0, 0, -1}}));
        QCOMPARE(model.selfNs(0), std::int64_t(40)); // 100 less 10–60 and 90–100
        QCOMPARE(model.selfNs(4), trace::unfinished);
    }

    void anEmptyTableIsAnEmptyTree()
    {
        SpanTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(nullptr);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.table());
        QCOMPARE(model.firstStartUnixNs(), std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(tst_span_tree_model)
#include "tst_span_tree_model.moc"
