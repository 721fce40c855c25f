// SPDX-License-Identifier: GPL-3.0-or-later
/// The window, from the outside.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace spanglass::app {

struct WindowOptions
{
    std::filesystem::path store;
    std::vector<std::string> files; ///< opened as documents
    bool deliver = false;           ///< deliver from the window, for this once
    std::string outageSwitch;       ///< a demo's program (app/outage_switch.h), or empty
};

/// Opens the window and runs until it is closed: the exit code. `argc` and `argv` are main's (Qt keeps them).
/// The caller made sure that there is a display.
int openWindow(int& argc, char** argv, const WindowOptions& options);

/// Opens a window on a team's Postgres instead: on anything libpq takes, without a password.
int openTeamWindow(int& argc, char** argv, const std::string& conninfo);

} // namespace spanglass::app
