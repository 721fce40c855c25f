// SPDX-License-Identifier: GPL-3.0-or-later
/// What is written can be opened again, and writing it again gives the same text.
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include "formats/export.h"

#include "documents.h"

using namespace spanglass;
using namespace spanglass::formats;

namespace {

struct Written
{
    QByteArray text;
    QStringList lost;
};

Written written(const trace::SpanTable& table, ExportFormat format)
{
    Written result;
    const auto done = write(table, format, [&](std::string_view text) -> Result<void> {
        result.text += QByteArray(text.data(), static_cast<qsizetype>(text.size()));
        return {};
    });
    if (done) {
        for (const std::string& what : done->notKept)
            result.lost << toQString(what);
    }
    return result;
}

/// A run with parallel tools, an error, an event, an unfinished call and hostile text.
trace::SpanTable exampleTable()
{
    auto spans = std::make_shared<std::vector<trace::Span>>();
    const auto add = [&](const char* spanName, std::uint64_t id, std::uint64_t parent, std::int64_t start,
                         std::optional<std::int64_t> duration, Kind kind) -> trace::Span& {
        trace::Span span;
        span.trace = {7, 9};
        span.id = {id};
        span.parent = {parent};
        span.name = spanName;
        span.service = "shop";
        span.kind = kind;
        span.startUnixNs = 1'760'000'000'000'000'000 + start * 1000;
        if (duration)
            span.durationNs = *duration * 1000;
        span.state = duration ? trace::State::ended : trace::State::running;
        span.resource = {{"service.name", std::string("shop")}};
        spans->push_back(span);
        return spans->back();
    };
    spans->reserve(10);
    add("run", 1, 0, 0, 1000, Kind::agent);
    trace::Span& chat = add("chat", 2, 1, 10, 300, Kind::llm);
    chat.attributes = {{"gen_ai.operation.name", std::string("chat")},
                       {"gen_ai.request.model", std::string("m-1")},
                       {"input.value", std::string("</script><b>hi;\n\"there\"")},
                       {"output.value", std::string("=HYPERLINK(1)")},
                       {"count", std::int64_t(9007199254740993)},
                       {"share", 0.5},
                       {"flag", true}};
    chat.input = std::string("</script><b>hi;\n\"there\"");
    chat.output = std::string("=HYPERLINK(1)");
    chat.events = {{chat.startUnixNs + 5000, "first", {{"n", std::int64_t(1)}}}};
    trace::Span& failing = add("tool; a", 3, 1, 320, 200, Kind::tool);
    failing.status = Status::error;
    failing.statusMessage = "no <route>";
    failing.attributes = {{"gen_ai.operation.name", std::string("execute_tool")}};
    trace::Span& parallel = add("tool; b", 4, 1, 400, 300, Kind::tool);
    parallel.attributes = {{"gen_ai.operation.name", std::string("execute_tool")}};
    add("open", 5, 1, 800, std::nullopt, Kind::span);

    trace::SpanTable table;
    std::vector<SpanId> parents;
    for (const trace::Span& span : *spans) {
        table.append(span);
        parents.push_back(span.parent);
    }
    table.linkParents(parents);
    table.details = [spans](std::uint32_t row) { return (*spans)[row]; };
    return table;
}

constexpr const char* examplePicture = "run 0+1000000\n"
                                       " chat 10000+300000\n"
                                       " tool; a 320000+200000 error\n"
                                       " tool; b 400000+300000\n"
                                       " open 800000+";

} // namespace

class tst_export : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTreeComesBack_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("reader");
        for (const auto& [format, reader] :
             {std::pair("otlp-json", "otlp-json"), std::pair("otlp-jsonl", "otlp-json"),
              std::pair("otlp-proto", "otlp-proto"), std::pair("chrome", "chrome"),
              std::pair("jaeger", "jaeger"), std::pair("zipkin", "zipkin")})
            QTest::newRow(format) << QString::fromLatin1(format) << QString::fromLatin1(reader);
    }
    void theTreeComesBack()
    {
        QFETCH(QString, format);
        QFETCH(QString, reader);
        const trace::SpanTable table = exampleTable();
        const ExportFormat as = exportFormat(format.toStdString()).value();
        const Written first = written(table, as);
        const auto document = opened(first.text);
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(toQString(document->format), reader);
        QCOMPARE(pictureOf(*document), QString::fromLatin1(examplePicture));
        QCOMPARE(warningsOf(*document), QString());
        const trace::Span chat = document->table->details(1);
        QVERIFY(chat.kind == Kind::llm);
        QCOMPARE(textOf(chat.input), textOf(table.details(1).input));
        QCOMPARE(chat.events.size(), std::size_t(1));
        QCOMPARE(toQString(document->table->details(2).statusMessage), QStringLiteral("no <route>"));
        QCOMPARE(written(*document->table, as).text, first.text);
    }

    void integersStayExact_data()
    {
        QTest::addColumn<QString>("format");
        for (const char* format : {"otlp-json", "otlp-proto", "chrome", "jaeger"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void integersStayExact()
    {
        QFETCH(QString, format);
        const auto document =
            opened(written(exampleTable(), exportFormat(format.toStdString()).value()).text);
        QVERIFY(document.has_value());
        const QString attributes = textOf(document->table->details(1).attributes);
        QVERIFY2(attributes.contains(QLatin1String("count=9007199254740993 ")), qPrintable(attributes));
        QVERIFY2(attributes.contains(QLatin1String("flag=true")), qPrintable(attributes));
    }

    void lossesAreNamed()
    {
        QVERIFY(written(exampleTable(), ExportFormat::otlpJson).lost.isEmpty());
        QCOMPARE(written(exampleTable(), ExportFormat::zipkin).lost,
                 QStringList({QStringLiteral("attributes of events"),
                              QStringLiteral("types of attributes (tags are text)")}));
        QCOMPARE(written(exampleTable(), ExportFormat::jaeger).lost,
                 QStringList({QStringLiteral("that a span has not ended (it gets no duration)")}));
    }

    void formulasAreTextInCsv()
    {
        const QByteArray csv = written(exampleTable(), ExportFormat::csv).text;
        QVERIFY2(csv.contains(",'=HYPERLINK(1),"), csv.constData());
        QVERIFY(csv.contains("\"</script><b>hi;\n\"\"there\"\"\""));
        QCOMPARE(csv.left(31), QByteArray("trace_id,span_id,parent_span_id"));
    }

    void foldedStacksAreSelfTimes()
    {
        QCOMPARE(written(exampleTable(), ExportFormat::folded).text,
                 QByteArray("run 120\nrun;chat 300\nrun;tool  b 300\nrun;tool  a 200\nrun;open 200\n"));
    }

    void aDatasetHoldsTheModelCalls()
    {
        const QByteArray lines = written(exampleTable(), ExportFormat::datasetJsonl).text;
        QCOMPARE(lines.count('\n'), 1);
        QVERIFY2(
            lines.startsWith(
                "{\"input\":\"</script><b>hi;\\n\\\"there\\\"\",\"output\":\"=HYPERLINK(1)\",\"metadata\":{"),
            lines.constData());
    }

    void thePageHoldsEverythingAndNothingEscapes()
    {
        const QByteArray page = written(exampleTable(), ExportFormat::html).text;
        QCOMPARE(page.count("</script>"), 2); // those of the page itself
        QVERIFY(page.contains("\\u003c/script>\\u003cb>hi"));
        QVERIFY(!page.contains("src="));
        QVERIFY(!page.contains("http://") && !page.contains("https://"));
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(page.contains("\"name\":\"chat\""));
    }

    void aPagesLongTextsAreCutBetweenCharacters()
    {
        trace::SpanTable table;
        trace::Span span;
        span.trace = {1, 1};
        span.id = {1};
        span.name = "s";
        const QString text =
            QStringLiteral("a") + QString(60'000, QChar(0xe4)); // two bytes each, from an odd one on
        span.attributes.push_back({"text", text.toStdString()});
        table.append(span);
        table.details = [span](std::uint32_t) { return span; };
        const QByteArray page = written(table, ExportFormat::html).text;
        QVERIFY(QString::fromUtf8(page).contains(QString(49'999, QChar(0xe4)) +
                                                 QStringLiteral("… (120,001 bytes)")));
        QVERIFY(!QString::fromUtf8(page).contains(QChar(0xfffd)));
    }

    void aFileAppearsWholeOrNotAtAll()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("out.json"));
        const auto done = writeFile(exampleTable(), ExportFormat::otlpJson, path.toStdString());
        QVERIFY2(done.has_value(), done ? "" : done.error().message.c_str());
        QCOMPARE(done->spans, std::uint64_t(5));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{QStringLiteral("out.json")});

        const auto full = writeFile(exampleTable(), ExportFormat::otlpJson, "/dev/full/x.json");
        QVERIFY(!full.has_value());
        const QString missing = dir.filePath(QStringLiteral("none/out.json"));
        const auto nowhere = writeFile(exampleTable(), ExportFormat::otlpJson, missing.toStdString());
        QVERIFY(!nowhere.has_value());
        QCOMPARE(toQString(nowhere.error().message), missing + QStringLiteral(": No such file or directory"));
    }

    void aFailingOutputStopsTheWriting()
    {
        int calls = 0;
        const auto done = write(exampleTable(), ExportFormat::chrome, [&](std::string_view) -> Result<void> {
            ++calls;
            return fail(ErrorKind::io, "disk full");
        });
        QVERIFY(!done.has_value());
        QCOMPARE(toQString(done.error().message), QStringLiteral("disk full"));
        QCOMPARE(calls, 1);
    }

    /// STYLE's check of every sample: exported, opened and exported again it is the same.
    void samplesComeBack_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QDirIterator files(QStringLiteral(SAMPLES), QDir::Files, QDirIterator::Subdirectories);
        bool any = false;
        while (files.hasNext()) {
            const QString file = files.next();
            if (file.contains(QLatin1String("malformed")) || file.contains(QLatin1String("genai/")) ||
                file.endsWith(QLatin1String(".md")))
                continue;
            for (const char* format : {"otlp-json", "otlp-proto", "chrome", "jaeger", "zipkin"}) {
                QTest::newRow(
                    qPrintable(QFileInfo(file).fileName() + QLatin1String(" as ") + QLatin1String(format)))
                    << file << QString::fromLatin1(format);
                any = true;
            }
        }
        if (!any)
            QTest::newRow("no samples here") << QString() << QString();
    }
    void samplesComeBack()
    {
        QFETCH(QString, file);
        QFETCH(QString, format);
        if (file.isEmpty())
            QSKIP("the sample files lie beside the source tree of those who have them");
        const ExportFormat as = exportFormat(format.toStdString()).value();
        const auto original = open(file.toStdString());
        QVERIFY2(original.has_value(), original ? "" : original.error().message.c_str());
        const Written once = written(*original->table, as);
        const auto again = opened(once.text);
        QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
        QCOMPARE(again->spans(), original->spans());
        const Written twice = written(*again->table, as);
        if (twice.text != once.text) {
            int at = 0;
            while (at < once.text.size() && at < twice.text.size() && once.text[at] == twice.text[at])
                ++at;
            QFAIL(qPrintable(QStringLiteral("they differ at byte %1:\n%2\n%3")
                                 .arg(at)
                                 .arg(QString::fromUtf8(once.text.mid(std::max(at - 150, 0), 300)))
                                 .arg(QString::fromUtf8(twice.text.mid(std::max(at - 150, 0), 300)))));
        }
    }
};

QTEST_APPLESS_MAIN(tst_export)
#include "tst_export.moc"
