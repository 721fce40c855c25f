// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass agents`: becomes the program spanglass-agents, which sees only the tracer.
#include <cstdlib>
#include <filesystem>

#include "app/cli/helper_program.h"
#include "app/cli/verbs.h"

namespace spanglass::app {

namespace {

Result<int> run(const Options& options)
{
    std::vector<std::string> words;
    for (const auto* name : {"runs", "seed", "speed", "model"})
        if (options.has(name))
            words.push_back("--" + std::string(name) + '=' + options.text(name));
    for (const auto* name : {"list", "json"})
        if (options.has(name))
            words.push_back("--" + std::string(name));
    words.insert(words.end(), options.operands().begin(), options.operands().end());
    // The store goes by environment: the tracer in the agents reads it there.
    if (options.has("store"))
        ::setenv("SPANGLASS_STORE", std::filesystem::absolute(options.text("store")).c_str(), 1);
    return tl::unexpected(becomeHelper("spanglass-agents", std::move(words)));
}

} // namespace

const Verb agentsVerb{
    {.verb = "agents",
     .operands = "[NAME…]",
     .most = anyNumber,
     .summary = "run demo agents, which trace themselves into the store",
     .options = {{"runs", "N", "how often each runs (default 1)"},
                 {"seed", "S", "the same seed gives the same traces"},
                 {"speed", "X", "how fast time goes for the simulated model; 0 does not wait (default 1)"},
                 {"model", "simulated|real", "real asks OPENAI_BASE_URL with its key and model"},
                 {"list", "", "name the agents and what they show"}}},
    run};

} // namespace spanglass::app
