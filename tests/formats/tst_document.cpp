// SPDX-License-Identifier: GPL-3.0-or-later
/// Opening: compression, encodings, what is no trace, and the sample files where they are.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <zstd.h>

#include "documents.h"

using namespace spanglass;
using namespace spanglass::formats;

namespace {

const QByteArray oneSpan =
    R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c",)"
    R"("spanId":"b7ad6b7169203331","name":"work","startTimeUnixNano":"100","endTimeUnixNano":"250"}]}]}]})";

QByteArray zstdPacked(const QByteArray& bytes)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(bytes.size()))), '\0');
    out.truncate(
        static_cast<qsizetype>(ZSTD_compress(out.data(), static_cast<std::size_t>(out.size()), bytes.data(),
                                             static_cast<std::size_t>(bytes.size()), 3)));
    return out;
}

QByteArray utf16(const QByteArray& ascii, bool big, bool mark)
{
    QByteArray out;
    const auto unit = [&](char high, char low) {
        out.append(big ? high : low);
        out.append(big ? low : high);
    };
    if (mark)
        unit('\xfe', '\xff');
    for (const char c : ascii)
        unit('\0', c);
    return out;
}

} // namespace

class tst_document : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void packagingIsUndone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("compression");
        QTest::newRow("plain") << oneSpan << "none";
        QTest::newRow("gzip") << gzipped(oneSpan) << "gzip";
        QTest::newRow("gzip in two members")
            << gzipped(oneSpan.left(50)) + gzipped(oneSpan.mid(50)) << "gzip";
        QTest::newRow("gzip within gzip") << gzipped(gzipped(oneSpan)) << "gzip";
        QTest::newRow("zstd") << zstdPacked(oneSpan) << "zstd";
        QTest::newRow("zstd in two frames")
            << zstdPacked(oneSpan.left(50)) + zstdPacked(oneSpan.mid(50)) << "zstd";
        QTest::newRow("a byte order mark") << "\xef\xbb\xbf" + oneSpan << "none";
        QTest::newRow("UTF-16, little end first") << utf16(oneSpan, false, true) << "none";
        QTest::newRow("UTF-16, big end first, without a mark") << utf16(oneSpan, true, false) << "none";
        QTest::newRow("blanks around it") << "\n\n  " + oneSpan + "\r\n"
                                          << "none";
    }
    void packagingIsUndone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, compression);
        const auto document = opened(bytes);
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(pictureOf(*document), QStringLiteral("work 0+150"));
        QCOMPARE(toQString(document->compression), compression);
        QCOMPARE(warningsOf(*document), QString());
        QCOMPARE(document->bytes, static_cast<std::uint64_t>(bytes.size()));
    }

    void damagedPackagingShowsWhatIsWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("warning");
        QByteArray badCrc = gzipped(oneSpan);
        badCrc[badCrc.size() - 6] = static_cast<char>(badCrc[badCrc.size() - 6] ^ 1);
        QTest::newRow("a wrong checksum") << badCrc << "gzip: incorrect data check";
        QTest::newRow("junk behind it") << gzipped(oneSpan) + "junk"
                                        << "gzip: what follows the compressed data is something else";
        QTest::newRow("cut off behind the data")
            << gzipped(oneSpan).chopped(4) << "gzip: the compressed data end early";
    }
    void damagedPackagingShowsWhatIsWhole()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, warning);
        const auto document = opened(bytes);
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->spans(), 1U);
        QVERIFY2(warningsOf(*document).startsWith(warning), qPrintable(warningsOf(*document)));
    }

    void whatIsNoTraceIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << QByteArray() << "file: it is empty";
        QTest::newRow("blank") << QByteArray(" \n\t ") << "file: there is nothing in it but blanks";
        QTest::newRow("null") << QByteArray("null")
                              << "file: it is no trace file of a kind that is known here";
        QTest::newRow("a scalar") << QByteArray("42")
                                  << "file: it is no trace file of a kind that is known here";
        QTest::newRow("other JSON") << QByteArray("{\"a\":[1,2]}")
                                    << "file: it is JSON, but of no trace format that is known here";
        QTest::newRow("broken JSON") << QByteArray("{\"a\":[1,\n2")
                                     << "file: broken at byte 10 (line 2): it ends early";
        QTest::newRow("a ZIP archive") << QByteArray("PK\x03\x04xxxx") << "file: it is zip; unpack it first";
        QTest::newRow("bzip2") << QByteArray("BZh91AY&SY") << "file: it is bzip2; unpack it first";
        QTest::newRow("perf.data") << QByteArray("PERFILE2abc")
                                   << "file: it is a perf.data file; `perf script` and stackcollapse-perf.pl "
                                      "make folded stacks of it";
        QTest::newRow("an SQLite database")
            << QByteArray("SQLite format 3\0abc", 19) << "file: it is an SQLite database, not a trace file";
        QTest::newRow("gzip of nothing readable")
            << QByteArray("\x1f\x8b\x08garbage") << "file: gzip: unknown header flags set at byte 4";
        QTest::newRow("a Perfetto trace")
            << QByteArray("\x0a\x0a\x18\x01\x40\x05\x50\x02\x32\x02\x08\x01", 12)
            << "file: it is a Perfetto trace; convert it to JSON first (traceconv json)";
        QTest::newRow("pprof") << QByteArray("\x0a\x04\x08\x01\x10\x02\x12\x04\x0a\x02\x01\x02\x32\x00", 14)
                               << "file: it is a pprof profile; `go tool pprof -raw` or speedscope reads it";
        QTest::newRow("a tape archive")
            << QByteArray(257, 'a') + "ustar" + QByteArray(300, '\0') << "file: it is tar; unpack it first";
        QTest::newRow("a Java flight recording")
            << QByteArray("FLR\0\0\2", 6)
            << "file: it is a Java flight recording; async-profiler's jfrconv makes folded stacks of it";
        QTest::newRow("Zipkin's first format")
            << QByteArray("[{\"traceId\":\"1\",\"id\":\"1\",\"timestamp\":1,\"binaryAnnotations\":[]}]")
            << "file: it is Zipkin's first JSON format; Zipkin gives the second one at /api/v2/trace/ID";
        QTest::newRow("a CPU profile of V8")
            << QByteArray("{\"nodes\":[{\"id\":1}],\"samples\":[1],\"timeDeltas\":[0]}")
            << "file: it is a CPU profile of V8, not a trace; Chrome's DevTools and speedscope show it";
        QTest::newRow("the Firefox Profiler")
            << QByteArray("{\"meta\":{\"interval\":1},\"threads\":[]}")
            << "file: it is a profile of the Firefox Profiler; profiler.firefox.com shows it";
        QTest::newRow("spans as JavaScript prints them")
            << QByteArray("{\n  resource: {\n    attributes: {} },\n  traceId: '1'\n}")
            << "file: it is what JavaScript's console prints, not JSON; let the SDK export OTLP to a file or "
               "to "
               "here";
        QTest::newRow("scores of Langfuse")
            << QByteArray(
                   "[{\"id\":\"1\",\"traceId\":\"1\",\"timestamp\":\"2024-01-01T00:00:00Z\",\"value\":1}]")
            << "file: it is JSON, but of no trace format that is known here";
        QTest::newRow("names and numbers")
            << QByteArray("a: 1\nb: 2\n") << "file: it is no trace file of a kind that is known here";
        QTest::newRow("a table of our own")
            << QByteArray("trace_id,span_id,parent_span_id,name,kind,service,start\n")
            << "file: it is a table that Spanglass wrote, for other programs; OTLP, Chrome, Jaeger and "
               "Zipkin files "
               "open again";
        QTest::newRow("an empty list") << QByteArray(" []\n") << "file: it is JSON with nothing in it";
        QTest::newRow("a Chrome trace of names alone")
            << QByteArray("[{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":1,\"args\":{\"name\":\"x\"}}]")
            << "file: there is no span in it (format chrome)";
        QTest::newRow("what Jaeger answers where there is none")
            << QByteArray("{\"data\":null,\"errors\":[{\"code\":404,\"msg\":\"trace not found\"}]}")
            << "file: no span could be read: the server said: trace not found";
        QTest::newRow("metrics") << QByteArray("{\"resourceMetrics\":[]}")
                                 << "file: no span could be read: it holds logs or metrics, no spans";
    }
    void whatIsNoTraceIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const auto document = opened(bytes);
        QVERIFY(!document.has_value());
        QCOMPARE(toQString(document.error().message), reason);
    }

    void bombsAreStopped_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("gzip") << gzipped(QByteArray(100 << 20, ' '));
        QTest::newRow("zstd") << zstdPacked(QByteArray(100 << 20, ' '));
    }
    void bombsAreStopped()
    {
        QFETCH(QByteArray, bytes);
        const auto document = opened(bytes);
        QVERIFY(!document.has_value());
        QVERIFY(document.error().kind == ErrorKind::refused);
        QVERIFY2(document.error().message.find("times its size") != std::string::npos,
                 document.error().message.c_str());
    }

    void aHugeZstdWindowIsRefused()
    {
        // Magic, a header that asks for a window of 2 GB (exponent 21), and a raw block.
        const auto document = opened(QByteArray("\x28\xb5\x2f\xfd\x00\xa8\x01\x00\x00", 9));
        QVERIFY(!document.has_value());
        QVERIFY2(document.error().message.find("memory") != std::string::npos,
                 document.error().message.c_str());
    }

    void onlyRegularFilesAreOpened()
    {
        QTemporaryDir dir;
        const QString fifo = dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(qPrintable(fifo), 0600), 0);
        const auto messageOf = [](const QString& path) {
            const auto document = open(path.toStdString());
            return document ? QString() : toQString(document.error().message);
        };
        QCOMPARE(messageOf(dir.path()), dir.path() + QStringLiteral(": it is a directory, not a file"));
        QCOMPARE(messageOf(fifo),
                 fifo + QStringLiteral(": it is a pipe; give - to read from standard input"));
        QCOMPARE(messageOf(QStringLiteral("/dev/zero")),
                 QStringLiteral("/dev/zero: it is a device, not a file"));
        QCOMPARE(messageOf(dir.filePath(QStringLiteral("none"))),
                 dir.filePath(QStringLiteral("none")) + QStringLiteral(": No such file or directory"));
    }

    void theNameSaysNothing()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("picture.png"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(gzipped(oneSpan));
        file.close();
        const auto document = open(path.toStdString());
        QVERIFY(document.has_value());
        QCOMPARE(document->format, std::string("otlp-json"));
    }

    void openingReportsAndCanBeCancelled()
    {
        QByteArray many;
        for (int i = 0; i < 60'000; ++i)
            many += oneSpan + '\n';
        OpenOptions options;
        std::uint64_t lastBytes = 0;
        std::uint32_t partialRows = 0;
        options.progress = [&](const Progress& progress) {
            lastBytes = progress.bytesDone;
            return true;
        };
        options.partial = [&](std::shared_ptr<const trace::SpanTable> table) { partialRows = table->size(); };
        const auto document = opened(many, options);
        QVERIFY(document.has_value());
        QCOMPARE(document->spans(), 1U); // one span, repeated
        QCOMPARE(document->merged, std::uint64_t(59'999));
        QVERIFY(lastBytes > 0);
        QVERIFY(partialRows >= 20'000 && partialRows < 60'000);

        options.progress = [](const Progress& progress) { return progress.spans == 0; };
        const auto stopped = opened(many, options);
        QVERIFY(!stopped.has_value());
        QVERIFY(stopped.error().kind == ErrorKind::cancelled);
    }

    void theSamplesHoldWhatTheyHold_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("found"); // format, spans, traces
        const auto row = [](const char* file, const char* found) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(found);
        };
        row("otlp-json/open-trace.json", "otlp-json 1 1");
        row("otlp-json/jaegertracing-otel_traces_01.json", "otlp-json 4 2");
        row("otlp-json/jaegertracing-otlp2jaeger-multi-in.jsonl", "otlp-json 4 1");
        row("otlp-json/smithclay-trace.json", "otlp-json 2 1");
        row("otlp-json/xtergo-all_types_trace.json", "otlp-json 11 1");
        row("langfuse-captured/otlp-langfuse-otel-5.11.1.json", "otlp-json 4 2");
        row("malformed/smithclay-trace_mixed_encoding.json", "otlp-json 1 1");
        row("chrome/jlfwong-simple-object.json", "chrome 3 1");
        row("chrome/jlfwong-multiprocess.json", "chrome 8 1");
        row("chrome/catapult-nestable_async.json", "chrome 9 1");
        row("chrome/catapult-flow_simple.json", "chrome 5 1");
        row("chrome/catapult-nanoseconds.json", "chrome 8 1");
        row("chrome/catapult-webview.json.gz", "chrome 8614 1");
        row("malformed/jlfwong-simple-partial-trailing-comma.json", "chrome 4 1");
        row("otlp-proto/smithclay-trace.pb", "otlp-proto 2 1");
        row("otlp-proto/captured-otel-js.pb.gz", "otlp-proto 4 2");
        row("jaeger/agentevals-helm.json", "jaeger 96 1");
        row("jaeger/jaegertracing-oltp2jaeger-multi-out.json", "jaeger 4 1");
        row("jaeger/jaegertracing-genaiTestTrace.json", "jaeger 57 1");
        row("jaeger/jaegertracing-ui_01.json", "jaeger 5 1");
        row("zipkin/openzipkin-yelp.json", "zipkin 16 1");
        row("zipkin/openzipkin-messaging-kafka.json", "zipkin 28 1");
        row("zipkin/openzipkin-smartthings-oauth-authorization.json", "zipkin 175 1");
        row("speedscope/jlfwong-simple.speedscope.json", "speedscope 5 1");
        row("speedscope/jlfwong-simple-sampled.speedscope.json", "speedscope 5 1");
        row("folded/jlfwong-simple.txt", "folded 5 1");
        row("folded/jlfwong-simple-with-invalids.txt", "folded 5 1");
        row("langfuse/langfuse-vercel-aisdk-2025-11-17.trace.json", "langfuse 3 1");
        row("langfuse/langfuse-pydantic-ai-tools-2025-12-04.trace.json", "langfuse 12 1");
        row("langfuse-captured/ingestion-batch-langfuse-3.39.2.json", "langfuse 5 1");
        row("openinference/arize-all-spans.json", "otel-js 10 10");
        row("otel-python-console/monocle2ai-test_crewai_single_agent.json", "otel-python 8 1");
        row("malformed/monocle2ai-trace_test_invalid.json", "otel-python 1 1");
    }
    void theSamplesHoldWhatTheyHold()
    {
        QFETCH(QString, file);
        QFETCH(QString, found);
        const QString path = QStringLiteral(SAMPLES "/") + file;
        if (!QFile::exists(path))
            QSKIP("the sample files lie beside the source tree of those who have them");
        const auto document = open(path.toStdString());
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(QStringLiteral("%1 %2 %3")
                     .arg(toQString(document->format))
                     .arg(document->spans())
                     .arg(document->traces),
                 found);
        for (std::uint32_t spanRow = 0; spanRow < document->spans(); ++spanRow)
            (void)document->table->details(spanRow);
    }

    void theMalformedSamplesSayWhereAndWhy_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("reason");
        QTest::newRow("broken")
            << "malformed/smithclay-malformed.json"
            << "no span could be read: broken at byte 447 (line 21): a comma or a closing brace is expected";
    }
    void theMalformedSamplesSayWhereAndWhy()
    {
        QFETCH(QString, file);
        QFETCH(QString, reason);
        const QString path = QStringLiteral(SAMPLES "/") + file;
        if (!QFile::exists(path))
            QSKIP("the sample files lie beside the source tree of those who have them");
        const auto document = open(path.toStdString());
        QVERIFY(!document.has_value());
        QCOMPARE(toQString(document.error().message).mid(path.size() + 2), reason);
    }
};

QTEST_APPLESS_MAIN(tst_document)
#include "tst_document.moc"
