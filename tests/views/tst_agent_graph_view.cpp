// SPDX-License-Identifier: GPL-3.0-or-later
#include <QItemSelectionModel>
#include <QTest>

#include "views/agent_graph_picture.h"
#include "views/agent_graph_view.h"
#include "views/theme.h"

using namespace spanglass;
using spanglass::models::SpanTreeModel;
using spanglass::views::AgentGraphView;

namespace {

/// An agent (row 0) that calls a model (1, 3) and a tool (2).
std::shared_ptr<const trace::SpanTable> oneRun()
{
    auto table = std::make_shared<trace::SpanTable>();
    std::vector<SpanId> parents;
    const auto add = [&](const char* name, Kind kind, std::uint64_t parent, Status status) {
        trace::Span span;
        span.trace = {1, 1};
        span.id.value = table->size() + 1;
        span.name = name;
        span.kind = kind;
        span.status = status;
        span.startUnixNs = table->size();
        span.durationNs = 1'000'000;
        parents.push_back({parent});
        table->append(span);
    };
    add("run", Kind::agent, 0, Status::ok);
    add("llm.chat", Kind::llm, 1, Status::ok);
    add("<img src=/dev/zero>", Kind::tool, 1, Status::error);
    add("llm.chat", Kind::llm, 1, Status::ok);
    table->linkParents(parents);
    return table;
}

struct Shown
{
    SpanTreeModel model;
    QItemSelectionModel selection{&model};
    AgentGraphView view;

    Shown()
    {
        model.setTable(oneRun());
        view.resize(640, 400);
        view.setModel(&model);
        view.setSelectionModel(&selection);
        view.show();
    }
    void click(std::size_t node)
    {
        const QPointF middle = view.viewPoint(view.picture().nodeRect(node).center());
        QTest::mouseClick(&view, Qt::LeftButton, {}, middle.toPoint());
    }
    [[nodiscard]] std::uint32_t current() const { return model.tableRow(selection.currentIndex()); }
};

} // namespace

class tst_agent_graph_view : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { views::applyTheme(views::ThemeChoice::light); }

    void aClickSelectsTheFirstSpanAndTheNextClickTheNext()
    {
        Shown shown;
        shown.click(1);
        QCOMPARE(shown.current(), 1u);
        shown.click(1);
        QCOMPARE(shown.current(), 3u);
        shown.click(1);
        QCOMPARE(shown.current(), 1u);
    }

    void aSelectionElsewhereMarksItsBox()
    {
        Shown shown;
        const QImage before = shown.view.grab().toImage();
        shown.selection.setCurrentIndex(shown.model.indexOfRow(2), QItemSelectionModel::ClearAndSelect);
        QVERIFY(shown.view.grab().toImage() != before);
    }

    void theArrowKeysWalkFromBoxToBox()
    {
        Shown shown;
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.current(), 0u);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QVERIFY(shown.current() == 1u || shown.current() == 2u);
        QTest::keyClick(&shown.view, Qt::Key_Up);
        QCOMPARE(shown.current(), 0u);
    }

    void zoomingKeepsWhatIsUnderThePointer()
    {
        Shown shown;
        const QPointF middle = QRectF(shown.view.rect()).center();
        const QRectF box = shown.view.picture().nodeRect(0);
        const double before =
            shown.view.viewPoint(box.topRight()).x() - shown.view.viewPoint(box.topLeft()).x();
        QTest::keyClick(&shown.view, Qt::Key_W);
        const double after =
            shown.view.viewPoint(box.topRight()).x() - shown.view.viewPoint(box.topLeft()).x();
        QVERIFY(after > before);
        QTest::keyClick(&shown.view, Qt::Key_F);
        const QPointF fitted = shown.view.viewPoint(shown.view.picture().bounds().center());
        QVERIFY((fitted - middle).manhattanLength() < 1);
    }

    void manyCalleesStandBelowEachOtherWhereTheyCanBeRead()
    {
        auto table = std::make_shared<trace::SpanTable>();
        std::vector<SpanId> parents;
        for (int i = 0; i < 16; ++i) {
            trace::Span span;
            span.trace = {1, 1};
            span.id.value = table->size() + 1;
            span.name = i == 0 ? "run" : "execute_tool number " + std::to_string(i);
            span.kind = i == 0 ? Kind::agent : Kind::tool;
            span.startUnixNs = i;
            span.durationNs = 1'000;
            parents.push_back({i == 0 ? 0u : 1u});
            table->append(span);
        }
        table->linkParents(parents);
        const views::AgentGraphPicture picture(*table);
        QVERIFY(picture.runsToTheRight());
        QVERIFY(picture.nodeRect(0).right() < picture.nodeRect(1).left());
        QVERIFY(picture.bounds().width() < 840);
        QVERIFY(!views::AgentGraphPicture(*oneRun()).runsToTheRight());
    }

    void anEmptyGraphSaysWhatWouldBeHere()
    {
        SpanTreeModel model;
        AgentGraphView view;
        view.setModel(&model);
        view.resize(300, 200);
        view.show();
        const QImage picture = view.grab().toImage();
        bool written = false;
        for (int y = 0; y < picture.height() && !written; ++y)
            for (int x = 0; x < picture.width() && !written; ++x)
                written = picture.pixelColor(x, y) != views::theme().surface;
        QVERIFY(written);
    }
};

QTEST_MAIN(tst_agent_graph_view)
#include "tst_agent_graph_view.moc"
