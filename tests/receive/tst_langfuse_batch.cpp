// SPDX-License-Identifier: GPL-3.0-or-later
// Langfuse's batches and log records become spans, whatever order they come in.
#include <QtTest>

#include "desk_client.h"

using namespace spanglass;
using namespace spanglass::receive;

namespace {

std::string sent(const std::string& id, const std::string& type, const std::string& time,
                 const std::string& body)
{
    return "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"timestamp\":\"2026-01-02T03:04:" + time +
           "Z\",\"body\":{" + body + "}}";
}

std::string batch(const std::vector<std::string>& events)
{
    std::string list;
    for (const std::string& one : events)
        list += (list.empty() ? "" : ",") + one;
    return "{\"batch\":[" + list + "]}";
}

const std::string traceUuid = "0af76519-16cd-43dd-8448-eb211c80319c";
const std::string ofTrace = "\"traceId\":\"" + traceUuid + "\"";
constexpr const char* door = "/api/public/ingestion";

std::string logs(const std::string& record)
{
    return "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{" + record + "}]}]}]}";
}

} // namespace

class TestLangfuseBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTraceIsWrittenOnItsRoot();
    void updatesBeforeTheirCreatesMerge();
    void anUpdateInAnEarlierBatchWaitsForItsCreate();
    void aTraceWithoutObservationsHasARootOfItsOwn();
    void whatATraceSaysMayComeBeforeItsRoot();
    void scoresBecomeEvents();
    void usageOfBothSpellingsIsKept();
    void mistakesAreAnsweredByEvent();
    void aBatchThatIsNoneIsABadRequest();
    void whatWasNotWrittenIsForgotten();
    void theOtherDoorsAnswer();
    void aLogRecordOfASpanIsItsEvent();
    void aLogRecordOfASessionIsASpanOfIt();
    void aLogRecordOfNothingIsRefused();
};

void TestLangfuseBatch::aTraceIsWrittenOnItsRoot()
{
    DeskClient client;
    const HttpAnswer answer = client.post(
        door,
        batch({sent("e1", "trace-create", "05",
                    "\"id\":\"" + traceUuid +
                        "\",\"name\":\"answer\",\"userId\":\"ada\",\"tags\":[\"a\"],\"metadata\":{\"k\":1}"),
               sent("e2", "span-create", "06.5",
                    ofTrace + ",\"id\":\"1111111111111111\",\"name\":\"root\",\"startTime\":"
                              "\"2026-01-02T03:04:06.5Z\",\"endTime\":\"2026-01-02T03:04:07Z\""),
               sent("e3", "generation-create", "06.6",
                    ofTrace + ",\"id\":\"2222222222222222\",\"parentObservationId\":\"1111111111111111\","
                              "\"name\":\"call\",\"model\":\"m-1\",\"level\":\"ERROR\",\"startTime\":"
                              "\"2026-01-02T03:04:06.6Z\",\"input\":{\"q\":\"?\"}")}));
    QCOMPARE(answer.status, 207);
    QCOMPARE(answer.body,
             std::string("{\"successes\":[{\"id\":\"e1\",\"status\":201},{\"id\":\"e2\",\"status\":201},"
                         "{\"id\":\"e3\",\"status\":201}],\"errors\":[]}"));
    const RecordingSink& sink = client.sink;
    QVERIFY(sink.has("start 1111111111111111 in 0af7651916cd43dd8448eb211c80319c under none span root at "
                     "1767323046500000000"));
    QVERIFY(sink.has("end 1111111111111111 unset at 1767323047000000000"));
    QVERIFY(sink.has(
        "start 2222222222222222 in 0af7651916cd43dd8448eb211c80319c under 1111111111111111 llm call at "
        "1767323046600000000"));
    QVERIFY(sink.has("status 2222222222222222 error "));
    QVERIFY(sink.has("set 2222222222222222 langfuse.observation.input={\"q\":\"?\"}"));
    QVERIFY(sink.has("set 2222222222222222 langfuse.observation.model.name=m-1"));
    QVERIFY(sink.has("set 1111111111111111 langfuse.trace.name=answer"));
    QVERIFY(sink.has("set 1111111111111111 user.id=ada"));
    QVERIFY(sink.has("set 1111111111111111 langfuse.trace.tags=[\"a\"]"));
    QVERIFY(sink.has("set 1111111111111111 langfuse.trace.metadata.k=1"));
    QCOMPARE(sink.count("start "), std::size_t(2));
}

void TestLangfuseBatch::updatesBeforeTheirCreatesMerge()
{
    DeskClient client;
    const HttpAnswer answer = client.post(
        door,
        batch({sent("e2", "span-update", "07",
                    "\"id\":\"1111111111111111\"," + ofTrace +
                        ",\"endTime\":\"2026-01-02T03:04:07Z\",\"output\":\"late\""),
               sent("e1", "span-create", "06",
                    "\"id\":\"1111111111111111\"," + ofTrace + ",\"name\":\"n\",\"output\":\"early\"")}));
    QCOMPARE(answer.status, 207);
    const std::string text = client.sink.text();
    const auto at = [&text](const char* line) { return text.find(line); };
    QVERIFY(at("start 1111") < at("output=early"));
    QVERIFY(at("output=early") < at("output=late"));
    QVERIFY(at("output=late") < at("end 1111"));
}

void TestLangfuseBatch::anUpdateInAnEarlierBatchWaitsForItsCreate()
{
    DeskClient client;
    QCOMPARE(client
                 .post(door, batch({sent("e2", "span-update", "07",
                                         "\"id\":\"1111111111111111\"," + ofTrace +
                                             ",\"endTime\":\"2026-01-02T03:04:07Z\"")}))
                 .status,
             207);
    QCOMPARE(client.sink.count("start "), std::size_t(0));
    QCOMPARE(client.sink.count("end 1111111111111111"), std::size_t(1));
    QCOMPARE(client
                 .post(door, batch({sent("e1", "span-create", "06",
                                         "\"id\":\"1111111111111111\"," + ofTrace + ",\"name\":\"n\"")}))
                 .status,
             207);
    QCOMPARE(client.sink.count("start 1111111111111111"), std::size_t(1));
}

void TestLangfuseBatch::aTraceWithoutObservationsHasARootOfItsOwn()
{
    DeskClient client;
    QCOMPARE(client
                 .post(door, batch({sent("e1", "trace-create", "05",
                                         "\"id\":\"" + traceUuid + "\",\"name\":\"answer\"")}))
                 .status,
             207);
    QCOMPARE(client.sink.count("start "), std::size_t(0));
    client.desk().settle(std::chrono::hours(1));
    QCOMPARE(client.sink.count("start "), std::size_t(0));
    client.desk().settle(std::chrono::milliseconds(0));
    QCOMPARE(client.sink.count("start "), std::size_t(1));
    const std::string start = client.sink.lines.at(client.sink.lines.size() - 2);
    const std::string root = start.substr(6, 16);
    QVERIFY(start.find("under none chain answer") != std::string::npos);
    QVERIFY(client.sink.has("set " + root + " langfuse.trace.name=answer"));
    QCOMPARE(client
                 .post(door, batch({sent("e2", "span-create", "06",
                                         "\"id\":\"1111111111111111\"," + ofTrace + ",\"name\":\"n\"")}))
                 .status,
             207);
    QVERIFY(client.sink.text().find("under " + root + " span n") != std::string::npos);
}

/// The SDK sends several batches at once, and the later one may arrive first.
void TestLangfuseBatch::whatATraceSaysMayComeBeforeItsRoot()
{
    DeskClient client;
    QCOMPARE(
        client
            .post(door, batch({sent("e9", "trace-create", "09",
                                    "\"id\":\"" + traceUuid + "\",\"output\":\"seven\""),
                               sent("e8", "score-create", "08", ofTrace + ",\"name\":\"good\",\"value\":1")}))
            .status,
        207);
    QCOMPARE(client
                 .post(door, batch({sent("e1", "trace-create", "05",
                                         "\"id\":\"" + traceUuid + "\",\"name\":\"answer\""),
                                    sent("e2", "span-create", "06",
                                         "\"id\":\"1111111111111111\"," + ofTrace + ",\"name\":\"n\"")}))
                 .status,
             207);
    client.desk().settle(std::chrono::milliseconds(0));
    QCOMPARE(client.sink.count("start "), std::size_t(1));
    QVERIFY(client.sink.has("set 1111111111111111 langfuse.trace.output=seven"));
    QVERIFY(client.sink.has("set 1111111111111111 langfuse.trace.name=answer"));
    QCOMPARE(client.sink.count("event 1111111111111111 spanglass.score"), std::size_t(1));
}

void TestLangfuseBatch::scoresBecomeEvents()
{
    DeskClient client;
    const HttpAnswer answer = client.post(
        door,
        batch({sent("e1", "score-create", "08",
                    ofTrace + ",\"observationId\":\"1111111111111111\",\"name\":\"good\",\"value\":0.5"),
               sent("e2", "score-create", "09",
                    ofTrace + ",\"name\":\"whole\",\"value\":\"yes\",\"comment\":\"c\""),
               sent("e3", "span-create", "06", "\"id\":\"1111111111111111\"," + ofTrace + ",\"name\":\"n\""),
               sent("e4", "score-create", "09", "\"sessionId\":\"s\",\"name\":\"x\",\"value\":1")}));
    QVERIFY(client.sink.has("event 1111111111111111 spanglass.score at 1767323048000000000 "
                            "{\"name\":\"good\",\"value\":0.5}"));
    QVERIFY(client.sink.has("event 1111111111111111 spanglass.score at 1767323049000000000 "
                            "{\"name\":\"whole\",\"value\":\"yes\",\"comment\":\"c\"}"));
    QVERIFY(answer.body.find("\"id\":\"e4\",\"status\":400") != std::string::npos);
}

void TestLangfuseBatch::usageOfBothSpellingsIsKept()
{
    DeskClient client;
    QCOMPARE(
        client
            .post(door, batch({sent("e1", "generation-create", "06",
                                    "\"id\":\"1111111111111111\"," + ofTrace +
                                        ",\"usage\":{\"promptTokens\":3,\"completionTokens\":4,\"x\":1}"),
                               sent("e2", "generation-create", "07",
                                    "\"id\":\"2222222222222222\"," + ofTrace +
                                        ",\"usage\":{\"input\":1,\"totalCost\":0.25,\"unit\":\"TOKENS\"}")}))
            .status,
        207);
    QVERIFY(client.sink.has(
        "set 1111111111111111 langfuse.observation.usage_details={\"input\":3,\"output\":4}"));
    QVERIFY(client.sink.has("set 2222222222222222 langfuse.observation.usage_details={\"input\":1}"));
    QVERIFY(client.sink.has("set 2222222222222222 langfuse.observation.cost_details={\"total\":0.25}"));
}

void TestLangfuseBatch::mistakesAreAnsweredByEvent()
{
    DeskClient client;
    const HttpAnswer answer = client.post(
        door,
        batch({sent("e1", "span-create", "06", ofTrace), sent("e2", "dance-create", "06", "\"id\":\"x\""),
               "{\"id\":\"e3\",\"type\":\"span-create\",\"timestamp\":\"yesterday\",\"body\":{\"id\":\"x\"}}",
               "7", sent("e5", "sdk-log", "06", "\"log\":\"x\""),
               sent("e6", "event-create", "06",
                    "\"id\":\"1111111111111111\"," + ofTrace + ",\"name\":\"p\"")}));
    QCOMPARE(answer.status, 207);
    const QByteArray body = QByteArray::fromStdString(answer.body);
    QVERIFY2(body.contains("\"successes\":[{\"id\":\"e6\",\"status\":201}]"), body.constData());
    for (const char* failed : {"\"id\":\"e1\",\"status\":400", "\"id\":\"e2\",\"status\":400",
                               "\"id\":\"e3\",\"status\":400", "\"id\":\"unknown\",\"status\":400"})
        QVERIFY2(body.contains(failed), failed);
    QVERIFY(!body.contains("\"e5\""));
    QVERIFY(client.sink.has("end 1111111111111111 unset at 1767323046000000000")); // an event is a point
}

void TestLangfuseBatch::aBatchThatIsNoneIsABadRequest()
{
    DeskClient client;
    QCOMPARE(client.post(door, "{\"batch\":7}").status, 400);
    QCOMPARE(client.post(door, "[]").status, 400);
    QCOMPARE(client.post(door, "{\"batch\":[").status, 400);
    QCOMPARE(client.post(door, "x", "application/x-protobuf").status, 415);
}

void TestLangfuseBatch::whatWasNotWrittenIsForgotten()
{
    DeskClient client;
    const std::string traceOnly =
        batch({sent("e1", "trace-create", "05", "\"id\":\"" + traceUuid + "\",\"name\":\"answer\"")});
    client.sink.error = Error{ErrorKind::unavailable, "full"};
    QCOMPARE(client.post(door, traceOnly).status, 503);
    client.sink.error.reset();
    client.desk().settle(std::chrono::milliseconds(0));
    QCOMPARE(client.sink.lines.size(), std::size_t(0));
    QCOMPARE(client.post(door, traceOnly).status, 207);
    client.desk().settle(std::chrono::milliseconds(0));
    QCOMPARE(client.sink.count("start "), std::size_t(1));
}

void TestLangfuseBatch::theOtherDoorsAnswer()
{
    DeskClient client;
    QVERIFY(client.get("/api/public/health").body.find("\"status\":\"OK\"") != std::string::npos);
    QVERIFY(client.get("/api/public/projects").body.find("\"data\":[{\"id\"") != std::string::npos);
    QVERIFY(client.post("/api/public/media", "{}").body.find("\"uploadUrl\":null") != std::string::npos);
    const HttpAnswer missing = client.get("/api/public/v2/prompts/greeting");
    QCOMPARE(missing.status, 404);
    QVERIFY(missing.body.find("LangfuseNotFoundError") != std::string::npos);
    QCOMPARE(client.post("/api/public/otel/v1/traces", "{\"resourceSpans\":[]}").body, std::string("{}"));
}

void TestLangfuseBatch::aLogRecordOfASpanIsItsEvent()
{
    DeskClient client;
    const HttpAnswer answer = client.post(
        "/v1/logs",
        logs("\"timeUnixNano\":\"9\",\"eventName\":\"gen_ai.user.message\",\"traceId\":"
             "\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"1111111111111111\",\"body\":{"
             "\"kvlistValue\":{\"values\":[{\"key\":\"content\",\"value\":{\"stringValue\":\"hi\"}}]}},"
             "\"attributes\":[{\"key\":\"gen_ai.system\",\"value\":{\"stringValue\":\"openai\"}}]"));
    QCOMPARE(answer.body, std::string("{}"));
    QVERIFY2(client.sink.has("event 1111111111111111 gen_ai.user.message at 9 "
                             "{\"gen_ai.system\":\"openai\",\"content\":\"hi\"}"),
             client.sink.text().c_str());
}

void TestLangfuseBatch::aLogRecordOfASessionIsASpanOfIt()
{
    DeskClient client;
    const auto call = [](const char* time) {
        const auto attribute = [](const char* key, const char* value) {
            return "{\"key\":\"" + std::string(key) + "\",\"value\":" + value + "}";
        };
        return logs("\"timeUnixNano\":\"" + std::string(time) +
                    "\",\"body\":{\"stringValue\":\"claude_code.api_request\"},\"attributes\":[" +
                    attribute("event.name", "{\"stringValue\":\"api_request\"}") + "," +
                    attribute("session.id", "{\"stringValue\":\"s1\"}") + "," +
                    attribute("model", "{\"stringValue\":\"m-1\"}") + "," +
                    attribute("duration_ms", "{\"intValue\":\"2\"}") + "," +
                    attribute("input_tokens", "{\"intValue\":\"10\"}") + "," +
                    attribute("cache_read_tokens", "{\"intValue\":\"30\"}") + "]");
    };
    QCOMPARE(client.post("/v1/logs", call("10000000")).status, 200);
    QCOMPARE(client.post("/v1/logs", call("20000000")).status, 200);
    QCOMPARE(client.sink.count("start "), std::size_t(3));
    const std::string text = client.sink.text();
    QVERIFY2(text.find(" agent session s1 at 10000000") != std::string::npos, text.c_str());
    QVERIFY2(text.find(" llm claude_code.api_request at 8000000") != std::string::npos, text.c_str());
    QVERIFY2(text.find(" llm claude_code.api_request at 18000000") != std::string::npos, text.c_str());
    QVERIFY2(text.find(" gen_ai.usage.input_tokens=40") != std::string::npos, text.c_str());
}

void TestLangfuseBatch::aLogRecordOfNothingIsRefused()
{
    DeskClient client;
    const HttpAnswer answer = client.post("/v1/logs", logs("\"body\":{\"stringValue\":\"x\"}"));
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.find("\"rejectedLogRecords\":\"1\"") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestLangfuseBatch)
#include "tst_langfuse_batch.moc"
