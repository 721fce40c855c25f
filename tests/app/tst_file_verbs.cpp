// SPDX-License-Identifier: GPL-3.0-or-later
// Files as a shell meets them: depths under a small stack, bombs, a full disk, an import that is killed; and
// traces that leave the store and come back.
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "../journal/journal_worker.h"
#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

namespace {

constexpr bool sanitized = sizeof(SPANGLASS_SANITIZE_FLAGS) > 1;

QString write(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile target(folder.filePath(name));
    const bool done = target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size();
    return done ? target.fileName() : QString();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A line with one span.
QByteArray line(int trace, int span, int parent, const QByteArray& attributes = {})
{
    const auto hex = [](int number, int width) {
        return QByteArray::number(number, 16).rightJustified(width, '0');
    };
    return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{"
           "\"stringValue\":\"shop\"}}]},\"scopeSpans\":[{\"scope\":{\"name\":\"lib\"},\"spans\":[{"
           "\"traceId\":\"" +
           hex(trace, 32) + "\",\"spanId\":\"" + hex(span, 16) + "\",\"parentSpanId\":\"" +
           (parent == 0 ? QByteArray() : hex(parent, 16)) + "\",\"name\":\"span " + QByteArray::number(span) +
           "\",\"kind\":1,\"startTimeUnixNano\":\"17000000000000" + QByteArray::number(10'000 + span) +
           "\",\"endTimeUnixNano\":\"1700000001000000000\",\"attributes\":[" + attributes +
           "],\"status\":{}}]}]}]}\n";
}

QByteArray manyLines(int spans)
{
    QByteArray text;
    for (int span = 1; span <= spans; ++span)
        text += line(1, span, span == 1 ? 0 : 1);
    return text;
}

/// Runs shell words; the program is $0, the file $1.
Outcome shell(const QString& script, const QStringList& arguments)
{
    QProcess process;
    process.start(u"/bin/bash"_s, QStringList{u"-c"_s, script, program()} + arguments);
    Outcome outcome;
    if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit)
        outcome.exitCode = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

/// The most memory that one run of the program held.
qint64 peakKilobytes(const QStringList& words)
{
    std::vector<QByteArray> bytes{program().toUtf8()};
    for (const QString& word : words)
        bytes.push_back(word.toUtf8());
    std::vector<char*> arguments;
    for (QByteArray& word : bytes)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(STDERR_FILENO);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    return ::wait4(child, &status, 0, &usage) == child ? usage.ru_maxrss : 0;
}

QByteArray gzipped(qint64 size)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    QByteArray blanks(1 << 20, ' ');
    QByteArray out;
    QByteArray part(1 << 20, '\0');
    for (qint64 done = 0; done < size; done += blanks.size()) {
        stream.next_in = reinterpret_cast<Bytef*>(blanks.data());
        stream.avail_in = static_cast<uInt>(blanks.size());
        const bool last = done + blanks.size() >= size;
        do {
            stream.next_out = reinterpret_cast<Bytef*>(part.data());
            stream.avail_out = static_cast<uInt>(part.size());
            deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH);
            out.append(part.constData(), part.size() - static_cast<qsizetype>(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return out;
}

QByteArray zstdPacked(const QByteArray& text)
{
    const auto size = static_cast<std::size_t>(text.size());
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(size)), '\0');
    out.truncate(static_cast<qsizetype>(
        ZSTD_compress(out.data(), static_cast<std::size_t>(out.size()), text.data(), size, 1)));
    return out;
}

qint64 storedSpans(const QString& store)
{
    qint64 spans = 0;
    for (const auto trace :
         run({u"traces"_s, u"--json"_s, u"--store"_s, store}).json()["traces"_L1].toArray())
        spans += trace.toObject()["spans"_L1].toInteger();
    return spans;
}

} // namespace

class tst_file_verbs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHundredThousandLevelsFitASmallStack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        constexpr int levels = 100'000;
        const auto nested = [](const QByteArray& open, const QByteArray& middle, const QByteArray& close) {
            return open.repeated(levels) + middle + close.repeated(levels);
        };
        const auto withAttribute = [](const QByteArray& value) {
            return line(1, 1, 0, "{\"key\":\"input.value\",\"value\":" + value + "}");
        };
        QTest::newRow("lists") << nested("[", "", "]");
        QTest::newRow("objects") << nested("{\"a\":", "1", "}");
        QTest::newRow("lists that never end") << QByteArray(levels, '[');
        QTest::newRow("AnyValue") << withAttribute(
            nested("{\"arrayValue\":{\"values\":[", "{\"intValue\":1}", "]}}"));
        QTest::newRow("key-value lists") << withAttribute(
            nested("{\"kvlistValue\":{\"values\":[{\"key\":\"k\",\"value\":", "{\"intValue\":1}", "}]}}"));
        QTest::newRow("JSON in a text")
            << withAttribute("{\"stringValue\":\"" + nested("[", "", "]") + "\"}");
        QTest::newRow("Chrome's arguments")
            << QByteArray("[{\"ph\":\"X\",\"name\":\"a\",\"ts\":1,\"dur\":2,\"args\":{\"a\":") +
                   nested("[", "", "]") + "}}]";
        QTest::newRow("Jaeger in Jaeger")
            << QByteArray("{\"data\":[{\"spans\":[],\"processes\":{}},") +
                   nested("{\"data\":[", "{\"spans\":[],\"processes\":{}}", "]}") + "]}";
        QTest::newRow("runs in runs") << nested("{\"id\":\"1\",\"run_type\":\"chain\",\"name\":\"n\",\"start_"
                                                "time\":1700000000000,\"child_runs\":[",
                                                "", "]}");
        QTest::newRow("Langfuse's input")
            << QByteArray("[{\"id\":\"1\",\"traceId\":\"2\",\"type\":\"SPAN\",\"parentObservationId\":null,"
                          "\"startTime\":\"2025-01-01T00:00:00Z\",\"input\":") +
                   nested("[", "", "]") + "}]";
        // An AnyValue of lists in protobuf, from the inside out.
        QByteArray value;
        const auto field = [](char tag, const QByteArray& bytes) {
            QByteArray head(1, tag);
            for (quint64 size = static_cast<quint64>(bytes.size());; size >>= 7) {
                head.append(static_cast<char>(size > 127 ? (size & 127) | 128 : size));
                if (size <= 127)
                    break;
            }
            return head + bytes;
        };
        for (int level = 0; level < 5'000; ++level) // each level copies what is in it
            value = field('\x2a', field('\x0a', value));
        const QByteArray span = field('\x0a', QByteArray(16, '\1')) + field('\x12', QByteArray(8, '\2')) +
                                field('\x4a', field('\x0a', "k") + field('\x12', value));
        QTest::newRow("protobuf") << field('\x0a', field('\x12', field('\x12', span)));
        QTest::newRow("protobuf groups")
            << field('\x0a', field('\x12', field('\x12', span.left(28) + QByteArray(levels, '\x5b'))));
    }
    void aHundredThousandLevelsFitASmallStack()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        const QString file = write(folder, u"deep.json"_s, bytes);
        // Instrumented frames are larger than those of the program that people run.
        const QString limit = sanitized ? u"ulimit -s 4096; "_s : u"ulimit -s 256; "_s;
        for (const QString& verb :
             {u"info \"$1\""_s, u"spans --file \"$1\" --json"_s, u"findings \"$1\""_s,
              u"convert \"$1\" - --format otlp-json"_s, u"convert \"$1\" - --format html"_s}) {
            const Outcome outcome = shell(limit + u"exec \"$0\" "_s + verb, {file});
            QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 1,
                     qPrintable(verb + u": "_s + QString::number(outcome.exitCode)));
            QCOMPARE(outcome.exitCode == 1, outcome.out.isEmpty() && outcome.err.count('\n') == 1);
        }
    }

    void aBombIsStoppedBeforeItTakesTimeOrMemory_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        // Ten gibibytes each: members and frames follow one another.
        QTest::newRow("gzip") << gzipped(qint64(128) << 20).repeated(80);
        QTest::newRow("zstd") << zstdPacked(QByteArray(qsizetype(128) << 20, ' ')).repeated(80);
    }
    void aBombIsStoppedBeforeItTakesTimeOrMemory()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        const QString file = write(folder, u"bomb"_s, bytes);
        QElapsedTimer since;
        since.start();
        const Outcome outcome = run({u"info"_s, file});
        QVERIFY(since.elapsed() < 5 * 2000); // five times what is promised: machines are shared
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("times its size"), outcome.err.constData());
        if (sanitized)
            return; // instrumented memory says nothing
        QVERIFY2(peakKilobytes({u"info"_s, file}) <= 64 << 10,
                 qPrintable(QString::number(peakKilobytes({u"info"_s, file}))));
    }

    void tracesLeaveTheStoreAndComeBackTheSame_data()
    {
        QTest::addColumn<QString>("format");
        for (const char* format : {"otlp-json", "otlp-jsonl", "otlp-proto"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void tracesLeaveTheStoreAndComeBackTheSame()
    {
        QFETCH(QString, format);
        QTemporaryDir folder;
        const QString store = folder.filePath(u"store"_s);
        const QString file =
            write(folder, u"in.jsonl"_s,
                  line(1, 1, 0, "{\"key\":\"n\",\"value\":{\"intValue\":\"9007199254740993\"}}") +
                      line(1, 2, 1) + line(2, 3, 0));
        QCOMPARE(run({u"import"_s, file, u"--store"_s, store}).exitCode, 0);
        const QString out = folder.filePath(u"out"_s);
        const Outcome done = run(
            {u"export"_s, u"--all"_s, u"--format"_s, format, u"-o"_s, out, u"--json"_s, u"--store"_s, store});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QCOMPARE(done.json()["spans"_L1].toInt(), 3);
        QCOMPARE(run({u"info"_s, out, u"--json"_s}).json()["traces"_L1].toInt(), 2);
        // Into another store and out again: the same bytes.
        const QString other = folder.filePath(u"other"_s);
        QCOMPARE(run({u"import"_s, out, u"--store"_s, other}).exitCode, 0);
        const QString again = folder.filePath(u"again"_s);
        QCOMPARE(run({u"export"_s, u"--all"_s, u"--format"_s, format, u"-o"_s, again, u"--store"_s, other})
                     .exitCode,
                 0);
        QVERIFY(!contentOf(out).isEmpty());
        QCOMPARE(contentOf(again), contentOf(out));
        // One of them, by its id.
        const QString id = QString(31, u'0') + u'2';
        const Outcome one =
            run({u"export"_s, id, u"-o"_s, u"-"_s, u"--format"_s, u"csv"_s, u"--store"_s, store});
        QCOMPARE(one.exitCode, 0);
        QCOMPARE(one.out.count('\n'), 2);
    }

    void everyFormatIsWrittenOutOfTheStore()
    {
        QTemporaryDir folder;
        const QString store = folder.filePath(u"store"_s);
        const QString file = write(folder, u"in.jsonl"_s, line(1, 1, 0) + line(1, 2, 1));
        QCOMPARE(run({u"import"_s, file, u"--store"_s, store}).exitCode, 0);
        for (const char* format : {"otlp-json", "otlp-jsonl", "otlp-proto", "chrome", "jaeger", "zipkin",
                                   "csv", "folded", "dataset-jsonl", "html"}) {
            const QString out = folder.filePath(QString::fromLatin1(format));
            const Outcome done = run({u"export"_s, u"--all"_s, u"--format"_s, QString::fromLatin1(format),
                                      u"-o"_s, out, u"--store"_s, store});
            QVERIFY2(done.exitCode == 0, done.err.constData());
            QVERIFY2(QFile::exists(out), format);
        }
    }

    void whatCannotBeExportedIsSaid()
    {
        QTemporaryDir folder;
        const QStringList store{u"--store"_s, folder.filePath(u"store"_s)};
        QCOMPARE(run(QStringList{u"export"_s, u"-o"_s, u"x.json"_s} + store).exitCode, 2);
        QCOMPARE(run(QStringList{u"export"_s, u"--all"_s} + store).exitCode, 2);
        QCOMPARE(run(QStringList{u"export"_s, u"--all"_s, u"-o"_s, u"x.unheard"_s} + store).exitCode, 2);
        const QString id(32, u'1');
        const Outcome none = run(QStringList{u"export"_s, id, u"-o"_s, folder.filePath(u"x.json"_s)} + store);
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.err.contains(": no such trace in "), none.err.constData());
        QVERIFY(!QFile::exists(folder.filePath(u"x.json"_s)));
    }

    /// A limit of the file's size stands for the full disk: the write fails in the middle.
    void anExportThatFailsLeavesTheOldFile()
    {
        QTemporaryDir folder;
        const QString file = write(folder, u"in.jsonl"_s, manyLines(5000));
        const QString out = write(folder, u"out.json"_s, "what was there");
        const Outcome failed =
            shell(u"trap '' XFSZ; ulimit -f 64; exec \"$0\" convert \"$1\" \"$2\""_s, {file, out});
        QCOMPARE(failed.exitCode, 1);
        QCOMPARE(failed.err, "spanglass: " + out.toUtf8() + ": File too large\n");
        QCOMPARE(contentOf(out), QByteArray("what was there"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList({u"in.jsonl"_s, u"out.json"_s}));
        const Outcome full = shell(u"exec \"$0\" convert \"$1\" - --format csv > /dev/full"_s, {file});
        QCOMPARE(full.exitCode, 1);
        QCOMPARE(full.err, QByteArray("spanglass: standard output: No space left on device\n"));
    }

    void standardInputIsReadLikeAFile()
    {
        QTemporaryDir folder;
        const QString file = write(folder, u"in.jsonl"_s, manyLines(3));
        const QString packed = write(folder, u"in.zst"_s, zstdPacked(manyLines(3)));
        const QString store = folder.filePath(u"store"_s);
        for (const QString& input : {file, packed}) {
            const Outcome told = shell(u"exec \"$0\" info - --json < \"$1\""_s, {input});
            QCOMPARE(told.exitCode, 0);
            QCOMPARE(told.json()["file"_L1].toString(), u"-"_s);
            QCOMPARE(told.json()["spans"_L1].toInt(), 3);
            QCOMPARE(told.json()["compression"_L1].toString(), input == file ? u"none"_s : u"zstd"_s);
        }
        // A pipe tells no size beforehand.
        const Outcome listed = shell(u"cat \"$1\" | \"$0\" spans --file - --json"_s, {packed});
        QCOMPARE(listed.json()["spans"_L1].toArray().size(), 3);
        const Outcome converted = shell(u"cat \"$1\" | \"$0\" convert - - --format folded"_s, {file});
        QCOMPARE(converted.exitCode, 0);
        QVERIFY(converted.out.startsWith("span 1"));
        const Outcome taken = shell(u"cat \"$1\" | \"$0\" import - --store \"$2\""_s, {file, store});
        QVERIFY2(taken.exitCode == 0, taken.err.constData());
        QCOMPARE(storedSpans(store), 3);
        const Outcome nothing = shell(u"exec \"$0\" info - < /dev/null"_s, {});
        QCOMPARE(nothing.exitCode, 1);
        QCOMPARE(nothing.err, QByteArray("spanglass: standard input: it is empty\n"));
    }

    void aDamagedFileIsImportedOnlyWhenAsked_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("why");
        QTest::addColumn<int>("whole");
        const QByteArray three = manyLines(3);
        QTest::newRow("it ended early")
            << three.left(three.size() - 40) << QByteArray("the file ended early at byte ") << 2;
        QTest::newRow("a line is broken")
            << QByteArray(manyLines(1) + "{\"resourceSpans\":[}\n" + line(1, 2, 1))
            << QByteArray("broken at byte ") << 2;
        const QByteArray faulty =
            "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":\"no ids\"}]}]}]}\n";
        QTest::newRow("it ended early behind a thousand faults of spans")
            << QByteArray(manyLines(1) + faulty.repeated(1200) + "{\"resourceSpans\":[{")
            << QByteArray("the file ended early at byte ") << 1;
        const QByteArray packed = zstdPacked(manyLines(400));
        QTest::newRow("its compression is cut")
            << packed.left(packed.size() - 10) << QByteArray("zstd: the compressed data end early at byte ")
            << 200;
    }
    void aDamagedFileIsImportedOnlyWhenAsked()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, why);
        QFETCH(int, whole);
        const QTemporaryDir folder;
        const QString store = folder.filePath(u"store"_s);
        const QString file = write(folder, u"cut.jsonl"_s, content);
        const Outcome refused = run({u"import"_s, file, u"--store"_s, store});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.startsWith("spanglass: " + file.toUtf8() + ": " + why), refused.err.constData());
        QVERIFY2(refused.err.contains("nothing was imported"), refused.err.constData());
        QCOMPARE(refused.out, QByteArray());
        QCOMPARE(storedSpans(store), 0);

        const Outcome taken = run({u"import"_s, u"--partial"_s, file, u"--store"_s, store});
        QVERIFY2(taken.exitCode == 0, taken.err.constData());
        QVERIFY(storedSpans(store) >= whole);
    }

    void anImportThatIsKilledTakesAllOrNothing()
    {
        QTemporaryDir folder;
        constexpr int spans = 20'000;
        const QString file = write(folder, u"in.jsonl"_s, manyLines(spans));
        for (const int afterMs : {20, 60, 120, 200, 300, 450, 700, 1000}) {
            const QString store = folder.filePath(u"store%1"_s.arg(afterMs));
            QProcess import;
            import.start(program(), {u"import"_s, file, u"--store"_s, store});
            QVERIFY(import.waitForStarted());
            (void)import.waitForFinished(afterMs);
            import.kill();
            QVERIFY(import.state() == QProcess::NotRunning || import.waitForFinished());
            const qint64 found = storedSpans(store);
            QVERIFY2(found == 0 || found == spans, qPrintable(QString::number(found)));
            // Importing it again always gives the whole, once.
            const Outcome again = run({u"import"_s, file, u"--store"_s, store});
            QVERIFY2(again.exitCode == 0, again.err.constData());
            QCOMPARE(storedSpans(store), qint64(spans));
        }
    }

    void anImportOntoAFullDiskTakesNothing_data()
    {
        QTest::addColumn<bool>("fromTheStart");
        QTest::newRow("full from the start") << true;
        QTest::newRow("full on the way") << false;
    }
    void anImportOntoAFullDiskTakesNothing()
    {
        QFETCH(bool, fromTheStart);
        QTemporaryDir folder;
        constexpr int spans = 20'000;
        const QString file = write(folder, u"in.jsonl"_s, manyLines(spans));
        const QString store = folder.filePath(u"store"_s);
        QFile truthFile(folder.filePath(u"truth"_s));
        QVERIFY(truthFile.open(QIODevice::ReadWrite) && truthFile.resize(sizeof(Truth)));
        auto* const truth = static_cast<Truth*>(
            ::mmap(nullptr, sizeof(Truth), PROT_READ | PROT_WRITE, MAP_SHARED, truthFile.handle(), 0));
        truth->full = fromTheStart ? 1 : 0;
        QProcess import;
        setUp(import, {u"LD_PRELOAD=" DISK_SHIM ""_s, u"TRUTH="_s + truthFile.fileName(),
                       u"SPANGLASS_STORE="_s + store, u"ASAN_OPTIONS=verify_asan_link_order=0"_s});
        import.start(program(), {u"import"_s, file});
        QVERIFY(import.waitForStarted());
        if (!fromTheStart) {
            const QString journals = store + u"/journals"_s;
            QTRY_VERIFY_WITH_TIMEOUT(
                import.state() == QProcess::NotRunning ||
                    !QDir(journals).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty(),
                30'000);
            truth->full = 1;
        }
        QVERIFY(import.waitForFinished(60'000));
        truth->full = 0;
        const QByteArray said = import.readAllStandardError();
        const bool failed = import.exitCode() == 1;
        QVERIFY2(failed || !fromTheStart, said.constData());
        if (failed)
            QVERIFY2(said.contains("No space left") || said.contains("disk full"), said.constData());
        QCOMPARE(storedSpans(store), failed ? qint64(0) : qint64(spans));
        QCOMPARE(run({u"import"_s, file, u"--store"_s, store}).exitCode, 0);
        QCOMPARE(storedSpans(store), qint64(spans));
        ::munmap(truth, sizeof(Truth));
    }
};

QTEST_GUILESS_MAIN(tst_file_verbs)
#include "tst_file_verbs.moc"
