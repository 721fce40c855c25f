// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether a jsonb column takes a JSON text and gives back the same value. It refuses `\u0000`, lone
/// surrogates and depth beyond the server's stack, and silently drops all but the last of a key that comes
/// twice.
#pragma once

#include <string_view>

namespace spanglass::postgres {

/// Depth at which max_stack_depth's default of 2 MB is still far away.
inline constexpr int deepestJson = 256;

/// True for valid JSON that jsonb stores without loss of meaning (key order and white space aside). One pass
/// over the text, no recursion.
[[nodiscard]] bool jsonbKeeps(std::string_view json);

} // namespace spanglass::postgres
