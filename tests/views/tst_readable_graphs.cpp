// SPDX-License-Identifier: GPL-3.0-or-later
/// What assistive technology hears of the painted views: a tree of spans, boxes of a graph, their state, and
/// that they can be chosen by it.
#include <QAccessible>
#include <QItemSelectionModel>
#include <QTest>

#include "models/span_tree_model.h"
#include "views/agent_graph_view.h"
#include "views/flame_graph_view.h"
#include "views/readable_graphs.h"
#include "views/theme.h"
#include "views/timeline_view.h"

using namespace spanglass;
using namespace spanglass::views;

namespace {

std::shared_ptr<const trace::SpanTable> oneRun()
{
    auto table = std::make_shared<trace::SpanTable>();
    std::vector<SpanId> parents;
    const auto add = [&](const char* name, Kind kind, std::uint64_t parent) {
        trace::Span span;
        span.trace = {1, 1};
        span.id.value = table->size() + 1;
        span.name = name;
        span.kind = kind;
        span.startUnixNs = table->size() * 10'000'000;
        span.durationNs = 20'000'000;
        parents.push_back({parent});
        table->append(span);
    };
    add("run", Kind::agent, 0);
    add("chat", Kind::llm, 1);
    add("search", Kind::tool, 1);
    table->status[2] = Status::error;
    table->linkParents(parents);
    return table;
}

/// "run, Agent, 20 ms (chat, …, …)": what is heard, children in brackets.
QString heard(QAccessibleInterface* item)
{
    QString text = item->text(QAccessible::Name).replace(QChar(0xa0), QLatin1Char(' '));
    QStringList below;
    for (int at = 0; at < item->childCount(); ++at)
        below << heard(item->child(at));
    return below.isEmpty()
               ? text
               : text + QStringLiteral(" (") + below.join(QStringLiteral("; ")) + QLatin1Char(')');
}

template<class View> void prepare(View& view, models::SpanTreeModel& model, QItemSelectionModel& selection)
{
    view.resize(600, 300);
    view.setModel(&model, &selection);
    model.setTable(oneRun());
    view.show();
}

} // namespace

class tst_readable_graphs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(ThemeChoice::light);
        makeGraphsReadable();
    }

    void aFlameGraphIsATreeOfSpans()
    {
        models::SpanTreeModel model;
        QItemSelectionModel selection(&model);
        FlameGraphView view;
        prepare(view, model, selection);
        spansAreHeard(&view, model, selection);
    }

    void aTimelineIsATreeOfSpans()
    {
        models::SpanTreeModel model;
        QItemSelectionModel selection(&model);
        TimelineView view;
        prepare(view, model, selection);
        spansAreHeard(&view, model, selection);
    }

    void anAgentGraphIsItsBoxesWithTheirFigures()
    {
        models::SpanTreeModel model;
        QItemSelectionModel selection(&model);
        AgentGraphView view;
        view.resize(600, 300);
        view.setModel(&model);
        view.setSelectionModel(&selection);
        model.setTable(oneRun());
        view.show();
        QAccessibleInterface* graph = QAccessible::queryAccessibleInterface(&view);
        QCOMPARE(graph->childCount(), 3);
        QVERIFY(graph->child(2)->text(QAccessible::Name).startsWith(QLatin1String("search: 1 call")));
        QVERIFY(graph->child(2)->text(QAccessible::Name).contains(QLatin1String("1 failed")));
        graph->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(model.tableRow(selection.currentIndex()), 2u);
        QVERIFY(graph->child(2)->state().selected);
        model.setTable({});
        QCOMPARE(graph->childCount(), 0);
    }

private:
    void spansAreHeard(QWidget* view, models::SpanTreeModel& model, QItemSelectionModel& selection)
    {
        QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(view);
        QCOMPARE(tree->role(), QAccessible::Tree);
        QVERIFY(!tree->text(QAccessible::Name).isEmpty());
        QCOMPARE(tree->childCount(), 1);
        QCOMPARE(heard(tree->child(0)),
                 QStringLiteral("run, Agent, 20.0 ms (chat, LLM, 20.0 ms; search, Tool, 20.0 ms, failed)"));
        QAccessibleInterface* search = tree->child(0)->child(1);
        QCOMPARE(search->role(), QAccessible::TreeItem);
        QCOMPARE(search->parent(), tree->child(0));
        QCOMPARE(tree->child(0)->indexOfChild(search), 1);
        QVERIFY(!search->rect().isEmpty() && tree->rect().intersects(search->rect()));
        QVERIFY(!search->state().selected);
        search->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(model.tableRow(selection.currentIndex()), 2u);
        QVERIFY(search->state().selected);
        QCOMPARE(tree->focusChild(), search);
        model.setTable({});
        QCOMPARE(tree->childCount(), 0);
        QVERIFY(search->text(QAccessible::Name).isEmpty()); // what was there before is nothing now
    }
};

QTEST_MAIN(tst_readable_graphs)
#include "tst_readable_graphs.moc"
