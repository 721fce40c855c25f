// SPDX-License-Identifier: Apache-2.0
// `tools`: the agent loop. The model asks for tools until it has its answer; a tool's failure is told to the
// model, which tries again.
#include <stdexcept>

#include "agents/agent.h"
#include "agents/model_call.h"
#include "agents/tool_planner.h"
#include "agents/toolbox.h"

namespace agents {
namespace {

constexpr int maxTurns = 10;

std::string instructions(const Toolbox& toolbox)
{
    return "You answer questions about the runs of a company's agents. Use the tools; compute with the "
           "calculator, never in your head. If a tool fails, read its message, mend the call and try "
           "again.\n\n"
           "The database:\n" +
           toolbox.schema();
}

/// What the tool said, or why it could not.
Message resultOf(const Toolbox& toolbox, const ToolCall& call, const Pace& pace)
{
    try {
        return {.role = "tool", .text = callTool(toolbox, call, pace), .answers = call.id};
    } catch (const std::exception& failure) {
        return {.role = "tool", .text = std::string("error: ") + failure.what(), .answers = call.id};
    }
}

std::string converse(const Job& job, const Toolbox& toolbox, const std::string& question)
{
    Request request{.messages = {{"system", instructions(toolbox)}, {"user", question}},
                    .tools = toolbox.descriptions()};
    for (int turn = 0; turn < maxTurns; ++turn) {
        const Message said = chat(job.model, request).message;
        if (said.toolCalls.empty())
            return said.text;
        request.messages.push_back(said);
        for (const auto& call : said.toolCalls)
            request.messages.push_back(resultOf(toolbox, call, job.pace));
    }
    throw std::runtime_error("no answer after " + std::to_string(maxTurns) + " turns");
}

} // namespace

Outcome answerWithTools(const Job& job)
{
    Random random(job.seed, "tools");
    const auto questions = plannedQuestions();
    const std::string question =
        job.question.empty() ? questions[random.below(questions.size())] : job.question;

    auto run = spanglass::trace("tools.run", {.operationType = "invoke_agent",
                                              .user = someUser(random),
                                              .session = job.session,
                                              .project = project,
                                              .input = question,
                                              .tags = {"demo", "tools"}});
    run.set("gen_ai.agent.name", "tools");

    const Toolbox toolbox;
    const std::string answer = converse(job, toolbox, question);
    run.setOutput(answer).setStatus(spanglass::Status::ok); // a tool's failure was overcome
    return {run.context().trace, question, answer};
}

} // namespace agents
