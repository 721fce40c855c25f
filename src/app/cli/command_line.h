// SPDX-License-Identifier: GPL-3.0-or-later
/// Decides what a call of `spanglass` asks for: a verb, help, or the window.
#pragma once

#include <string>
#include <vector>

#include "app/cli/verb.h"

namespace spanglass::app {

/// What a command line means. With a verb, `words` is all that is not its name; without one, the files.
struct Command
{
    const Verb* verb = nullptr;
    std::vector<std::string> words;
};

/// The verb is the first word that is no option; options before it are handed on to it.
[[nodiscard]] Command understand(const std::vector<std::string>& arguments);

/// Runs a verb: checks its words, prints its help or its error. The exit code.
[[nodiscard]] int runVerb(const Verb& verb, const std::vector<std::string>& words);

/// `spanglass --help`.
[[nodiscard]] std::string overviewText();

} // namespace spanglass::app
