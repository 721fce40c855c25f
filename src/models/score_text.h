// SPDX-License-Identifier: GPL-3.0-or-later
/// Scores as people read them: "helpful 0.9"; a label and a note speak for themselves.
#pragma once

#include <QString>
#include <vector>

#include "trace/span.h"

namespace spanglass::models {

[[nodiscard]] QString scoreReadable(const trace::Score& score);
/// "helpful 0.9, good"
[[nodiscard]] QString scoresReadable(const std::vector<trace::Score>& scores);

} // namespace spanglass::models
