// SPDX-License-Identifier: GPL-3.0-or-later
/// A span in Langfuse's words: the attributes that its OTLP endpoint reads (`langfuse.*`), so that an
/// observation has its type, model, usage, cost and level there, and every span carries what is known of its
/// trace.
#pragma once

#include "trace/span.h"
#include "trace/trace_row.h"

namespace spanglass::sync {

/// `row` may be missing. Usage is converted: Langfuse counts input without cached tokens and output without
/// reasoning. Spans that only sum up others (agents, chains) send none, or it would be counted twice.
[[nodiscard]] trace::Attributes langfuseAttributes(const trace::Span& span, const trace::TraceRow* row);

/// Whether an attribute of the span itself must not be sent: usage that would be counted twice.
[[nodiscard]] bool hiddenFromLangfuse(const trace::Span& span, std::string_view key);

/// Lower case, `[a-z0-9-_]`, at most 40; `default` for what is nothing of that.
[[nodiscard]] std::string langfuseEnvironment(std::string_view environment);

[[nodiscard]] std::string_view langfuseType(Kind kind);

/// What a root's `metadata.*` attributes say of its trace, for every span of it.
[[nodiscard]] trace::Attributes langfuseTraceMetadata(const trace::Span& root);

} // namespace spanglass::sync
