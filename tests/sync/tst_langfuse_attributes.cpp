// SPDX-License-Identifier: GPL-3.0-or-later
/// Each rule by which Langfuse reads OTLP attributes, checked on what is sent to it; and what redaction
/// leaves.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QtTest>

#include "sync/langfuse_attributes.h"
#include "sync/langfuse_scores.h"
#include "sync/outgoing_spans.h"
#include "sync/redaction.h"

using namespace spanglass;
using namespace spanglass::sync;
using namespace std::string_literals;

namespace {

trace::Span generation()
{
    trace::Span span;
    span.trace = {1, 2};
    span.id = {3};
    span.parent = {4};
    span.kind = Kind::llm;
    span.startUnixNs = 1'700'000'000'000'000'000;
    span.durationNs = 2'000'000'000;
    span.model = "m-1";
    span.tokens = {1200, 200, 80, 30, 1280};
    span.cost = Decimal::parse("0.045");
    span.timeToFirstTokenNs = 250'000'000;
    span.input = "what?"s;
    span.output = trace::Json{R"({"answer":7})"};
    return span;
}

trace::TraceRow row()
{
    trace::TraceRow row;
    row.id = {1, 2};
    row.name = "answer";
    row.user = "ada";
    row.session = "s-1";
    row.environment = "Staging EU";
    row.release = "1.2";
    row.version = "v9";
    row.tags = {"a", "b\"c"};
    return row;
}

std::string text(const trace::Attributes& attributes, const char* key)
{
    for (const trace::Attribute& attribute : attributes) {
        if (attribute.key == key)
            return std::holds_alternative<std::string>(attribute.value)
                       ? std::get<std::string>(attribute.value)
                       : "(no text)";
    }
    return "(absent)";
}

QJsonObject json(const std::string& text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

/// Spans as one request carries them.
class Sent
{
public:
    void add(const trace::Span& span)
    {
        Item item;
        item.span = span;
        m_items.push_back(item);
    }
    [[nodiscard]] Parcel parcel() const
    {
        Parcel parcel;
        parcel.spans = m_items;
        parcel.traces = &m_rows;
        return parcel;
    }
    [[nodiscard]] std::vector<QJsonObject> spans() const
    {
        DestinationConfig config;
        config.kind = DestinationKind::langfuse;
        std::vector<QJsonObject> out;
        const QJsonObject body = json(outgoingBody(parcel(), config).bytes);
        for (const QJsonValue resource : body[u"resourceSpans"].toArray()) {
            for (const QJsonValue scope : resource[u"scopeSpans"].toArray()) {
                for (const QJsonValue span : scope[u"spans"].toArray())
                    out.push_back(span.toObject());
            }
        }
        return out;
    }

private:
    std::vector<Item> m_items;
    TraceRows m_rows;
};

QMap<QString, QJsonObject> attributesOf(const QJsonObject& span)
{
    QMap<QString, QJsonObject> out;
    for (const QJsonValue attribute : span[u"attributes"].toArray())
        out[attribute[u"key"].toString()] = attribute[u"value"].toObject();
    return out;
}

QMap<QString, QJsonObject> sentAttributes(const trace::Span& span)
{
    Sent sent;
    sent.add(span);
    return attributesOf(sent.spans().at(0));
}

} // namespace

class TestLangfuseAttributes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kindsAreObservationTypes()
    {
        QCOMPARE(langfuseType(Kind::llm), "generation"s);
        QCOMPARE(langfuseType(Kind::reranker), "retriever"s);
        for (const Kind kind : {Kind::span, Kind::agent, Kind::tool, Kind::retriever, Kind::embedding,
                                Kind::chain, Kind::guardrail, Kind::evaluator})
            QCOMPARE(langfuseType(kind), name(kind));
        QCOMPARE(text(langfuseAttributes(generation(), nullptr), "langfuse.observation.type"), "generation"s);
    }

    void everySpanCarriesItsTrace()
    {
        const trace::TraceRow trace = row();
        const auto out = langfuseAttributes(generation(), &trace);
        QCOMPARE(text(out, "langfuse.trace.name"), "answer"s);
        QCOMPARE(text(out, "user.id"), "ada"s);
        QCOMPARE(text(out, "session.id"), "s-1"s);
        QCOMPARE(text(out, "langfuse.trace.tags"), "[\"a\",\"b\\\"c\"]"s);
        QCOMPARE(text(out, "langfuse.environment"), "staging-eu"s);
        QCOMPARE(text(out, "langfuse.release"), "1.2"s);
        QCOMPARE(text(out, "langfuse.version"), "v9"s);
    }

    void usageIsDisjointInLangfusesSense()
    {
        trace::Span span = generation();
        QJsonObject usage =
            json(text(langfuseAttributes(span, nullptr), "langfuse.observation.usage_details"));
        QCOMPARE(usage[u"input"].toInt(), 1000);
        QCOMPARE(usage[u"input_cached_tokens"].toInt(), 200);
        QCOMPARE(usage[u"output"].toInt(), 50);
        QCOMPARE(usage[u"output_reasoning_tokens"].toInt(), 30);
        QCOMPARE(usage[u"total"].toInt(), 1280);
        span.attributes = {{"gen_ai.usage.cache_creation.input_tokens", std::int64_t{100}}};
        usage = json(text(langfuseAttributes(span, nullptr), "langfuse.observation.usage_details"));
        QCOMPARE(usage[u"input"].toInt(), 900);
        QCOMPARE(usage[u"input_cache_creation"].toInt(), 100);
    }

    void sumsOfAgentsAreNotCountedTwice()
    {
        trace::Span span = generation();
        span.kind = Kind::agent;
        QCOMPARE(text(langfuseAttributes(span, nullptr), "langfuse.observation.usage_details"), "(absent)"s);
        QCOMPARE(text(langfuseAttributes(span, nullptr), "langfuse.observation.cost_details"), "(absent)"s);
        QVERIFY(hiddenFromLangfuse(span, "gen_ai.usage.input_tokens"));
        QVERIFY(!hiddenFromLangfuse(generation(), "gen_ai.usage.input_tokens"));
    }

    void costIsExact()
    {
        QCOMPARE(text(langfuseAttributes(generation(), nullptr), "langfuse.observation.cost_details"),
                 R"({"total":0.045})"s);
    }

    void modelLevelAndFirstTokenAreThere()
    {
        trace::Span span = generation();
        span.level = Level::warning;
        const auto out = langfuseAttributes(span, nullptr);
        QCOMPARE(text(out, "langfuse.observation.model.name"), "m-1"s);
        QCOMPARE(text(out, "langfuse.observation.level"), "WARNING"s);
        QCOMPARE(text(out, "langfuse.observation.completion_start_time"), "2023-11-14T22:13:20.250Z"s);
    }

    void aFailedOutputHasAnErrorMember_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("nothing came") << QByteArray() << QByteArray(R"({"error":"timeout"})");
        QTest::newRow("an object") << QByteArray(R"({"a":1.50})")
                                   << QByteArray(R"({"a":1.50,"error":"timeout"})");
        QTest::newRow("an empty object") << QByteArray("{}") << QByteArray(R"({"error":"timeout"})");
        QTest::newRow("an object that says it")
            << QByteArray(R"({"error":"x"})") << QByteArray(R"({"error":"x"})");
        QTest::newRow("a list") << QByteArray("[1]") << QByteArray(R"({"output":[1],"error":"timeout"})");
        QTest::newRow("text") << QByteArray("half an ans")
                              << QByteArray(R"({"output":"half an ans","error":"timeout"})");
    }
    void aFailedOutputHasAnErrorMember()
    {
        QFETCH(QByteArray, output);
        QFETCH(QByteArray, sent);
        trace::Span span = generation();
        span.status = Status::error;
        span.statusMessage = "timeout";
        span.output = output.isEmpty() ? trace::Value() : trace::Value(output.toStdString());
        const auto out = langfuseAttributes(span, nullptr);
        QCOMPARE(QByteArray::fromStdString(text(out, "langfuse.observation.output")), sent);
        QCOMPARE(text(out, "langfuse.observation.level"), "ERROR"s);
        QCOMPARE(text(out, "langfuse.observation.status_message"), "timeout"s);
    }

    void promptsAreLinkedFromGenerationsByNameAndNumber_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("linked");
        QTest::newRow("a generation") << int(Kind::llm) << u"3"_qs << true;
        QTest::newRow("no other kind") << int(Kind::tool) << u"3"_qs << false;
        QTest::newRow("no version") << int(Kind::llm) << u""_qs << false;
        QTest::newRow("a label is no version") << int(Kind::llm) << u"latest"_qs << false;
    }
    void promptsAreLinkedFromGenerationsByNameAndNumber()
    {
        QFETCH(int, kind);
        QFETCH(QString, version);
        QFETCH(bool, linked);
        trace::Span span = generation();
        span.kind = Kind(kind);
        span.attributes = {{"gen_ai.prompt.name", "greet"s},
                           {"gen_ai.prompt.version", version.toStdString()}};
        const auto sent = sentAttributes(span);
        QCOMPARE(sent.contains(u"langfuse.observation.prompt.name"_qs), linked);
        // A number: Langfuse links nothing to text.
        QCOMPARE(sent[u"langfuse.observation.prompt.version"_qs][u"intValue"].toString(),
                 linked ? u"3"_qs : QString());
    }

    void metadataOfTheTraceIsOnEverySpan()
    {
        Sent sent;
        trace::Span root = generation();
        root.id = {4};
        root.parent = {};
        root.attributes = {{"metadata.team", "blue"s}};
        sent.add(root);
        sent.add(generation());
        for (const QJsonObject& span : sent.spans())
            QCOMPARE(attributesOf(span)[u"langfuse.trace.metadata.team"_qs][u"stringValue"].toString(),
                     u"blue"_qs);
        QVERIFY(attributesOf(sent.spans()[0]).contains(u"langfuse.observation.metadata.team"_qs));
        QVERIFY(!attributesOf(sent.spans()[1]).contains(u"langfuse.observation.metadata.team"_qs));
    }

    /// Ids as lower-case hex, members in camelCase, enumerations as numbers, nanoseconds as text.
    void theRequestIsAsLangfuseReadsIt()
    {
        Sent sent;
        trace::Span span = generation();
        span.trace = {0xABCDEF, 0x12};
        span.id = {0xFEDC};
        span.parent = {0xAB};
        span.status = Status::error;
        sent.add(span);
        const QJsonObject object = sent.spans()[0];
        QCOMPARE(object[u"traceId"].toString(), u"0000000000abcdef0000000000000012"_qs);
        QCOMPARE(object[u"spanId"].toString(), u"000000000000fedc"_qs);
        QCOMPARE(object[u"parentSpanId"].toString(), u"00000000000000ab"_qs);
        QVERIFY(object[u"kind"].isDouble());
        QCOMPARE(object[u"status"][u"code"].toInt(-1), 2);
        QCOMPARE(object[u"startTimeUnixNano"].toString(), u"1700000000000000000"_qs);
        QCOMPARE(object[u"endTimeUnixNano"].toString(), u"1700000002000000000"_qs);
        QVERIFY(object[u"attributes"].isArray());
    }

    void everyKindArrivesAsItsType_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("type");
        const std::pair<Kind, const char*> rows[] = {
            {Kind::span, "span"},           {Kind::llm, "generation"},     {Kind::agent, "agent"},
            {Kind::tool, "tool"},           {Kind::chain, "chain"},        {Kind::retriever, "retriever"},
            {Kind::embedding, "embedding"}, {Kind::reranker, "retriever"}, {Kind::guardrail, "guardrail"},
            {Kind::evaluator, "evaluator"}};
        for (const auto& [kind, type] : rows)
            QTest::newRow(std::string(name(kind)).c_str()) << int(kind) << QString::fromUtf8(type);
    }
    void everyKindArrivesAsItsType()
    {
        QFETCH(int, kind);
        QFETCH(QString, type);
        trace::Span span = generation();
        span.kind = Kind(kind);
        QCOMPARE(sentAttributes(span)[u"langfuse.observation.type"_qs][u"stringValue"].toString(), type);
    }

    void usageOfWhatOnlySumsUpIsNotSentInAnyForm()
    {
        for (const Kind kind : {Kind::agent, Kind::chain, Kind::tool}) {
            trace::Span span = generation();
            span.kind = kind;
            span.attributes = {{"gen_ai.usage.input_tokens", std::int64_t{9}},
                               {"llm.token_count.prompt", std::int64_t{9}},
                               {"gen_ai.tool.name", "search"s}};
            const auto sent = sentAttributes(span);
            for (const QString& key : sent.keys())
                QVERIFY2(!key.contains(u"usage"_qs) && !key.contains(u"token"_qs), qPrintable(key));
            QVERIFY(sent.contains(u"gen_ai.tool.name"_qs));
        }
    }

    void wholeNumbersThatJavaScriptWouldRoundGoAsText()
    {
        trace::Span span = generation();
        span.attributes = {{"big", std::int64_t{9'007'199'254'740'993}},
                           {"small", std::int64_t{9'007'199'254'740'992}}};
        const auto sent = sentAttributes(span);
        QCOMPARE(sent[u"big"_qs][u"stringValue"].toString(), u"9007199254740993"_qs);
        QCOMPARE(sent[u"small"_qs][u"intValue"].toString(), u"9007199254740992"_qs);
    }

    void scoresOfTheStoreAndOfSpansHaveIdsThatNeverChange()
    {
        Sent sent;
        trace::Span span = generation();
        span.scores = {{"quality", 0.5, "fine"}, {"quality", 0.7, ""}, {"safe", true, ""}};
        sent.add(span);
        std::vector<ScoreItem> stored{{11, {1, 2}, {}, {"tone", "warm"s, "hm"}, 77}};
        Parcel parcel = sent.parcel();
        const auto ofSpan = langfuseScores(parcel, DestinationConfig());
        QCOMPARE(ofSpan.size(), 3u);
        QVERIFY(json(ofSpan[0].json)[u"id"] != json(ofSpan[1].json)[u"id"]);
        QCOMPARE(json(ofSpan[0].json)[u"observationId"].toString(), u"0000000000000003"_qs);
        QCOMPARE(json(ofSpan[0].json)[u"comment"].toString(), u"fine"_qs);
        QCOMPARE(json(ofSpan[2].json)[u"dataType"].toString(), u"BOOLEAN"_qs);
        QCOMPARE(json(ofSpan[2].json)[u"value"].toInt(-1), 1); // JSON true is refused there
        QCOMPARE(langfuseScores(parcel, DestinationConfig())[1].json, ofSpan[1].json);
        parcel.spans = {};
        parcel.scores = stored;
        const QJsonObject ofTrace = json(langfuseScores(parcel, DestinationConfig())[0].json);
        QVERIFY(!ofTrace.contains(u"observationId"_qs));
        QCOMPARE(ofTrace[u"dataType"].toString(), u"CATEGORICAL"_qs);
        stored[0].id = 4; // another machine's row of the same score
        QCOMPARE(json(langfuseScores(parcel, DestinationConfig())[0].json)[u"id"], ofTrace[u"id"]);
    }

    void environmentsFollowLangfusesRule_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QString>("sent");
        QTest::newRow("lower case") << "Production"
                                    << "production";
        QTest::newRow("its own prefix goes") << "langfuse-test"
                                             << "test";
        QTest::newRow("forty characters") << QString(50, u'x') << QString(40, u'x');
        QTest::newRow("nothing left") << "langfuse"
                                      << "default";
    }
    void environmentsFollowLangfusesRule()
    {
        QFETCH(QString, environment);
        QFETCH(QString, sent);
        QCOMPARE(QString::fromStdString(langfuseEnvironment(environment.toStdString())), sent);
    }

    void redactionRemovesCutsAndMarks()
    {
        trace::Span span = generation();
        span.attributes = {
            {"input.value", span.input}, {"user.email", "a@b"s}, {"keep", std::string(100, 'x')}};
        const trace::Span out =
            redacted(span, {.removedKeys = {"user.*"}, .withoutContent = true, .valueBytes = 10});
        QVERIFY(std::holds_alternative<std::monostate>(out.input));
        QVERIFY(std::holds_alternative<std::monostate>(out.output));
        QCOMPARE(out.attributes.size(), 1u);
        const std::string kept = std::get<std::string>(out.attributes[0].value);
        QVERIFY(kept.starts_with("xxxxxxxxxx… [cut by spanglass: 100 bytes"));
    }

    void aRemovedAttributeIsNotSentAsTheInputEither()
    {
        trace::Span span = generation();
        span.attributes = {{"input.value", span.input}};
        const std::vector<Item> items{{{}, span, 0, 0}};
        const TraceRows none;
        Parcel parcel;
        parcel.spans = items;
        parcel.traces = &none;
        DestinationConfig config;
        config.kind = DestinationKind::langfuse;
        QVERIFY(outgoingBody(parcel, config).bytes.find("what?") != std::string::npos);
        config.redaction.removedKeys = {"input.value"};
        QVERIFY(outgoingBody(parcel, config).bytes.find("what?") == std::string::npos);
    }

    void secretsInUrlsAndHeadersAreRefusedWithTheOptionToUse_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("fine");
        QTest::newRow("a password in a Postgres URI")
            << int(DestinationKind::postgres) << "postgresql://u:pw@h/db" << false;
        QTest::newRow("a password parameter")
            << int(DestinationKind::postgres) << "postgresql://h/db?password=x" << false;
        QTest::newRow("a password keyword") << int(DestinationKind::postgres) << "host=h password=x" << false;
        QTest::newRow("a service") << int(DestinationKind::postgres) << "service=team" << true;
        QTest::newRow("a login in a URL") << int(DestinationKind::otlp) << "https://u:pw@h/" << false;
        QTest::newRow("a key in a query") << int(DestinationKind::otlp) << "https://h/?api_key=1" << false;
        QTest::newRow("a plain URL") << int(DestinationKind::otlp) << "https://h:4318" << true;
        QTest::newRow("no URL") << int(DestinationKind::langfuse) << "h:4318" << false;
        QTest::newRow("a file") << int(DestinationKind::otlp) << "file:///etc/passwd" << false;
    }
    void secretsInUrlsAndHeadersAreRefusedWithTheOptionToUse()
    {
        QFETCH(int, kind);
        QFETCH(QString, url);
        QFETCH(bool, fine);
        DestinationConfig config;
        config.kind = static_cast<DestinationKind>(kind);
        config.url = url.toStdString();
        const auto checked = checkUrl(config);
        QCOMPARE(checked.has_value(), fine);
        QVERIFY(!checkHeader({"Authorization", "Bearer x", ""}));
        QVERIFY(checkHeader({"Authorization", "", "MY_TOKEN"}));
        QVERIFY(checkHeader({"projectName", "demo", ""}));
    }

    void settingsReadBack()
    {
        DestinationConfig config;
        config.publicKey = "pk";
        config.secret = {SecretPlace::Kind::environment, "KEY"};
        config.headers = {{"a", "b", ""}, {"Authorization", "", "VAR"}};
        config.json = false;
        config.redaction = {{"user.*"}, true, 500};
        DestinationConfig back;
        QVERIFY(DestinationConfig::readSettings(config.settingsJson(), back));
        QCOMPARE(back.publicKey, "pk"s);
        QVERIFY(back.secret == config.secret && back.headers == config.headers &&
                back.redaction == config.redaction);
        QCOMPARE(back.json, false);
    }
};

QTEST_APPLESS_MAIN(TestLangfuseAttributes)
#include "tst_langfuse_attributes.moc"
