// SPDX-License-Identifier: GPL-3.0-or-later
/// The JSON objects of the journal (resources, scopes, attributes of events) as attributes.
#pragma once

#include <string_view>

#include "trace/span.h"

namespace spanglass::store {

/// The members of a JSON object in their order; objects and lists stay JSON. Empty for an empty text. A text
/// that is no object gives one attribute, "json", with the text, so that nothing is lost.
[[nodiscard]] trace::Attributes attributesFromJson(std::string_view json);

/// {name, version, attributes} as the journal writes a scope.
[[nodiscard]] trace::Scope scopeFromJson(std::string_view json);

} // namespace spanglass::store
