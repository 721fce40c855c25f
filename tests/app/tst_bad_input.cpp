// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot be read or written: one clear line that names it and says why, exit code 1, nothing lost.
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

namespace {

void write(const QString& file, const QByteArray& bytes)
{
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(bytes), bytes.size());
}

/// A request with one span.
QByteArray otlp()
{
    return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":"
           "\"0123456789abcdef0123456789abcdef\","
           "\"spanId\":\"0123456789abcdef\",\"name\":\"one\",\"startTimeUnixNano\":\"1700000000000000000\","
           "\"endTimeUnixNano\":\"1700000001000000000\"}]}]}]}";
}

} // namespace

class tst_bad_input : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileThatCannotBeReadIsNamedWithTheReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* sentence, const QByteArray& bytes, const char* reason) {
            QTest::newRow(sentence) << bytes << QByteArray(reason);
        };
        row("empty", "", "it is empty");
        row("blank", " \n\t ", "there is nothing in it but blanks");
        row("a program",
            QByteArray("\x7f"
                       "ELF\x02\x01\x01\0\0\0\0\0",
                       12),
            "it is a program");
        row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16),
            "it is no trace file of a kind that is known here");
        row("an SQLite file", QByteArray("SQLite format 3\0", 16),
            "it is an SQLite database, not a trace file");
        row("JSON of something else", "{\"name\":\"package\",\"version\":\"1.0\"}",
            "it is JSON, but of no trace format that is known here");
        row("a scalar", "42", "it is no trace file of a kind that is known here");
        row("plain text", "Dear Sir or Madam,\n", "it is no trace file of a kind that is known here");
        row("truncated before its first span", otlp().left(60),
            "no span could be read: the file ended early at byte 60 (line 1): it ends early");
        row("gzip of nothing", QByteArray("\x1f\x8b\x08\0", 4),
            "gzip: the compressed data end early at byte 4");
    }
    void aFileThatCannotBeReadIsNamedWithTheReason()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, reason);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"some file.json"_s);
        write(file, bytes);
        const QString picture = folder.filePath(u"out.png"_s);
        const QList<QStringList> calls{
            {u"info"_s, file}, {u"spans"_s, u"--file"_s, file}, {u"render"_s, file, u"-o"_s, picture}};
        for (const QStringList& words : calls) {
            const Outcome outcome = run(words);
            QCOMPARE(outcome.err, "spanglass: " + file.toUtf8() + ": " + reason + "\n");
            QCOMPARE(outcome.out, QByteArray());
            QCOMPARE(outcome.exitCode, 1);
        }
        QVERIFY(!QFile::exists(picture));
    }

    void whatIsWholeInATruncatedFileIsKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"t.json"_s);
        write(file, otlp().chopped(3));
        const Outcome outcome = run({u"info"_s, file, u"--json"_s});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.json()["spans"_L1].toInt(), 1);
        const QJsonArray warnings = outcome.json()["warnings"_L1].toArray();
        QCOMPARE(warnings.size(), 1);
        QVERIFY2(warnings[0]["message"_L1].toString().contains(u"ended early"_s),
                 qPrintable(warnings[0]["message"_L1].toString()));
    }

    void whatIsNoFileIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("missing") << u"/nowhere/trace.json"_s
                                 << QByteArray("spanglass: /nowhere/trace.json: No such file or directory\n");
        QTest::newRow("a folder") << u"/usr"_s
                                  << QByteArray("spanglass: /usr: it is a directory, not a file\n");
        QTest::newRow("a device") << u"/dev/null"_s
                                  << QByteArray("spanglass: /dev/null: it is a device, not a file\n");
    }
    void whatIsNoFileIsSaid()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, message);
        const Outcome outcome = run({u"info"_s, path});
        QCOMPARE(outcome.err, message);
        QCOMPARE(outcome.exitCode, 1);
    }

    void aDamagedFileInAnImportLeavesNothingOfItself()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"good.json"_s), otlp());
        write(folder.filePath(u"bad.json"_s), "nothing");
        const QString store = folder.filePath(u"store"_s);
        const Outcome bad = run({u"import"_s, folder.filePath(u"bad.json"_s), u"--store"_s, store});
        QCOMPARE(bad.exitCode, 1);
        const auto traces = [&store] {
            return run({u"traces"_s, u"--json"_s, u"--store"_s, store}).json()["traces"_L1].toArray().size();
        };
        QCOMPARE(traces(), 0);
        const Outcome good =
            run({u"import"_s, folder.filePath(u"good.json"_s), u"--store"_s, store, u"--json"_s});
        QVERIFY2(good.exitCode == 0, good.err.constData());
        QCOMPARE(good.json()["files"_L1][0]["spans"_L1].toInt(), 1);
        QCOMPARE(traces(), 1);
        // Once more: nothing is doubled.
        const Outcome again =
            run({u"import"_s, folder.filePath(u"good.json"_s), u"--store"_s, store, u"--json"_s});
        QCOMPARE(again.json()["files"_L1][0]["duplicates"_L1].toInt(), 1);
        QCOMPARE(traces(), 1);
    }

    void aStoreThatCannotBeWrittenIsSaid_data()
    {
        QTest::addColumn<QString>("store");
        QTest::newRow("a folder of the kernel") << u"/proc/spanglass"_s;
        QTest::newRow("a file") << u"/dev/null"_s;
    }
    void aStoreThatCannotBeWrittenIsSaid()
    {
        QFETCH(QString, store);
        for (const QString& verb : {u"traces"_s, u"status"_s, u"serve"_s}) {
            const Outcome outcome = run({verb, u"--store"_s, store});
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY2(outcome.err.startsWith("spanglass: " + store.toUtf8() + ": "), outcome.err.constData());
            QCOMPARE(outcome.err.count('\n'), 1);
        }
    }

    void aTraceThatIsNotThereIsSaid()
    {
        QTemporaryDir store;
        const QString id = u"0123456789abcdef0123456789abcdef"_s;
        const Outcome outcome = run({u"spans"_s, id, u"--store"_s, store.path()});
        QCOMPARE(outcome.err, QByteArray("spanglass: " + id.toUtf8() + ": no such trace in " +
                                         store.path().toUtf8() + "\n"));
        QCOMPARE(outcome.exitCode, 1);
    }

    void aPictureThatCannotBeWrittenIsSaid()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"t.json"_s), otlp());
        const Outcome outcome =
            run({u"render"_s, folder.filePath(u"t.json"_s), u"-o"_s, u"/nowhere/t.png"_s});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.err,
                 QByteArray("spanglass: /nowhere/t.png: cannot be written: No such file or directory\n"));
    }
};

QTEST_GUILESS_MAIN(tst_bad_input)
#include "tst_bad_input.moc"
