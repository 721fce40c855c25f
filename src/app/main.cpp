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

namespace {

using namespace spanglass;
using namespace spanglass::app;

const Usage windowUsage{.verb = "spanglass",
                        .operands = "[FILE…]",
                        .fewest = 0,
                        .most = anyNumber,
                        .summary = "open the window",
                        .options = {}};

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
    if (const auto there = checkFiles(options->operands()); !there) {
        printError(there.error());
        return exitCouldNot;
    }
    return openWindow(argc, argv, options->store(), options->operands());
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
