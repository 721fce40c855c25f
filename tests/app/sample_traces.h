// SPDX-License-Identifier: GPL-3.0-or-later
/// Traces as agents leave them, made in memory: for tests of the window that need no store.
#pragma once

#include <QDateTime>
#include <string>

#include "fake_source.h"

namespace spanglass::app {

/// A span under construction; `children` run one after the other inside it.
struct SampleSpan
{
    std::string name;
    Kind kind;
    std::int64_t startMs;
    std::int64_t durationMs; ///< negative: still running
    int parent;              ///< index of an earlier one, or -1
    std::string input;
    std::string output;
    std::string error;
};

inline std::vector<SampleSpan> sampleAgentRun(bool failing, bool running)
{
    std::vector<SampleSpan> spans{
        {"agent.run",
         Kind::agent,
         0,
         running ? -1 : 3210,
         -1,
         "How do I keep traces of a crashed agent?",
         "They are in the journal; the next window gathers them.",
         {}},
        {"plan",
         Kind::chain,
         20,
         640,
         0,
         R"({"goal":"answer the question","budget":{"tokens":4000}})",
         R"(["search","read","answer"])",
         {}},
        {"llm.chat",
         Kind::llm,
         40,
         590,
         1,
         R"([{"role":"system","content":"You plan."},{"role":"user","content":"How do I keep traces of a crashed agent?"}])",
         R"({"role":"assistant","content":"First search the documentation."})",
         {}},
        {"tool.search", Kind::tool, 700, 420, 0, R"({"query":"crashed agent journal","limit":5})",
         R"({"hits":[{"file":"journal-format.md","score":0.92},{"file":"architecture.md","score":0.81}]})",
         failing ? "the index is locked by another process" : ""},
        {"embed", Kind::embedding, 710, 80, 3, "crashed agent journal", "[0.12,0.98,0.33]", {}},
        {"vector.search", Kind::retriever, 800, 300, 3, "crashed agent journal", "5 documents", {}},
        {"rerank", Kind::reranker, 1140, 120, 0, "5 documents", "3 documents", {}},
        {"guard.input", Kind::guardrail, 1270, 40, 0, "3 documents", "passed", {}},
        {"llm.chat",
         Kind::llm,
         1330,
         running ? -1 : 1820,
         0,
         R"([{"role":"system","content":"You answer from the documents."},{"role":"user","content":"How do I keep traces of a crashed agent?"}])",
         R"({"role":"assistant","content":"They are in the journal; the next window gathers them."})",
         {}},
    };
    if (!running)
        spans.push_back({"evaluate", Kind::evaluator, 3160, 40, 0, "answer", R"({"faithful":0.94})", {}});
    return spans;
}

inline std::shared_ptr<const trace::SpanTable> sampleTable(TraceId traceId, std::int64_t startNs,
                                                           const std::vector<SampleSpan>& samples)
{
    auto table = std::make_shared<trace::SpanTable>();
    auto whole = std::make_shared<std::vector<trace::Span>>();
    std::vector<SpanId> parents;
    for (const SampleSpan& sample : samples) {
        trace::Span span;
        span.trace = traceId;
        span.id = SpanId{0x10f0u + whole->size()};
        if (sample.parent >= 0)
            span.parent = (*whole)[std::size_t(sample.parent)].id;
        span.name = sample.name;
        span.kind = sample.kind;
        span.service = "support-bot";
        span.startUnixNs = startNs + sample.startMs * 1'000'000;
        if (sample.durationMs >= 0)
            span.durationNs = sample.durationMs * 1'000'000 + 123'456;
        else
            span.state = trace::State::running;
        span.input = sample.input;
        span.output = sample.output;
        span.attributes = {{"session.id", std::string("s-204")}, {"retry", std::int64_t(0)}};
        if (sample.kind == Kind::llm) {
            span.model = "gpt-5-mini";
            span.tokens.input = 812;
            span.tokens.cached = 256;
            span.tokens.output = 143;
            span.cost = Decimal::parse("0.00421");
            span.timeToFirstTokenNs = 310'000'000;
            span.attributes.push_back({"gen_ai.request.model", std::string("gpt-5-mini")});
            span.attributes.push_back({"gen_ai.request.temperature", 0.2});
        }
        if (!sample.error.empty()) {
            span.status = Status::error;
            span.statusMessage = sample.error;
            span.events.push_back({span.startUnixNs + 2'000'000,
                                   "exception",
                                   {{"exception.type", std::string("IndexLocked")},
                                    {"exception.message", sample.error},
                                    {"exception.stacktrace",
                                     std::string("  at search (index.cpp:88)\n  at run (agent.cpp:31)")}}});
        }
        table->append(span);
        parents.push_back(span.parent);
        whole->push_back(std::move(span));
    }
    table->linkParents(parents);
    table->details = [whole](std::uint32_t row) { return (*whole)[row]; };
    return table;
}

/// A store's worth: the newest still runs, one failed, one was interrupted.
inline void fillSample(models::FakeSource& source, int traces, std::int64_t nowNs)
{
    static const char* const names[] = {"answer question", "tools.loop", "summarise ticket", "triage",
                                        "nightly evaluation"};
    for (int i = 0; i < traces; ++i) {
        const std::int64_t startNs = nowNs - (i * 47ll * i + 2) * 1'000'000'000;
        trace::TraceRow row = models::FakeSource::row(std::uint64_t(1000 - i), startNs);
        row.name = names[i % 5];
        const bool running = i == 0;
        const bool failing = i % 5 == 1;
        const auto samples = sampleAgentRun(failing, running);
        row.spans = std::int64_t(samples.size());
        row.durationNs = 3'210'000'000 + i * 177'000'000;
        row.errors = failing ? 1 : 0;
        row.tokens.input = 1624 + i * 13;
        row.tokens.output = 286;
        row.cost = Decimal::parse("0.00842");
        row.service = "support-bot";
        if (running) {
            row.status = trace::TraceStatus::running;
            row.durationNs.reset();
        } else if (failing) {
            row.status = trace::TraceStatus::error;
        } else if (i == 3) {
            row.status = trace::TraceStatus::interrupted;
        }
        source.tables[row.id] = sampleTable(row.id, startNs, samples);
        source.rows.push_back(std::move(row));
    }
}

} // namespace spanglass::app
