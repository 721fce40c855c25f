// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in over HTTP while `serve` runs is found by the other verbs: words of every script and of JSON,
// and log records that belong to a span, before or after it came.
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

namespace {

constexpr int generousMs = 30'000;

/// `spanglass serve` on a port of its own.
class Serving
{
public:
    explicit Serving(const QString& store)
    {
        m_process.start(program(), {u"serve"_s, u"--store"_s, store, u"--listen"_s, u"127.0.0.1:0"_s});
        QByteArray line;
        while (!line.endsWith('\n') && m_process.waitForReadyRead(generousMs))
            line += m_process.readLine();
        const QString where = QJsonDocument::fromJson(line)["listening"_L1].toString();
        m_port = where.section(u':', -1).toUShort();
    }
    ~Serving()
    {
        m_process.terminate();
        m_process.waitForFinished(generousMs);
    }
    /// The status of the answer.
    [[nodiscard]] int post(const QByteArray& path, const QByteArray& body) const
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_port);
        socket.write("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" +
                     "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                     "\r\n\r\n" + body);
        while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(generousMs)) {
        }
        return socket.readAll().mid(9, 3).toInt();
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

QJsonObject keyed(const QString& key, const QString& text)
{
    return {{u"key"_s, key}, {u"value"_s, QJsonObject{{u"stringValue"_s, text}}}};
}

QByteArray spansRequest(const QString& traceId, const QString& spanId, const QString& name,
                        const QString& input)
{
    const QJsonObject span{{u"traceId"_s, traceId},
                           {u"spanId"_s, spanId},
                           {u"name"_s, name},
                           {u"startTimeUnixNano"_s, u"1763750000000000000"_s},
                           {u"endTimeUnixNano"_s, u"1763750001000000000"_s},
                           {u"attributes"_s, QJsonArray{keyed(u"input.value"_s, input)}}};
    const QJsonObject scope{{u"spans"_s, QJsonArray{span}}};
    const QJsonObject resource{{u"scopeSpans"_s, QJsonArray{scope}}};
    return QJsonDocument(QJsonObject{{u"resourceSpans"_s, QJsonArray{resource}}}).toJson();
}

QByteArray logRequest(const QString& traceId, const QString& spanId, const QString& event)
{
    const QJsonObject record{{u"traceId"_s, traceId},
                             {u"spanId"_s, spanId},
                             {u"timeUnixNano"_s, u"1763750000500000000"_s},
                             {u"eventName"_s, event},
                             {u"attributes"_s, QJsonArray{keyed(u"gen_ai.system"_s, u"openai"_s)}}};
    const QJsonObject scope{{u"logRecords"_s, QJsonArray{record}}};
    const QJsonObject resource{{u"scopeLogs"_s, QJsonArray{scope}}};
    return QJsonDocument(QJsonObject{{u"resourceLogs"_s, QJsonArray{resource}}}).toJson();
}

QString traceIdOf(int number)
{
    return QString::number(number, 16).rightJustified(32, u'0');
}

QString spanIdOf(int number)
{
    return QString::number(number, 16).rightJustified(16, u'0');
}

} // namespace

class tst_received : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const Serving serving(m_store);
        const std::pair<QString, QString> texts[] = {
            {u"chinese"_s, u"今天北京的天气怎么样？请查询航班信息"_s},
            {u"japanese"_s, u"東京の天気を教えてください。カタカナと漢字"_s},
            {u"arabic"_s, u"ما هو الطقس في القاهرة اليوم"_s},
            {u"cyrillic"_s, u"Какая погода сегодня в Москве"_s},
            {u"json"_s,
             u"{\"flight_number\":\"LH-454/Frankfurt\",\"passengerName\":\"Zo\\u00eb M\\u00fcller\","
             "\"nested\":{\"seat.row\":[1,\"row-27B\"]}}"_s}};
        int number = 1;
        for (const auto& [name, text] : texts) {
            QCOMPARE(
                serving.post("/v1/traces", spansRequest(traceIdOf(number), spanIdOf(number), name, text)),
                200);
            ++number;
        }
        // Two spans with a log record each: one came before its span, the other when it was stored already.
        QCOMPARE(serving.post("/v1/logs", logRequest(traceIdOf(20), spanIdOf(20), u"early"_s)), 200);
        QCOMPARE(serving.post("/v1/traces", spansRequest(traceIdOf(20), spanIdOf(20), u"a"_s, u"b"_s)), 200);
        QCOMPARE(serving.post("/v1/traces", spansRequest(traceIdOf(21), spanIdOf(21), u"a"_s, u"b"_s)), 200);
        QTRY_COMPARE_WITH_TIMEOUT(found(u"trace:"_s + traceIdOf(21)), QStringList{u"a"_s}, generousMs);
        QCOMPARE(serving.post("/v1/logs", logRequest(traceIdOf(21), spanIdOf(21), u"late"_s)), 200);
    }

    void wordsOfEveryScriptAreFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char* claim, const QString& typed, const QStringList& names) {
            QTest::newRow(claim) << typed << names;
        };
        row("one character, in Chinese and in Japanese", u"天"_s, {u"chinese"_s, u"japanese"_s});
        row("two characters of Chinese", u"北京"_s, {u"chinese"_s});
        row("three characters of Chinese", u"航班信"_s, {u"chinese"_s});
        row("the last character of a run", u"息"_s, {u"chinese"_s});
        row("one kana", u"を"_s, {u"japanese"_s});
        row("two characters of Japanese", u"漢字"_s, {u"japanese"_s});
        row("three kana", u"カタカ"_s, {u"japanese"_s});
        row("Arabic", u"القاهرة"_s, {u"arabic"_s});
        row("the beginning of an Arabic word", u"الطق"_s, {u"arabic"_s});
        row("two letters of Arabic", u"هو"_s, {u"arabic"_s});
        row("Cyrillic, in capitals", u"ПОГОДА"_s, {u"cyrillic"_s});
        row("the beginning of a Cyrillic word", u"Моск"_s, {u"cyrillic"_s});
        row("a key of JSON", u"flight_number"_s, {u"json"_s});
        row("a part of a key", u"number"_s, {u"json"_s});
        row("the beginning of a key", u"passenger"_s, {u"json"_s});
        row("a part of a nested key", u"seat"_s, {u"json"_s});
        row("a part of a value", u"Frankfurt"_s, {u"json"_s});
        row("a part of a value within a list", u"27B"_s, {u"json"_s});
        row("a value behind escapes", u"Zoë Müller"_s, {u"json"_s});
        row("the same without its marks", u"muller"_s, {u"json"_s});
        row("what nobody said", u"zeppelin"_s, {});
        row("characters that do not stand together", u"北天"_s, {});
    }
    void wordsOfEveryScriptAreFound()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, names);
        QCOMPARE(found(typed), names);
    }

    void aLogRecordJoinsItsSpanWheneverItComes_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("event");
        QTest::newRow("before its span") << 20 << u"early"_s;
        QTest::newRow("after its span was stored") << 21 << u"late"_s;
    }
    void aLogRecordJoinsItsSpanWheneverItComes()
    {
        QFETCH(const int, number);
        QFETCH(const QString, event);
        const QJsonArray spans = run({u"spans"_s, traceIdOf(number), u"--json"_s, u"--store"_s, m_store})
                                     .json()["spans"_L1]
                                     .toArray();
        QCOMPARE(spans.size(), 1);
        QCOMPARE(spans[0]["name"_L1].toString(), u"a"_s);
        const QJsonArray events = spans[0]["events"_L1].toArray();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0]["name"_L1].toString(), event);
    }

private:
    /// Names of the traces that the query finds, sorted.
    [[nodiscard]] QStringList found(const QString& typed) const
    {
        const QJsonArray traces = run({u"traces"_s, u"--json"_s, u"--store"_s, m_store, u"--query"_s, typed})
                                      .json()["traces"_L1]
                                      .toArray();
        QStringList names;
        for (const QJsonValue& trace : traces)
            names << trace["name"_L1].toString();
        names.sort();
        return names;
    }

    QTemporaryDir m_directory;
    QString m_store = m_directory.filePath(u"store"_s);
};

QTEST_GUILESS_MAIN(tst_received)
#include "tst_received.moc"
