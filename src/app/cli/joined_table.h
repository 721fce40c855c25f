// SPDX-License-Identifier: GPL-3.0-or-later
/// Several traces as one table, for writing them into one file.
#pragma once

#include <memory>
#include <vector>

#include "trace/span_table.h"

namespace spanglass::app {

/// The rows of all tables, one table after the other. Details are still read through the tables given.
[[nodiscard]] trace::SpanTable joined(const std::vector<std::shared_ptr<const trace::SpanTable>>& tables);

} // namespace spanglass::app
