// SPDX-License-Identifier: GPL-3.0-or-later
/// The programs that come with this one and see only the tracer: spanglass-agents, spanglass-bench-tracer.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace spanglass::app {

/// Where a helper is: beside this program (a build tree), in libexec (installed), else its bare name, for
/// PATH.
[[nodiscard]] std::string helperProgram(const std::string& name);

/// Becomes the helper: does not return unless it cannot be started.
[[nodiscard]] Error becomeHelper(const std::string& name, std::vector<std::string> words);

} // namespace spanglass::app
