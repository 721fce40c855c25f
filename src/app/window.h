// SPDX-License-Identifier: GPL-3.0-or-later
/// The window, from the outside.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace spanglass::app {

/// Opens the window on a store, with `files` as documents, and runs until it is closed: the exit code.
/// `argc` and `argv` are main's (Qt keeps them). The caller made sure that there is a display.
int openWindow(int& argc, char** argv, const std::filesystem::path& store,
               const std::vector<std::string>& files);

} // namespace spanglass::app
