// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QTest>

#include "models/compare_model.h"
#include "models/diff_model.h"

using namespace spanglass;
using namespace spanglass::models;

namespace {

constexpr std::int64_t ms = 1'000'000;

std::shared_ptr<const trace::SpanTable> run(std::int64_t llmNs, const char* cost, const char* tool)
{
    std::vector<trace::Span> spans;
    const auto add = [&](std::uint64_t parent, const char* name, std::int64_t durationNs) -> trace::Span& {
        trace::Span span;
        span.trace = {1, 1};
        span.id.value = spans.size() + 1;
        span.parent.value = parent;
        span.name = name;
        span.startUnixNs = static_cast<std::int64_t>(spans.size());
        span.durationNs = durationNs;
        return spans.emplace_back(span);
    };
    add(0, "run", 100 * ms);
    add(1, "llm", llmNs).cost = Decimal::parse(cost);
    add(1, tool, ms);
    auto table = std::make_shared<trace::SpanTable>();
    std::vector<SpanId> parents;
    for (const trace::Span& span : spans) {
        table->append(span);
        parents.push_back(span.parent);
    }
    table->linkParents(parents);
    table->details = [spans](std::uint32_t row) { return spans[row]; };
    return table;
}

QString pictureOf(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0)
{
    QString picture;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells
                << model.index(row, column, parent).data().toString().replace(QChar::Nbsp, QLatin1Char(' '));
        picture += QString(depth, QLatin1Char(' ')) + cells.join(QLatin1Char('|')) + QLatin1Char('\n');
        picture += pictureOf(model, model.index(row, 0, parent), depth + 1);
    }
    return picture;
}

} // namespace

class tst_compare_model : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void twoRunsAreOneTreeWithWordsForWhatChanged()
    {
        CompareModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto before = run(40 * ms, "0.01", "grep");
        const auto after = run(60 * ms, "0.02", "bash");
        model.setComparison(before, after, trace::compare(*before, *after));
        QCOMPARE(pictureOf(model),
                 QString::fromUtf8("run||100 ms|100 ms|||\n"
                                   " llm|slower, costlier|40.0 ms|60.0 ms|+20.0 ms|+1.0 ¢|\n"
                                   " bash|new||1.00 ms|||\n"
                                   " grep|gone|1.00 ms||||\n"));
        QCOMPARE(model.changes().size(), std::size_t(3));
        const auto change = [&](int at) {
            return model.changes()[static_cast<std::size_t>(at)].data(CompareModel::changeRole).toInt();
        };
        QCOMPARE(change(0), int(CompareModel::Change::worse));
        QCOMPARE(change(1), int(CompareModel::Change::added));
        QCOMPARE(change(2), int(CompareModel::Change::removed));
    }

    void cheaperIsBetterEvenWhereItIsSlower()
    {
        CompareModel model;
        const auto before = run(40 * ms, "0.02", "grep");
        const auto after = run(60 * ms, "0.01", "grep");
        model.setComparison(before, after, trace::compare(*before, *after));
        QCOMPARE(model.changes().front().data(CompareModel::changeRole).toInt(),
                 int(CompareModel::Change::better));
    }

    void aDifferenceOfTextsIsAList()
    {
        DiffModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTexts("one\ntwo\n", "one\nthree\n");
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(1).data().toString(), QStringLiteral("two"));
        QCOMPARE(model.index(1).data(DiffModel::kindRole).toInt(), int(trace::DiffKind::removed));
        QCOMPARE(model.index(2).data(DiffModel::kindRole).toInt(), int(trace::DiffKind::added));
    }
};

QTEST_GUILESS_MAIN(tst_compare_model)
#include "tst_compare_model.moc"
