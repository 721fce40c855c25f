// SPDX-License-Identifier: GPL-3.0-or-later
/// Langfuse's doors: spans by OTLP, scores by their own, batches for older servers, and what is asked back.
#include <QtTest>

#include "sync/http_stage.h"
#include "sync/langfuse_batch.h"
#include "sync/langfuse_destination.h"

using namespace spanglass;
using namespace spanglass::sync;
using namespace std::string_literals;
using Answer = BadServer::Answer;

class tst_langfuse_destination : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void langfuseGetsItsPathHeadersAndVersion()
    {
        BadServer server;
        LangfuseDestination destination(config(server, DestinationKind::langfuse), credentials(), m_clock);
        QCOMPARE(destination.deliver(Items().parcel).verdict, Verdict::delivered);
        const BadServer::Request request = server.requests()[0];
        QCOMPARE(request.path, "/api/public/otel/v1/traces"s);
        QVERIFY(request.hasHeader("x-langfuse-ingestion-version: 4"));
        QVERIFY(request.hasHeader("authorization: basic "));
        QVERIFY(request.hasHeader("content-encoding: gzip"));
        QCOMPARE(request.spanIds,
                 (std::vector<std::string>{"0000000000000001", "0000000000000002", "0000000000000003"}));
    }

    void langfuseScoresGoThroughTheScoresApi()
    {
        BadServer server;
        server.answer = [](const BadServer::Request& request) {
            const bool bad = request.body.find("\"tone\"") != std::string::npos;
            return bad ? Answer{400, R"({"message":"tone is reserved"})"} : Answer{200, R"({"id":"x"})"};
        };
        LangfuseDestination destination(config(server, DestinationKind::langfuse), credentials(), m_clock);
        const std::vector<ScoreItem> scores{{1, {1, 2}, {3}, {"quality", 0.5, "ok"}, 0},
                                            {2, {1, 2}, {}, {"tone", "warm"s, ""}, 0},
                                            {3, {1, 2}, {}, {"safe", true, ""}, 0}};
        const TraceRows none;
        Parcel parcel;
        parcel.scores = scores;
        parcel.traces = &none;
        const Reply reply = destination.deliver(parcel);
        QCOMPARE(reply.verdict, Verdict::delivered);
        QCOMPARE(reply.rejected.size(), 1u);
        QCOMPARE(reply.rejected[0].index, 1u);
        const auto sent = server.requests();
        QCOMPARE(sent[0].path, "/api/public/scores"s);
        const QJsonObject first = QJsonDocument::fromJson(QByteArray::fromStdString(sent[0].body)).object();
        QCOMPARE(first[u"observationId"].toString(), u"0000000000000003"_qs);
        QCOMPARE(first[u"dataType"].toString(), u"NUMERIC"_qs);
        QCOMPARE(
            QJsonDocument::fromJson(QByteArray::fromStdString(sent[2].body)).object()[u"dataType"].toString(),
            u"BOOLEAN"_qs);
    }

    void anOlderLangfuseGetsBatchesUntilItAsksForOtlp()
    {
        BadServer server;
        bool newer = false;
        server.answer = [&](const BadServer::Request& request) {
            if (request.path.find("otel") != std::string::npos)
                return newer ? Answer{} : Answer{404, "{}"};
            const QJsonDocument batch = QJsonDocument::fromJson(QByteArray::fromStdString(request.body));
            QJsonArray successes, errors;
            for (const QJsonValue event : batch[QLatin1String("batch")].toArray()) {
                if (newer)
                    errors.append(QJsonObject{{u"id"_qs, event[u"id"]},
                                              {u"status"_qs, 400},
                                              {u"message"_qs, u"events_only: use the OTel endpoint"_qs}});
                else
                    successes.append(QJsonObject{{u"id"_qs, event[u"id"]}, {u"status"_qs, 201}});
            }
            return Answer{207,
                          QJsonDocument(QJsonObject{{u"successes"_qs, successes}, {u"errors"_qs, errors}})
                              .toJson()
                              .toStdString()};
        };
        LangfuseDestination destination(config(server, DestinationKind::langfuse), credentials(), m_clock);
        QCOMPARE(destination.deliver(Items().parcel).verdict, Verdict::delivered);
        QCOMPARE(destination.deliver(Items().parcel).verdict, Verdict::delivered);
        QCOMPARE(server.requests().size(), 3u); // the OTLP way is not tried again
        newer = true;
        QCOMPARE(destination.deliver(Items().parcel).verdict, Verdict::busy);
        QCOMPARE(destination.deliver(Items().parcel).verdict, Verdict::delivered);
        QCOMPARE(server.requests().back().path, "/api/public/otel/v1/traces"s);
    }

    void ofA207OnlyAcknowledgedIdsAreDelivered_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("rejected");
        const auto id = [](int n) {
            return QStringLiteral("\"span-00000000000000010000000000000002-%1\"")
                .arg(n, 16, 16, QLatin1Char('0'));
        };
        const auto ok = [&](int n) { return QStringLiteral("{\"id\":%1,\"status\":201}").arg(id(n)); };
        const auto no = [&](int n, int status) {
            return QStringLiteral("{\"id\":%1,\"status\":%2,\"message\":\"m\"}").arg(id(n)).arg(status);
        };
        QTest::newRow("all of them") << u"{\"successes\":[%1,%2,%3],\"errors\":[]}"_qs.arg(ok(1), ok(2),
                                                                                           ok(3))
                                     << int(Verdict::delivered) << 0;
        QTest::newRow("one refused") << u"{\"successes\":[%1,%2],\"errors\":[%3]}"_qs.arg(ok(1), ok(2),
                                                                                          no(3, 400))
                                     << int(Verdict::delivered) << 1;
        QTest::newRow("one missing") << u"{\"successes\":[%1,%2],\"errors\":[]}"_qs.arg(ok(1), ok(2))
                                     << int(Verdict::bad) << 0;
        QTest::newRow("an unknown id instead")
            << u"{\"successes\":[%1,%2,%3],\"errors\":[]}"_qs.arg(ok(1), ok(2), ok(9)) << int(Verdict::bad)
            << 0;
        QTest::newRow("one failed for now")
            << u"{\"successes\":[%1,%2],\"errors\":[%3]}"_qs.arg(ok(1), ok(2), no(3, 500))
            << int(Verdict::busy) << 0;
        QTest::newRow("no result at all") << u"{}"_qs << int(Verdict::uncertain) << 0;
    }
    void ofA207OnlyAcknowledgedIdsAreDelivered()
    {
        QFETCH(QString, answer);
        QFETCH(int, verdict);
        QFETCH(int, rejected);
        HttpReply reply;
        reply.status = 207;
        reply.body = answer.toStdString();
        Items items;
        const BatchVerdict result = langfuseBatchVerdict(reply, items.parcel, {});
        QCOMPARE(int(result.reply.verdict), verdict);
        QCOMPARE(int(result.reply.rejected.size()), rejected);
    }

    void langfuseChecksHealthThenTheKeys()
    {
        BadServer server;
        server.answer = [](const BadServer::Request& request) {
            if (request.path == "/api/public/health")
                return Answer{200, R"({"status":"OK","version":"3.1.0"})"};
            return request.hasHeader("authorization: basic ")
                       ? Answer{200, R"({"data":[{"id":"p1","name":"demo"}]})"}
                       : Answer{401};
        };
        LangfuseDestination destination(config(server, DestinationKind::langfuse), credentials(), m_clock);
        const Reply reply = destination.check();
        QCOMPARE(reply.verdict, Verdict::delivered);
        QCOMPARE(reply.message, "Langfuse 3.1.0, project demo"s);
        QCOMPARE(destination.traceLink({1, 2}),
                 server.url() + "/project/p1/traces/00000000000000010000000000000002");
    }

    /// Pages by cursor of the newer endpoint; one question per trace, from its earliest span on.
    void whatIsUncertainIsReadBackByPages()
    {
        BadServer server;
        server.answer = [](const BadServer::Request& request) {
            return request.path.find("cursor=next%3D") == std::string::npos
                       ? Answer{200, R"({"data":[{"id":"0000000000000001"}],"meta":{"cursor":"next="}})"}
                       : Answer{200, R"({"data":[{"id":"0000000000000003"}],"meta":{}})"};
        };
        LangfuseDestination destination(config(server, DestinationKind::langfuse), credentials(), m_clock);
        const auto there = destination.verify(Items().parcel);
        QVERIFY(there);
        QCOMPARE(*there, (std::vector<std::size_t>{0, 2}));
        QCOMPARE(server.requests().size(), 2u);
        QVERIFY(server.requests()[0].path.starts_with("/api/public/v2/observations?traceId="
                                                      "00000000000000010000000000000002"));
        QVERIFY(server.requests()[0].path.find("fromStartTime=1969-12-31T23:59:59Z") != std::string::npos);
    }

    void scoresLoggedOnSpansGoWithThem()
    {
        BadServer server;
        int failures = 1;
        server.answer = [&](const BadServer::Request& request) {
            if (request.path != "/api/public/scores")
                return Answer{};
            if (failures-- > 0)
                return Answer{503};
            return request.body.find("\"tone\"") != std::string::npos ? Answer{400, "tone is reserved"}
                                                                      : Answer{200, R"({"id":"x"})"};
        };
        LangfuseDestination destination(config(server, DestinationKind::langfuse), credentials(), m_clock);
        Items items;
        items.items[1].span.scores = {{"quality", 0.5, ""}};
        items.items[2].span.scores = {{"tone", "warm"s, ""}};
        QCOMPARE(destination.deliver(items.parcel).verdict, Verdict::busy); // all of it again
        const Reply reply = destination.deliver(items.parcel);
        QCOMPARE(reply.verdict, Verdict::delivered);
        QCOMPARE(reply.rejected.size(), 1u);
        QCOMPARE(reply.rejected[0].index, 2u);
        QVERIFY2(reply.rejected[0].reason.find("its score not") != std::string::npos,
                 reply.rejected[0].reason.c_str());
        // Whether scores arrived cannot be read back with the spans: such a parcel is never taken for there.
        QVERIFY(!destination.verify(items.parcel));
    }

    void whatIsUncertainIsReadBack()
    {
        BadServer server;
        server.answer = [](const BadServer::Request& request) {
            if (request.path.starts_with("/api/public/v2/"))
                return Answer{404};
            return Answer{200, R"({"data":[{"id":"0000000000000002"}],"meta":{}})"};
        };
        LangfuseDestination destination(config(server, DestinationKind::langfuse), credentials(), m_clock);
        const auto there = destination.verify(Items().parcel);
        QVERIFY(there);
        QCOMPARE(*there, std::vector<std::size_t>{1});
    }

private:
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(tst_langfuse_destination)
#include "tst_langfuse_destination.moc"
