// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write into the receiver: every way in which a web page could try, and every way of honest programs.
#include <QtTest>

#include "receive/desk.h"
#include "recording_sink.h"

using namespace spanglass;
using namespace spanglass::receive;

namespace {

constexpr const char* body = R"({"resourceSpans":[{"scopeSpans":[{"spans":[{)"
                             R"("traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331",)"
                             R"("name":"x","startTimeUnixNano":"1","endTimeUnixNano":"2"}]}]}]})";

/// A request as it would come over the wire, through both of the desk's steps.
struct Outcome
{
    HttpAnswer answer;
    std::size_t written = 0;
};

Outcome knock(const Policy& policy, const std::string& method, const std::vector<HttpHeader>& headers,
              const std::string& target = "/v1/traces")
{
    RecordingSink sink;
    Desk desk(sink, {.policy = policy, .say = {}});
    HttpRequest request;
    request.method = method;
    request.target = target;
    request.headers = headers;
    request.body = body;
    request.body.reserve(request.body.size() + 64);
    auto refusal = desk.refusal(request);
    Outcome outcome{refusal ? *refusal : desk.serve(request), 0};
    outcome.written = sink.lines.size();
    return outcome;
}

std::string headerOf(const HttpAnswer& answer, const std::string& name)
{
    for (const auto& [key, value] : answer.headers) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

class TestJudge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noForeignPageWritesOrReads();
    void aReboundNameIsRefusedEvenWithoutAnOrigin_data();
    void aReboundNameIsRefusedEvenWithoutAnOrigin();
    void whatAFormCanSendIsNotTaken_data();
    void whatAFormCanSendIsNotTaken();
    void aPageWithoutOriginIsKnownByItsFetchMetadata_data();
    void aPageWithoutOriginIsKnownByItsFetchMetadata();
    void programsAreLetIn_data();
    void programsAreLetIn();
    void hostsAreTakenForWhatTheyAre_data();
    void hostsAreTakenForWhatTheyAre();
    void aListedOriginIsLetIn();
    void aListedOriginsPreflightIsAnswered();
    void withATokenNothingComesInWithoutIt_data();
    void withATokenNothingComesInWithoutIt();
    void thePortIsWriteOnly_data();
    void thePortIsWriteOnly();
};

void TestJudge::noForeignPageWritesOrReads()
{
    const std::vector<std::string> hosts{"127.0.0.1:4318", "localhost:4318", "[::1]:4318",
                                         "evil.example:4318", "127.0.0.1.evil.example"};
    const std::vector<std::string> origins{
        "https://evil.example",  "http://evil.example:4318",           "null",   "",
        "http://localhost:3000", "http://127.0.0.1:4318.evil.example", "file://"};
    const std::vector<std::string> types{"application/json",    "application/x-protobuf",
                                         "text/plain",          "application/x-www-form-urlencoded",
                                         "multipart/form-data", ""};
    const std::vector<std::string> methods{"POST", "OPTIONS", "GET", "PUT"};
    int combinations = 0;
    for (const auto& host : hosts) {
        for (const auto& origin : origins) {
            for (const auto& type : types) {
                for (const auto& method : methods) {
                    std::vector<HttpHeader> headers{{"host", host}, {"origin", origin}};
                    if (!type.empty())
                        headers.push_back({"content-type", type});
                    if (method == "OPTIONS")
                        headers.push_back({"access-control-request-method", "POST"});
                    const Outcome outcome = knock({}, method, headers);
                    ++combinations;
                    const std::string what = method + ' ' + host + ' ' + origin + ' ' + type;
                    QVERIFY2(outcome.answer.status == 403, what.c_str());
                    QVERIFY2(outcome.written == 0, what.c_str());
                    QVERIFY2(headerOf(outcome.answer, "Access-Control-Allow-Origin").empty(), what.c_str());
                }
            }
        }
    }
    QVERIFY(combinations >= 60);
}

/// A page whose name was re-bound to 127.0.0.1 is of one origin with the port: its GET carries no Origin.
void TestJudge::aReboundNameIsRefusedEvenWithoutAnOrigin_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("target");
    for (const char* host :
         {"evil.example:4318", "127.0.0.1.evil.example:4318", "localhost.evil.example", ""}) {
        for (const char* method : {"GET", "POST"}) {
            for (const char* target : {"/v1/traces", "/api/public/health", "/api/public/projects"})
                QTest::addRow("%s %s of %s", method, target, *host ? host : "nobody")
                    << QByteArray(method) << QByteArray(host) << QByteArray(target);
        }
    }
}

void TestJudge::aReboundNameIsRefusedEvenWithoutAnOrigin()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, target);
    const Outcome outcome =
        knock({}, method.toStdString(), {{"host", host.toStdString()}, {"content-type", "application/json"}},
              target.toStdString());
    QCOMPARE(outcome.answer.status, 403);
    QCOMPARE(outcome.written, std::size_t(0));
}

/// What needs no preflight (Fetch standard, "CORS-safelisted request-header") is no type of ours, so that not
/// even a browser that hides where a request comes from can write.
void TestJudge::whatAFormCanSendIsNotTaken_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char* type : {"text/plain", "text/plain;charset=UTF-8", "application/x-www-form-urlencoded",
                             "multipart/form-data; boundary=x", ""})
        QTest::newRow(*type ? type : "no type") << QByteArray(type);
}

void TestJudge::whatAFormCanSendIsNotTaken()
{
    QFETCH(const QByteArray, type);
    for (const char* target : {"/v1/traces", "/v1/logs", "/v1/metrics", "/api/public/otel/v1/traces",
                               "/api/public/ingestion", "/api/public/media"}) {
        std::vector<HttpHeader> headers{{"host", "localhost:4318"}};
        if (!type.isEmpty())
            headers.push_back({"content-type", type.toStdString()});
        const Outcome outcome = knock({}, "POST", headers, target);
        QCOMPARE(outcome.answer.status, 415);
        QCOMPARE(outcome.written, std::size_t(0));
    }
}

void TestJudge::aPageWithoutOriginIsKnownByItsFetchMetadata_data()
{
    QTest::addColumn<QByteArray>("site");
    QTest::addColumn<int>("status");
    QTest::newRow("another site") << QByteArray("cross-site") << 403;
    QTest::newRow("a sibling") << QByteArray("same-site") << 403;
    QTest::newRow("a re-bound name") << QByteArray("same-origin") << 403;
    QTest::newRow("typed by the user") << QByteArray("none") << 200;
}

void TestJudge::aPageWithoutOriginIsKnownByItsFetchMetadata()
{
    QFETCH(const QByteArray, site);
    QFETCH(const int, status);
    const Outcome outcome =
        knock({}, "GET", {{"host", "localhost:4318"}, {"sec-fetch-site", site.toStdString()}},
              "/api/public/health");
    QCOMPARE(outcome.answer.status, status);
}

void TestJudge::programsAreLetIn_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("by address") << QByteArray("127.0.0.1:4318") << QByteArray("application/json");
    QTest::newRow("by name") << QByteArray("localhost:4318") << QByteArray("application/json");
    QTest::newRow("by IPv6") << QByteArray("[::1]:4318") << QByteArray("application/json");
    QTest::newRow("with parameters in the type")
        << QByteArray("localhost") << QByteArray("Application/JSON; charset=utf-8");
}

void TestJudge::programsAreLetIn()
{
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, type);
    const Outcome outcome =
        knock({}, "POST", {{"host", host.toStdString()}, {"content-type", type.toStdString()}});
    QCOMPARE(outcome.answer.status, 200);
    QVERIFY(outcome.written > 0);
}

void TestJudge::hostsAreTakenForWhatTheyAre_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("loopback");
    for (const char* good :
         {"127.0.0.1", "127.0.0.1:4318", "127.255.0.9:1", "localhost", "LocalHost:80", "[::1]", "[::1]:4318"})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char* bad : {"", "127.0.0.1.evil.example", "localhost.evil.example", "evil-localhost",
                            "127.0.0.256", "127.0.0.1:x", "127.0.0.1:", "127.0.0.1:99999999", "127.1",
                            "127.0.0.01", "128.0.0.1", "0.0.0.0", "[::2]", "[::1", "::1",
                            "[::ffff:127.0.0.1].evil", "127.0.0.1@evil.example", "localhost evil.example"})
        QTest::newRow(bad) << QByteArray(bad) << false;
}

void TestJudge::hostsAreTakenForWhatTheyAre()
{
    QFETCH(const QByteArray, host);
    QFETCH(const bool, loopback);
    QCOMPARE(isLoopbackHost(host.toStdString()), loopback);
}

void TestJudge::aListedOriginIsLetIn()
{
    const Policy policy{.allowedOrigins = {"http://localhost:5173"}, .token = {}, .ownHosts = {}};
    const std::vector<HttpHeader> base{{"host", "localhost:4318"}, {"content-type", "application/json"}};
    auto withOrigin = [&](const std::string& origin) {
        auto headers = base;
        headers.push_back({"origin", origin});
        return knock(policy, "POST", headers).answer;
    };
    const HttpAnswer good = withOrigin("http://localhost:5173");
    QCOMPARE(good.status, 200);
    QCOMPARE(headerOf(good, "Access-Control-Allow-Origin"), std::string("http://localhost:5173"));
    QCOMPARE(headerOf(good, "Vary"), std::string("Origin"));
    for (const char* other : {"http://localhost:5174", "https://localhost:5173", "http://localhost:5173/",
                              "http://localhost:5173.evil.example", "HTTP://LOCALHOST:5173"})
        QCOMPARE(withOrigin(other).status, 403);
}

void TestJudge::aListedOriginsPreflightIsAnswered()
{
    const Policy policy{.allowedOrigins = {"http://localhost:5173"}, .token = "secret", .ownHosts = {}};
    const Outcome outcome = knock(policy, "OPTIONS",
                                  {{"host", "localhost:4318"},
                                   {"origin", "http://localhost:5173"},
                                   {"access-control-request-method", "POST"},
                                   {"access-control-request-private-network", "true"}});
    QCOMPARE(outcome.answer.status, 204);
    QCOMPARE(headerOf(outcome.answer, "Access-Control-Allow-Methods"), std::string("POST, OPTIONS"));
    QCOMPARE(headerOf(outcome.answer, "Access-Control-Allow-Private-Network"), std::string("true"));
    QCOMPARE(outcome.written, std::size_t(0));
}

void TestJudge::withATokenNothingComesInWithoutIt_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const char* header, const char* value, int status) {
        QTest::newRow(name) << QByteArray(header) << QByteArray(value) << status;
    };
    row("as Bearer", "authorization", "Bearer s3cret", 200);
    row("as bearer", "authorization", "bearer s3cret", 200);
    row("as a Langfuse secret key", "authorization", "Basic cGs6czNjcmV0", 200); // pk:s3cret
    row("in a header of its own", "x-spanglass-token", "s3cret", 200);
    row("none", "accept", "*/*", 401);
    row("a wrong one", "authorization", "Bearer s3cres", 401);
    row("a beginning of it", "authorization", "Bearer s3cre", 401);
    row("it and more", "authorization", "Bearer s3crets", 401);
    row("an empty one", "authorization", "Bearer ", 401);
    row("as a Langfuse public key", "authorization", "Basic czNjcmV0OnBr", 401); // s3cret:pk
    row("Basic that is none", "authorization", "Basic ***", 401);
}

void TestJudge::withATokenNothingComesInWithoutIt()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, value);
    QFETCH(const int, status);
    const Policy policy{.allowedOrigins = {}, .token = "s3cret", .ownHosts = {"192.168.1.5"}};
    const Outcome outcome = knock(policy, "POST",
                                  {{"host", "192.168.1.5:4318"},
                                   {"content-type", "application/json"},
                                   {header.toStdString(), value.toStdString()}});
    QCOMPARE(outcome.answer.status, status);
    QCOMPARE(outcome.written > 0, status == 200);
}

void TestJudge::thePortIsWriteOnly_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    const auto row = [](const char* method, const char* target, int status) {
        QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target) << status;
    };
    row("GET", "/v1/traces", 405);
    row("HEAD", "/v1/traces", 405);
    row("DELETE", "/v1/traces", 405);
    row("GET", "/", 404);
    row("GET", "/api/public/traces", 404);
    row("GET", "/api/public/v2/prompts/x", 404);
    row("GET", "/api/public/observations", 404);
    row("POST", "/v1/tracesx", 404);
    row("POST", "/v1/traces/../../etc/passwd", 404);
}

void TestJudge::thePortIsWriteOnly()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const int, status);
    const Outcome outcome =
        knock({}, method.toStdString(), {{"host", "localhost"}, {"content-type", "application/json"}},
              target.toStdString());
    QCOMPARE(outcome.answer.status, status);
    QCOMPARE(outcome.written, std::size_t(0));
}

QTEST_APPLESS_MAIN(TestJudge)
#include "tst_judge.moc"
