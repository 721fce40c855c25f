// SPDX-License-Identifier: GPL-3.0-or-later
/// Times as ISO 8601 writes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace spanglass::trace {

/// `2026-10-31T13:40:05.123456789Z` or with an offset such as +02:00; nanoseconds since 1970 UTC. Nothing for
/// text of another form, a time without zone, or one outside 1678…2262.
[[nodiscard]] std::optional<std::int64_t> isoTimeNs(std::string_view text);

} // namespace spanglass::trace
