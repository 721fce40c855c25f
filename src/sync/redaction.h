// SPDX-License-Identifier: GPL-3.0-or-later
/// Spans as they may leave the machine: attributes removed, content left out, long values cut with a marker.
/// What is stored here stays whole.
#pragma once

#include "sync/destination_config.h"
#include "trace/span.h"

namespace spanglass::sync {

/// Cuts values of a span that a server found too large on its own to this.
inline constexpr std::size_t cappedValueBytes = 20'000;

[[nodiscard]] bool changesAnything(const Redaction& redaction);
[[nodiscard]] trace::Span redacted(const trace::Span& span, const Redaction& redaction);
[[nodiscard]] trace::Score redacted(const trace::Score& score, const Redaction& redaction);

} // namespace spanglass::sync
