// SPDX-License-Identifier: GPL-3.0-or-later
/// Secrets taken out of what was read for delivery, by the rules of base/masking.h: of names, values, events,
/// links, resources, traces and scores, before a destination sees any of it. What is stored here stays.
#pragma once

#include <vector>

#include "base/masking.h"
#include "sync/outbox.h"

namespace spanglass::sync {

void mask(trace::Span& span, const Masking& masking);
void mask(std::vector<Item>& items, const Masking& masking);
void mask(TraceRows& rows, const Masking& masking);
void mask(std::vector<ScoreItem>& scores, const Masking& masking);

} // namespace spanglass::sync
