// SPDX-License-Identifier: GPL-3.0-or-later
/// A trace as `name start-end` lines indented by depth in, the path as the same in time order out.
#include <QTest>

#include "drawn_spans.h"
#include "trace/critical_path.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

SpanTable tableOf(const QString& picture)
{
    return drawnTable(picture, QLatin1Char(' '), [](Span& span, const QStringList& words) {
        span.name = words[0].toStdString();
        setTimes(span, words[1]);
    });
}

QString pictureOf(const SpanTable& table, const std::vector<PathSegment>& path)
{
    QStringList lines;
    for (const PathSegment& segment : path) {
        const std::string_view name = table.strings.text(table.name[segment.row]);
        lines << QStringLiteral("%1 %2-%3")
                     .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())))
                     .arg(segment.startUnixNs)
                     .arg(segment.endUnixNs);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class tst_critical_path : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePathIsWhatTheTraceWaitedFor_data()
    {
        QTest::addColumn<QString>("trace");
        QTest::addColumn<QString>("path");
        QTest::newRow("a span alone is its own path") << "run 0-10"
                                                      << "run 0-10";
        QTest::newRow("children one after another, and the gaps are the parent's")
            << "run 0-100\n a 10-30\n b 40-90"
            << "run 0-10\na 10-30\nrun 30-40\n"
               "b 40-90\nrun 90-100";
        QTest::newRow("of parallel children the last to end") << "run 0-100\n fast 10-30\n slow 10-80"
                                                              << "run 0-10\nslow 10-80\nrun 80-100";
        QTest::newRow("before the last began, the one that ended just then")
            << "run 0-100\n a 0-40\n b 0-55\n c 60-100"
            << "b 0-55\nrun 55-60\nc 60-100";
        QTest::newRow("a sibling still running when the next began ran beside it")
            << "run 0-100\n a 0-70\n b 60-100"
            << "run 0-60\nb 60-100";
        QTest::newRow("through every depth") << "run 0-50\n plan 0-50\n  llm 5-45\n   http 10-40"
                                             << "plan 0-5\nllm 5-10\nhttp 10-40\nllm 40-45\nplan 45-50";
        QTest::newRow("a child that outlives its parent counts to the parent's end")
            << "run 0-50\n late 20-90"
            << "run 0-20\nlate 20-50";
        QTest::newRow("a child that began before its parent counts from its start")
            << "run 10-50\n early 0-30"
            << "early 10-30\nrun 30-50";
        QTest::newRow("an instant is on no path") << "run 0-10\n mark 5-5"
                                                  << "run 0-10";
        QTest::newRow("what still runs reaches to now") << "run 0-...\n llm 40-..."
                                                        << "run 0-40\nllm 40-100";
        QTest::newRow("of several roots the longest") << "short 0-10\nlong 0-40"
                                                      << "long 0-40";
    }
    void thePathIsWhatTheTraceWaitedFor()
    {
        QFETCH(QString, trace);
        QFETCH(QString, path);
        const SpanTable table = tableOf(trace);
        QCOMPARE(pictureOf(table, criticalPath(table, 100)), path);
    }

    void depthIsNoLimit()
    {
        SpanTable table;
        std::vector<SpanId> parents;
        for (std::uint32_t i = 0; i < 100'000; ++i) {
            Span span;
            span.trace = {1, 1};
            span.id.value = i + 1;
            span.startUnixNs = i;
            span.durationNs = 200'000 - i;
            parents.push_back({i});
            table.append(span);
        }
        table.linkParents(parents);
        const auto path = criticalPath(table);
        QCOMPARE(path.size(), std::size_t(100'000));
        QCOMPARE(path.back().endUnixNs, std::int64_t(200'000));
    }

    void anEmptyTableHasNone() { QVERIFY(criticalPath(SpanTable{}).empty()); }
};

QTEST_APPLESS_MAIN(tst_critical_path)
#include "tst_critical_path.moc"
