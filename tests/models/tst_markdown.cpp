// SPDX-License-Identifier: GPL-3.0-or-later
/// Markdown as blocks: text in, an outline out. What could load or run is only text.
#include <QTest>

#include "models/markdown.h"

using namespace spanglass::models;

namespace {

QString outlineOf(const MarkdownRuns& runs)
{
    QString line;
    for (const MarkdownRun& run : runs) {
        QString text = QString::fromStdString(run.text).replace(QLatin1Char('\n'), QLatin1String("\\n"));
        if (run.code)
            text = QLatin1Char('`') + text + QLatin1Char('`');
        if (run.strong)
            text = QLatin1String("S(") + text + QLatin1Char(')');
        if (run.emphasis)
            text = QLatin1String("E(") + text + QLatin1Char(')');
        if (run.struck)
            text = QLatin1String("D(") + text + QLatin1Char(')');
        if (!run.link.empty())
            text = QLatin1String(run.image ? "I(" : "L(") + text + QLatin1Char(' ') +
                   QString::fromStdString(run.link) + QLatin1Char(')');
        line += text;
    }
    return line;
}

QString outlineOf(const MarkdownBlock& block)
{
    using Type = MarkdownBlock::Type;
    QString line(block.indent * 2, QLatin1Char(' '));
    if (block.quote)
        line += QLatin1String("> ");
    if (!block.marker.empty())
        line += QString::fromStdString(block.marker) + QLatin1Char(' ');
    switch (block.type) {
    case Type::heading:
        return line + QLatin1String("h") + QString::number(block.level) + QLatin1Char(' ') +
               outlineOf(block.runs);
    case Type::code:
        return line + QLatin1String("code ") + QString::fromStdString(block.language) + QLatin1Char(' ') +
               outlineOf(block.runs);
    case Type::rule:
        return line + QLatin1String("---");
    case Type::tableRow: {
        QStringList cells;
        for (const MarkdownRuns& cell : block.cells)
            cells << outlineOf(cell);
        return line + QLatin1String(block.header ? "head | " : "row | ") + cells.join(QLatin1String(" | "));
    }
    case Type::paragraph:
        break;
    }
    return line + outlineOf(block.runs);
}

QString outlineOf(const std::string& text)
{
    const auto markdown = readMarkdown(text);
    if (!markdown)
        return QStringLiteral("too complex");
    QStringList lines;
    for (const MarkdownBlock& block : markdown->blocks)
        lines << outlineOf(block);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class tst_markdown : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindOfBlockIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("outline");
        const auto row = [](const char* name, const char* text, const char* outline) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(outline);
        };
        row("styles within a line", "a **b** *c* ~~d~~ `e`", "a S(b) E(c) D(d) `e`");
        row("a line break is kept", "one\ntwo", "one\\ntwo");
        row("headings have their level", "# A\n### B", "h1 A\nh3 B");
        row("a fence names its language", "```cpp\nint a;\n\nint b;\n```", "code cpp int a;\\n\\nint b;\\n");
        row("a fence that does not end is code to the end", "```\na", "code  a\\n");
        row("lists count and nest", "3. a\n4. b\n   - c\n   - d", "  3. a\n  4. b\n    • c\n    • d");
        row("a task is done or not", "- [ ] a\n- [x] b", "  ☐ a\n  ☑ b");
        row("an item's second paragraph has no marker", "- a\n\n  b", "  • a\n  b");
        row("a quotation", "> a\n> b", "> a\\nb");
        row("a table has its head", "|a|b|\n|---|---|\n|c|**d**|", "head | a | b\nrow | c | S(d)");
        row("a rule", "a\n\n---\n\nb", "a\n---\nb");
        row("an address is a link", "see https://example.org/x.",
            "see L(https://example.org/x https://example.org/x).");
        row("a link says where it leads", "[a](https://b.org)", "L(a https://b.org)");
        row("entities that models write", "1 &lt; 2 &amp;&amp; &copy;", "1 < 2 && &copy;");
    }
    void everyKindOfBlockIsRead()
    {
        QFETCH(QString, text);
        QTEST(outlineOf(text.toStdString()), "outline");
    }

    void whatCouldRunIsOnlyText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("outline");
        QTest::newRow("a tag in a line") << "a <img src=/dev/zero> b"
                                         << "a <img src=/dev/zero> b";
        QTest::newRow("a block of HTML") << "<script>\nalert(1)\n</script>"
                                         << "<script>\\nalert(1)\\n</script>";
        QTest::newRow("an image is a name and an address") << "![cat](file:///etc/passwd)"
                                                           << "I(cat file:///etc/passwd)";
        QTest::newRow("NUL is a mark") << QString(QChar(u'a')) + QChar(u'\0') << QStringLiteral("a\uFFFD");
    }
    void whatCouldRunIsOnlyText()
    {
        QFETCH(QString, text);
        QTEST(outlineOf(text.toStdString()), "outline");
    }

    void whatNobodyReadsIsGivenBackAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("5,000 quotations in each other")
            << QString(5'000, QLatin1Char('>')) + QLatin1String(" a");
        QTest::newRow("a table of 1,500 columns and as many rows")
            << QString(QLatin1String("|a")).repeated(1'500) + QLatin1String("|\n") +
                   QString(QLatin1String("|---")).repeated(1'500) + QLatin1String("|\n") +
                   QString(QLatin1String("|\n")).repeated(1'500);
        QTest::newRow("3,000 items") << QString(QLatin1String("- a\n")).repeated(3'000);
    }
    void whatNobodyReadsIsGivenBackAsItIs()
    {
        QFETCH(QString, text);
        QCOMPARE(outlineOf(text.toStdString()), QStringLiteral("too complex"));
    }

    void textWithoutMarksIsPlain()
    {
        QVERIFY(readMarkdown("one\n\ntwo & three <b>")->plain());
        for (const char* marked :
             {"*a*", "- a", "# a", "> a", "```\na\n```", "|a|b|\n|---|---|\n|c|d|", "https://a.org"})
            QVERIFY2(!readMarkdown(marked)->plain(), marked);
    }
};

QTEST_GUILESS_MAIN(tst_markdown)
#include "tst_markdown.moc"
