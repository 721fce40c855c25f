// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <algorithm>
#include <cstdio>

#include "base/text.h"

namespace spanglass::app {

namespace {

const Verb* findVerb(std::string_view name)
{
    const auto list = verbs();
    const auto found = std::ranges::find_if(list, [&](const Verb* verb) { return verb->usage.verb == name; });
    return found == list.end() ? nullptr : *found;
}

} // namespace

Command understand(const std::vector<std::string>& arguments)
{
    Command command{nullptr, arguments};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--store") {
            ++i; // its value is no verb
        } else if (!arguments[i].starts_with('-')) {
            command.verb = findVerb(arguments[i]);
            if (command.verb)
                command.words.erase(command.words.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
    }
    return command;
}

void printError(const Error& error)
{
    std::fprintf(stderr, "spanglass: %s\n", visibleText(error.message).c_str());
}

int runVerb(const Verb& verb, const std::vector<std::string>& words)
{
    const auto options = Options::parse(verb.usage, words);
    if (options && options->has("help")) {
        std::fputs(helpText(verb.usage).c_str(), stdout);
        return exitDone;
    }
    const Result<int> code =
        options ? verb.run(*options) : Result<int>(tl::unexpected<Error>(options.error()));
    if (!code) {
        printError(code.error());
        return code.error().kind == ErrorKind::usage ? exitWrongUse : exitCouldNot;
    }
    if (std::fflush(stdout) != 0) {
        printError({ErrorKind::io, "standard output: could not be written"});
        return exitCouldNot;
    }
    return *code;
}

std::string overviewText()
{
    std::string text = "spanglass: see what LLM agents do\n\n"
                       "    spanglass [FILE…]           open the window, with the files as documents\n"
                       "    spanglass postgresql://…    open a team's database in a window\n";
    for (const Verb* verb : verbs()) {
        std::string call = "spanglass " + std::string(verb->usage.verb);
        call.resize(std::max<std::size_t>(call.size() + 2, 28), ' ');
        text += "    " + call + std::string(verb->usage.summary) + '\n';
    }
    return text + "\n"
                  "    spanglass VERB --help       what a verb takes\n"
                  "    --store DIR                 the store to use, with any verb and with the window\n"
                  "    --deliver                   with the window: deliver to the store's destinations\n"
                  "    --json                      with any verb: JSON instead of text\n"
                  "    --version                   the version\n\n"
                  "Exit codes: 0 done, 1 could not, 2 wrong usage.\n";
}

} // namespace spanglass::app
