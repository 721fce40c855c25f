// SPDX-License-Identifier: Apache-2.0
// spanglass-agents: runs demo agents and says what came of it.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>

#include "agents/command_line.h"
#include "agents/json.h"
#include "agents/openai_model.h"
#include "agents/simulated_model.h"

using namespace agents;

namespace {

void print(const std::string& text)
{
    std::fputs((text + '\n').c_str(), stdout);
    std::fflush(stdout);
}

int complain(const std::string& what)
{
    std::fputs(("spanglass-agents: " + what + '\n').c_str(), stderr);
    return 1;
}

void list(bool json)
{
    JsonArray array;
    for (const Agent& agent : allAgents()) {
        array.add(Json{JsonObject().add("name", agent.name).add("purpose", agent.purpose).text()});
        if (!json)
            print(std::string(agent.name) + "\n    " + std::string(agent.purpose));
    }
    if (json)
        print(JsonObject().add("agents", Json{array.text()}).text());
}

std::unique_ptr<Model> makeModel(const CommandLine& line)
{
    if (line.model == "real")
        return std::make_unique<OpenAiModel>(OpenAiModel::settingsFromEnvironment());
    const auto colon = line.model.find(':');
    if (colon == std::string::npos)
        return std::make_unique<SimulatedModel>(line.seed, Pace(line.speed));
    return std::make_unique<SimulatedModel>(line.seed, Pace(line.speed), line.model.substr(colon + 1));
}

std::string asJson(const Agent& agent, const Outcome& outcome)
{
    return JsonObject()
        .add("agent", agent.name)
        .add("traceId", outcome.trace.hex())
        .add("question", outcome.question)
        .add("answer", outcome.answer)
        .text();
}

std::string asText(const Agent& agent, const Outcome& outcome)
{
    return std::string(agent.name) + "  trace " + outcome.trace.hex() + "\n  ? " + outcome.question +
           "\n  > " + outcome.answer + '\n';
}

int runAgents(const CommandLine& line)
{
    const auto model = makeModel(line);
    const std::string session = "demo-" + std::to_string(line.seed);
    JsonArray runs;
    int failures = 0;
    for (int i = 0; i < line.runs; ++i) {
        for (const Agent* agent : line.agents) {
            const auto seed = Random(line.seed + static_cast<std::uint64_t>(i) * 1'000'003).next();
            try {
                const Outcome outcome = agent->run({.seed = seed,
                                                    .model = *model,
                                                    .pace = Pace(line.speed),
                                                    .session = session,
                                                    .spans = line.spans,
                                                    .question = line.question});
                runs.add(Json{asJson(*agent, outcome)});
                if (!line.json)
                    print(asText(*agent, outcome));
            } catch (const std::exception& error) { // recorded with its trace; here it is said
                ++failures;
                complain(std::string(agent->name) + ": " + error.what());
            }
        }
    }
    if (line.json)
        print(JsonObject().add("runs", Json{runs.text()}).add("failures", failures).text());
    spanglass::flush();
    return failures == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    CommandLine line;
    try {
        line = readCommandLine({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        complain(error.what());
        return 2;
    }
    if (line.help) {
        print(helpText());
        return 0;
    }
    if (line.list) {
        list(line.json);
        return 0;
    }
    if (!line.store.empty())
        setenv("SPANGLASS_STORE", line.store.c_str(), 1); // before the first trace reads it
    return runAgents(line);
}
