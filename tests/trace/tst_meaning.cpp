// SPDX-License-Identifier: GPL-3.0-or-later
// Attributes of every dialect mean the same: kind, model, tokens, cost, first token, input, output, errors.
#include <QtTest>

#include "trace/facts.h"
#include "trace/labels.h"
#include "trace/meaning.h"
#include "trace/messages.h"
#include "trace/prices.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

/// A span from lines "key = value": `#7` is an integer, `~0.5` a double, `{…}` and `[…]` JSON, the rest text.
Span spanOf(const char* lines)
{
    Span span;
    span.startUnixNs = 1'790'000'000'000'000'000; // September 2026
    for (const QByteArray& line : QByteArray(lines).split('\n')) {
        const auto at = line.indexOf(" = ");
        if (at < 0)
            continue;
        const std::string key = line.left(at).trimmed().toStdString();
        const QByteArray text = line.mid(at + 3);
        Value value = text.toStdString();
        if (text.startsWith('#'))
            value = std::int64_t{text.mid(1).toLongLong()};
        else if (text.startsWith('~'))
            value = text.mid(1).toDouble();
        else if (text.startsWith('{') || text.startsWith('['))
            value = trace::Json{text.toStdString()};
        if (key == "name")
            span.name = textOf(&value);
        else
            span.attributes.push_back({key, value});
    }
    return span;
}

Span meaningOf(const char* lines)
{
    Span span = spanOf(lines);
    interpret(span);
    return span;
}

QString count(const std::optional<std::int64_t>& number)
{
    return number ? QString::number(*number) : QStringLiteral("-");
}

/// "input (cached) → output (reasoning) = total"
QString tokensText(const Tokens& t)
{
    return QStringLiteral("%1 (%2) > %3 (%4) = %5")
        .arg(count(t.input), count(t.cached), count(t.output), count(t.reasoning), count(t.total));
}

} // namespace

class tst_meaning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void whatTheSourceSetStays();
    void models_data();
    void models();
    void tokensAreCountedInclusively_data();
    void tokensAreCountedInclusively();
    void costOfTheProducerComesFirst_data();
    void costOfTheProducerComesFirst();
    void costByTheTableIsExactAndExplained();
    void repricingForgetsTheTablesCostOnly();
    void timeToFirstToken_data();
    void timeToFirstToken();
    void inputAndOutput_data();
    void inputAndOutput();
    void mergedOutputsAreOneObject();
    void errorsSayWhy();
    void scoresComeFromEventsOnce();
    void interpretingTwiceChangesNothing();
    void pendingSpansNameTheirRealOne();
    void labels_data();
    void labels();
    void theRootsLabelsWinAndTagsAreUnited();
    void hostileNumbersAreUnknown();
};

void tst_meaning::kinds_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* says, const char* attributes, const char* kind) {
        QTest::newRow(says) << QByteArray(attributes) << QString::fromLatin1(kind);
    };
    row("OTel chat", "gen_ai.operation.name = chat", "llm");
    row("OTel generate_content", "gen_ai.operation.name = generate_content", "llm");
    row("OTel execute_tool", "gen_ai.operation.name = execute_tool", "tool");
    row("OTel invoke_agent, though it names a model",
        "gen_ai.operation.name = invoke_agent\ngen_ai.request.model = m", "agent");
    row("OTel invoke_workflow", "gen_ai.operation.name = invoke_workflow", "chain");
    row("OTel retrieval", "gen_ai.operation.name = retrieval", "retriever");
    row("OTel embeddings", "gen_ai.operation.name = embeddings", "embedding");
    row("OpenInference LLM", "openinference.span.kind = LLM", "llm");
    row("OpenInference in lower case", "openinference.span.kind = reranker", "reranker");
    row("OpenInference GUARDRAIL", "openinference.span.kind = GUARDRAIL", "guardrail");
    row("OpenInference EVALUATOR", "openinference.span.kind = EVALUATOR", "evaluator");
    row("OpenInference PROMPT", "openinference.span.kind = PROMPT", "chain");
    row("OpenInference UNKNOWN with a model", "openinference.span.kind = UNKNOWN\nllm.model_name = m", "llm");
    row("Langfuse before OpenInference", "langfuse.observation.type = tool\nopeninference.span.kind = LLM",
        "tool");
    row("Langfuse generation", "langfuse.observation.type = generation", "llm");
    row("Langfuse span stays a span", "langfuse.observation.type = span\ngen_ai.request.model = m", "span");
    row("Traceloop workflow", "traceloop.span.kind = workflow", "chain");
    row("Traceloop tool", "traceloop.span.kind = tool", "tool");
    row("OpenLLMetry completion", "llm.request.type = completion", "llm");
    row("OpenLLMetry rerank", "llm.request.type = rerank", "reranker");
    row("Vercel's loop", "ai.operationId = ai.generateText\nai.model.id = m", "chain");
    row("Vercel's call", "ai.operationId = ai.streamText.doStream", "llm");
    row("Vercel's tool", "ai.operationId = ai.toolCall", "tool");
    row("Vercel's embedding", "ai.operationId = ai.embedMany.doEmbed", "embedding");
    row("MLflow quotes its words", "mlflow.spanType = \"CHAT_MODEL\"", "llm");
    row("LangSmith", "langsmith.span.kind = retriever", "retriever");
    row("a vector store", "db.vector.query.top_k = #5", "retriever");
    row("Pydantic AI's old agent name", "name = agent run\nmodel_name = m", "agent");
    row("Pydantic AI's old tool name", "name = running tool", "tool");
    row("Pydantic AI's old tool name with the tool", "name = running tool: sql", "tool");
    row("Pydantic AI's old agent name with the agent", "name = joke_agent run\nagent_name = joke_agent",
        "agent");
    row("Monocle's inference", "span.type = inference.framework", "llm");
    row("Monocle's tool", "span.type = agentic.tool.invocation", "tool");
    row("Monocle's agent", "span.type = agentic.invocation", "agent");
    row("another span.type", "span.type = web", "span");
    row("a tool's name alone", "gen_ai.tool.name = sql", "tool");
    row("a model alone", "gen_ai.request.model = m", "llm");
    row("nothing", "http.method = GET", "span");
}

void tst_meaning::kinds()
{
    QFETCH(QByteArray, attributes);
    QFETCH(QString, kind);
    const auto span = meaningOf(attributes.constData());
    QCOMPARE(QString::fromUtf8(name(span.kind).data()), kind);
}

void tst_meaning::whatTheSourceSetStays()
{
    Span span =
        spanOf("gen_ai.operation.name = chat\ngen_ai.request.model = other\ngen_ai.usage.input_tokens = #9\n"
               "gen_ai.usage.cost = 9\ninput.value = other");
    span.kind = Kind::agent;
    span.model = "mine";
    span.tokens.input = 1;
    span.cost = Decimal::parse("0.1");
    span.input = std::string("mine");
    interpret(span);
    QCOMPARE(span.kind, Kind::agent);
    QCOMPARE(span.model, "mine");
    QCOMPARE(tokensText(span.tokens), QStringLiteral("1 (-) > - (-) = -"));
    QCOMPARE(span.cost->text(), "0.1");
    QCOMPARE(textOf(&span.input), "mine");
}

void tst_meaning::models_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("provider");
    const auto row = [](const char* says, const char* attributes, const char* model, const char* provider) {
        QTest::newRow(says) << QByteArray(attributes) << QString::fromLatin1(model)
                            << QString::fromLatin1(provider);
    };
    row("the one that answered",
        "gen_ai.request.model = a\ngen_ai.response.model = a-2026\ngen_ai.provider.name = openai", "a-2026",
        "openai");
    row("in any order", "gen_ai.response.model = a-2026\ngen_ai.request.model = a", "a-2026", "");
    row("an empty answer does not count", "gen_ai.response.model = \ngen_ai.request.model = a", "a", "");
    row("the old system", "gen_ai.request.model = a\ngen_ai.system = az.ai.openai", "a", "az.ai.openai");
    row("OpenInference", "llm.model_name = a\nllm.provider = mistral_ai\nllm.system = x", "a", "mistral_ai");
    row("Vercel's provider is cut at the dot", "ai.model.id = a\nai.model.provider = openai.responses", "a",
        "openai");
    row("also in its gen_ai.system",
        "ai.model.id = a\nai.model.provider = openai.chat\ngen_ai.system = openai.chat", "a", "openai");
    row("an embedding's", "embedding.model_name = e", "e", "");
    row("Langfuse", "langfuse.observation.model.name = l\ngen_ai.request.model = a", "l", "");
}

void tst_meaning::models()
{
    QFETCH(QByteArray, attributes);
    const auto span = meaningOf(attributes.constData());
    QTEST(QString::fromStdString(span.model), "model");
    QTEST(QString::fromStdString(span.provider), "provider");
}

void tst_meaning::tokensAreCountedInclusively_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char* says, const char* attributes, const char* tokens) {
        QTest::newRow(says) << QByteArray(attributes) << QString::fromLatin1(tokens);
    };
    row("OTel",
        "gen_ai.usage.input_tokens = #100\ngen_ai.usage.cache_read.input_tokens = #60\n"
        "gen_ai.usage.output_tokens = #30\ngen_ai.usage.reasoning.output_tokens = #20",
        "100 (60) > 30 (20) = 130");
    row("OTel's old names", "gen_ai.usage.prompt_tokens = #5\ngen_ai.usage.completion_tokens = #3",
        "5 (-) > 3 (-) = 8");
    row("numbers as text and as doubles", "gen_ai.usage.input_tokens = 12\ngen_ai.usage.output_tokens = ~4",
        "12 (-) > 4 (-) = 16");
    row("OpenInference",
        "llm.token_count.prompt = #10\nllm.token_count.prompt_details.cache_read = "
        "#4\nllm.token_count.completion = #2\n"
        "llm.token_count.total = #12",
        "10 (4) > 2 (-) = 12");
    row("Vercel 5",
        "ai.usage.inputTokens = #10\nai.usage.cachedInputTokens = #8\nai.usage.outputTokens = #5\n"
        "ai.usage.reasoningTokens = #1\nai.usage.totalTokens = #15",
        "10 (8) > 5 (1) = 15");
    row("Vercel 4", "ai.usage.promptTokens = #7\nai.usage.completionTokens = #2", "7 (-) > 2 (-) = 9");
    row("Langfuse counts parts apart",
        "langfuse.observation.usage_details = {\"input\":40,\"input_cached_tokens\":60,\"output\":10,"
        "\"output_reasoning_tokens\":20,\"total\":130}",
        "100 (60) > 30 (20) = 130");
    row("Langfuse as text, without a total",
        "langfuse.observation.usage_details = {\"input\":4,\"output\":1}", "4 (-) > 1 (-) = 5");
    row("MLflow", "mlflow.chat.tokenUsage = {\"input_tokens\":9,\"output_tokens\":1,\"total_tokens\":10}",
        "9 (-) > 1 (-) = 10");
    row("more cached than input: counted apart (Anthropic)",
        "gen_ai.usage.input_tokens = #10\ngen_ai.usage.cache_read.input_tokens = #500\n"
        "gen_ai.usage.cache_creation.input_tokens = #90\ngen_ai.usage.output_tokens = #5",
        "600 (500) > 5 (-) = 605");
    row("an embedding has no output", "ai.usage.tokens = #33", "33 (-) > - (-) = 33");
    row("none", "gen_ai.request.model = m", "- (-) > - (-) = -");
}

void tst_meaning::tokensAreCountedInclusively()
{
    QFETCH(QByteArray, attributes);
    QTEST(tokensText(meaningOf(attributes.constData()).tokens), "tokens");
}

void tst_meaning::costOfTheProducerComesFirst_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QString>("cost");
    const auto row = [](const char* says, const char* attributes, const char* cost) {
        const QByteArray call = "gen_ai.request.model = gpt-5-mini\ngen_ai.usage.input_tokens = #1000000\n";
        QTest::newRow(says) << call + attributes << QString::fromLatin1(cost);
    };
    row("the table's, where the producer names none", "", "0.25");
    row("exact decimal text", "gen_ai.usage.cost = 0.045", "0.045");
    row("a double, as it was written", "gen_ai.usage.cost = ~0.1", "0.1");
    row("OpenInference", "llm.cost.total = ~0.002", "0.002");
    row("Pydantic AI", "operation.cost = ~0.5", "0.5");
    row("zero is a cost", "gen_ai.usage.cost = #0", "0");
    row("Langfuse's total", "langfuse.observation.cost_details = {\"input\":1,\"output\":2,\"total\":3.5}",
        "3.5");
    row("Langfuse's parts", "langfuse.observation.cost_details = {\"input\":0.1,\"output\":0.2}", "0.3");
    row("MLflow", "mlflow.llm.cost = {\"input_cost\":1,\"output_cost\":1,\"total_cost\":2}", "2");
    row("a negative cost is none", "gen_ai.usage.cost = ~-1", "0.25");
    row("nonsense is none", "gen_ai.usage.cost = cheap", "0.25");
}

void tst_meaning::costOfTheProducerComesFirst()
{
    QFETCH(QByteArray, attributes);
    const auto span = meaningOf(attributes.constData());
    QVERIFY(span.cost.has_value());
    QTEST(QString::fromStdString(span.cost->text()), "cost");
}

void tst_meaning::costByTheTableIsExactAndExplained()
{
    const Span span =
        meaningOf("gen_ai.request.model = gpt-5-mini-2025-08-07\ngen_ai.usage.input_tokens = #1204\n"
                  "gen_ai.usage.cache_read.input_tokens = #512\ngen_ai.usage.output_tokens = #88");
    // 692 × 0.25 + 512 × 0.025 + 88 × 2 = 173 + 12.8 + 176 = 361.8 per million
    QCOMPARE(span.cost->text(), "0.0003618");
    QCOMPARE(costExplanation(span, PriceTable::builtIn()),
             "692 input × 0.25/M + 512 cached × 0.025/M + 88 output × 2/M (gpt-5-mini-2025-08-07 since "
             "2025-08-07) = "
             "0.0003618 USD");
    const Span given = meaningOf("gen_ai.usage.cost = 0.045");
    QCOMPARE(costExplanation(given, PriceTable::builtIn()), "0.045 USD, named by the producer");
    QCOMPARE(costExplanation(meaningOf("a = b"), PriceTable::builtIn()), "");
}

void tst_meaning::repricingForgetsTheTablesCostOnly()
{
    const auto mine = PriceTable::parse("{\"models\":[{\"names\":[\"gpt-5-mini\"],\"prices\":[{\"from\":"
                                        "\"2020-01-01\",\"input\":\"1\",\"output\":\"1\"}]}]}",
                                        "prices.json");
    QVERIFY(mine.has_value());
    PriceTable prices = PriceTable::builtIn();
    prices.override(*mine);

    Span priced = meaningOf("gen_ai.request.model = gpt-5-mini\ngen_ai.usage.input_tokens = #2000000");
    reprice(priced, prices);
    QCOMPARE(priced.cost->text(), "2");
    Span given = meaningOf("gen_ai.request.model = gpt-5-mini\ngen_ai.usage.input_tokens = #2000000\n"
                           "gen_ai.usage.cost = 0.3");
    reprice(given, prices);
    QCOMPARE(given.cost->text(), "0.3");
}

void tst_meaning::timeToFirstToken_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QString>("ns");
    QTest::newRow("OTel in seconds") << QByteArray("gen_ai.response.time_to_first_chunk = ~0.25")
                                     << "250000000";
    QTest::newRow("Vercel in milliseconds") << QByteArray("ai.response.msToFirstChunk = ~12.5") << "12500000";
    QTest::newRow("Langfuse as a time, quoted twice")
        << QByteArray("langfuse.observation.completion_start_time = \"2026-09-21T14:13:20.500Z\"")
        << "500000000";
    QTest::newRow("a time before the start is none")
        << QByteArray("langfuse.observation.completion_start_time = 2026-09-21T14:13:19Z") << "-";
    QTest::newRow("a negative one is none") << QByteArray("gen_ai.response.time_to_first_chunk = ~-1") << "-";
}

void tst_meaning::timeToFirstToken()
{
    QFETCH(QByteArray, attributes);
    QTEST(count(meaningOf(attributes.constData()).timeToFirstTokenNs), "ns");
}

void tst_meaning::inputAndOutput_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("output");
    const auto row = [](const char* says, const char* attributes, const char* input, const char* output) {
        QTest::newRow(says) << QByteArray(attributes) << QString::fromUtf8(input)
                            << QString::fromUtf8(output);
    };
    row("the tracer's own", "input.value = q\noutput.value = a", "q", "a");
    row("a tool's", "gen_ai.tool.call.arguments = {\"x\":1}\ngen_ai.tool.call.result = 2", "{\"x\":1}", "2");
    row("a retriever's", "gen_ai.retrieval.query.text = q\ngen_ai.retrieval.documents = [{\"id\":1}]", "q",
        "[{\"id\":1}]");
    row("Traceloop", "traceloop.entity.input = i\ntraceloop.entity.output = o", "i", "o");
    row("Vercel", "ai.prompt = {\"prompt\":\"p\"}\nai.response.text = t", "{\"prompt\":\"p\"}", "t");
    row("MLflow", "mlflow.spanInputs = {\"a\":1}\nmlflow.spanOutputs = 5", "{\"a\":1}", "5");
    row("Pydantic AI's tool", "tool_arguments = {}\ntool_response = ok", "{}", "ok");
    row("Langfuse first", "langfuse.observation.input = l\ninput.value = x", "l", "");
    row("numbered attributes become messages",
        "gen_ai.prompt.0.role = user\ngen_ai.prompt.0.content = hi\ngen_ai.completion.0.content = ho",
        "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"hi\"}]}]",
        "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"ho\"}]}]");
    row("nothing", "a = b", "", "");
}

void tst_meaning::inputAndOutput()
{
    QFETCH(QByteArray, attributes);
    const auto span = meaningOf(attributes.constData());
    QTEST(QString::fromStdString(textOf(&span.input)), "input");
    QTEST(QString::fromStdString(textOf(&span.output)), "output");
}

void tst_meaning::mergedOutputsAreOneObject()
{
    const auto span =
        meaningOf("output.field.score = ~0.5\noutput.field.label = doubtful\noutput.field.label = good\n"
                  "output.field.list = [1]");
    QCOMPARE(textOf(&span.output), "{\"score\":0.5,\"label\":\"good\",\"list\":[1]}");
    QVERIFY(std::holds_alternative<trace::Json>(span.output));
}

void tst_meaning::errorsSayWhy()
{
    Span failed = spanOf("error.type = TimeoutError");
    failed.status = Status::error;
    failed.events.push_back({0, "exception", {{"exception.message", std::string("no such column: x")}}});
    interpret(failed);
    QCOMPARE(failed.statusMessage, "no such column: x");

    Span typed = spanOf("error.type = TimeoutError");
    typed.status = Status::error;
    interpret(typed);
    QCOMPARE(typed.statusMessage, "TimeoutError");

    const auto langfuse =
        meaningOf("langfuse.observation.level = ERROR\nlangfuse.observation.status_message = bad");
    QCOMPARE(langfuse.status, Status::error);
    QCOMPARE(langfuse.level, Level::error);
    QCOMPARE(langfuse.statusMessage, "bad");
    QCOMPARE(meaningOf("logfire.level_num = #17").status, Status::error);
    QCOMPARE(meaningOf("logfire.level_num = #13").status, Status::unset);
    QCOMPARE(meaningOf("error.type = x").statusMessage, ""); // no error: no reason
}

void tst_meaning::scoresComeFromEventsOnce()
{
    Span span;
    span.events.push_back(
        {0,
         "gen_ai.evaluation.result",
         {{"gen_ai.evaluation.name", std::string("groundedness")}, {"gen_ai.evaluation.score.value", 0.9}}});
    span.events.push_back(
        {0, "spanglass.score", {{"name", std::string("thumbs")}, {"value", std::int64_t{1}}}});
    interpret(span);
    interpret(span);
    QCOMPARE(span.scores.size(), 2u);
    QCOMPARE(span.scores[0].name, "groundedness");
    QCOMPARE(textOf(&span.scores[0].value), "0.9");
    QCOMPARE(span.scores[1].name, "thumbs");
}

void tst_meaning::interpretingTwiceChangesNothing()
{
    Span span = meaningOf(
        "gen_ai.operation.name = chat\ngen_ai.request.model = gpt-5\ngen_ai.usage.input_tokens = #10\n"
        "gen_ai.usage.cache_read.input_tokens = #500\noutput.field.a = b");
    const Span once = span;
    interpret(span);
    QCOMPARE(tokensText(span.tokens), tokensText(once.tokens));
    QCOMPARE(span.cost->text(), once.cost->text());
    QVERIFY(span.output == once.output);
    QCOMPARE(span.attributes.size(), once.attributes.size());
}

void tst_meaning::pendingSpansNameTheirRealOne()
{
    Span span = spanOf("logfire.span_type = pending_span");
    span.parent = SpanId{7};
    QCOMPARE(pendingFor(span)->value, 7u);
    QVERIFY(!pendingFor(spanOf("logfire.span_type = span")).has_value());
}

void tst_meaning::labels_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QString>("label"); // user|session|project|environment|release|version|tags
    const auto row = [](const char* says, const char* attributes, const char* labels) {
        QTest::newRow(says) << QByteArray(attributes) << QString::fromLatin1(labels);
    };
    row("the tracer's",
        "user.id = ada\nsession.id = s1\nspanglass.project = p\nspanglass.version = 2\n"
        "spanglass.tag.prod = true\nspanglass.tag.eu = true",
        "ada|s1|p|||2|eu,prod");
    row("OTel",
        "enduser.id = bob\ngen_ai.conversation.id = c\ndeployment.environment.name = prod\nservice.version = "
        "1.2",
        "bob|c||prod|1.2||");
    row("Langfuse first", "user.id = x\nlangfuse.user.id = ada\nlangfuse.trace.tags = [\"b\",\"a\",\"b\"]",
        "ada||||||a,b");
    row("Traceloop",
        "traceloop.association.properties.user_id = u\ntraceloop.association.properties.chat_id = c",
        "u|c|||||");
    row("Vercel",
        "ai.telemetry.metadata.userId = u\nai.telemetry.metadata.sessionId = s\nai.telemetry.metadata.tags = "
        "x, y",
        "u|s|||||x,y");
    row("OpenInference", "user.id = u\nsession.id = s\ntag.tags = [\"t\"]", "u|s|||||t");
    row("MLflow", "mlflow.trace.user = u\nmlflow.trace.session = s\nmlflow.traceTag.team = core",
        "u|s|||||team=core");
    row("Opik", "thread_id = t\nopik.tags = [\"o\"]", "|t|||||o");
}

void tst_meaning::labels()
{
    QFETCH(QByteArray, attributes);
    const Labels l = labelsOf(spanOf(attributes.constData()));
    QStringList tags;
    for (const auto& tag : l.tags)
        tags << QString::fromStdString(tag);
    QStringList all;
    for (const auto& text : {l.user, l.session, l.project, l.environment, l.release, l.version})
        all << QString::fromStdString(text);
    all << tags.join(QLatin1Char(','));
    QTEST(all.join(QLatin1Char('|')), "label");
}

void tst_meaning::theRootsLabelsWinAndTagsAreUnited()
{
    Span root = spanOf("user.id = root\ntag.tags = [\"a\"]");
    root.resource.push_back({"service.version", std::string("9")});
    Labels all = labelsOf(root);
    all.merge(labelsOf(spanOf("user.id = child\nsession.id = s\ntag.tags = [\"b\"]")));
    QCOMPARE(all.user, "root");
    QCOMPARE(all.session, "s");
    QCOMPARE(all.release, "9"); // from the resource
    const std::vector<std::string> united{"a", "b"};
    QCOMPARE(all.tags, united);
}

void tst_meaning::hostileNumbersAreUnknown()
{
    for (const char* lines :
         {"gen_ai.usage.input_tokens = #-1", "gen_ai.usage.input_tokens = ~nan",
          "gen_ai.usage.input_tokens = ~1e300", "gen_ai.usage.input_tokens = many",
          "gen_ai.usage.input_tokens = 12x", "langfuse.observation.usage_details = {\"input\":-5}",
          "langfuse.observation.usage_details = [1]", "mlflow.chat.tokenUsage = {"})
        QCOMPARE(tokensText(meaningOf(lines).tokens), QStringLiteral("- (-) > - (-) = -"));
}

QTEST_APPLESS_MAIN(tst_meaning)
#include "tst_meaning.moc"
