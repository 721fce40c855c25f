// SPDX-License-Identifier: GPL-3.0-or-later
/// A run as `name kind` lines indented by depth in, calls as `from > to count` lines out.
#include <QTest>

#include <algorithm>

#include "drawn_spans.h"
#include "trace/call_graph.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

SpanTable tableOf(const QString& picture)
{
    return drawnTable(picture, QLatin1Char(' '), [](Span& span, const QStringList& words) {
        const auto kind = std::find(kindNames.begin(), kindNames.end(), words[1].toStdString());
        span.name = words[0].toStdString();
        span.kind = static_cast<Kind>(kind - kindNames.begin());
        span.durationNs = 10;
        span.status = words.size() > 2 ? Status::error : Status::unset;
    });
}

QString pictureOf(const CallGraph& graph)
{
    QStringList lines;
    for (const CallEdge& edge : graph.edges)
        lines << QStringLiteral("%1 > %2 %3%4")
                     .arg(QString::fromStdString(graph.nodes[edge.from].name),
                          QString::fromStdString(graph.nodes[edge.to].name))
                     .arg(edge.calls)
                     .arg(edge.errors ? QStringLiteral(" errors %1").arg(edge.errors) : QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class tst_call_graph : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsAreCountedBetweenNames_data()
    {
        QTest::addColumn<QString>("run");
        QTest::addColumn<QString>("calls");
        QTest::newRow("calls of one name are one edge") << "main agent\n chat llm\n grep tool\n chat llm"
                                                        << "main > chat 2\nmain > grep 1";
        QTest::newRow("plumbing is looked through") << "main agent\n step chain\n  http span\n   chat llm"
                                                    << "main > chat 1";
        QTest::newRow("a run of plain spans shows them all") << "main span\n step span\n step span"
                                                             << "main > step 2";
        QTest::newRow("an agent that calls itself") << "main agent\n main agent"
                                                    << "main > main 1";
        QTest::newRow("one name in two kinds is two nodes") << "main agent\n search tool\n search retriever"
                                                            << "main > search 1\nmain > search 1";
        QTest::newRow("errors go with the call") << "main agent\n grep tool error\n grep tool"
                                                 << "main > grep 2 errors 1";
        QTest::newRow("two agents that call one tool share it") << "a agent\n grep tool\nb agent\n grep tool"
                                                                << "a > grep 1\nb > grep 1";
    }
    void callsAreCountedBetweenNames()
    {
        QFETCH(QString, run);
        QFETCH(QString, calls);
        QCOMPARE(pictureOf(callGraph(tableOf(run))), calls);
    }

    void aNodeSumsItsCalls()
    {
        const auto graph = callGraph(tableOf(QStringLiteral("main agent\n chat llm\n chat llm error")));
        QCOMPARE(graph.nodes.size(), std::size_t(2));
        const CallNode& chat = graph.nodes[1];
        QCOMPARE(chat.calls, std::int64_t(2));
        QCOMPARE(chat.errors, std::int64_t(1));
        QCOMPARE(chat.durationNs, std::int64_t(20));
        QCOMPARE(chat.rows, (std::vector<std::uint32_t>{1, 2}));
    }
};

QTEST_APPLESS_MAIN(tst_call_graph)
#include "tst_call_graph.moc"
