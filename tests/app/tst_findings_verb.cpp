// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass findings` says what stands out, in words and in JSON, each with its spans.
#include <QTemporaryDir>
#include <QTest>

#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

namespace {

QByteArray toolCall(const char* id, int startMs, int endMs)
{
    return "{\"traceId\":\"0123456789abcdef0123456789abcdef\",\"parentSpanId\":\"00000000000000aa\","
           "\"spanId\":\"" +
           QByteArray(id) + "\",\"name\":\"execute_tool sql\",\"startTimeUnixNano\":\"" +
           QByteArray::number(1700000000000 + startMs) + "000000\",\"endTimeUnixNano\":\"" +
           QByteArray::number(1700000000000 + endMs) +
           "000000\",\"attributes\":[{\"key\":\"gen_ai.operation.name\",\"value\":{\"stringValue\":\"execute_"
           "tool\"}},"
           "{\"key\":\"gen_ai.tool.call.arguments\",\"value\":{\"stringValue\":\"SELECT 1\"}}]}";
}

/// A run that asks its database the same twice.
QByteArray twiceTheSame()
{
    return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":["
           "{\"traceId\":\"0123456789abcdef0123456789abcdef\",\"spanId\":\"00000000000000aa\",\"name\":"
           "\"run\","
           "\"startTimeUnixNano\":\"1700000000000000000\",\"endTimeUnixNano\":\"1700000000100000000\"}," +
           toolCall("00000000000000b1", 0, 10) + ',' + toolCall("00000000000000b2", 20, 30) + "]}]}]}";
}

} // namespace

class tst_findings_verb : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFilesFindingsNameTheirSpans()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"run.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(twiceTheSame());
        file.close();

        const Outcome text = run({u"findings"_s, path});
        QCOMPARE(text.err, QByteArray());
        QCOMPARE(text.out, QByteArray("execute_tool sql was called 2 times with the same input\n"
                                      "    00000000000000b1 00000000000000b2\n"));

        const QJsonArray findings = run({u"findings"_s, path, u"--json"_s}).json()[u"findings"].toArray();
        QCOMPARE(findings.size(), 1);
        const QJsonObject finding = findings[0].toObject();
        QCOMPARE(finding[u"kind"].toString(), u"repeated_calls"_s);
        QCOMPARE(finding[u"costNano"].toString(), u"10000000"_s);
        QCOMPARE(finding[u"spanIds"].toArray()[1].toString(), u"00000000000000b2"_s);
    }

    void whatIsNotThereIsNamed()
    {
        const Outcome outcome = run({u"findings"_s, u"/nowhere/run.json"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.err.startsWith("spanglass: "));
        QCOMPARE(outcome.err.count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(tst_findings_verb)
#include "tst_findings_verb.moc"
