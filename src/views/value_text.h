// SPDX-License-Identifier: GPL-3.0-or-later
/// Values and attributes as text and as JSON, for showing.
#pragma once

#include <QString>
#include <optional>
#include <string>

#include "trace/span.h"

namespace spanglass::views {

/// JSON values, and strings that hold an object or an array: as agents send them. Nothing for the rest.
[[nodiscard]] std::optional<std::string> jsonOf(const trace::Value& value);
[[nodiscard]] QString textOf(const trace::Value& value);
/// Always valid JSON; strings that hold JSON objects and arrays are unfolded when `unfold` says so.
[[nodiscard]] std::string valueAsJson(const trace::Value& value, bool unfold);
[[nodiscard]] std::string attributesAsJson(const trace::Attributes& attributes, bool unfold);

} // namespace spanglass::views
