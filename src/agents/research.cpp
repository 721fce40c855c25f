// SPDX-License-Identifier: Apache-2.0
// `research`: a workflow declared in a file (resources/agents/research.json). Nodes that do not need each
// other run side by side, and one of them has sub-agents: coroutines that work on a pool.
#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

#include "agents/agent.h"
#include "agents/database.h"
#include "agents/graph.h"
#include "agents/model_call.h"
#include "agents/search.h"
#include "agents/task.h"
#include "agents/words.h"

namespace agents {
namespace {

using spanglass::inSpan;
using spanglass::Kind;
using spanglass::Span;
using spanglass::withContext;

constexpr std::string_view topics[] = {
    "delivery to Postgres and Langfuse",
    "what happens when a process is killed or the disk is full",
    "how tokens and cost are counted",
    "finding slow, failed and expensive traces",
};

/// What the nodes have found out so far. Nodes run side by side.
class Findings
{
public:
    void add(const std::string& node, std::string text)
    {
        const std::lock_guard lock(m_mutex);
        m_texts[node].push_back(std::move(text));
    }
    std::vector<std::string> of(const std::string& node) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_texts.find(node);
        return found == m_texts.end() ? std::vector<std::string>() : found->second;
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::vector<std::string>> m_texts;
};

struct Research
{
    const Job& job;
    std::string topic;
    Findings findings;
};

/// Sub-questions: the headings of the pages that say most about the topic, one of each page.
void plan(Research& research, const Node& node)
{
    std::vector<std::string> pages;
    for (const Hit& hit : documentationIndex().byWords(research.topic, 12)) {
        const Passage& passage = passages()[hit.passage];
        if (pages.size() == 3 || std::find(pages.begin(), pages.end(), passage.page) != pages.end())
            continue;
        pages.push_back(passage.page);
        research.findings.add(node.name, passage.heading);
    }
}

/// A sub-agent: searches where it was called, and asks the model on the pool.
Task<std::string> investigate(const Research& research, std::string subject, spanglass::Pool& pool)
{
    Span agent = spanglass::span("investigate", Kind::agent);
    agent.set("gen_ai.agent.name", "investigator").setInput(subject);
    const auto hits = inSpan("retriever.vector", Kind::retriever, [&](Span& span) {
        span.set("gen_ai.retrieval.query.text", subject);
        return documentationIndex().byLikeness(embed(subject), 2);
    });
    std::string prompt = "Passages:\n\n";
    for (std::size_t i = 0; i < hits.size(); ++i)
        prompt += '[' + std::to_string(i + 1) + "] " + passages()[hits[i].passage].heading + '\n' +
                  passages()[hits[i].passage].text + '\n';
    prompt += "Question: " + subject + ": " + research.topic;

    co_await threadOf(pool);
    const auto answer = chat(research.job.model, {.messages = {{"user", prompt}}}).message.text;
    agent.setOutput(answer);
    co_return answer;
}

/// One sub-agent for each part of the plan; side by side if the graph says so.
void investigateAll(Research& research, const Node& node)
{
    spanglass::Pool pool(node.runs == "pool" ? 3 : 1);
    std::vector<Task<std::string>> agents;
    for (const auto& subject : research.findings.of(node.after.front()))
        agents.push_back(investigate(research, subject, pool));
    for (auto& agent : agents)
        research.findings.add(node.name, agent.get());
}

void count(Research& research, const Node& node)
{
    const std::string sql =
        "SELECT agent, COUNT(*) AS runs, ROUND(SUM(cost_usd), 4) AS usd FROM runs GROUP BY agent";
    research.findings.add(
        node.name, inSpan("execute_tool sql", Kind::tool, [&sql](Span& span) {
            span.set("gen_ai.operation.name", "execute_tool").set("gen_ai.tool.name", "sql").setInput(sql);
            const std::string rows = Database().query(sql);
            span.setOutput(spanglass::Json{rows});
            return rows;
        }));
}

void write(Research& research, const Node& node)
{
    std::string prompt = "Passages:\n\n";
    int number = 0;
    for (const auto& text : research.findings.of("documentation"))
        prompt += '[' + std::to_string(++number) + "] Found\n" + text + "\n\n";
    prompt += "Question: " + research.topic;
    research.findings.add(node.name, chat(research.job.model, {.messages = {{"user", prompt}}}).message.text);
}

void check(Research& research, const Node& node)
{
    const auto report = research.findings.of(node.after.front()).front();
    const bool cites = report.find('[') != std::string::npos;
    research.findings.add(node.name, cites ? "cites its sources" : "cites nothing");
}

void run(Research& research, const Node& node)
{
    static const std::map<std::string, std::pair<Kind, void (*)(Research&, const Node&)>> skills{
        {"plan", {Kind::chain, plan}},       {"investigate", {Kind::chain, investigateAll}},
        {"count", {Kind::chain, count}},     {"write", {Kind::chain, write}},
        {"check", {Kind::evaluator, check}},
    };
    const auto skill = skills.find(node.does);
    if (skill == skills.end())
        throw std::invalid_argument("nobody knows how to " + node.does);
    inSpan(node.name, skill->second.first, [&](Span& span) {
        skill->second.second(research, node);
        span.setOutputs({{"found", research.findings.of(node.name).size()}});
    });
}

/// All nodes of a wave side by side, then the next wave.
void run(Research& research, const Graph& graph)
{
    for (const auto& wave : wavesOf(graph)) {
        std::vector<std::future<void>> nodes;
        for (const auto& node : wave)
            nodes.push_back(
                std::async(std::launch::async, withContext([&research, &node] { run(research, node); })));
        for (auto& node : nodes)
            node.get();
    }
}

Graph researchGraph()
{
    for (const auto& file : embeddedFiles())
        if (file.name == "research.json")
            return readGraph(file.text);
    throw std::runtime_error("research.json is not built in");
}

} // namespace

Outcome doResearch(const Job& job)
{
    Random random(job.seed, "research");
    const Graph graph = researchGraph();
    Research research{
        job, job.question.empty() ? std::string(topics[random.below(std::size(topics))]) : job.question, {}};

    // The graph's project, said in code, beats the one of the environment.
    auto trace = spanglass::trace("research.run", {.operationType = "invoke_workflow",
                                                   .user = someUser(random),
                                                   .session = job.session,
                                                   .project = graph.project,
                                                   .input = research.topic,
                                                   .tags = {"demo", "research"}});
    trace.set("gen_ai.workflow.name", graph.name);
    run(research, graph);
    const std::string report = research.findings.of("report").front();
    trace.setOutput(report);
    return {trace.context().trace, research.topic, report};
}

} // namespace agents
