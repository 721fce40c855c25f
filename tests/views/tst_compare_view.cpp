// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include "trace/display_table.h"
#include "views/compare_view.h"
#include "views/flame_graph_view.h"
#include "views/theme.h"

using namespace spanglass;
using spanglass::models::CompareModel;
using spanglass::views::CompareView;

namespace {

constexpr std::int64_t ms = 1'000'000;

std::shared_ptr<const trace::SpanTable> run(std::int64_t llmNs, const char* output, const char* tool)
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
    add(1, "llm", llmNs).output = std::string(output);
    add(1, "same", ms);
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

} // namespace

class tst_compare_view : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { views::applyTheme(views::ThemeChoice::light); }

    void theFirstChangeIsChosenAndItsTextsAreCompared()
    {
        CompareView view;
        QSignalSpy compared(&view, &CompareView::compared);
        view.compare(run(40 * ms, "one\ntwo", "grep"), run(60 * ms, "one\nthree", "bash"));
        QVERIFY(compared.wait());
        auto* tree = view.findChild<QTreeView*>();
        QCOMPARE(tree->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("llm"));
        QCOMPARE(view.lines().rowCount(), 3);
        QCOMPARE(view.lines().index(2).data().toString(), QStringLiteral("three"));
    }

    void theButtonsGoFromChangeToChangeAndRound()
    {
        CompareView view;
        QSignalSpy compared(&view, &CompareView::compared);
        view.compare(run(40 * ms, "one", "grep"), run(60 * ms, "one", "bash"));
        QVERIFY(compared.wait());
        auto* tree = view.findChild<QTreeView*>();
        const auto name = [&] { return tree->currentIndex().siblingAtColumn(0).data().toString(); };
        QCOMPARE(name(), QStringLiteral("llm"));
        view.nextChange();
        QCOMPARE(name(), QStringLiteral("bash"));
        view.nextChange();
        QCOMPARE(name(), QStringLiteral("grep"));
        view.nextChange();
        QCOMPARE(name(), QStringLiteral("llm"));
        view.previousChange();
        QCOMPARE(name(), QStringLiteral("grep"));
    }

    void theFlameGraphOfBothLeadsToTheSameTexts()
    {
        CompareView view;
        view.resize(800, 600);
        view.setVisible(true);
        QSignalSpy compared(&view, &CompareView::compared);
        view.compare(run(40 * ms, "one", "grep"), run(60 * ms, "two", "bash"));
        QVERIFY(compared.wait());
        view.findChild<QTreeView*>()->setFocus();
        view.setShowsFlame(true);
        QVERIFY(view.flame()->isVisible());
        const views::FlameScene& scene = *view.flame()->scene();
        QCOMPARE(scene.options().colour, views::FlameColour::difference);
        QSignalSpy chosen(&view, &CompareView::spanChosen);
        const auto shares = [&](const char* name) {
            for (std::uint32_t bar = 0; bar < scene.bars().size(); ++bar) {
                if (scene.label(bar) == name)
                    return QStringLiteral("%1 %2")
                        .arg(scene.shares(bar).before / ms)
                        .arg(scene.shares(bar).after / ms);
            }
            return QString();
        };
        QCOMPARE(shares("llm"), QStringLiteral("40 60"));
        QCOMPARE(shares("grep"), QStringLiteral("1 0"));
        QCOMPARE(shares("bash"), QStringLiteral("0 1"));
        // By keyboard: what took longest itself, then the next.
        const auto* tree = view.findChild<QTreeView*>();
        const auto name = [&] { return tree->currentIndex().siblingAtColumn(0).data().toString(); };
        QTest::keyClick(view.flame(), Qt::Key_L);
        QCOMPARE(name(), QStringLiteral("run"));
        QVERIFY(!chosen.isEmpty());
        QTest::keyClick(view.flame(), Qt::Key_L);
        QCOMPARE(name(), QStringLiteral("llm"));
    }

    void twoSetsOfTracesAreComparedLikeTwoTraces()
    {
        CompareView view;
        QSignalSpy compared(&view, &CompareView::compared);
        const auto once = run(40 * ms, "one", "grep");
        view.compare(trace::joined({once, once}), trace::joined({once, run(90 * ms, "one", "grep")}));
        QVERIFY(compared.wait());
        QCOMPARE(view.model().totals().run[0].spans, 8);
        QVERIFY(!view.model().changes().empty());
    }

    void theModelIsAProperTree()
    {
        CompareModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto before = run(40 * ms, "one", "grep");
        const auto after = run(60 * ms, "one", "bash");
        model.setComparison(before, after, trace::compare(*before, *after));
        QCOMPARE(model.indexOf(1, false), model.indexOf(1, true));
        QVERIFY(!model.indexOf(99, true).isValid());
    }

    void ofTwoComparisonsTheLastAskedForIsShown()
    {
        CompareView view;
        QSignalSpy compared(&view, &CompareView::compared);
        view.compare(run(40 * ms, "one", "grep"), run(60 * ms, "one", "grep"));
        view.compare(run(40 * ms, "one", "grep"), run(40 * ms, "one", "grep"));
        QVERIFY(compared.wait());
        QCOMPARE(compared.count(), 1);
        QVERIFY(view.model().changes().empty());
    }
};

QTEST_MAIN(tst_compare_view)
#include "tst_compare_view.moc"
