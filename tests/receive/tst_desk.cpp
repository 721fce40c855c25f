// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of OTLP requests: what is written, what is answered, and that the one waits for the other.
#include <QtTest>
#include <protozero/pbf_writer.hpp>

#include "desk_client.h"

using namespace spanglass;
using namespace spanglass::receive;
using protozero::pbf_writer;

namespace {

constexpr const char* traceHex = "0af7651916cd43dd8448eb211c80319c";

std::string span(const std::string& members)
{
    return "{" + members + "}";
}

std::string goodSpan(const std::string& id = "b7ad6b7169203331")
{
    return span("\"traceId\":\"" + std::string(traceHex) + "\",\"spanId\":\"" + id +
                "\",\"name\":\"chat\",\"startTimeUnixNano\":\"1700000000000000001\","
                "\"endTimeUnixNano\":\"1700000000250000003\"");
}

std::string request(const std::vector<std::string>& spans)
{
    std::string list;
    for (const std::string& one : spans)
        list += (list.empty() ? "" : ",") + one;
    return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":"
           "{\"stringValue\":\"shop\"}}]},\"scopeSpans\":[{\"scope\":{\"name\":\"lib\"},\"spans\":[" +
           list + "]}]}]}";
}

std::string protoSpan(bool withIds = true)
{
    std::string bytes;
    pbf_writer writer(bytes);
    if (withIds) {
        writer.add_bytes(1, std::string(16, '\x01'));
        writer.add_bytes(2, std::string(8, '\x02'));
    }
    writer.add_string(5, "chat");
    writer.add_fixed64(7, 10);
    writer.add_fixed64(8, 20);
    return bytes;
}

std::string protoRequest(const std::vector<std::string>& spans)
{
    std::string scope;
    pbf_writer scopeWriter(scope);
    for (const std::string& one : spans)
        scopeWriter.add_message(2, one);
    std::string resource;
    pbf_writer(resource).add_message(2, scope);
    std::string bytes;
    pbf_writer(bytes).add_message(1, resource);
    return bytes;
}

constexpr const char* protobuf = "application/x-protobuf";

} // namespace

class TestDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aJsonRequestIsWrittenAndAnswered();
    void aProtobufRequestIsWrittenAndAnswered();
    void anEmptyRequestIsASuccess();
    void oneBadSpanInAHundredIsRefusedByItself();
    void badSpansAreNamedByTheirPath_data();
    void badSpansAreNamedByTheirPath();
    void whatCannotBeDecodedIsABadRequest_data();
    void whatCannotBeDecodedIsABadRequest();
    void wrongTypesAndCodingsAreSaid_data();
    void wrongTypesAndCodingsAreSaid();
    void compressedBodiesAreUnpacked();
    void bombsStopAtTheLimit();
    void nothingIsAnsweredWithSuccessBeforeItIsWritten();
    void metricsAreAnsweredAndSaidOnce();
    void aGrpcExporterIsSaidOnce();
    void aPendingSpanOfLogfireBecomesItsRealOneBegun();
    void idsInBase64AndUpperCaseAreTaken();
    void theResourceMayStandBehindItsSpans();
    void invalidTextIsRepaired();
};

void TestDesk::aJsonRequestIsWrittenAndAnswered()
{
    DeskClient client;
    const HttpAnswer answer =
        client.post("/v1/traces", request({goodSpan()}), "application/json; charset=utf-8");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType, std::string("application/json"));
    QCOMPARE(answer.body, std::string("{}"));
    QCOMPARE(client.sink.text(),
             std::string("context {\"service.name\":\"shop\"} {\"name\":\"lib\"}\n"
                         "start b7ad6b7169203331 in 0af7651916cd43dd8448eb211c80319c under none span chat at "
                         "1700000000000000001\n"
                         "end b7ad6b7169203331 unset at 1700000000250000003\n"));
}

void TestDesk::aProtobufRequestIsWrittenAndAnswered()
{
    DeskClient client;
    const HttpAnswer answer = client.post("/v1/traces", protoRequest({protoSpan()}), protobuf);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType, std::string(protobuf));
    QCOMPARE(answer.body, std::string());
    QVERIFY(client.sink.has("end 0202020202020202 unset at 20"));
}

void TestDesk::anEmptyRequestIsASuccess()
{
    DeskClient client;
    QCOMPARE(client.post("/v1/traces", "{}").status, 200);
    QCOMPARE(client.post("/v1/traces", "{\"resourceSpans\":[]}").body, std::string("{}"));
    QCOMPARE(client.post("/v1/traces", "", protobuf).status, 200);
}

void TestDesk::oneBadSpanInAHundredIsRefusedByItself()
{
    std::vector<std::string> spans;
    std::vector<std::string> messages;
    for (int i = 0; i < 99; ++i) {
        spans.push_back(goodSpan(QStringLiteral("%1").arg(i + 1, 16, 16, QLatin1Char('0')).toStdString()));
        messages.push_back(protoSpan());
    }
    spans.insert(spans.begin() + 50, span("\"traceId\":\"\",\"spanId\":\"b7ad6b7169203331\""));
    messages.insert(messages.begin() + 50, protoSpan(false));
    DeskClient json;
    const HttpAnswer answer = json.post("/v1/traces", request(spans));
    QCOMPARE(answer.status, 200);
    QCOMPARE(
        answer.body,
        std::string("{\"partialSuccess\":{\"rejectedSpans\":\"1\",\"errorMessage\":\"a span was refused, "
                    "because: resourceSpans[0].scopeSpans[0].spans[50]: the trace id is missing\"}}"));
    QCOMPARE(json.sink.count("start "), std::size_t(99));
    QCOMPARE(json.said.size(), std::size_t(1));

    DeskClient proto;
    const HttpAnswer partial = proto.post("/v1/traces", protoRequest(messages), protobuf);
    QCOMPARE(partial.status, 200);
    const std::string message = "a span was refused, because: the trace id is missing";
    std::string inner;
    pbf_writer innerWriter(inner);
    innerWriter.add_int64(1, 1);
    innerWriter.add_string(2, message);
    std::string expected;
    pbf_writer(expected).add_message(1, inner);
    QCOMPARE(partial.body, expected);
    QCOMPARE(proto.sink.count("start "), std::size_t(99));
}

void TestDesk::badSpansAreNamedByTheirPath_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QByteArray>("reason");
    const std::string ids = "\"traceId\":\"" + std::string(traceHex) + "\",\"spanId\":\"b7ad6b7169203331\"";
    const auto row = [](const char* name, const std::string& bad, const char* reason) {
        QTest::newRow(name) << QByteArray::fromStdString(bad) << QByteArray(reason);
    };
    row("attributes as an object", span(ids + ",\"attributes\":{\"k\":\"v\"}"), "attributes is no list");
    row("events as text", span(ids + ",\"events\":\"x\""), "events is no list");
    row("a trace id that is not hex",
        span("\"traceId\":\"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz\",\"spanId\":\"b7ad6b7169203331\""),
        "the trace id is not valid (32 long)");
    row("a trace id of zeros",
        span("\"traceId\":\"00000000000000000000000000000000\",\"spanId\":\"b7ad6b7169203331\""),
        "the trace id is not valid (32 long)");
    row("a short span id", span("\"traceId\":\"" + std::string(traceHex) + "\",\"spanId\":\"b7ad\""),
        "the span id is not valid (4 long)");
    row("a parent that is not hex", span(ids + ",\"parentSpanId\":\"not-hex-not-hex!\""),
        "parentSpanId is not valid (16 long)");
    row("no object", "7", "it is no object");
}

void TestDesk::badSpansAreNamedByTheirPath()
{
    QFETCH(const QByteArray, bad);
    QFETCH(const QByteArray, reason);
    DeskClient client;
    const HttpAnswer answer = client.post("/v1/traces", request({goodSpan(), bad.toStdString()}));
    QCOMPARE(answer.status, 200);
    const QByteArray body = QByteArray::fromStdString(answer.body);
    QVERIFY2(body.contains("resourceSpans[0].scopeSpans[0].spans[1]: " + reason), body.constData());
    QCOMPARE(client.sink.count("start "), std::size_t(1));
}

void TestDesk::whatCannotBeDecodedIsABadRequest_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    const QByteArray json("application/json");
    QTest::newRow("JSON sent as protobuf")
        << QByteArray::fromStdString(request({goodSpan()})) << QByteArray(protobuf);
    QTest::newRow("protobuf sent as JSON") << QByteArray::fromStdString(protoRequest({protoSpan()})) << json;
    QTest::newRow("cut off JSON") << QByteArray::fromStdString(request({goodSpan()})).chopped(3) << json;
    QTest::newRow("nothing as JSON") << QByteArray() << json;
    QTest::newRow("a list") << QByteArray("[]") << json;
    QTest::newRow("text") << QByteArray("hello") << json;
    QTest::newRow("two documents") << QByteArray("{} {}") << json;
    QTest::newRow("spans that are no list") << QByteArray("{\"resourceSpans\":{}}") << json;
    QTest::newRow("brackets 100,000 deep") << QByteArray(100'000, '[') << json;
    QTest::newRow("objects 100,000 deep") << QByteArray("{\"a\":").repeated(100'000) << json;
}

void TestDesk::whatCannotBeDecodedIsABadRequest()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    DeskClient client;
    const HttpAnswer answer = client.post("/v1/traces", body.toStdString(), type.toStdString());
    QCOMPARE(answer.status, 400);
    QVERIFY(client.sink.lines.empty());
    QVERIFY(!answer.body.empty());
    QCOMPARE(answer.contentType, type.toStdString());
    // Nothing of it is left over for the next request.
    QCOMPARE(client.post("/v1/traces", request({goodSpan()})).status, 200);
    QCOMPARE(client.sink.count("start "), std::size_t(1));
}

void TestDesk::wrongTypesAndCodingsAreSaid_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<int>("status");
    QTest::newRow("text") << QByteArray("text/plain") << QByteArray() << 415;
    QTest::newRow("no type") << QByteArray() << QByteArray() << 415;
    QTest::newRow("a longer type") << QByteArray("application/json5") << QByteArray() << 415;
    QTest::newRow("brotli") << QByteArray("application/json") << QByteArray("br") << 415;
    QTest::newRow("two codings") << QByteArray("application/json") << QByteArray("gzip, gzip") << 415;
    QTest::newRow("gzip that is none") << QByteArray("application/json") << QByteArray("gzip") << 400;
    QTest::newRow("identity") << QByteArray("application/json") << QByteArray("Identity") << 200;
}

void TestDesk::wrongTypesAndCodingsAreSaid()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, coding);
    QFETCH(const int, status);
    DeskClient client;
    QCOMPARE(
        client.post("/v1/traces", request({goodSpan()}), type.toStdString(), coding.toStdString()).status,
        status);
}

void TestDesk::compressedBodiesAreUnpacked()
{
    DeskClient client;
    QCOMPARE(client.post("/v1/traces", gzipped(request({goodSpan()})), "application/json", "gzip").status,
             200);
    QCOMPARE(client.post("/v1/traces", gzipped(protoRequest({protoSpan()})), protobuf, "gzip").status, 200);
    QCOMPARE(client.sink.count("start "), std::size_t(2));
    const std::string packed = gzipped(request({goodSpan()}));
    QCOMPARE(
        client.post("/v1/traces", packed.substr(0, packed.size() - 9), "application/json", "gzip").status,
        400);
}

void TestDesk::bombsStopAtTheLimit()
{
    DeskClient client({.policy = {}, .mostInflatedBytes = 1u << 20, .say = {}});
    const HttpAnswer answer =
        client.post("/v1/traces", gzipped(std::string(64u << 20, ' ')), "application/json", "gzip");
    QCOMPARE(answer.status, 413);
}

void TestDesk::nothingIsAnsweredWithSuccessBeforeItIsWritten()
{
    DeskClient client;
    client.sink.error = Error{ErrorKind::unavailable, "the journals are at their limit"};
    const HttpAnswer answer = client.post("/v1/traces", request({goodSpan()}));
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.headers.at(0).first, std::string("Retry-After"));
    QVERIFY(std::stoi(answer.headers.at(0).second) > 0);
    QCOMPARE(client.said.size(), std::size_t(1));
    QCOMPARE(client.desk().counts().spans, std::uint64_t(0));
    QCOMPARE(client.post("/api/public/ingestion", "{\"batch\":[]}").status, 503);
    client.sink.error.reset();
    QCOMPARE(client.post("/v1/traces", request({goodSpan()})).status, 200);
    QCOMPARE(client.sink.count("start "), std::size_t(1));
}

void TestDesk::metricsAreAnsweredAndSaidOnce()
{
    DeskClient client;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.post("/v1/metrics", "{}").body, std::string("{}"));
    QCOMPARE(client.post("/v1/metrics", "", protobuf).status, 200);
    QCOMPARE(client.said.size(), std::size_t(1));
    QVERIFY(client.sink.lines.empty());
}

void TestDesk::aGrpcExporterIsSaidOnce()
{
    DeskClient client;
    client.desk().sawHttp2();
    client.desk().sawHttp2();
    QCOMPARE(client.said.size(), std::size_t(1));
    QVERIFY(client.said[0].find("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf") != std::string::npos);
}

void TestDesk::aPendingSpanOfLogfireBecomesItsRealOneBegun()
{
    DeskClient client;
    const std::string pending =
        span("\"traceId\":\"" + std::string(traceHex) +
             "\",\"spanId\":\"1111111111111111\",\"parentSpanId\":\"b7ad6b7169203331\",\"name\":\"chat\","
             "\"startTimeUnixNano\":\"5\",\"endTimeUnixNano\":\"5\",\"attributes\":["
             "{\"key\":\"logfire.span_type\",\"value\":{\"stringValue\":\"pending_span\"}},"
             "{\"key\":\"logfire.pending_parent_id\",\"value\":{\"stringValue\":\"2222222222222222\"}}]");
    QCOMPARE(client.post("/v1/traces", request({pending})).status, 200);
    QVERIFY(
        client.sink.has("start b7ad6b7169203331 in 0af7651916cd43dd8448eb211c80319c under 2222222222222222 "
                        "span chat at 5"));
    QCOMPARE(client.sink.count("end "), std::size_t(0));
}

void TestDesk::idsInBase64AndUpperCaseAreTaken()
{
    DeskClient client;
    QCOMPARE(client
                 .post("/v1/traces",
                       request({span("\"traceId\":\"CvdlGRbNQ92ESOshHIAxnA==\",\"spanId\":\"t61rcWkgMzE=\""),
                                span("\"traceId\":\"0AF7651916CD43DD8448EB211C80319C\",\"spanId\":"
                                     "\"B7AD6B7169203331\",\"parentSpanId\":\"\"")}))
                 .body,
             std::string("{}"));
    QCOMPARE(client.sink.count("start b7ad6b7169203331 in 0af7651916cd43dd8448eb211c80319c under none"),
             std::size_t(2));
}

void TestDesk::theResourceMayStandBehindItsSpans()
{
    DeskClient client;
    const std::string body = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + goodSpan() +
                             "],\"scope\":{\"name\":\"late\"}}],\"resource\":{\"attributes\":[{\"key\":"
                             "\"service.name\",\"value\":{\"stringValue\":\"later\"}}]}}]}";
    QCOMPARE(client.post("/v1/traces", body).status, 200);
    QCOMPARE(client.sink.lines.at(0),
             std::string("context {\"service.name\":\"later\"} {\"name\":\"late\"}"));
}

void TestDesk::invalidTextIsRepaired()
{
    DeskClient client;
    std::string body = request({goodSpan()});
    body.replace(body.find("chat"), 4,
                 "c\xff"
                 "at");
    QCOMPARE(client.post("/v1/traces", body).status, 200);
    QVERIFY(client.sink.lines.at(1).find("c\xef\xbf\xbd"
                                         "at") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestDesk)
#include "tst_desk.moc"
