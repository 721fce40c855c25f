// SPDX-License-Identifier: GPL-3.0-or-later
// spanglass: a verb of the command line (src/app/cli), or the window (app/window.h).
// Verbs are decided before any application object is made, so that they need no display.
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "app/cli/command_line.h"
#include "app/install_paths.h"
#include "app/window.h"
#include "sync/destination_config.h"

namespace {

using namespace spanglass;
using namespace spanglass::app;

const Usage windowUsage{
    .verb = "spanglass",
    .operands = "[FILE… | postgresql://…]",
    .fewest = 0,
    .most = anyNumber,
    .summary = "open the window",
    .options = {{"deliver", "", "deliver from the window this time"},
                {"outage-switch", "PROGRAM", "for demos: a button calls PROGRAM down|up DESTINATION"}}};

bool namesADatabase(const std::string& operand)
{
    return operand.starts_with("postgres://") || operand.starts_with("postgresql://");
}

int runTeamWindow(int& argc, char** argv, const std::string& conninfo)
{
    sync::DestinationConfig config;
    config.kind = sync::DestinationKind::postgres;
    config.url = conninfo;
    if (!sync::checkUrl(config)) {
        printError({ErrorKind::usage, "a password on the command line can be read by others: leave it to "
                                      "~/.pgpass, PGPASSWORD or a service file"});
        return exitWrongUse;
    }
    return openTeamWindow(argc, argv, conninfo);
}

/// What a mistyped verb most likely was is said before a window opens for nothing.
Result<void> checkFiles(const std::vector<std::string>& files)
{
    for (const std::string& file : files) {
        std::error_code error;
        if (std::filesystem::exists(file, error))
            continue;
        const bool looksLikeAVerb = file.find_first_of("./") == std::string::npos;
        return fail(ErrorKind::io, file + (looksLikeAVerb ? ": no such file, and no verb of this name "
                                                            "(spanglass --help lists them)"
                                                          : ": no such file"));
    }
    return {};
}

int runWindow(int& argc, char** argv, const std::vector<std::string>& words)
{
    const auto options = Options::parse(windowUsage, words);
    if (!options) {
        printError(options.error());
        return exitWrongUse;
    }
    if (options->has("help")) {
        std::fputs(overviewText().c_str(), stdout);
        return exitDone;
    }
    if (options->operands().size() == 1 && namesADatabase(options->operands()[0]))
        return runTeamWindow(argc, argv, options->operands()[0]);
    if (const auto there = checkFiles(options->operands()); !there) {
        printError(there.error());
        return exitCouldNot;
    }
    return openWindow(argc, argv,
                      {.store = options->store(),
                       .files = options->operands(),
                       .deliver = options->has("deliver"),
                       .outageSwitch = options->text("outage-switch")});
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 1 && arguments[0] == "--version") {
        std::puts("spanglass " SPANGLASS_VERSION);
        return exitDone;
    }
    const Command command = understand(arguments);
    return command.verb ? runVerb(*command.verb, command.words) : runWindow(argc, argv, command.words);
}
