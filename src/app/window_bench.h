// SPDX-License-Identifier: GPL-3.0-or-later
/// How the window stands it when eight clients send to it: its frames while spans stream in over HTTP, and
/// whether every span that was answered with success is in the store afterwards.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"

namespace spanglass::app {

struct WindowFigures
{
    double p95Ms = 0; ///< app/frame_watch.h
    double spansPerSecond = 0;
    std::int64_t lost = 0;
};

/// Twenty thousand spans a second, in a store under `directory`. Needs a QApplication; GUI thread.
[[nodiscard]] Result<WindowFigures> benchWindow(const std::filesystem::path& directory, int seconds);

} // namespace spanglass::app
