// SPDX-License-Identifier: GPL-3.0-or-later
// The short way for plain spans writes what the general readers write, or leaves the request to them.
#include <QtTest>

#include "formats/otlp_json_request.h"
#include "formats/otlp_proto_reader.h"
#include "formats/otlp_request.h"
#include "receive/otlp_intake.h"
#include "recording_sink.h"

using namespace spanglass;
using namespace spanglass::receive;

namespace {

trace::Span fullSpan()
{
    trace::Span span;
    span.trace = TraceId::fromHex("0af7651916cd43dd8448eb211c80319c");
    span.id = SpanId{0xb7ad6b7169203331u};
    span.parent = SpanId{7};
    span.name = "chat";
    span.startUnixNs = 1'700'000'000'000'000'000;
    span.durationNs = 250'000'000;
    span.status = Status::error;
    span.statusMessage = "it broke";
    span.attributes = {{"text", std::string("Gr\u00fc\u00dfe \U0001F600 \"quoted\"\n")},
                       {"count", std::int64_t(9007199254740993)},
                       {"minus", std::int64_t(-5)},
                       {"real", 0.25},
                       {"flag", true},
                       {"list", trace::Json{R"(["stop",1,2.5,true])"}},
                       {"map", trace::Json{R"({"a":{"b":[]},"c":"d"})"}},
                       {"span.kind", std::string("client")}};
    return span;
}

std::string linesOf(const RecordingSink& sink, const SpanRecords& records)
{
    return sink.text() + std::to_string(records.taken()) + " taken, " + std::to_string(records.rejections()) +
           " refused: " + records.firstReason();
}

/// What the general readers make of a body.
std::string generally(std::string body, Encoding encoding)
{
    RecordingSink sink;
    SpanRecords records(sink);
    const auto read = encoding == Encoding::json ? formats::readOtlpJsonRequest(body, records)
                                                 : formats::readOtlpProto(body, records);
    if (!read)
        return "error: " + read.error().message;
    (void)sink.write();
    return linesOf(sink, records);
}

std::string taken(std::string body, Encoding encoding)
{
    RecordingSink sink;
    OtlpIntake intake;
    const auto records = intake.take(body, encoding, sink);
    if (!records)
        return "error: " + records.error().message;
    (void)sink.write();
    return linesOf(sink, *records);
}

bool isPlain(std::string body)
{
    RecordingSink sink;
    SpanRecords records(sink);
    return PlainJson().read(body, records);
}

std::string encoded(const trace::Span& span, Encoding encoding)
{
    const std::vector<formats::OtlpSpan> spans{{&span}};
    return encoding == Encoding::protobuf ? formats::otlpProtobuf(spans) : formats::otlpJson(spans);
}

std::string request(const std::string& span)
{
    return R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},)"
           R"("scopeSpans":[{"scope":{"name":"tester","version":"1"},"spans":[)" +
           span + "]}]}]}";
}

const char* const head =
    R"({"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","name":"x",)"
    R"("startTimeUnixNano":"5","endTimeUnixNano":"9")";

} // namespace

class TestOtlpIntake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothWaysWriteTheSameOfJson_data();
    void bothWaysWriteTheSameOfJson();
    void bothWaysWriteTheSameOfProtobuf();
    void aChangedByteMakesNoDifferenceBetweenTheWays_data();
    void aChangedByteMakesNoDifferenceBetweenTheWays();
};

void TestOtlpIntake::bothWaysWriteTheSameOfJson_data()
{
    QTest::addColumn<std::string>("span");
    QTest::addColumn<bool>("plain");
    const auto row = [](const char* name, const std::string& rest, bool plain) {
        QTest::newRow(name) << head + rest + "}" << plain;
    };
    row("as short as it may be", "", true);
    row("a kind, flags and a state", R"(,"kind":3,"flags":257,"traceState":"a=1","droppedEventsCount":2)",
        true);
    row("an empty parent", R"(,"parentSpanId":"")", true);
    row("a status", R"(,"status":{"code":2,"message":"it \u0062roke"})", true);
    row("numbers without quotes", R"(,"attributes":[{"key":"n","value":{"intValue":12}}])", true);
    row("real numbers",
        R"(,"attributes":[{"key":"a","value":{"doubleValue":1}},{"key":"b","value":{"doubleValue":1e-7}}])",
        true);
    row("lists and maps",
        R"(,"attributes":[{"key":"l","value":{"arrayValue":{"values":[{"stringValue":"\u00e4"},{"intValue":"3"},)"
        R"({"doubleValue":0.50},{"boolValue":false},{"arrayValue":{"values":[]}}]}}},)"
        R"({"key":"m","value":{"kvlistValue":{"values":[{"key":"k","value":{"stringValue":"v"}}]}}}])",
        true);
    row("events",
        R"(,"events":[{"timeUnixNano":"6","name":"said","attributes":[{"key":"i","value":{"intValue":"1"}}]},)"
        R"({"timeUnixNano":"7","name":"bare","droppedAttributesCount":0}])",
        true);
    row("empty lists", R"(,"attributes":[],"events":[],"links":[],"droppedLinksCount":0)", true);
    row("a link", R"(,"links":[{"traceId":"0af7651916cd43dd8448eb211c80319d","spanId":"b7ad6b7169203332"}])",
        false);
    row("one key twice",
        R"(,"attributes":[{"key":"a","value":{"intValue":"1"}},{"key":"a","value":{"intValue":"2"}}])",
        false);
    row("a number that is too large",
        R"(,"attributes":[{"key":"a","value":{"intValue":"9223372036854775808"}}])", false);
    row("a number with a zero before it", R"(,"attributes":[{"key":"a","value":{"intValue":"007"}}])", false);
    row("a real number as text", R"(,"attributes":[{"key":"a","value":{"doubleValue":"NaN"}}])", false);
    row("bytes", R"(,"attributes":[{"key":"a","value":{"bytesValue":"AAEC"}}])", false);
    row("an empty value", R"(,"attributes":[{"key":"a","value":{}}])", false);
    row("a value before its key", R"(,"attributes":[{"value":{"intValue":"1"},"key":"a"}])", true);
    row("a placeholder of Logfire's",
        R"(,"parentSpanId":"00000000000000aa","attributes":[{"key":"logfire.span_type","value":{"stringValue":"pending_span"}}])",
        false);
    row("a name for a kind", R"(,"kind":"SPAN_KIND_SERVER")", false);
    row("a status that is none", R"(,"status":{"code":7})", false);
    row("something unknown", R"(,"future":{"a":[1,2,3]})", false);
    row("half a surrogate", R"(,"attributes":[{"key":"a","value":{"stringValue":"\ud800"}}])", false);
    QTest::newRow("without an end")
        << std::string(
               R"({"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","name":"x",)"
               R"("startTimeUnixNano":"5"})")
        << true;
    QTest::newRow("snake case")
        << std::string(
               R"({"trace_id":"0af7651916cd43dd8448eb211c80319c","span_id":"b7ad6b7169203331","name":"x",)"
               R"("start_time_unix_nano":5,"end_time_unix_nano":9})")
        << true;
    QTest::newRow("an id too short") << std::string(
                                            R"({"traceId":"0af7","spanId":"b7ad6b7169203331","name":"x"})")
                                     << false;
    QTest::newRow("an end before the start")
        << std::string(
               R"({"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","name":"x",)"
               R"("startTimeUnixNano":"9","endTimeUnixNano":"5"})")
        << false;
}

void TestOtlpIntake::bothWaysWriteTheSameOfJson()
{
    QFETCH(const std::string, span);
    QFETCH(const bool, plain);
    const std::string body = request(span);
    QCOMPARE(taken(body, Encoding::json), generally(body, Encoding::json));
    QCOMPARE(isPlain(body), plain);
    QVERIFY(!isPlain(body + " {}"));
    QVERIFY(!isPlain(body.substr(0, body.size() - 2)));
}

void TestOtlpIntake::bothWaysWriteTheSameOfProtobuf()
{
    trace::Span linked = fullSpan();
    linked.links.push_back({linked.trace, SpanId{9}, {}, {}});
    trace::Span eventful = fullSpan();
    eventful.events.push_back({6, "said", {{"i", std::int64_t(1)}}});
    trace::Span unfinished = fullSpan();
    unfinished.durationNs.reset();
    unfinished.state = trace::State::running;
    trace::Span bytes = fullSpan();
    bytes.attributes.push_back({"bytes", trace::Bytes{1, 2, 3}});
    for (const trace::Span& span : {fullSpan(), linked, eventful, unfinished, bytes}) {
        const std::string body = encoded(span, Encoding::protobuf);
        const std::string general = generally(body, Encoding::protobuf);
        QVERIFY2(general.find("1 taken") != std::string::npos, general.c_str());
        QCOMPARE(taken(body, Encoding::protobuf), general);
    }
}

void TestOtlpIntake::aChangedByteMakesNoDifferenceBetweenTheWays_data()
{
    QTest::addColumn<bool>("protobuf");
    QTest::newRow("JSON") << false;
    QTest::newRow("protobuf") << true;
}

void TestOtlpIntake::aChangedByteMakesNoDifferenceBetweenTheWays()
{
    QFETCH(const bool, protobuf);
    const trace::Span span = fullSpan();
    const Encoding encoding = protobuf ? Encoding::protobuf : Encoding::json;
    const std::string body = encoded(span, encoding);
    for (std::size_t at = 0; at < body.size(); ++at) {
        for (const char byte : {'\0', '"', '0', '9', '\\', '\xff', ']', '}', ','}) {
            std::string changed = body;
            changed[at] = byte;
            const std::string general = generally(changed, encoding);
            if (taken(changed, encoding) != general)
                QFAIL(qPrintable(QStringLiteral("byte %1 as %2").arg(at).arg(int(byte))));
        }
    }
}

QTEST_APPLESS_MAIN(TestOtlpIntake)
#include "tst_otlp_intake.moc"
