// SPDX-License-Identifier: GPL-3.0-or-later
// How the command line answers to its name, to help and to mistakes. Messages are compared word for word:
// they are part of the product.
#include <QTest>

#include "program.h"

using namespace Qt::StringLiterals;
using spanglass::test::Outcome;
using spanglass::test::run;

class tst_usage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongUsageIsOneLineAndExitCodeTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* sentence, const char* words, const char* message) {
            QTest::newRow(sentence) << QString::fromUtf8(words).split(u' ') << QByteArray(message);
        };
        row("an option no verb has", "traces --nope", "spanglass: traces: unknown option --nope\n");
        row("an option with one dash", "traces -n", "spanglass: traces: unknown option -n\n");
        row("a value is missing", "traces --limit", "spanglass: --limit: needs a value (N)\n");
        row("a value where none belongs", "traces --json=yes", "spanglass: --json: takes no value\n");
        row("no number", "traces --limit many", "spanglass: --limit: many is no number from 1 to 10000\n");
        row("a number out of range", "traces --limit=0",
            "spanglass: --limit: 0 is no number from 1 to 10000\n");
        row("an operand too many", "status me", "spanglass: status: does not know what to do with me\n");
        row("neither trace nor file", "spans", "spanglass: spans: needs either TRACE or --file FILE\n");
        row("no file", "info", "spanglass: info: needs FILE\n");
        row("an escape sequence in what is wrong", "traces --\x1b[31m",
            "spanglass: traces: unknown option --\\x1b[31m\n");
    }
    void wrongUsageIsOneLineAndExitCodeTwo()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, message);
        const Outcome outcome = run(words);
        QCOMPARE(outcome.err, message);
        QCOMPARE(outcome.out, QByteArray());
        QCOMPARE(outcome.exitCode, 2);
    }

    void everyVerbExplainsItself()
    {
        const QList<QByteArray> lines = run({u"--help"_s}).out.split('\n');
        int verbs = 0;
        for (const QByteArray& line : lines) {
            if (!line.startsWith("    spanglass ") || line.contains("FILE…]") || line.contains("VERB") ||
                line.contains("://"))
                continue;
            const QString verb = QString::fromUtf8(line).simplified().section(u' ', 1, 1);
            const Outcome help = run({verb, u"--help"_s});
            QCOMPARE(help.exitCode, 0);
            QVERIFY2(help.out.startsWith("spanglass " + verb.toUtf8()), help.out.constData());
            QVERIFY(help.out.contains("--store DIR"));
            ++verbs;
        }
        QVERIFY(verbs >= 10);
    }

    void theStoreMayBeNamedBeforeTheVerb()
    {
        const Outcome outcome = run({u"--store"_s, u"/proc/nowhere"_s, u"traces"_s, u"--limit"_s, u"x"_s});
        QCOMPARE(outcome.err, QByteArray("spanglass: --limit: x is no number from 1 to 10000\n"));
    }

    void theVersionIsOneLine()
    {
        const Outcome outcome = run({u"--version"_s});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out.startsWith("spanglass 0."));
        QCOMPARE(outcome.out.count('\n'), 1);
    }

    void withoutADisplayOneLineSaysWhy_data()
    {
        QTest::addColumn<QStringList>("environment");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("none is named")
            << QStringList{u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s}
            << QByteArray(
                   "spanglass: cannot open a window: neither DISPLAY nor WAYLAND_DISPLAY is set (the verbs "
                   "need no display: spanglass --help)\n");
        QTest::newRow("nobody answers")
            << QStringList{u"DISPLAY=:4242"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM=xcb"_s}
            << QByteArray("spanglass: cannot open a window: could not connect to display "
                          ":4242 (the verbs need no display: spanglass --help)\n");
    }
    void withoutADisplayOneLineSaysWhy()
    {
        QFETCH(QStringList, environment);
        QFETCH(QByteArray, message);
        const Outcome outcome = run({}, environment);
        QCOMPARE(outcome.err, message);
        QCOMPARE(outcome.exitCode, 1);
    }

    void aWordThatIsNoVerbIsTakenForAFile()
    {
        const Outcome outcome =
            run({u"tarces"_s}, {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s});
        QCOMPARE(outcome.err, QByteArray("spanglass: tarces: no such file, and no verb of this name "
                                         "(spanglass --help lists them)\n"));
        QCOMPARE(outcome.exitCode, 1);
    }
};

QTEST_GUILESS_MAIN(tst_usage)
#include "tst_usage.moc"
