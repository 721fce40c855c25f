// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "program.h"

using namespace spanglass::test;

namespace {

/// A run of an agent (one second from the epoch's) with one model call of `callMs`, and a tool where one is
/// named.
QByteArray runFile(int callMs, const char* cost, const char* tool, int status)
{
    const auto span = [](const char* id, const char* parent, const QByteArray& name, int ms,
                         const QByteArray& more) {
        return QByteArray(R"({"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":")") + id +
               R"(","parentSpanId":")" + parent + R"(","name":")" + name +
               R"(","startTimeUnixNano":"1700000000000000000","endTimeUnixNano":")" +
               QByteArray::number(1700000000000000000 + qint64(ms) * 1'000'000) + "\"" + more + "}";
    };
    QByteArray spans = span("0000000000000001", "", "run", 1000, "");
    spans += "," + span("0000000000000002", "0000000000000001", "llm.chat", callMs,
                        QByteArray(R"(,"attributes":[{"key":"gen_ai.usage.cost","value":{"stringValue":")") +
                            cost + R"("}}],"status":{"code":)" + QByteArray::number(status) + "}");
    if (*tool)
        spans += "," + span("0000000000000003", "0000000000000001", tool, 5, "");
    return R"({"resourceSpans":[{"scopeSpans":[{"spans":[)" + spans + "]}]}]}";
}

} // namespace

class tst_compare_verb : public QObject
{
    Q_OBJECT
    QTemporaryDir m_directory;

    QString written(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }

private Q_SLOTS:
    void whatIsNewGoneAndChangedIsTold()
    {
        const QString a = written(QStringLiteral("a.json"), runFile(400, "0.01", "grep", 0));
        const QString b = written(QStringLiteral("b.json"), runFile(600, "0.02", "bash", 2));
        const Outcome outcome = run({QStringLiteral("compare"), a, b, QStringLiteral("--json")});
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.exitCode, 0);
        const QJsonObject json = outcome.json();
        QCOMPARE(json[QLatin1String("added")][0][QLatin1String("name")].toString(), QStringLiteral("bash"));
        QCOMPARE(json[QLatin1String("removed")][0][QLatin1String("name")].toString(), QStringLiteral("grep"));
        const QJsonValue changed = json[QLatin1String("changed")][0];
        QCOMPARE(changed[QLatin1String("name")].toString(), QStringLiteral("llm.chat"));
        QCOMPARE(changed[QLatin1String("durationNano")].toArray(),
                 QJsonArray({QStringLiteral("400000000"), QStringLiteral("600000000")}));
        QCOMPARE(changed[QLatin1String("cost")].toArray(),
                 QJsonArray({QStringLiteral("0.01"), QStringLiteral("0.02")}));
        QCOMPARE(changed[QLatin1String("status")][1].toString(), QStringLiteral("error"));
    }

    void aLimitThatIsExceededIsTheExitCode()
    {
        const QString a = written(QStringLiteral("a.json"), runFile(400, "0.01", "", 0));
        const QString b = written(QStringLiteral("b.json"), runFile(400, "0.02", "", 0));
        const QStringList words{QStringLiteral("compare"), a, b, QStringLiteral("--fail-on")};
        QCOMPARE(run(words + QStringList{QStringLiteral("cost>200%,errors>0")}).exitCode, 0);
        const Outcome exceeded = run(words + QStringList{QStringLiteral("cost>10%,errors>0")});
        QCOMPARE(exceeded.exitCode, 1);
        QCOMPARE(exceeded.err, QByteArray("spanglass: compare: the second run exceeds cost>10%\n"));
        const Outcome wrong = run(words + QStringList{QStringLiteral("speed>1")});
        QCOMPARE(wrong.exitCode, 2);
    }

    void equalRunsDifferInNothing()
    {
        const QString a = written(QStringLiteral("a.json"), runFile(400, "0.01", "grep", 0));
        QCOMPARE(run({QStringLiteral("compare"), a, a}).out, QByteArray("nothing differs\n"));
    }
};

QTEST_GUILESS_MAIN(tst_compare_verb)
#include "tst_compare_verb.moc"
