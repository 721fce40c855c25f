// SPDX-License-Identifier: Apache-2.0
// `stress`: as many spans as fast as it goes, on four threads, each like a small model call.
#include <chrono>
#include <thread>
#include <vector>

#include "agents/agent.h"

namespace agents {
namespace {

constexpr int threads = 4;

void makeSpans(int count)
{
    for (int i = 0; i < count; ++i) {
        auto call = spanglass::span("chat stress", spanglass::Kind::llm);
        call.set("gen_ai.request.model", "stress-1")
            .set("gen_ai.usage.input_tokens", 100 + i % 900)
            .set("gen_ai.usage.output_tokens", i % 300)
            .set("gen_ai.response.id", i);
    }
}

} // namespace

Outcome makeManySpans(const Job& job)
{
    auto run = spanglass::trace("stress.run", {.kind = spanglass::Kind::chain, .project = project});
    const auto start = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < threads; ++i)
            workers.emplace_back(spanglass::withContext([&job] { makeSpans(job.spans / threads); }));
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    const int made = job.spans / threads * threads;
    const auto rate = static_cast<std::int64_t>(made / seconds.count());
    run.setMetadata("spans_per_second", rate);
    return {run.context().trace, std::to_string(made) + " spans", std::to_string(rate) + " spans a second"};
}

} // namespace agents
