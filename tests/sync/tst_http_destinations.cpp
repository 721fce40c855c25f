// SPDX-License-Identifier: GPL-3.0-or-later
/// Deliveries over HTTP against a server that does everything a server can do wrong. What is Langfuse's own
/// is in tst_langfuse_destination.
#include <QtTest>

#include "sync/bad_server.h"
#include "sync/courier.h"
#include "sync/fakes.h"
#include "sync/http_stage.h"
#include "sync/langfuse_destination.h"
#include "sync/otlp_destination.h"

using namespace spanglass;
using namespace spanglass::sync;
using namespace std::chrono_literals;
using namespace std::string_literals;
using Manner = BadServer::Manner;
using Answer = BadServer::Answer;

Q_DECLARE_METATYPE(Answer)

namespace {

/// LF3, LF7: spans whose ids 997 divides are refused with the whole, 1999 in a partial success.
std::optional<Answer> refusal(const BadServer::Request& request)
{
    for (const auto& [divisor, answer] :
         {std::pair{997u, Answer{400, "one of them is malformed"}},
          std::pair{1999u,
                    Answer{200, R"({"partialSuccess":{"rejectedSpans":"1","errorMessage":"too odd"}})"}}}) {
        for (const std::string& id : request.spanIds) {
            if (std::stoull(id, nullptr, 16) % divisor == 0) {
                Answer refused = answer;
                refused.keeps = false; // nothing of it, so that only what is acknowledged counts
                return refused;
            }
        }
    }
    return std::nullopt;
}

Answer randomFault(std::uint64_t random)
{
    const std::vector<std::string> json{"Content-Type: application/json"};
    const Answer faults[] = {{401, "", json},
                             {403, "", json},
                             {404, "", json},
                             {413, "", json},
                             {429, "", {"Retry-After: 0"}},
                             {429, "", {"Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"}},
                             {429, "", {"Retry-After: soon"}},
                             {500, "", json},
                             {502, "", json},
                             {503, "", {"Retry-After: 0"}},
                             {504, "", json},
                             {302, "", {"Location: http://127.0.0.1:1/elsewhere"}},
                             {200, "{\"x", json},
                             {200, "<html>Welcome to the hotel", {"Content-Type: text/html"}},
                             {200, "{}", json, Manner::hang},
                             {200, std::string(2000, ' '), json, Manner::trickle},
                             {200, "{}", json, Manner::resetBefore},
                             {200, "{}", json, Manner::resetAfter},
                             {200, "{}", json, Manner::half},
                             {200, "", json, Manner::endless}};
    return faults[random % std::size(faults)];
}

} // namespace

class TestHttpDestinations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyAnswerHasItsVerdict_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const Answer& answer, Verdict verdict, const char* says = "") {
            QTest::newRow(name) << answer << int(verdict) << QString::fromUtf8(says);
        };
        const std::vector<std::string> json{"Content-Type: application/json"};
        row("200 with an empty object", {}, Verdict::delivered);
        row("200 with nothing", {200, "", json}, Verdict::delivered);
        row("200 with a full response", {200, R"({"partialSuccess":{}})", json}, Verdict::delivered);
        row("a warning without refusals", {200, R"({"partialSuccess":{"errorMessage":"hm"}})", json},
            Verdict::delivered);
        row("LF7 partial success",
            {200, R"({"partialSuccess":{"rejectedSpans":"1","errorMessage":"bad cost"}})", json},
            Verdict::bad, "refused 1 of 3 spans: bad cost");
        row("LF2 401", {401, "no", json}, Verdict::settings, "the key is wrong");
        row("LF2 403", {403, "no", json}, Verdict::settings, "may not write");
        row("LF2 404", {404, "no", json}, Verdict::settings, "mend the URL");
        row("LF3 400", {400, "spans[1].name missing", json}, Verdict::bad, "spans[1].name missing");
        row("LF4 413", {413, "", json}, Verdict::tooLarge);
        row("LF5 429", {429, "", {"Retry-After: 7"}}, Verdict::throttled, "fewer");
        row("LF6 500", {500, "oops", json}, Verdict::busy, "HTTP 500: oops");
        row("LF6 502", {502, "", json}, Verdict::busy);
        row("LF6 503", {503, "", {"Retry-After: 3"}}, Verdict::busy);
        row("LF6 504", {504, "", json}, Verdict::busy);
        row("LF8 hang", {200, "{}", json, Manner::hang}, Verdict::uncertain, "deadline");
        row("LF8 trickle", {200, std::string(2000, ' '), json, Manner::trickle}, Verdict::uncertain,
            "deadline");
        row("LF8 reset after the body", {200, "{}", json, Manner::resetAfter}, Verdict::uncertain);
        row("LF8 half a body", {200, "{}", json, Manner::half}, Verdict::uncertain);
        row("LF8 invalid JSON", {200, "{\"partial", json}, Verdict::uncertain, "no OTLP response");
        row("LF8 a captive portal's page", {200, "<html>Welcome to the hotel", {"Content-Type: text/html"}},
            Verdict::busy, "web page");
        row("LF8 endless body", {200, "", json, Manner::endless}, Verdict::uncertain, "longer");
        row("LF9 redirect", {302, "", {"Location: http://elsewhere.example/v1?token=abc"}}, Verdict::settings,
            "elsewhere.example");
        row("LF9 permanent redirect", {308, "", {"Location: https://elsewhere.example/"}}, Verdict::settings);
    }
    void everyAnswerHasItsVerdict()
    {
        QFETCH(Answer, answer);
        QFETCH(int, verdict);
        QFETCH(QString, says);
        BadServer server;
        server.answer = [&](const BadServer::Request&) { return answer; };
        OtlpDestination destination(config(server), credentials(), m_clock, 1500ms);
        Items items;
        const auto before = std::chrono::steady_clock::now();
        const Reply reply = destination.deliver(items.parcel);
        QVERIFY(std::chrono::steady_clock::now() - before < 7500ms);
        QVERIFY2(int(reply.verdict) == verdict,
                 (std::to_string(int(reply.verdict)) + " " + reply.message).c_str());
        QVERIFY2(QString::fromStdString(reply.message).contains(says), reply.message.c_str());
        QVERIFY(reply.message.find("abc") == std::string::npos);
    }

    void retryAfterReachesTheCourier()
    {
        BadServer server;
        server.answer = [](const BadServer::Request&) { return Answer{429, "", {"Retry-After: 7"}}; };
        OtlpDestination destination(config(server), credentials(), m_clock);
        QCOMPARE(destination.deliver(Items().parcel).retryAfter->count(), 7000);
    }

    void aResetBeforeTheBodyIsNoSuccess()
    {
        BadServer server;
        OtlpDestination destination(config(server), credentials(), m_clock, 3000ms);
        Items items(2000);
        server.resetNextBeforeItsBody();
        const Reply first = destination.deliver(items.parcel);
        // Qt tries a broken keep-alive connection once more by itself: then it is there, with an answer.
        QVERIFY(first.verdict == Verdict::uncertain || first.verdict == Verdict::busy ||
                (first.verdict == Verdict::delivered && server.kept().size() == 2000u));
    }

    void noServerIsBusyAndNothingLeft_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("refused") << "http://127.0.0.1:1";
        QTest::newRow("no such host") << "http://no-such-host.invalid";
    }
    void noServerIsBusyAndNothingLeft()
    {
        QFETCH(QString, url);
        BadServer server;
        DestinationConfig there = config(server);
        there.url = url.toStdString();
        OtlpDestination destination(there, credentials(), m_clock);
        QCOMPARE(destination.deliver(Items().parcel).verdict, Verdict::busy);
    }

    void credentialsStayOutOfMessages()
    {
        BadServer other, server;
        server.answer = [&](const BadServer::Request& request) {
            return Answer{400, "you sent " + request.head, {"Content-Type: text/plain"}};
        };
        OtlpDestination destination(config(server), credentials(), m_clock);
        const Reply refused = destination.deliver(Items().parcel);
        QVERIFY(refused.message.find("CANARY") == std::string::npos);
        QVERIFY(refused.message.find(QByteArray("pk-lf-1:" + QByteArray(canary)).toBase64().toStdString()) ==
                std::string::npos);
        QVERIFY(server.requests()[0].hasHeader("authorization: basic "));
    }

    void aRedirectIsNotFollowed_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void aRedirectIsNotFollowed()
    {
        QFETCH(int, status);
        BadServer other, server;
        server.answer = [&](const BadServer::Request&) {
            return Answer{status, "", {"Location: " + other.url() + "/v1/traces"}};
        };
        for (const DestinationKind kind : {DestinationKind::otlp, DestinationKind::langfuse}) {
            OtlpDestination otlp(config(server, kind), credentials(), m_clock);
            LangfuseDestination langfuse(config(server, kind), credentials(), m_clock);
            Destination& destination =
                kind == DestinationKind::otlp ? otlp : static_cast<Destination&>(langfuse);
            const Reply reply = destination.deliver(Items().parcel);
            QCOMPARE(reply.verdict, Verdict::settings);
            QVERIFY2(reply.message.find(other.url()) != std::string::npos, reply.message.c_str());
            QVERIFY(destination.check().verdict != Verdict::delivered);
        }
        QCOMPARE(other.connections().first, 0);
    }

    void oneConnectionIsReusedAndClosedAtRest()
    {
        BadServer server;
        OtlpDestination destination(config(server), credentials(), m_clock);
        Items items;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(destination.deliver(items.parcel).verdict, Verdict::delivered);
        QCOMPARE(server.connections(), (std::pair{1, 1}));
        destination.rest();
        QTRY_COMPARE(server.connections().second, 0);
        QCOMPARE(destination.deliver(items.parcel).verdict, Verdict::delivered);
        QCOMPARE(server.connections(), (std::pair{2, 1}));
    }

    void connectionsAreNotLeakedByFailures()
    {
        const auto descriptors = [] {
            return QDir(u"/proc/self/fd"_qs)
                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                .size();
        };
        BadServer server;
        int number = 0;
        server.answer = [&](const BadServer::Request&) {
            const Manner manners[] = {Manner::resetAfter, Manner::half, Manner::plain};
            return Answer{200, "{}", {}, manners[number++ % 3]};
        };
        Items items;
        OtlpDestination destination(config(server), credentials(), m_clock);
        (void)destination.deliver(items.parcel); // opens what stays open
        destination.rest();
        QTRY_COMPARE(server.connections().second, 0);
        const auto before = descriptors();
        for (int i = 0; i < 60; ++i)
            (void)destination.deliver(items.parcel);
        destination.rest();
        QTRY_COMPARE(server.connections().second, 0);
        QTRY_VERIFY(descriptors() <= before);
    }

    void stopEndsARequestThatHangs()
    {
        BadServer server;
        server.answer = [](const BadServer::Request&) { return Answer{200, "", {}, Manner::hang}; };
        OtlpDestination destination(config(server), credentials(), m_clock, 60s);
        std::thread stopper([&] {
            while (server.requests().empty())
                std::this_thread::yield();
            destination.stop();
        });
        const Reply reply = destination.deliver(Items().parcel);
        stopper.join();
        QCOMPARE(reply.verdict, Verdict::cancelled);
    }

    void aCheckTellsWhetherItWouldWork()
    {
        BadServer server;
        OtlpDestination destination(config(server), credentials(), m_clock);
        QCOMPARE(destination.check().verdict, Verdict::delivered);
        server.answer = [](const BadServer::Request&) { return Answer{401}; };
        QCOMPARE(destination.check().verdict, Verdict::settings);
        QVERIFY(server.kept().empty());
    }

    void protobufGoesWhereJsonIsNotWanted()
    {
        BadServer server;
        DestinationConfig there = config(server);
        there.json = false;
        server.answer = [](const BadServer::Request&) {
            return Answer{200, "", {"Content-Type: application/x-protobuf"}};
        };
        OtlpDestination destination(there, credentials(), m_clock);
        QCOMPARE(destination.deliver(Items().parcel).verdict, Verdict::delivered);
        QVERIFY(server.requests()[0].hasHeader("content-type: application/x-protobuf"));
        QVERIFY(server.requests()[0].body.find("step") != std::string::npos);
        // A refusal in protobuf: partial_success {rejected_spans: 1, error_message: "x"}.
        server.answer = [](const BadServer::Request&) {
            return Answer{200, "\x0a\x05\x08\x01\x12\x01x"s, {"Content-Type: application/x-protobuf"}};
        };
        QCOMPARE(destination.deliver(Items().parcel).verdict, Verdict::bad);
    }

    /// Every row of LF in random order; ids never change, refusals are settled alone, nothing is lost.
    void afterRandomFaultsEachSpanIsKeptOnceInEffect()
    {
        const int faults = qEnvironmentVariableIntValue("SPANGLASS_FULL") != 0 ? 200 : 20;
        const int spans = faults * 500;
        BadServer server;
        std::mt19937_64 random(11);
        std::atomic<int> left = faults;
        server.answer = [&](const BadServer::Request& request) {
            if (const auto refused = refusal(request))
                return *refused;
            if (left <= 0 || random() % 3 == 0)
                return Answer{};
            --left;
            return randomFault(random());
        };
        FakeClock clock;
        FakeOutbox outbox;
        outbox.add(spans);
        OtlpDestination destination(config(server), credentials(), clock, 300ms);
        CourierSettings settings;
        settings.limits.spans = 500;
        settings.backlogSpans = 100'000'000; // in log order
        settings.seed = 3;
        Courier courier(outbox, destination, clock, settings, [&](Milliseconds time) { clock.pass(time); });
        int pauses = 0;
        while (!courier.idle()) {
            clock.pass(std::max(courier.step(), 1ms));
            if (outbox.theOrders.paused) { // LF2, LF9: the user mends the setting
                ++pauses;
                outbox.theOrders.paused = false;
                ++outbox.theOrders.retryRequests;
            }
        }
        const int poisoned = spans / 997 + spans / 1999 - spans / (997 * 1999);
        const auto kept = server.kept();
        qInfo("%d faults, %d spans, %zu kept, %zu refused for good, paused %d times", faults, spans,
              kept.size(), outbox.quarantine.size(), pauses);
        QCOMPARE(int(kept.size()), spans - poisoned); // keyed by id: what came twice is there once
        QCOMPARE(int(outbox.delivered), spans - poisoned);
        QCOMPARE(int(outbox.quarantine.size()), poisoned);
        for (const auto& [id, reason] : outbox.quarantine)
            QVERIFY2(id % 997 == 0 || id % 1999 == 0, reason.c_str());
        QVERIFY(left <= 0);
        QVERIFY(pauses > 0);
        QVERIFY(outbox.largestWindow <= 500);
    }

private:
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestHttpDestinations)
#include "tst_http_destinations.moc"
