// SPDX-License-Identifier: GPL-3.0-or-later
/// What a span's attributes mean, whoever wrote them: kind, model, provider, tokens, cost, time to first
/// token, input, output, errors and scores.
///
///     interpret(span);                   // with the prices that come with the program
///     if (span.kind == Kind::llm) …      // also where the source said "GENERATION" or only named a model
///
/// What the source set stays: a kind other than `span`, a model, a count, a cost that is already there.
/// Attributes stay as they are, so that a span may be interpreted again with other prices (`reprice`).
/// Pure; any thread.
#pragma once

#include "trace/span.h"

namespace spanglass::trace {

class Facts;
class PriceTable;

void interpret(Span& span);
void interpret(Span& span, const PriceTable& prices);
/// Only what a list of spans shows: not the input, the output and the scores, which are long. `facts` are
/// those of the span's attributes. With the prices in use.
void interpretColumns(Span& span, const Facts& facts);

/// Forgets the cost and computes it anew: the producer's own, else by `prices`.
void reprice(Span& span, const PriceTable& prices);

/// A Logfire placeholder for a running span: the id of the span it stands for (its own id is another).
[[nodiscard]] std::optional<SpanId> pendingFor(const Span& span);

} // namespace spanglass::trace
