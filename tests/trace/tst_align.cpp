// SPDX-License-Identifier: GPL-3.0-or-later
/// Two trees as indented names in, one merged picture out: `+` only in the second run, `-` only in the first,
/// `~` renamed, `<>` in another place among its siblings.
#include <QTest>

#include <utility>

#include "drawn_spans.h"
#include "trace/align.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

SpanTable tableOf(const QString& picture)
{
    return drawnTable(picture, QLatin1Char(':'), [](Span& span, const QStringList& words) {
        span.name = words[0].toStdString();
        span.kind = words.size() > 1 && words[1] == QLatin1String("tool") ? Kind::tool : Kind::span;
    });
}

QString pictureOf(const SpanTable& a, const SpanTable& b, const std::vector<AlignedRow>& rows)
{
    const auto nameIn = [](const SpanTable& table, std::uint32_t row) {
        const std::string_view name = table.strings.text(table.name[row]);
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    };
    QString picture;
    for (const AlignedRow& row : rows) {
        picture += QString(static_cast<int>(row.depth), QLatin1Char(' '));
        if (row.removed())
            picture += QLatin1String("- ") + nameIn(a, row.a);
        else if (row.added())
            picture += QLatin1String("+ ") + nameIn(b, row.b);
        else if (row.renamed)
            picture += QLatin1String("~ ") + nameIn(a, row.a) + QLatin1String(" > ") + nameIn(b, row.b);
        else
            picture += (row.moved ? QLatin1String("<> ") : QLatin1String()) + nameIn(b, row.b);
        picture += QLatin1Char('\n');
    }
    return picture;
}

} // namespace

class tst_align : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoRunsBecomeOnePicture_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("picture");
        QTest::newRow("equal runs have nothing to tell") << "run\n llm\n tool\n"
                                                         << "run\n llm\n tool\n"
                                                         << "run\n llm\n tool\n";
        QTest::newRow("a step that is new") << "run\n llm\n answer\n"
                                            << "run\n llm\n check\n answer\n"
                                            << "run\n llm\n + check\n answer\n";
        QTest::newRow("a step that is gone stands where it stood") << "run\n llm\n check\n answer\n"
                                                                   << "run\n llm\n answer\n"
                                                                   << "run\n llm\n - check\n answer\n";
        QTest::newRow("what is below a gone step is gone with it")
            << "run\n plan\n  llm\n   http\n end\n"
            << "run\n end\n"
            << "run\n - plan\n  - llm\n   - http\n end\n";
        QTest::newRow("one more round of a loop is one more, not a shift of all")
            << "run\n llm\n tool\n llm\n tool\n done\n"
            << "run\n llm\n tool\n llm\n tool\n llm\n tool\n done\n"
            << "run\n llm\n tool\n llm\n tool\n + llm\n + tool\n done\n";
        QTest::newRow("parallel children that finish in another order are the same children")
            << "run\n a\n  x\n b\n  y\n"
            << "run\n b\n  y\n a\n  x\n"
            << "run\n b\n  y\n <> a\n  x\n";
        QTest::newRow("another name over the same steps is a rename")
            << "run\n planner v1\n  llm\n  tool\n"
            << "run\n planner v2\n  llm\n  tool\n"
            << "run\n ~ planner v1 > planner v2\n  llm\n  tool\n";
        QTest::newRow("leaves of other names have nothing in common") << "run\n grep\n"
                                                                      << "run\n bash\n"
                                                                      << "run\n + bash\n - grep\n";
        QTest::newRow("one name in two kinds is two things") << "run\n search:tool\n"
                                                             << "run\n search\n"
                                                             << "run\n + search\n - search\n";
        QTest::newRow("a retry under a matched step") << "run\n call:tool\n  http\n"
                                                      << "run\n call:tool\n  http\n  http\n"
                                                      << "run\n call\n  http\n  + http\n";
        QTest::newRow("nothing against something") << ""
                                                   << "run\n llm\n"
                                                   << "+ run\n + llm\n";
        QTest::newRow("several roots") << "one\ntwo\n"
                                       << "two\nthree\n"
                                       << "- one\ntwo\n+ three\n";
    }
    void twoRunsBecomeOnePicture()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, picture);
        const SpanTable a = tableOf(before);
        const SpanTable b = tableOf(after);
        QCOMPARE(pictureOf(a, b, align(a, b)), picture);
    }

    void everyRowOfBothComesOnce()
    {
        const SpanTable a = tableOf(QStringLiteral("run\n a\n  b\n c\n a\n d\n"));
        const SpanTable b = tableOf(QStringLiteral("run\n d\n a\n  c\n  b\n e\n"));
        std::vector<int> seenA(a.size());
        std::vector<int> seenB(b.size());
        for (const AlignedRow& row : align(a, b)) {
            if (!row.added())
                ++seenA[row.a];
            if (!row.removed())
                ++seenB[row.b];
        }
        QVERIFY(std::all_of(seenA.begin(), seenA.end(), [](int n) { return n == 1; }));
        QVERIFY(std::all_of(seenB.begin(), seenB.end(), [](int n) { return n == 1; }));
    }

    void neitherDepthNorBreadthIsALimit()
    {
        SpanTable deep;
        std::vector<SpanId> parents;
        for (std::uint32_t i = 0; i < 100'000; ++i) {
            Span span;
            span.trace = {1, 1};
            span.id.value = i + 1;
            span.name = i % 2 ? "odd" : "even";
            parents.push_back({i < 50'000 ? i : 1}); // a chain, then fifty thousand children of the first
            deep.append(span);
        }
        deep.linkParents(parents);
        const auto rows = align(deep, deep);
        QCOMPARE(rows.size(), std::size_t(100'000));
        QVERIFY(std::all_of(rows.begin(), rows.end(), [](const AlignedRow& row) { return row.a == row.b; }));
    }
};

QTEST_APPLESS_MAIN(tst_align)
#include "tst_align.moc"
