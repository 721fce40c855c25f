// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of the command line, member by member: scripts rely on every name and type here.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "app/cli/span_json.h"

using namespace Qt::StringLiterals;
using namespace spanglass;

namespace {

QJsonObject parsed(const JsonWriter& json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json.text())).object();
}

QJsonObject jsonOf(const trace::Span& span)
{
    JsonWriter json;
    app::writeSpan(json, span);
    return parsed(json);
}

QJsonObject object(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class tst_span_json : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSpanWithEverythingHasEveryMember()
    {
        trace::Span span;
        span.trace = TraceId::fromHex("0123456789abcdef0123456789abcdef");
        span.id = SpanId::fromHex("00000000000000aa");
        span.parent = SpanId::fromHex("00000000000000bb");
        span.sourceId = "run-7";
        span.name = "llm.chat";
        span.kind = Kind::llm;
        span.service = "rag";
        span.level = Level::warning;
        span.startUnixNs = 1'700'000'000'123'456'789;
        span.durationNs = 9'007'199'254'740'993; // no double holds it
        span.status = Status::error;
        span.statusMessage = "too long";
        span.model = "gpt-5-mini";
        span.tokens = {.input = 12, .cached = 3, .output = 5, .reasoning = 1, .total = 17};
        span.cost = Decimal::parse("0.045");
        span.timeToFirstTokenNs = 150'000'000;
        span.input = std::string("How many?");
        span.output = trace::Json{"{\"answer\":7}"};
        span.attributes = {{"a.text", std::string("t")},
                           {"a.int", std::int64_t(4)},
                           {"a.real", 0.5},
                           {"a.flag", true},
                           {"a.none", std::monostate()},
                           {"a.json", trace::Json{"[1]"}},
                           {"a.bytes", trace::Bytes{0xff, 0x00, 0x10, 0x83}}};
        span.events = {
            {.timeUnixNs = 5, .name = "exception", .attributes = {{"exception.type", std::string("E")}}}};
        span.links = {{.trace = span.trace, .span = span.parent, .traceState = "k=v", .attributes = {}}};
        span.scores = {{.name = "quality", .value = 0.9, .comment = "good"}};
        span.resource = {{"service.name", std::string("rag")}};
        span.scope = {.name = "lib", .version = "1", .attributes = {}};
        span.flags = trace::flagDetached | trace::flagEndedLate | trace::flagOrphan | trace::flagCycle |
                     trace::flagDuplicate;
        const QJsonObject expected = object(
            "{\"traceId\":\"0123456789abcdef0123456789abcdef\",\"spanId\":\"00000000000000aa\","
            "\"parentSpanId\":\"00000000000000bb\",\"sourceId\":\"run-7\",\"name\":\"llm.chat\",\"kind\":"
            "\"llm\","
            "\"service\":\"rag\",\"level\":\"WARNING\",\"startUnixNano\":\"1700000000123456789\","
            "\"durationNano\":\"9007199254740993\",\"status\":\"error\",\"statusMessage\":\"too long\","
            "\"state\":\"ended\",\"model\":\"gpt-5-mini\","
            "\"tokens\":{\"input\":12,\"cached\":3,\"output\":5,\"reasoning\":1,\"total\":17},\"cost\":\"0."
            "045\","
            "\"timeToFirstTokenNano\":\"150000000\",\"input\":\"How many?\",\"output\":{\"answer\":7},"
            "\"attributes\":{\"a.text\":\"t\",\"a.int\":4,\"a.real\":0.5,\"a.flag\":true,\"a.none\":null,"
            "\"a.json\":[1],\"a.bytes\":\"/wAQgw==\"},"
            "\"events\":[{\"name\":\"exception\",\"timeUnixNano\":\"5\",\"attributes\":{\"exception.type\":"
            "\"E\"}}],"
            "\"links\":[{\"traceId\":\"0123456789abcdef0123456789abcdef\",\"spanId\":\"00000000000000bb\","
            "\"traceState\":\"k=v\",\"attributes\":{}}],"
            "\"scores\":[{\"name\":\"quality\",\"value\":0.9,\"comment\":\"good\"}],"
            "\"resource\":{\"service.name\":\"rag\"},"
            "\"scope\":{\"name\":\"lib\",\"version\":\"1\",\"attributes\":{}},"
            "\"flags\":[\"detached\",\"ended_late\",\"orphan\",\"cycle\",\"duplicate\"]}");
        const QJsonObject written = jsonOf(span);
        for (auto member = expected.begin(); member != expected.end(); ++member)
            QCOMPARE(QJsonValue(written[member.key()]), QJsonValue(member.value()));
        QCOMPARE(written.keys(), expected.keys());
    }

    void whatIsNotKnownIsNull()
    {
        trace::Span span;
        span.state = trace::State::running;
        const QJsonObject written = jsonOf(span);
        for (const char* member :
             {"parentSpanId", "durationNano", "cost", "timeToFirstTokenNano", "input", "output"})
            QVERIFY2(written[QLatin1String(member)].isNull(), member);
        QCOMPARE(written["tokens"_L1].toObject(), object("{\"input\":null,\"cached\":null,\"output\":null,"
                                                         "\"reasoning\":null,\"total\":null}"));
        QCOMPARE(written["state"_L1].toString(), QStringLiteral("running"));
        QCOMPARE(written["level"_L1].toString(), QStringLiteral("DEFAULT"));
        QCOMPARE(written["kind"_L1].toString(), QStringLiteral("span"));
    }

    void aTraceHasEveryMember()
    {
        trace::TraceRow row;
        row.id = TraceId::fromHex("0123456789abcdef0123456789abcdef");
        row.name = "answer";
        row.startUnixNs = 1;
        row.durationNs = 2;
        row.spans = 3;
        row.errors = 1;
        row.tokens.total = 17;
        row.cost = Decimal::parse("0.1");
        row.status = trace::TraceStatus::interrupted;
        row.user = "u", row.session = "s", row.project = "p", row.environment = "e", row.release = "r";
        row.version = "v", row.operationType = "o", row.service = "svc";
        row.tags = {"a", "b"};
        JsonWriter json;
        app::writeTrace(json, row);
        QCOMPARE(
            parsed(json),
            object(
                "{\"traceId\":\"0123456789abcdef0123456789abcdef\",\"name\":\"answer\","
                "\"startUnixNano\":\"1\",\"durationNano\":\"2\",\"spans\":3,\"errors\":1,"
                "\"tokens\":{\"input\":null,\"cached\":null,\"output\":null,\"reasoning\":null,\"total\":17},"
                "\"cost\":\"0.1\",\"user\":\"u\",\"session\":\"s\",\"project\":\"p\",\"environment\":\"e\","
                "\"release\":\"r\",\"version\":\"v\",\"operationType\":\"o\",\"service\":\"svc\","
                "\"tags\":[\"a\",\"b\"],\"scores\":[],\"status\":\"interrupted\",\"flags\":[],\"sync\":{}}"));
    }
};

QTEST_APPLESS_MAIN(tst_span_json)
#include "tst_span_json.moc"
