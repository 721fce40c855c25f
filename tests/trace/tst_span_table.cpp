// SPDX-License-Identifier: GPL-3.0-or-later
/// Tables from text: one span a line, `id parent start duration`, and the forest that came of it.
#include <QTest>

#include "trace/tree.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

constexpr TraceId oneTrace{1, 2};

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
        span.trace = oneTrace;
        span.id.value = words[0].toULongLong();
        span.startUnixNs = words[2].toLongLong();
        span.durationNs = words[3].toLongLong();
        span.name = words[0].toStdString();
        made.table.append(span);
        made.parents.push_back({words[1].toULongLong()});
    }
    return made;
}

/// Rows in drawing order, indented by depth, with their flags as letters.
QString pictureOf(const SpanTable& table)
{
    const Tree tree(table);
    QStringList lines;
    for (const std::uint32_t row : tree.preorder()) {
        QString line(static_cast<int>(tree.depth(row)), QLatin1Char(' '));
        const std::string_view name = table.strings.text(table.name[row]);
        line += QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        if (table.flags[row] & flagOrphan)
            line += QLatin1String(" orphan");
        if (table.flags[row] & flagCycle)
            line += QLatin1String(" cycle");
        if (table.flags[row] & flagDuplicate)
            line += QLatin1String(" duplicate");
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class tst_span_table : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parentsBecomeAForest_data()
    {
        QTest::addColumn<QString>("spans");
        QTest::addColumn<QString>("forest");
        QTest::newRow("children follow their parent in start order, whatever order they came in")
            << "3 1 20 5\n2 1 10 5\n1 0 0 100"
            << "1\n 2\n 3";
        QTest::newRow("a missing parent makes an orphan") << "1 0 0 10\n2 9 1 1"
                                                          << "1\n2 orphan";
        QTest::newRow("a span that is its own parent is cut") << "1 1 0 10"
                                                              << "1 cycle";
        QTest::newRow("a cycle is cut once, at its earliest span") << "1 3 5 10\n2 1 2 10\n3 2 7 10\n4 3 8 1"
                                                                   << "2 cycle\n 3\n  1\n  4";
        QTest::newRow("of two with one id the first is the parent, and both are flagged")
            << "1 0 0 10\n1 0 3 4\n2 1 1 1"
            << "1 duplicate\n 2\n1 duplicate";
        QTest::newRow("two cycles are cut separately") << "1 2 0 1\n2 1 1 1\n3 4 2 1\n4 3 3 1"
                                                       << "1 cycle\n 2\n3 cycle\n 4";
    }
    void parentsBecomeAForest()
    {
        QFETCH(QString, spans);
        QFETCH(QString, forest);
        Made made = tableOf(spans);
        made.table.linkParents(made.parents);
        QCOMPARE(pictureOf(made.table), forest);
    }

    void aSpanIsNoParentInAnotherTrace()
    {
        Made made = tableOf(QStringLiteral("1 0 0 10\n2 1 1 1"));
        made.table.trace[1] = TraceId{1, 3};
        made.table.linkParents(made.parents);
        QCOMPARE(made.table.parent[1], noRow);
        QVERIFY(made.table.flags[1] & flagOrphan);
    }

    void depthIsNoLimit()
    {
        constexpr std::uint32_t count = 200'000;
        Made made;
        for (std::uint32_t i = 1; i <= count; ++i) {
            Span span;
            span.trace = oneTrace;
            span.id.value = i;
            made.table.append(span);
            made.parents.push_back({i - 1});
        }
        made.table.linkParents(made.parents);
        QCOMPARE(Tree(made.table).maxDepth(), count - 1);
        made.parents[0] = {count}; // and the whole chain as one cycle
        made.table.linkParents(made.parents);
        QCOMPARE(Tree(made.table).preorder().size(), std::size_t(count));
        QVERIFY(made.table.flags[0] & flagCycle);
    }

    void widthIsNoLimit()
    {
        constexpr std::uint32_t count = 200'000;
        Made made = tableOf(QStringLiteral("1 0 0 10"));
        for (std::uint32_t i = 2; i <= count; ++i) {
            Span span;
            span.trace = oneTrace;
            span.id.value = i;
            span.startUnixNs = count - i; // in reverse
            made.table.append(span);
            made.parents.push_back({1});
        }
        made.table.linkParents(made.parents);
        const Tree tree(made.table);
        QCOMPARE(tree.children(0).size(), std::size_t(count - 1));
        QCOMPARE(tree.children(0).front(), count - 1);
    }

    void stringsAreKeptOnceAndStayWhereTheyAre()
    {
        StringTable strings;
        QCOMPARE(strings.intern(""), 0u);
        const std::uint32_t chat = strings.intern("llm.chat");
        const char* const place = strings.text(chat).data();
        const std::string big(1'000'000, 'x');
        QCOMPARE(strings.text(strings.intern(big)), std::string_view(big));
        for (int i = 0; i < 10'000; ++i)
            strings.intern("name " + std::to_string(i));
        QCOMPARE(strings.intern("llm.chat"), chat);
        QCOMPARE(strings.text(chat).data(), place);
        QCOMPARE(strings.size(), std::size_t(10'003));

        const StringTable copy = strings;
        const StringTable moved = std::move(strings);
        QCOMPARE(moved.text(chat).data(), place);
        QCOMPARE(copy.text(chat), std::string_view("llm.chat"));
        QVERIFY(copy.text(chat).data() != place);
    }
};

QTEST_APPLESS_MAIN(tst_span_table)
#include "tst_span_table.moc"
