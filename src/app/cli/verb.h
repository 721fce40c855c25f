// SPDX-License-Identifier: GPL-3.0-or-later
/// A verb of the command line: how it is called and what it does. Each stands in a file of its own.
#pragma once

#include <span>
#include <string_view>

#include "app/cli/options.h"
#include "base/result.h"

namespace spanglass::app {

/// Exit codes; scripts rely on them.
enum ExitCode
{
    exitDone = 0,
    exitCouldNot = 1,
    exitWrongUse = 2,
};

struct Verb
{
    Usage usage;
    /// The exit code, or the error that main prints and turns into one.
    Result<int> (*run)(const Options& options);
};

/// Every verb, in the order in which the help lists them.
[[nodiscard]] std::span<const Verb* const> verbs();

/// Prints `spanglass: WHAT: WHY` on stderr, control characters made visible.
void printError(const Error& error);

} // namespace spanglass::app
