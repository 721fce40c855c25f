// SPDX-License-Identifier: GPL-3.0-or-later
/// One small file of each format, and files with every kind of fault.
#include <QTest>

#include "formats/export.h"
#include "formats/search.h"

#include "documents.h"
#include "reader_texts.h"

using namespace spanglass;
using namespace spanglass::formats;

namespace {

/// The whole example as otlp-proto, for cutting and prefixing.
QByteArray protobufOf(const QByteArray& json)
{
    const auto document = opened(json);
    QByteArray bytes;
    (void)write(*document->table, ExportFormat::otlpProto, [&](std::string_view text) -> Result<void> {
        bytes += QByteArray(text.data(), static_cast<qsizetype>(text.size()));
        return {};
    });
    return bytes;
}

QByteArray requests(int count)
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":"
                "\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"" +
                QByteArray::number(i) +
                "\",\"name\":\"s\",\"startTimeUnixNano\":\"5\",\"endTimeUnixNano\":\"9\"}]}]}]}\n";
    return text;
}

} // namespace

class tst_readers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFormatIsToldByItsContent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("picture");
        const auto row = [](const char* name, const char* text, const char* format, const char* picture) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(format)
                                << QString::fromLatin1(picture);
        };
        row("LangSmith runs", texts::langsmith, "langsmith",
            "agent 0+999999000\n ChatOpenAI 100000000+500000000 error");
        row("LangSmith's ingest body", texts::langsmithIngest, "langsmith", "agent 0+1000000000");
        row("Opik", texts::opik, "opik", "chat 0+2000000000\n call 500000000+500000000 error");
        row("MLflow", texts::mlflow, "mlflow", "root 0+500");
        row("Phoenix", texts::phoenix, "phoenix", "ChatCompletion 0+1000000000 error");
        row("Langfuse rows, one a line", texts::langfuseRows, "langfuse",
            "root 0+2000000000\n gen 500000000+500000000 error");
        row("Langfuse CSV", texts::langfuseCsv, "langfuse-csv",
            "root, \"the\" first 0+2000000000\n call 500000000+500000000");
        row("folded stacks", "a;b 2\na;c 3\n", "folded", "a 0+5\n b 0+2\n c 2+3");
        row("Chrome events, one a line",
            "{\"ph\":\"X\",\"name\":\"a\",\"ts\":1,\"dur\":2.5}\n{\"ph\":\"X\",\"name\":\"b\",\"ts\":2,"
            "\"dur\":1}\n",
            "chrome", "a 0+2500\n b 1000+1000");
    }
    void eachFormatIsToldByItsContent()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, format);
        QFETCH(QString, picture);
        const auto document = opened(text);
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(toQString(document->format), format);
        QCOMPARE(pictureOf(*document), picture);
        QCOMPARE(warningsOf(*document), QString());
    }

    void whatLlmToolsSayBecomesTheSpansMeaning()
    {
        const auto runs = opened(texts::langsmith);
        const trace::Span chat = runs->table->details(1);
        QVERIFY(chat.kind == Kind::llm);
        QCOMPARE(chat.model, std::string("m-1"));
        QCOMPARE(chat.tokens.input.value_or(0), std::int64_t(12));
        QCOMPARE(chat.statusMessage, std::string("boom"));
        QVERIFY(opened(texts::mlflow)->table->details(0).kind == Kind::llm);
        QVERIFY(opened(texts::phoenix)->table->details(0).kind == Kind::llm);
        const trace::Span generation = opened(texts::langfuseRows)->table->details(1);
        QVERIFY(generation.kind == Kind::llm);
        QCOMPARE(textOf(generation.input), QStringLiteral("{\"q\":1}"));
        QCOMPARE(toQString(generation.sourceId), QStringLiteral("")); // "a2" is hex, short
        QCOMPARE(opened(texts::opik)->table->details(1).tokens.total.value_or(0), std::int64_t(7));
    }

    void lengthPrefixedRequestsAreRead()
    {
        const QByteArray request = protobufOf(requests(2));
        QVERIFY(!request.isEmpty());
        const auto prefixed = [](const QByteArray& message) {
            const auto size = static_cast<std::uint32_t>(message.size());
            QByteArray head(4, '\0');
            for (int byte = 0; byte < 4; ++byte)
                head[byte] = static_cast<char>(size >> (24 - 8 * byte));
            return head + message;
        };
        const auto document = opened(prefixed(request) + prefixed(protobufOf(requests(1))));
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->format, std::string("otlp-proto"));
        QCOMPARE(document->spans(), 2U); // the third repeats the first
        QCOMPARE(document->merged, std::uint64_t(1));
    }

    void cutAtEveryByteTheWholeSpansStay()
    {
        const QByteArray lines = requests(3);
        const QByteArray binary = protobufOf(lines);
        for (const QByteArray& whole : {lines, binary}) {
            std::uint32_t most = 0;
            for (int length = 1; length < whole.size(); ++length) {
                const auto document = opened(whole.left(length));
                if (!document)
                    continue;
                QVERIFY2(document->spans() >= most, qPrintable(QString::number(length)));
                most = document->spans();
            }
            QVERIFY(most >= 2);
        }
    }

    void faultySpansAreRejectedAndTheOthersKept()
    {
        const auto document = opened(texts::otlpFaults);
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->rejected, std::uint64_t(3));
        QCOMPARE(document->spans(), 3U);
        QCOMPARE(document->table->id[0].hex(), std::string("b7ad6b7169203331"));
        QCOMPARE(document->table->startUnixNs[0], std::int64_t(1'700'000'000'000'000'001));
        QCOMPARE(document->table->parent[1], 0U);
        QCOMPARE(document->table->durationNs[1], std::int64_t(0)); // drawn as none
        QVERIFY(document->table->details(1).durationNs.value_or(0) < 0);
        QCOMPARE(document->table->startUnixNs[2], INT64_MAX);
        QVERIFY(warningsOf(*document).contains(QLatin1String("before it begins")));
    }

    void depthIsNoDanger()
    {
        const QByteArray deep =
            QByteArray(
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"1\",\"spanId\":\"2\","
                "\"name\":\"d\",\"startTimeUnixNano\":\"5\",\"attributes\":[{\"key\":\"k\",\"value\":") +
            QByteArray("{\"arrayValue\":{\"values\":[").repeated(100'000) +
            QByteArray("]}}").repeated(100'000) + "}]}]}]}]}";
        const auto document = opened(deep);
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->table->details(0).attributes.size(), std::size_t(1));
        QVERIFY(!opened(QByteArray(100'000, '[')).has_value());
    }

    void invalidTextIsKeptAndCounted()
    {
        QByteArray text = requests(1);
        text.replace("\"name\":\"s\"", "\"name\":\"a\xff\xfe\\ud800z\"");
        const auto document = opened(text);
        QVERIFY(document.has_value());
        QCOMPARE(document->table->details(0).name, std::string("a\xff\xfe\ufffdz"));
        QVERIFY(warningsOf(*document).startsWith(QLatin1String("2 bytes are not UTF-8")));
    }

    void searchingFindsNamesAndAttributesInAnyCase()
    {
        const auto document = opened(texts::langsmith);
        const auto found = [&](std::string_view words) {
            QStringList rows;
            search(*document, words, [&](std::uint32_t row) {
                rows << QString::number(row);
                return true;
            });
            return rows.join(QLatin1Char(' '));
        };
        QCOMPARE(found("chatOPENAI"), QStringLiteral("1"));
        QCOMPARE(found("run_type"), QStringLiteral("0 1"));
        QCOMPARE(found("nothing of it"), QString());
    }
};

QTEST_APPLESS_MAIN(tst_readers)
#include "tst_readers.moc"
