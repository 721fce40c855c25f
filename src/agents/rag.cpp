// SPDX-License-Identifier: Apache-2.0
// `rag`: retrieval-augmented answers about Spanglass. Each step is a span; read answerFromDocumentation
// first.
#include <algorithm>
#include <stdexcept>

#include "agents/agent.h"
#include "agents/json.h"
#include "agents/model_call.h"
#include "agents/search.h"
#include "agents/words.h"

namespace agents {
namespace {

using spanglass::inSpan;
using spanglass::Kind;
using spanglass::Span;
using std::chrono::milliseconds;

constexpr std::string_view questions[] = {
    "What happens to my spans when the agent is killed with kill -9?",
    "How do I add the tracer to a C++ program?",
    "How do I send traces from a Python agent to Spanglass?",
    "Which file formats can Spanglass open?",
    "How is the cost of a model call computed?",
    "Why does a span show as interrupted?",
    "How do I deliver traces to Langfuse?",
    "What does Spanglass do when the disk is full?",
    "How do I keep secrets out of my traces?",
    "How do I search for slow and expensive traces?",
    "What is an orphan span and how is it repaired?",
    "How do sessions group several traces?",
    "What does a circuit breaker do for a destination?",
    "How do I compare two runs of the same agent?",
};

void checkQuestion(const std::string& question, const Pace& pace)
{
    inSpan("guardrail.question", Kind::guardrail, [&](Span& span) {
        span.setInput(question);
        pace.wait(milliseconds(45)); // as long as it takes where the work is done elsewhere
        const bool holdsKey = question.find("sk-") != std::string::npos;
        const bool tooLong = question.size() > 4000;
        const bool allowed = !holdsKey && !tooLong;
        span.setOutputs({{"allowed", allowed},
                         {"reason", holdsKey  ? "holds an API key"
                                    : tooLong ? "too long"
                                              : ""}});
        if (!allowed)
            throw std::invalid_argument("the guardrail refused the question");
    });
}

Embedding embedQuestion(const std::string& question, const Pace& pace)
{
    return inSpan("embeddings spanglass-hash-256", Kind::embedding, [&](Span& span) {
        span.set("gen_ai.operation.name", "embeddings")
            .set("gen_ai.provider.name", "spanglass")
            .set("gen_ai.request.model", "spanglass-hash-256")
            .set("gen_ai.embeddings.dimension.count", std::tuple_size_v<Embedding>)
            .set("gen_ai.usage.input_tokens", countTokens(question))
            .setInput(question);
        pace.wait(milliseconds(90));
        return embed(question);
    });
}

/// Hits as gen_ai.retrieval.documents wants them.
std::string documents(const Hits& hits)
{
    JsonArray list;
    for (const Hit& hit : hits) {
        const Passage& passage = passages()[hit.passage];
        list.add(Json{JsonObject()
                          .add("id", passage.page + '#' + std::to_string(hit.passage))
                          .add("score", hit.score)
                          .add("title", passage.heading)
                          .text()});
    }
    return list.text();
}

template<class Search> Hits searching(std::string_view name, const std::string& question, Search search)
{
    return inSpan(name, Kind::retriever, [&](Span& span) {
        span.set("gen_ai.operation.name", "retrieval")
            .set("gen_ai.data_source.id", "spanglass-docs")
            .set("gen_ai.retrieval.query.text", question);
        const Hits hits = search();
        span.set("gen_ai.retrieval.top_k", hits.size())
            .set("gen_ai.retrieval.documents", Json{documents(hits)});
        return hits;
    });
}

Hits retrieve(const std::string& question, const Embedding& embedding, const Pace& pace)
{
    const auto& index = documentationIndex();
    return searching("retriever.hybrid", question, [&] {
        const Hits byWords = searching("retriever.bm25", question, [&] {
            pace.wait(milliseconds(35));
            return index.byWords(question, 8);
        });
        const Hits byLikeness = searching("retriever.vector", question, [&] {
            pace.wait(milliseconds(70));
            return index.byLikeness(embedding, 8);
        });
        return fuse(byWords, byLikeness);
    });
}

Hits chooseBest(const std::string& question, const Hits& hits, const Pace& pace)
{
    return inSpan("reranker.overlap", Kind::reranker, [&](Span& span) {
        span.set("gen_ai.operation.name", "rerank")
            .set("reranker.query", question)
            .set("reranker.model_name", "spanglass-overlap")
            .set("reranker.top_k", 4)
            .setInput(Json{documents(hits)});
        pace.wait(milliseconds(140));
        const Hits best = rerank(question, hits, 4);
        span.setOutput(Json{documents(best)});
        return best;
    });
}

Request prompt(const std::string& question, const Hits& hits)
{
    std::string context;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const Passage& passage = passages()[hits[i].passage];
        context += '[' + std::to_string(i + 1) + "] " + passage.heading + '\n' + passage.text + '\n';
    }
    return {.messages = {{"system",
                          "You answer questions about Spanglass, a local-first tracer for LLM agents. Use "
                          "only the passages given, and cite them like [1]. If they do not hold the "
                          "answer, say so."},
                         {"user", "Passages:\n\n" + context + "Question: " + question}}};
}

/// The share of the answer's words that stand in the passages: an answer made up has few.
double groundedness(const std::string& answer, const Hits& hits)
{
    std::vector<std::string> known;
    for (const Hit& hit : hits)
        for (auto& word : searchWords(passages()[hit.passage].text))
            known.push_back(std::move(word));
    std::sort(known.begin(), known.end());
    const auto words = searchWords(answer);
    const auto found = std::count_if(words.begin(), words.end(), [&known](const std::string& word) {
        return std::binary_search(known.begin(), known.end(), word);
    });
    return words.empty() ? 0.0 : static_cast<double>(found) / static_cast<double>(words.size());
}

void evaluate(const std::string& answer, const Hits& hits, const Pace& pace)
{
    inSpan("evaluator.groundedness", Kind::evaluator, [&](Span& span) {
        pace.wait(milliseconds(110));
        const double score = groundedness(answer, hits);
        span.setInput(answer)
            .setOutputs({{"score", score}, {"label", score > 0.7 ? "grounded" : "doubtful"}})
            .addEvent("gen_ai.evaluation.result",
                      {{"gen_ai.evaluation.name", "groundedness"}, {"gen_ai.evaluation.score.value", score}});
    });
}

} // namespace

Outcome answerFromDocumentation(const Job& job)
{
    Random random(job.seed, "rag");
    const std::string question =
        job.question.empty() ? std::string(questions[random.below(std::size(questions))]) : job.question;

    auto run = spanglass::trace("rag.run", {.operationType = "invoke_agent",
                                            .user = someUser(random),
                                            .session = job.session,
                                            .knowledgeBase = "spanglass-docs",
                                            .project = project,
                                            .input = question,
                                            .tags = {"demo", "rag"}});
    run.set("gen_ai.agent.name", "rag");

    checkQuestion(question, job.pace);
    const auto embedding = embedQuestion(question, job.pace);
    const auto hits = chooseBest(question, retrieve(question, embedding, job.pace), job.pace);
    const auto reply = chat(job.model, prompt(question, hits));
    evaluate(reply.message.text, hits, job.pace);

    run.setOutput(reply.message.text);
    return {run.context().trace, question, reply.message.text};
}

} // namespace agents
