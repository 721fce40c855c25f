// SPDX-License-Identifier: GPL-3.0-or-later
/// What Langfuse's observations and traces say, as spans; for the three forms its exports come in.
#pragma once

#include "formats/fields.h"

namespace spanglass::formats {

/// A row of an export, the body of a batch event, an observation of the API.
void decodeObservation(const Fields& fields, trace::Span& span);
/// What a trace says of itself, on its root span; `scores` too.
void decodeTraceOn(const Fields& trace, trace::Span& root);
/// A trace as the only span there is of it.
void decodeTraceAlone(const Fields& trace, trace::Span& span);
/// A score object, from a trace or a batch.
[[nodiscard]] trace::Score scoreOf(const Fields& fields);

} // namespace spanglass::formats
