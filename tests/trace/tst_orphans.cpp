// SPDX-License-Identifier: GPL-3.0-or-later
/// Spans as `trace id parent start end` lines in; each orphan as `id reason candidate` out.
#include <QTest>

#include "trace/orphans.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

struct Made
{
    SpanTable table;
    std::vector<SpanId> parents;
};

Made tableOf(const QString& text)
{
    Made made;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const QStringList words = line.split(QLatin1Char(' '));
        Span span;
        span.trace = {words[0].toULongLong(), 1};
        span.id.value = words[1].toULongLong();
        span.startUnixNs = words[3].toLongLong();
        span.durationNs = words[4].toLongLong() - span.startUnixNs;
        made.parents.push_back({words[2].toULongLong()});
        made.table.append(span);
    }
    made.table.linkParents(made.parents);
    return made;
}

QString pictureOf(const Made& made)
{
    static const QStringList reasons{QStringLiteral("elsewhere"), QStringLiteral("several"),
                                     QStringLiteral("alone"), QStringLiteral("cycle")};
    QStringList lines;
    for (const Orphan& orphan : findOrphans(made.table, made.parents)) {
        const QString candidate = orphan.candidate == noRow
                                      ? QStringLiteral("-")
                                      : QString::number(made.table.id[orphan.candidate].value);
        lines << QStringLiteral("%1 %2 %3")
                     .arg(made.table.id[orphan.row].value)
                     .arg(reasons[static_cast<int>(orphan.reason)], candidate);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class tst_orphans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachOrphanHasAReasonAndAPlace_data()
    {
        QTest::addColumn<QString>("spans");
        QTest::addColumn<QString>("orphans");
        QTest::newRow("a whole family has none") << "1 1 0 0 100\n1 2 1 10 20"
                                                 << "";
        QTest::newRow("a lost parent, and the innermost span around")
            << "1 1 0 0 100\n1 2 1 10 90\n1 3 9 20 30"
            << "3 alone 2";
        QTest::newRow("siblings of one lost parent") << "1 1 0 0 100\n1 3 9 20 30\n1 4 9 40 50"
                                                     << "3 several 1\n4 several 1";
        QTest::newRow("the parent is in another trace") << "1 1 0 0 100\n2 3 1 20 30"
                                                        << "3 elsewhere -";
        QTest::newRow("nothing was running then") << "1 1 0 0 10\n1 3 9 20 30"
                                                  << "3 alone -";
        QTest::newRow("not below its own child") << "1 3 9 20 30\n1 4 3 20 30"
                                                 << "3 alone -";
        QTest::newRow("what was a cycle") << "1 1 0 0 100\n1 5 6 10 20\n1 6 5 12 18"
                                          << "5 cycle 1";
    }
    void eachOrphanHasAReasonAndAPlace()
    {
        QFETCH(QString, spans);
        QFETCH(QString, orphans);
        QCOMPARE(pictureOf(tableOf(spans)), orphans);
    }

    void reattachedSpansKeepTheirFlagAndTheTableStaysAForest()
    {
        Made made = tableOf(QStringLiteral("1 1 0 0 100\n1 2 8 10 90\n1 3 9 20 30"));
        reattach(made.table, findOrphans(made.table, made.parents));
        QCOMPARE(made.table.parent[1], 0u);
        QCOMPARE(made.table.parent[2], 1u);
        QVERIFY(made.table.flags[2] & flagOrphan);
    }
};

QTEST_APPLESS_MAIN(tst_orphans)
#include "tst_orphans.moc"
