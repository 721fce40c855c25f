// SPDX-License-Identifier: GPL-3.0-or-later
/// Edges as `a>b` words in, the layers as rows of names from left to right out.
#include <QTest>

#include <algorithm>
#include <map>

#include "layout/layered_graph.h"

using namespace spanglass::layout;

namespace {

struct Named
{
    std::vector<GraphNodeSize> sizes;
    std::vector<GraphEdge> edges;
    QStringList names;
};

Named graphOf(const QString& text)
{
    Named graph;
    const auto node = [&](const QString& name) {
        if (!graph.names.contains(name)) {
            graph.names << name;
            graph.sizes.push_back({40.0 + 10.0 * static_cast<double>(graph.names.size() % 3), 20});
        }
        return static_cast<std::size_t>(graph.names.indexOf(name));
    };
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QStringList ends = word.split(QLatin1Char('>'));
        const std::size_t from = node(ends[0]);
        if (ends.size() == 2)
            graph.edges.push_back({from, node(ends[1])});
    }
    return graph;
}

QString pictureOf(const Named& graph, const LayeredGraph& drawn)
{
    std::map<std::size_t, std::map<double, QString>> layers;
    for (std::size_t i = 0; i < drawn.nodes.size(); ++i)
        layers[drawn.nodes[i].layer][drawn.nodes[i].x] = graph.names[static_cast<qsizetype>(i)];
    QStringList lines;
    for (const auto& [layer, nodes] : layers) {
        QStringList names;
        for (const auto& [x, name] : nodes)
            names << name;
        lines << names.join(QLatin1Char(' '));
    }
    return lines.join(QLatin1String(" / "));
}

} // namespace

class tst_layered_graph : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callersStandAboveWhatTheyCall_data()
    {
        QTest::addColumn<QString>("calls");
        QTest::addColumn<QString>("layers");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("a node alone") << "a"
                                      << "a";
        QTest::newRow("a chain") << "a>b b>c"
                                 << "a / b / c";
        QTest::newRow("a fan keeps the order given") << "a>b a>c a>d"
                                                     << "a / b c d";
        QTest::newRow("below the lowest of its callers") << "a>b b>c a>c"
                                                         << "a / b / c";
        QTest::newRow("a cycle has a top: the first node") << "a>b b>a"
                                                           << "a / b";
        QTest::newRow("a call of itself changes nothing") << "a>b b>b"
                                                          << "a / b";
        QTest::newRow("crossings are undone") << "r>a r>b a>y b>x"
                                              << "r / a b / y x";
        QTest::newRow("two graphs stand side by side") << "a>b c>d"
                                                       << "a c / b d";
    }
    void callersStandAboveWhatTheyCall()
    {
        QFETCH(QString, calls);
        QFETCH(QString, layers);
        const Named graph = graphOf(calls);
        QCOMPARE(pictureOf(graph, layeredGraph(graph.sizes, graph.edges)), layers);
    }

    void callersStandLeftOfWhatTheyCallWhereAskedTo()
    {
        const Named graph = graphOf(QStringLiteral("a>b a>c b>d c>d a>d b>b"));
        const LayeredGraph drawn = layeredGraph(graph.sizes, graph.edges, {}, GraphDirection::right);
        QVERIFY(drawn.nodes[0].x + graph.sizes[0].widthPx <= drawn.nodes[1].x);
        QVERIFY(drawn.nodes[1].y + graph.sizes[1].heightPx <= drawn.nodes[2].y);
        QVERIFY(drawn.nodes[2].x + graph.sizes[2].widthPx <= drawn.nodes[3].x);
        QCOMPARE(drawn.edges[0].front().x, drawn.nodes[0].x + graph.sizes[0].widthPx);
        QCOMPARE(drawn.edges[0].back().x, drawn.nodes[1].x);
        for (const GraphPoint& point : drawn.edges[5]) // of b to itself: at its lower side
            QCOMPARE(point.y, drawn.nodes[1].y + graph.sizes[1].heightPx);
        QVERIFY(drawn.widthPx > drawn.heightPx);
    }

    void nothingOverlapsAndAllIsInside()
    {
        const Named graph =
            graphOf(QStringLiteral("a>b a>c a>d b>e c>e d>f e>g f>g a>g d>a g>g c>h h>b e>h x>y y>g x>f"));
        const LayeredGraph drawn = layeredGraph(graph.sizes, graph.edges);
        for (std::size_t i = 0; i < drawn.nodes.size(); ++i) {
            QVERIFY(drawn.nodes[i].x >= 0 &&
                    drawn.nodes[i].x + graph.sizes[i].widthPx <= drawn.widthPx + 1e-6);
            QVERIFY(drawn.nodes[i].y >= 0 &&
                    drawn.nodes[i].y + graph.sizes[i].heightPx <= drawn.heightPx + 1e-6);
            for (std::size_t j = 0; j < i; ++j) {
                if (drawn.nodes[i].layer != drawn.nodes[j].layer)
                    continue;
                const auto [left, right] = std::minmax(
                    i, j, [&](std::size_t a, std::size_t b) { return drawn.nodes[a].x < drawn.nodes[b].x; });
                QVERIFY(drawn.nodes[left].x + graph.sizes[left].widthPx <= drawn.nodes[right].x + 1e-6);
            }
        }
    }

    void anEdgeGoesFromItsCallerToItsCallee()
    {
        const Named graph = graphOf(QStringLiteral("a>b b>c a>c c>a"));
        const LayeredGraph drawn = layeredGraph(graph.sizes, graph.edges);
        const auto& down = drawn.edges[2]; // a>c passes the layer of b
        QCOMPARE(down.size(), std::size_t(3));
        QCOMPARE(down.front().y, drawn.nodes[0].y + 20);
        QCOMPARE(down.back().y, drawn.nodes[2].y);
        const auto& back = drawn.edges[3]; // c>a goes up, as it is
        QCOMPARE(back.front().y, drawn.nodes[2].y);
        QCOMPARE(back.back().y, drawn.nodes[0].y + 20);
    }
};

QTEST_APPLESS_MAIN(tst_layered_graph)
#include "tst_layered_graph.moc"
