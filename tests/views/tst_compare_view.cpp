// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include "views/compare_view.h"
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
