// SPDX-License-Identifier: GPL-3.0-or-later
/// What the full-text index knows of a span: its name, status message, and keys and values of its attributes
/// and events.
///
/// The index (store/trace_words.h) keeps no copy of the text, so deleting words means saying them again: the
/// same span must always give the same text. A change here needs a migration that fills the index anew.
#pragma once

#include <string>

#include "trace/span.h"

namespace spanglass::store {

/// Of each value the first 256 KB.
[[nodiscard]] std::string wordsOf(const trace::Span& span);

} // namespace spanglass::store
