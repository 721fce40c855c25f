// SPDX-License-Identifier: GPL-3.0-or-later
/// What kind of work a span stands for, by its attributes and, where they say nothing, by its name.
#pragma once

#include <optional>

#include "trace/facts.h"

namespace spanglass::trace {

/// Nothing where neither attributes nor name say: the span is a plain one.
[[nodiscard]] std::optional<Kind> kindOf(const Span& span, const Facts& facts);

} // namespace spanglass::trace
