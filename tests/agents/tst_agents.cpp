// SPDX-License-Identifier: GPL-3.0-or-later
// What the agents record: the right tree with the right kinds and figures, the same for the same seed, with
// one failed tool call and its retry.
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

#include "../journal/collected.h"
#include "agents/agent.h"
#include "agents/graph.h"
#include "agents/openai_model.h"
#include "agents/simulated_model.h"
#include "fake_chat_server.h"

using namespace agents;

namespace {

using Spans = std::vector<std::pair<std::uint64_t, CollectedSpan>>;

/// The spans of one trace in the order of their starts.
Spans spansOf(const Collected& all, spanglass::TraceId trace)
{
    Spans spans;
    for (const auto& [id, span] : all.spans)
        if (span.trace == trace)
            spans.emplace_back(id, span);
    std::stable_sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) {
        return a.second.startUnixNs < b.second.startUnixNs;
    });
    return spans;
}

/// The children of `parent` and all below them, a span a line; `sorted`: by text, for those that run side by
/// side and take turns as they like.
QString describe(const Spans& spans, std::uint64_t parent, const QString& indent, bool attributes,
                 bool sorted)
{
    QStringList children;
    for (const auto& [id, span] : spans) {
        if (span.parent.value != parent)
            continue;
        QString text = indent + QString::fromStdString(span.name) + QStringLiteral(" (") +
                       QString::fromUtf8(spanglass::name(span.kind).data()) + QStringLiteral(")");
        if (span.status == spanglass::Status::error)
            text += QStringLiteral(" failed: ") + QString::fromStdString(span.statusMessage);
        text += QLatin1Char('\n');
        for (const auto& [key, value] : span.attributes)
            if (attributes && key != "gen_ai.response.time_to_first_chunk")
                text += indent + QStringLiteral("  . ") + QString::fromStdString(key + " = " + value) +
                        QLatin1Char('\n');
        children << text + describe(spans, id, indent + QLatin1Char(' '), attributes, sorted);
    }
    if (sorted)
        children.sort();
    return children.join(QString());
}

QString treeOf(const Spans& spans)
{
    return describe(spans, 0, {}, false, false);
}

/// All but times and ids.
QString contentOf(const Spans& spans)
{
    return describe(spans, 0, {}, true, true);
}

Outcome run(std::string_view name, std::uint64_t seed, std::string question = {})
{
    SimulatedModel model(seed, Pace(0));
    for (const Agent& agent : allAgents())
        if (agent.name == name)
            return agent.run({.seed = seed,
                              .model = model,
                              .pace = Pace(0),
                              .session = "s",
                              .spans = 400,
                              .question = std::move(question)});
    throw std::runtime_error("no such agent");
}

const char ragTree[] = "rag.run (agent)\n"
                       " guardrail.question (guardrail)\n"
                       " embeddings spanglass-hash-256 (embedding)\n"
                       " retriever.hybrid (retriever)\n"
                       "  retriever.bm25 (retriever)\n"
                       "  retriever.vector (retriever)\n"
                       " reranker.overlap (reranker)\n"
                       " chat spanglass-sim-1 (llm)\n"
                       " evaluator.groundedness (evaluator)\n";

} // namespace

class tst_agents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("SPANGLASS_STORE", m_store.path().toLocal8Bit()); }
    void ragRecordsEachOfItsSteps();
    void toolsFailOnceAndSucceedAtTheRetry();
    void theSameSeedGivesTheSameTree();
    void modelCallsCarryTheirFigures();
    void aRefusedQuestionIsAFailedTrace();
    void aRealModelIsRecordedAndItsFailureToo();
    void aConversationIsOneSessionOfSeveralTraces();
    void documentsAreSkippedWithTheirReason();
    void aBadDayIsRecordedAsWhatItWas();
    void stressLosesNothing();
    void researchFollowsItsGraph();
    void aGraphRunsInWaves();
    void aBrokenGraphSaysWhatIsWrong();
    void theProgramRecordsWhatItWasAskedTo();
    void theProgramRefusesWhatItDoesNotKnow();

private:
    QTemporaryDir m_store;
    Spans recorded(spanglass::TraceId trace) const
    {
        return spansOf(collectStore(m_store.path().toStdString()), trace);
    }
};

void tst_agents::ragRecordsEachOfItsSteps()
{
    const Outcome outcome = run("rag", 7, "How do sessions group several traces?");
    QVERIFY2(outcome.answer.find("[1]") != std::string::npos, outcome.answer.c_str());
    const auto spans = recorded(outcome.trace);
    QCOMPARE(treeOf(spans), QString::fromLatin1(ragTree));
    const auto& root = spans.front().second.attributes;
    QCOMPARE(root.at("input.value"), outcome.question);
    QCOMPARE(root.at("output.value"), outcome.answer);
    QCOMPARE(root.at("session.id"), std::string("s"));
    QCOMPARE(root.at("spanglass.project"), std::string("spanglass-demo"));
    QVERIFY(!root.at("user.id").empty());
    const auto& retriever = spans[3].second.attributes;
    QVERIFY(retriever.at("gen_ai.retrieval.documents").find("\"id\":\"sessions#") != std::string::npos);
}

void tst_agents::toolsFailOnceAndSucceedAtTheRetry()
{
    for (std::uint64_t seed = 1; seed <= 8; ++seed) { // all of its questions
        const auto spans = recorded(run("tools", seed).trace);
        QCOMPARE(spans.front().second.name, std::string("tools.run"));
        QCOMPARE(spans.front().second.status, spanglass::Status::ok);
        std::vector<const CollectedSpan*> queries;
        for (const auto& [id, span] : spans) {
            QCOMPARE(span.ends, 1);
            if (span.name == "execute_tool sql")
                queries.push_back(&span);
            else
                QVERIFY(span.status != spanglass::Status::error);
        }
        QCOMPARE(queries.size(), 2u);
        QCOMPARE(queries[0]->kind, spanglass::Kind::tool);
        QCOMPARE(queries[0]->status, spanglass::Status::error);
        QVERIFY(queries[0]->events.at(0).find("no such column: ") != std::string::npos);
        QVERIFY(queries[1]->status != spanglass::Status::error);
        QVERIFY(queries[1]->attributes.at("gen_ai.tool.call.result").starts_with("[{"));
    }
}

void tst_agents::theSameSeedGivesTheSameTree()
{
    for (const Agent& agent : allAgents()) {
        const Outcome first = run(agent.name, 42);
        const Outcome second = run(agent.name, 42);
        QVERIFY(first.trace != second.trace);
        if (agent.name == "stress")
            continue; // its threads take turns as they like
        QCOMPARE(second.answer, first.answer);
        const auto tree = contentOf(recorded(first.trace));
        QVERIFY(tree.count(QLatin1Char('\n')) > 10);
        QCOMPARE(contentOf(recorded(second.trace)), tree);
    }
}

void tst_agents::modelCallsCarryTheirFigures()
{
    std::int64_t cached = 0;
    for (const auto& [id, span] : recorded(run("tools", 3).trace)) {
        if (span.kind != spanglass::Kind::llm)
            continue;
        const auto& a = span.attributes;
        const auto number = [&a](const char* key) { return std::stoll(a.at(key)); };
        QCOMPARE(a.at("gen_ai.operation.name"), std::string("chat"));
        QCOMPARE(a.at("gen_ai.request.model"), std::string("spanglass-sim-1"));
        QCOMPARE(a.at("gen_ai.provider.name"), std::string("spanglass"));
        QVERIFY(number("gen_ai.usage.input_tokens") > 100);
        QVERIFY(number("gen_ai.usage.output_tokens") > 0);
        QVERIFY(number("gen_ai.usage.cache_read.input_tokens") < number("gen_ai.usage.input_tokens"));
        cached += number("gen_ai.usage.cache_read.input_tokens");
        QVERIFY(a.at("gen_ai.usage.cost").starts_with("0.000"));
        QVERIFY(a.contains("gen_ai.response.time_to_first_chunk"));
        QVERIFY(a.at("gen_ai.input.messages").starts_with("[{\"role\":\"user\",\"parts\":["));
        QVERIFY(a.at("gen_ai.output.messages").find("\"finish_reason\":") != std::string::npos);
        QVERIFY(a.at("gen_ai.system_instructions").find("CREATE TABLE") != std::string::npos);
        QVERIFY(a.at("gen_ai.tool.definitions").find("calculator") != std::string::npos);
    }
    QVERIFY(cached > 0);
}

void tst_agents::aRefusedQuestionIsAFailedTrace()
{
    QVERIFY_EXCEPTION_THROWN(run("rag", 1, "My key is sk-123, is that safe?"), std::invalid_argument);
    const auto all = collectStore(m_store.path().toStdString());
    int failed = 0;
    for (const auto& [id, span] : all.spans)
        if (span.name == "rag.run" && span.status == spanglass::Status::error)
            failed += treeOf(spansOf(all, span.trace))
                          .contains(QStringLiteral("guardrail.question (guardrail) failed"));
    QCOMPARE(failed, 1);
}

void tst_agents::aRealModelIsRecordedAndItsFailureToo()
{
    FakeChatServer server(
        {FakeChatServer::stream(
             {"{\"model\":\"real-1\",\"choices\":[{\"delta\":{\"content\":\"By name [1].\"}}]}",
              "{\"choices\":[],\"usage\":{\"prompt_tokens\":700,\"completion_tokens\":9}}"}),
         FakeChatServer::refusal(429, "{\"error\":{\"message\":\"slow down\"}}")});
    OpenAiModel model({.baseUrl = server.url(), .key = "sk-canary-0815", .model = "real"});
    const auto& rag = allAgents().front();
    const Job job{
        .seed = 1, .model = model, .pace = Pace(0), .session = "s", .question = "What is a session?"};
    const Outcome outcome = rag.run(job);
    QCOMPARE(outcome.answer, "By name [1].");
    const auto spans = recorded(outcome.trace);
    const auto& call = spans.at(7).second;
    QCOMPARE(call.name, std::string("chat real"));
    QCOMPARE(call.attributes.at("gen_ai.response.model"), std::string("real-1"));
    QCOMPARE(call.attributes.at("gen_ai.usage.input_tokens"), std::string("700"));
    QVERIFY(!call.attributes.contains("gen_ai.usage.cost")); // the price table's business

    QVERIFY_EXCEPTION_THROWN(rag.run(job), std::runtime_error);
    const auto all = collectStore(m_store.path().toStdString());
    int refused = 0;
    for (const auto& [id, span] : all.spans) {
        refused += span.name == "chat real" && span.status == spanglass::Status::error;
        for (const auto& [key, value] : span.attributes)
            QVERIFY(value.find("sk-canary") == std::string::npos);
    }
    QCOMPARE(refused, 1);
}

void tst_agents::aConversationIsOneSessionOfSeveralTraces()
{
    const Outcome last = run("chat", 5);
    const auto all = collectStore(m_store.path().toStdString());
    const auto session = spansOf(all, last.trace).front().second.attributes.at("session.id");
    int turns = 0;
    for (const auto& [id, span] : all.spans) {
        const bool ofSession = span.name == "chat.turn" && span.attributes.at("session.id") == session;
        turns +=
            ofSession && treeOf(spansOf(all, span.trace)) == QStringLiteral("chat.turn (agent)\n"
                                                                            " retriever.bm25 (retriever)\n"
                                                                            " chat spanglass-sim-1 (llm)\n");
    }
    QVERIFY(turns >= 3);
    const auto spans = spansOf(all, last.trace);
    const auto& input =
        spans.at(2).second.attributes.at("gen_ai.input.messages"); // what was said before is there
    QVERIFY(input.find("\"role\":\"assistant\"") != std::string::npos);
}

void tst_agents::documentsAreSkippedWithTheirReason()
{
    const auto tree = recorded(run("ingest", 5).trace);
    int indexed = 0;
    QStringList skipped;
    for (const auto& [id, span] : tree)
        if (span.name.starts_with("document ")) {
            indexed += span.attributes.at("output.field.status") == "indexed";
            for (const auto& event : span.events)
                skipped << QString::fromStdString(event);
        }
    QCOMPARE(indexed, 5);
    QCOMPARE(skipped.size(), 2);
    QVERIFY(skipped[0].contains(QStringLiteral("\"reason\":\"duplicate\"")));
    QVERIFY(skipped[1].contains(QStringLiteral("\"reason\":\"empty\"")));
}

void tst_agents::aBadDayIsRecordedAsWhatItWas()
{
    int failedDays = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Outcome outcome = run("flaky", seed);
        const auto spans = recorded(outcome.trace);
        const auto tree = treeOf(spans);
        QVERIFY2(tree.count(QStringLiteral("chat spanglass-sim-1 (llm) failed: 429 Too Many Requests")) >= 1,
                 qPrintable(tree));
        QVERIFY(
            tree.contains(QStringLiteral("execute_tool web_search (tool) failed: no answer within 900 ms")));
        QVERIFY(tree.contains(QStringLiteral("summarise (chain) failed: cancelled")));
        QVERIFY(tree.contains(QStringLiteral("parse (chain) failed: unexpected end of JSON at byte 12")));
        const bool failedDay = outcome.answer.starts_with("It failed: ");
        QCOMPARE(spans.front().second.status == spanglass::Status::error, failedDay);
        failedDays += failedDay;
    }
    QVERIFY(failedDays > 0 && failedDays < 12);
}

void tst_agents::stressLosesNothing()
{
    const auto spans = recorded(run("stress", 1).trace);
    QCOMPARE(spans.size(), 401u);
    for (const auto& [id, span] : spans)
        QCOMPARE(span.ends, 1);
}

void tst_agents::researchFollowsItsGraph()
{
    qputenv("SPANGLASS_PROJECT", "of-the-environment");
    const auto spans = recorded(run("research", 3).trace);
    QCOMPARE(describe(spans, 0, {}, false, true), QStringLiteral("research.run (agent)\n"
                                                                 " check (evaluator)\n"
                                                                 " documentation (chain)\n"
                                                                 "  investigate (agent)\n"
                                                                 "   chat spanglass-sim-1 (llm)\n"
                                                                 "   retriever.vector (retriever)\n"
                                                                 "  investigate (agent)\n"
                                                                 "   chat spanglass-sim-1 (llm)\n"
                                                                 "   retriever.vector (retriever)\n"
                                                                 "  investigate (agent)\n"
                                                                 "   chat spanglass-sim-1 (llm)\n"
                                                                 "   retriever.vector (retriever)\n"
                                                                 " figures (chain)\n"
                                                                 "  execute_tool sql (tool)\n"
                                                                 " plan (chain)\n"
                                                                 " report (chain)\n"
                                                                 "  chat spanglass-sim-1 (llm)\n"));
    QCOMPARE(spans.front().second.attributes.at("spanglass.project"), std::string("spanglass-research"));
}

void tst_agents::aGraphRunsInWaves()
{
    const auto waves =
        wavesOf(readGraph("{\"nodes\":[{\"name\":\"d\",\"does\":\"x\",\"after\":[\"b\",\"c\"]},"
                          "{\"name\":\"b\",\"does\":\"x\",\"after\":[\"a\"]},"
                          "{\"name\":\"c\",\"does\":\"x\",\"after\":[\"a\"]},"
                          "{\"name\":\"a\",\"does\":\"x\"}]}"));
    QString text;
    for (const auto& wave : waves) {
        for (const auto& node : wave)
            text += QString::fromStdString(node.name);
        text += QLatin1Char(' ');
    }
    QCOMPARE(text, QStringLiteral("a bc d "));
}

void tst_agents::aBrokenGraphSaysWhatIsWrong()
{
    const auto errorOf = [](const char* json) -> QString {
        try {
            wavesOf(readGraph(json));
            return {};
        } catch (const std::invalid_argument& error) {
            return QString::fromUtf8(error.what());
        }
    };
    QCOMPARE(errorOf("{"), QStringLiteral("the graph is no JSON object with \"nodes\""));
    QCOMPARE(errorOf("{\"nodes\":[{\"name\":\"a\"}]}"),
             QStringLiteral("the graph has a node without \"name\" or \"does\""));
    QCOMPARE(errorOf("{\"nodes\":[{\"name\":\"a\",\"does\":\"x\",\"after\":[\"b\"]}]}"),
             QStringLiteral("a comes after b, which is no node"));
    QCOMPARE(errorOf("{\"nodes\":[{\"name\":\"a\",\"does\":\"x\",\"after\":[\"a\"]}]}"),
             QStringLiteral("the graph has a cycle"));
}

void tst_agents::theProgramRecordsWhatItWasAskedTo()
{
    const QTemporaryDir store;
    QProcess program;
    program.start(QStringLiteral(AGENTS_PROGRAM),
                  {QStringLiteral("rag"), QStringLiteral("tools"), QStringLiteral("--runs"),
                   QStringLiteral("3"), QStringLiteral("--seed=7"), QStringLiteral("--speed"),
                   QStringLiteral("0"), QStringLiteral("--json"), QStringLiteral("--store"), store.path()});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.readAllStandardError(), QByteArray());
    const QByteArray out = program.readAllStandardOutput();
    QVERIFY2(out.startsWith("{\"runs\":[{\"agent\":\"rag\",\"traceId\":\""), out.constData());
    QVERIFY(out.endsWith("\"failures\":0}\n"));

    const auto all = collectStore(store.path().toStdString());
    int rag = 0;
    int tools = 0;
    for (const auto& [id, span] : all.spans) {
        QCOMPARE(span.ends, 1);
        QVERIFY(out.contains(span.trace.hex().c_str()));
        rag += span.name == "rag.run" && treeOf(spansOf(all, span.trace)) == QLatin1String(ragTree);
        tools +=
            span.name == "tools.run" &&
            treeOf(spansOf(all, span.trace)).count(QStringLiteral("execute_tool sql (tool) failed")) == 1;
    }
    QCOMPARE(rag, 3);
    QCOMPARE(tools, 3);
}

void tst_agents::theProgramRefusesWhatItDoesNotKnow()
{
    const auto errorOf = [](const QStringList& arguments) {
        QProcess program;
        program.start(QStringLiteral(AGENTS_PROGRAM), arguments);
        program.waitForFinished();
        return QString::number(program.exitCode()) + QLatin1Char(' ') +
               QString::fromUtf8(program.readAllStandardError()).trimmed();
    };
    QCOMPARE(errorOf({QStringLiteral("foo")}),
             QStringLiteral("2 spanglass-agents: there is no agent called \"foo\"; --list names them"));
    QCOMPARE(errorOf({QStringLiteral("--speed"), QStringLiteral("fast")}),
             QStringLiteral("2 spanglass-agents: --speed wants a number, not \"fast\""));
    QCOMPARE(errorOf({QStringLiteral("--runs")}),
             QStringLiteral("2 spanglass-agents: --runs wants a number, not \"\""));
    QCOMPARE(errorOf({QStringLiteral("--fast")}),
             QStringLiteral("2 spanglass-agents: there is no option --fast; --help names them"));
    QCOMPARE(errorOf({QStringLiteral("--list")}), QStringLiteral("0 "));
}

QTEST_GUILESS_MAIN(tst_agents)
#include "tst_agents.moc"
