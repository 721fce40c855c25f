// SPDX-License-Identifier: Apache-2.0
// `flaky`: everything that goes wrong in an agent's day, each recorded as what it is: a refused model that
// answers at the third try, a tool that takes too long, work that is cancelled, and, on some days, an
// exception that nobody catches.
#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>

#include "agents/agent.h"
#include "agents/model_call.h"

namespace agents {
namespace {

using spanglass::inSpan;
using spanglass::Kind;
using spanglass::Span;
using std::chrono::milliseconds;

/// A model behind a busy gateway: refuses the first calls.
class BusyModel : public Model
{
public:
    BusyModel(Model& model, int refusals) : m_model(model), m_refusals(refusals) {}
    [[nodiscard]] std::string name() const override { return m_model.name(); }
    [[nodiscard]] std::string provider() const override { return m_model.provider(); }
    Reply complete(const Request& request, const OnText& onText) override
    {
        if (m_refusals-- > 0)
            throw std::runtime_error("429 Too Many Requests: retry after 200 ms");
        return m_model.complete(request, onText);
    }

private:
    Model& m_model;
    int m_refusals;
};

std::string askPatiently(Model& model, const std::string& question, const Pace& pace)
{
    constexpr int attempts = 4;
    for (int attempt = 1;; ++attempt) {
        try {
            return chat(model, {.messages = {{"user", question}}}).message.text;
        } catch (const std::exception&) {
            if (attempt == attempts)
                throw;
            pace.wait(milliseconds(200 * attempt)); // back off
        }
    }
}

/// A tool that nobody answers: waits until its deadline.
void lookUpSlowly(const Pace& pace)
{
    inSpan("execute_tool web_search", Kind::tool, [&](Span& span) {
        span.set("gen_ai.operation.name", "execute_tool")
            .set("gen_ai.tool.name", "web_search")
            .set("gen_ai.tool.call.arguments", spanglass::Json{R"({"query":"weather on Mars"})"});
        pace.wait(milliseconds(900));
        span.set("error.type", "timeout");
        throw std::runtime_error("no answer within 900 ms");
    });
}

/// Work on another thread that is told to stop half-way.
void summariseUntilCancelled()
{
    std::atomic<bool> cancelled = false;
    auto work = std::async(std::launch::async, spanglass::withContext([&cancelled] {
                               inSpan("summarise", Kind::chain, [&](Span& span) {
                                   span.setOutputs({{"pages", 3}}); // what was done stays
                                   while (!cancelled)
                                       std::this_thread::yield();
                                   span.setStatus(spanglass::Status::error, "cancelled");
                               });
                           }));
    cancelled = true;
    work.get();
}

void parseReply()
{
    inSpan("parse", Kind::chain, [](Span& span) {
        span.setInput("{\"answer\": 4");
        throw std::invalid_argument("unexpected end of JSON at byte 12");
    });
}

template<class Work> int failures(Work work)
{
    try {
        work();
        return 0;
    } catch (const std::exception&) { // its span tells
        return 1;
    }
}

/// The day's trace. On every third day an exception leaves it.
void badDay(const Job& job, Outcome& outcome)
{
    Random random(job.seed, "flaky");
    auto run = spanglass::trace("flaky.run", {.operationType = "invoke_agent",
                                              .user = someUser(random),
                                              .session = job.session,
                                              .project = project,
                                              .input = outcome.question,
                                              .tags = {"demo", "flaky"}});
    run.set("gen_ai.agent.name", "flaky");
    outcome.trace = run.context().trace;

    BusyModel model(job.model, random.between(1, 3));
    outcome.answer = askPatiently(model, outcome.question, job.pace);
    int failed = failures([&] { lookUpSlowly(job.pace); });
    summariseUntilCancelled();
    if (random.below(3) == 0)
        parseReply();
    failed += failures(parseReply);
    // Its spans failed and it went on: without a word from its owner the trace would count as failed.
    run.setOutput(outcome.answer)
        .addEvent("gave up", {{"failures", failed}})
        .setStatus(spanglass::Status::ok);
}

} // namespace

Outcome haveABadDay(const Job& job)
{
    Outcome outcome{.trace = {}, .question = "What is the weather on Mars?", .answer = {}};
    try {
        badDay(job, outcome);
    } catch (const std::exception& error) { // the trace failed with it
        outcome.answer = std::string("It failed: ") + error.what();
    }
    return outcome;
}

} // namespace agents
