// SPDX-License-Identifier: GPL-3.0-or-later
/// Files that are as wrong as files get: values of any size, ids in knots, times that are none, files that
/// change while they are read. What the whole program does with them is in tests/app/tst_file_verbs.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <malloc.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "formats/export.h"
#include "trace/tree.h"

#include "documents.h"

using namespace spanglass;
using namespace spanglass::formats;

namespace {

const QByteArray traceId = "0af7651916cd43dd8448eb211c80319c";

QByteArray idText(std::uint64_t number)
{
    return QByteArray::number(static_cast<qulonglong>(number), 16).rightJustified(16, '0');
}

QByteArray span(std::uint64_t id, std::uint64_t parent, const QByteArray& more = {})
{
    return "{\"traceId\":\"" + traceId + "\",\"spanId\":\"" + idText(id) + "\",\"parentSpanId\":\"" +
           (parent == 0 ? QByteArray() : idText(parent)) +
           "\",\"name\":\"s\",\"startTimeUnixNano\":\"1000\",\"endTimeUnixNano\":\"2000\"" + more + "}";
}

QByteArray request(const QByteArray& spans)
{
    return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + spans + "]}]}]}";
}

QByteArray attribute(const QByteArray& key, const QByteArray& value)
{
    return "{\"key\":\"" + key + "\",\"value\":" + value + "}";
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double residentNoiseMb = 300; // what was freed is kept aside for a while
#else
constexpr double residentNoiseMb = 1;
#endif

/// What the process holds once the allocator gave back what it can.
double residentMb()
{
    ::malloc_trim(0);
    QFile status(QStringLiteral("/proc/self/statm"));
    const QList<QByteArray> words =
        status.open(QIODevice::ReadOnly) ? status.readAll().split(' ') : QList<QByteArray>();
    return words.value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

/// Many spans, a request a line, of this size or a little more.
QByteArray manyLines(qsizetype size = 20'000'000)
{
    QByteArray text;
    for (std::uint64_t id = 1; text.size() < size; ++id)
        text += request(span(id, id == 1 ? 0 : 1)) + '\n';
    return text;
}

/// A Chrome trace in one list.
QByteArray manyEvents(qsizetype size)
{
    QByteArray text = "[";
    for (int at = 0; text.size() < size; ++at)
        text += (at == 0 ? "" : ",\n") +
                QByteArray("{\"ph\":\"X\",\"name\":\"event\",\"pid\":1,\"tid\":1,\"ts\":") +
                QByteArray::number(at * 10) + ",\"dur\":5,\"args\":{\"message\":\"nothing to say\"}}";
    return text + "]";
}

QString written(const QTemporaryDir& dir, const QByteArray& bytes)
{
    const QString path = dir.filePath(QStringLiteral("trace.jsonl"));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

} // namespace

class tst_file_faults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesOfAnySizeAreKeptWhole()
    {
        const QByteArray text(64 << 20, 'x');
        const QByteArray key(10 << 20, 'k');
        const auto document = opened(
            request(span(1, 0,
                         ",\"attributes\":[" + attribute("text", "{\"stringValue\":\"" + text + "\"}") + ',' +
                             attribute(key, "{\"intValue\":1}") + "]")));
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        const trace::Span whole = document->table->details(0);
        QCOMPARE(whole.attributes.size(), std::size_t(2));
        QCOMPARE(std::get<std::string>(whole.attributes[0].value).size(),
                 static_cast<std::size_t>(text.size()));
        QCOMPARE(whole.attributes[1].key.size(), static_cast<std::size_t>(key.size()));
    }

    void aMillionAttributesAreKept()
    {
        QByteArray attributes;
        for (int at = 0; at < 1'000'000; ++at)
            attributes += (at == 0 ? "" : ",") + attribute("k" + QByteArray::number(at), "{\"intValue\":1}");
        const auto document = opened(request(span(1, 0, ",\"attributes\":[" + attributes + "]")));
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->table->details(0).attributes.size(), std::size_t(1'000'000));
    }

    /// Two spans of one id, itself as parent, a cycle of three, a parent that is nowhere.
    void knotsOfIdsAreCutOnceAndFlagged()
    {
        const auto document = opened(request(span(1, 0) + ',' + span(1, 0, ",\"kind\":2") + ',' + span(2, 2) +
                                             ',' + span(3, 5) + ',' + span(4, 3) + ',' + span(5, 4) + ',' +
                                             span(6, 99) + ',' + span(7, 1) + ',' + span(7, 1)));
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->spans(), 8U);
        QCOMPARE(document->merged, std::uint64_t(1)); // the second half of the last pair repeats the first
        QCOMPARE(document->orphans, std::uint64_t(1));
        const auto& flags = document->table->flags;
        const auto count = [&](std::uint8_t flag) {
            return std::count_if(flags.begin(), flags.end(), [&](auto of) { return (of & flag) != 0; });
        };
        QCOMPARE(count(trace::flagDuplicate), 2);
        QCOMPARE(count(trace::flagCycle), 2); // the span that is its own parent, and one of the three
    }

    void aChainAndAFanOf200000SpansAreLinkedWithoutRecursion_data()
    {
        QTest::addColumn<bool>("chain");
        QTest::newRow("a chain") << true;
        QTest::newRow("one parent") << false;
    }
    void aChainAndAFanOf200000SpansAreLinkedWithoutRecursion()
    {
        QFETCH(bool, chain);
        constexpr std::uint64_t count = 200'000;
        QByteArray spans;
        for (std::uint64_t id = 1; id <= count; ++id)
            spans += (id == 1 ? "" : ",") + span(id, id == 1 ? 0 : chain ? id - 1 : 1);
        const auto document = opened(request(spans));
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->spans(), std::uint32_t(count));
        QCOMPARE(document->orphans, std::uint64_t(0));
        const trace::Tree tree(*document->table);
        QCOMPARE(tree.depth(count - 1), chain ? std::uint32_t(count - 1) : 1U);
        for (const ExportFormat format :
             {ExportFormat::otlpProto, ExportFormat::chrome, ExportFormat::folded}) {
            std::uint64_t bytes = 0;
            const auto done = write(*document->table, format, [&](std::string_view text) -> Result<void> {
                bytes += text.size();
                // The paths of a deep chain's folded stacks grow with its square.
                return bytes > (std::uint64_t(64) << 20) ? fail(ErrorKind::cancelled, "enough")
                                                         : Result<void>();
            });
            QVERIFY(done.has_value() || done.error().kind == ErrorKind::cancelled);
        }
    }

    void timesAreKeptExactlyAndOddOnesMarked_data()
    {
        QTest::addColumn<QByteArray>("times");
        QTest::addColumn<qint64>("startNs");
        QTest::addColumn<qint64>("columnNs"); // what is drawn; -1 while it runs
        QTest::addColumn<QString>("warning");
        const auto row = [](const char* name, const char* start, const char* end, qint64 startNs,
                            qint64 columnNs, const char* warning) {
            QTest::newRow(name) << QByteArray(",\"startTimeUnixNano\":") + start +
                                       ",\"endTimeUnixNano\":" + end
                                << startNs << columnNs << QString::fromUtf8(warning);
        };
        row("above 2^53, bare", "1700000000000000001", "1700000000000000004", 1'700'000'000'000'000'001, 3,
            "");
        row("the end before the start", "\"2000\"", "\"1000\"", 2000, 0,
            "the span ends 1.00 µs before it begins");
        row("an end of zero", "\"2000\"", "\"0\"", 2000, -1, "");
        row("negative", "\"-5\"", "\"-2\"", -5, 3, "");
        row("2^64", "\"18446744073709551616\"", "\"18446744073709551617\"", INT64_MAX, 0, "");
        row("floats", "1700000000.5e9", "1700000001.5e9", 1'700'000'000'500'000'000, 1'000'000'000, "");
        row("NaN", "\"NaN\"", "NaN", 1000, -1, "a time that cannot be read at byte ");
        row("ISO", "\"2023-11-14T22:13:20.000000001Z\"", "\"2023-11-14T22:13:20.000000003Z\"",
            1'700'000'000'000'000'001, 2, "");
        row("nonsense", "\"later\"", "\"0x10\"", 1000, -1, "a time that cannot be read at byte ");
    }
    void timesAreKeptExactlyAndOddOnesMarked()
    {
        QFETCH(QByteArray, times);
        const auto document = opened(request("{\"traceId\":\"" + traceId +
                                             "\",\"spanId\":\"00000000000000aa\",\"name\":\"odd\"" + times +
                                             "}," + span(1, 0)));
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->spans(), 2U);
        QTEST(qint64(document->table->startUnixNs[0]), "startNs");
        QTEST(qint64(document->table->durationNs[0]), "columnNs");
        QFETCH(QString, warning);
        QCOMPARE(warningsOf(*document).isEmpty(), warning.isEmpty());
        QVERIFY2(warning.isEmpty() || warningsOf(*document).startsWith(warning),
                 qPrintable(warningsOf(*document)));
    }

    void whatIsOfAWrongTypeIsRejectedWithItsPath()
    {
        const auto document = opened(request(span(1, 0) + ",7," + "{\"name\":\"no ids\"}," +
                                             span(2, 1, ",\"attributes\":{\"k\":\"v\"},\"events\":5")) +
                                     "\n{\"resourceMetrics\":[]}\n");
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->spans(), 2U);
        QCOMPARE(document->rejected, std::uint64_t(2));
        const QStringList warnings = warningsOf(*document).split(QLatin1Char('\n'));
        QCOMPARE(warnings.size(), 3);
        QVERIFY2(warnings[0].startsWith(QLatin1String("something that is no span at byte ")) &&
                     warnings[0].endsWith(QLatin1String(": resourceSpans[0].scopeSpans[0].spans[1]")),
                 qPrintable(warnings[0]));
        QVERIFY2(warnings[1].startsWith(QLatin1String("a span without a trace id at byte ")) &&
                     warnings[1].endsWith(QLatin1String(": resourceSpans[0].scopeSpans[0].spans[2]")),
                 qPrintable(warnings[1]));
        QCOMPARE(warnings[2], QStringLiteral("1 groups of logs or metrics were left out"));
        QCOMPARE(textOf(document->table->details(1).attributes), QStringLiteral("k='v'"));
    }

    void aMillionFaultsAreCountedAndAFewTold()
    {
        const auto document = opened(request(span(1, 0) + QByteArray(",\n7").repeated(1'000'000)));
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->rejected, std::uint64_t(1'000'000));
        QCOMPARE(document->warnings.size(), mostWarnings);
    }

    void linesThatNeverEndAreNotReadAgainForEach()
    {
        const auto document = opened(request(span(1, 0)) + QByteArray("\n[").repeated(200'000));
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QCOMPARE(document->spans(), 1U);
        QVERIFY(document->warningCount > 0 && document->warningCount < 100);
    }

    void whatIsWholeInAGzipFileIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("warning"); // empty: none
        QTest::addColumn<int>("spans");       // 0: refused
        const QByteArray first = request(span(1, 0)) + '\n';
        const QByteArray second = request(span(2, 1)) + '\n';
        const QByteArray both = gzipped(first) + gzipped(second);
        QByteArray badCrc = both;
        badCrc[badCrc.size() - 6] = static_cast<char>(badCrc[badCrc.size() - 6] ^ 1);
        QTest::newRow("garbage") << QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\3garbage", 17)
                                 << "file: gzip: invalid " << 0;
        QTest::newRow("concatenated") << both << "" << 2;
        QTest::newRow("truncated") << both.chopped(12) << "gzip: the compressed data end early" << 1;
        QTest::newRow("a wrong checksum") << badCrc << "gzip: incorrect data check" << 2;
        QTest::newRow("junk behind it") << both + "junk"
                                        << "gzip: what follows the compressed data" << 2;
    }
    void whatIsWholeInAGzipFileIsRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, warning);
        QFETCH(int, spans);
        const auto document = opened(bytes);
        if (spans == 0) {
            QVERIFY(!document.has_value());
            QVERIFY2(toQString(document.error().message).startsWith(warning),
                     document.error().message.c_str());
            return;
        }
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        QVERIFY2(int(document->spans()) >= spans, qPrintable(QString::number(document->spans())));
        QVERIFY2(warning.isEmpty() || warningsOf(*document).startsWith(warning),
                 qPrintable(warningsOf(*document)));
        QCOMPARE(warningsOf(*document).isEmpty(), warning.isEmpty());
    }

    void onlyFilesOfAFileSystemAreOpened()
    {
        QTemporaryDir dir;
        const QByteArray path = QFile::encodeName(dir.filePath(QStringLiteral("socket")));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
        const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        const auto socket = open(path.toStdString());
        ::close(fd);
        QVERIFY(!socket.has_value());
        const auto process = open("/proc/self/environ");
        QVERIFY(!process.has_value());
        QCOMPARE(toQString(process.error().message),
                 QStringLiteral("/proc/self/environ: it is a file of the kernel, not a trace file"));
    }

    void aFileMayChangeWhileItIsRead_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("it grows") << "grows";
        QTest::newRow("it shrinks") << "shrinks";
        QTest::newRow("it vanishes") << "vanishes";
    }
    void aFileMayChangeWhileItIsRead()
    {
        QFETCH(QString, change);
        QTemporaryDir dir;
        const QByteArray lines = manyLines();
        const QString path = written(dir, lines);
        QVERIFY(!path.isEmpty());
        OpenOptions options;
        bool changed = false;
        options.progress = [&](const Progress&) {
            if (changed)
                return true;
            changed = true;
            if (change == QLatin1String("grows")) {
                QFile file(path);
                return file.open(QIODevice::Append) && file.write(request(span(0xabcdef, 1))) > 0;
            }
            return change == QLatin1String("shrinks") ? QFile::resize(path, 9 << 20) : QFile::remove(path);
        };
        const auto document = open(path.toStdString(), options);
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        const bool warned =
            warningsOf(*document).contains(QLatin1String("the file changed while it was read"));
        QCOMPARE(warned, change != QLatin1String("vanishes")); // what is open can be read to its end
        const auto whole = static_cast<std::uint32_t>(lines.count('\n'));
        QVERIFY(change == QLatin1String("shrinks") ? document->spans() < whole
                : change == QLatin1String("grows") ? document->spans() == whole + 1
                                                   : document->spans() == whole);
        (void)document->table->details(document->spans() - 1);
    }

    void aFileThatDoesNotFitIsRefusedAtOnceInWords()
    {
        QTemporaryDir dir;
        const QString path = written(dir, manyLines());
        OpenOptions options;
        options.mostMemory = 10 << 20;
        bool read = false;
        options.progress = [&](const Progress&) { return read = true; };
        const auto document = open(path.toStdString(), options);
        QVERIFY(!document.has_value());
        QVERIFY(document.error().kind == ErrorKind::refused);
        QVERIFY2(document.error().message.find("MB of memory and there are 10 MB") != std::string::npos,
                 document.error().message.c_str());
        QVERIFY(!read);
        options.mostMemory = {};
        options.mostBytes = 1 << 20;
        const auto larger = open(path.toStdString(), options);
        QVERIFY(!larger.has_value());
        QVERIFY(larger.error().kind == ErrorKind::refused);
    }

    /// SPANGLASS_BIG_FILES names files of one's own, with a colon between them; else a small one does.
    void aHundredOpensGiveAllMemoryBack()
    {
        const QTemporaryDir dir;
        QStringList files = qEnvironmentVariable("SPANGLASS_BIG_FILES").split(u':', Qt::SkipEmptyParts);
        if (files.isEmpty())
            files << written(dir, request(span(1, 0) + "," + span(2, 1)));
        const auto openOnce = [](const QString& path) {
            const auto document = open(path.toStdString());
            QVERIFY(document.has_value() && document->spans() > 1);
            (void)document->table->details(document->spans() - 1);
        };
        for (const QString& path : files) {
            for (int warm = 0; warm < 5; ++warm)
                openOnce(path);
            const double before = residentMb();
            for (int times = 0; times < 100; ++times)
                openOnce(path);
            const double after = residentMb();
            QVERIFY2(after <= before * 1.02 + residentNoiseMb,
                     qPrintable(QStringLiteral("%1: %2 MB, then %3 MB").arg(path).arg(before).arg(after)));
        }
    }

    /// A second is long enough for far more than 16 MB: whoever is asked that often answers in time.
    void whoeverMayCancelIsAskedEveryFewMegabytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        constexpr int bytesOfEach = 50'000'000; // a tenth of the pace
#else
        constexpr int bytesOfEach = 100'000'000;
#endif
        const QByteArray lines = manyLines(bytesOfEach);
        QTest::newRow("lines") << lines;
        QTest::newRow("compressed") << gzipped(lines);
        QTest::newRow("one list") << manyEvents(bytesOfEach);
    }
    void whoeverMayCancelIsAskedEveryFewMegabytes()
    {
        QFETCH(QByteArray, bytes);
        constexpr std::uint64_t few = 16 << 20;
        QTemporaryDir dir;
        const QString path = written(dir, bytes);
        std::vector<Progress> steps;
        OpenOptions options;
        options.progress = [&](const Progress& step) {
            steps.push_back(step);
            return true;
        };
        const auto whole = open(path.toStdString(), options);
        QVERIFY2(whole.has_value(), whole ? "" : whole.error().message.c_str());
        std::uint64_t before = 0;
        for (const Progress& step : steps) { // read, unpacked, parsed: each counts from the start
            QVERIFY(step.bytesDone <= (step.bytesDone < before ? 0 : before) + few);
            before = step.bytesDone;
        }
        QCOMPARE(steps.back().bytesDone, steps.back().bytesTotal);
        QCOMPARE(steps.back().spans, std::uint64_t(whole->spans()));

        for (const std::size_t at : {std::size_t(0), steps.size() / 4, steps.size() / 2, steps.size() - 1}) {
            std::size_t asked = 0;
            options.progress = [&](const Progress&) { return asked++ < at; };
            const auto cancelled = open(path.toStdString(), options);
            QVERIFY(!cancelled.has_value());
            QVERIFY(cancelled.error().kind == ErrorKind::cancelled);
            QCOMPARE(asked, at + 1); // nobody goes on and asks again
        }
    }
};

QTEST_APPLESS_MAIN(tst_file_faults)
#include "tst_file_faults.moc"
