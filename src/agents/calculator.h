// SPDX-License-Identifier: Apache-2.0
/// Arithmetic as people type it: `(1200 - 340) * 2.5 / 3`, `round(sqrt(2), 3)`.
#pragma once

#include <string>
#include <string_view>

namespace agents {

/// The value of `expression`. Knows + - * / % ^, parentheses, and sqrt, abs, round, min, max, sum.
/// Throws std::invalid_argument naming the place of what it does not understand, or a division by zero.
double calculate(std::string_view expression);

/// A number as people write it: up to six digits behind the point, none that say nothing.
std::string numberText(double number);

} // namespace agents
