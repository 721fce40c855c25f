// SPDX-License-Identifier: GPL-3.0-or-later
/// A QApplication that says in one line why there is none, instead of aborting.
#pragma once

#include <QApplication>
#include <memory>

namespace spanglass::app {

/// Ends the process with exit code 1 and the line `spanglass: cannot open a window: WHY` where there is no
/// display that can be reached. `argc` and `argv` must outlive the application.
[[nodiscard]] std::unique_ptr<QApplication> makeApplication(int& argc, char** argv);

/// For pictures: an application that needs no display.
[[nodiscard]] std::unique_ptr<QApplication> makeOffscreenApplication(int& argc, char** argv);

} // namespace spanglass::app
