// SPDX-License-Identifier: Apache-2.0
// Reads the options of spanglass-agents: `--name value` or `--name=value`.
#include "agents/command_line.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace agents {
namespace {

template<class Number> Number number(std::string_view option, std::string_view text, Number least)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= least))
        throw std::invalid_argument(std::string(option) + " wants a number, not \"" + std::string(text) +
                                    '"');
    return value;
}

const Agent* find(std::string_view name)
{
    const auto all = allAgents();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Agent& agent) { return agent.name == name; });
    if (found == all.end())
        throw std::invalid_argument("there is no agent called \"" + std::string(name) +
                                    "\"; --list names them");
    return &*found;
}

void checkModel(const std::string& model)
{
    if (model != "simulated" && model != "real" && !model.starts_with("simulated:"))
        throw std::invalid_argument("--model is simulated, simulated:NAME or real, not \"" + model + '"');
}

/// One option that takes a value; false if there is none of that name.
bool setValue(CommandLine& into, std::string_view option, std::string_view value)
{
    if (option == "--runs")
        into.runs = number<int>(option, value, 1);
    else if (option == "--seed")
        into.seed = number<std::uint64_t>(option, value, 0);
    else if (option == "--spans")
        into.spans = number<int>(option, value, 1);
    else if (option == "--speed")
        into.speed = number<double>(option, value, 0);
    else if (option == "--model")
        checkModel(into.model = value);
    else if (option == "--question")
        into.question = value;
    else if (option == "--store")
        into.store = value;
    else
        return false;
    return true;
}

bool setSwitch(CommandLine& into, std::string_view option)
{
    if (option == "--list")
        into.list = true;
    else if (option == "--json")
        into.json = true;
    else if (option == "--help" || option == "-h")
        into.help = true;
    else
        return false;
    return true;
}

} // namespace

CommandLine readCommandLine(std::span<const char* const> arguments)
{
    CommandLine line;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (!argument.starts_with('-')) {
            line.agents.push_back(find(argument));
            continue;
        }
        if (setSwitch(line, argument))
            continue;
        const auto equals = argument.find('=');
        const auto option = argument.substr(0, equals);
        const bool inNext = equals == std::string_view::npos;
        const bool hasNext = i + 1 < arguments.size();
        const std::string_view value = !inNext   ? argument.substr(equals + 1)
                                       : hasNext ? arguments[i + 1]
                                                 : "";
        if (!setValue(line, option, value))
            throw std::invalid_argument("there is no option " + std::string(option) + "; --help names them");
        i += inNext ? 1 : 0;
    }
    if (line.agents.empty())
        line.agents = {find("rag"), find("tools")};
    return line;
}

std::string helpText()
{
    return "spanglass-agents [NAME...]: runs demo agents that record themselves with Spanglass; without a\n"
           "name, rag and tools.\n\n"
           "  --list             names and describes the agents\n"
           "  --runs N           how often each runs (1)\n"
           "  --seed S           the same seed gives the same runs (1)\n"
           "  --speed X          1 is lifelike, 2 twice as fast, 0 does not wait\n"
           "  --model M          simulated, simulated:NAME (under another name), or real: an\n"
           "                     OpenAI-compatible server (OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL)\n"
           "  --spans N          how many spans stress makes (100000)\n"
           "  --question TEXT    asks this instead of one of the agent's own questions\n"
           "  --store DIR        records there instead of the default store\n"
           "  --json             prints one JSON object\n";
}

} // namespace agents
