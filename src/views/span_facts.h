// SPDX-License-Identifier: GPL-3.0-or-later
/// What a span is, in words and as trees: the contents of the span panel's tabs.
#pragma once

#include <QString>
#include <QVector>
#include <string>

#include "trace/span.h"
#include "views/facts_view.h"

namespace spanglass::trace {
struct SpanTable;
}
namespace spanglass::models {
class SpanTreeModel;
}

namespace spanglass::views {

/// Before "TRACE/SPAN" in the link of a fact that leads to a span; all other links are addresses.
[[nodiscard]] QString spanLinkStart();
[[nodiscard]] QVector<Fact> spanFacts(const trace::Span& span, const models::SpanTreeModel& model,
                                      std::uint32_t row);
/// How far from its own clock's time a span is shown, and why; empty where it stands as stored.
[[nodiscard]] QString correctedClockText(const trace::SpanTable& table, std::uint32_t row,
                                         const trace::Span& span);
/// Attributes at the top, resource and scope folded below them, as JSON.
[[nodiscard]] std::string attributesTree(const trace::Span& span);
/// An event per member, "+12.3 ms exception", as JSON.
[[nodiscard]] std::string eventsTree(const trace::Span& span);
/// The status message and every recorded exception with its stack.
[[nodiscard]] QString errorText(const trace::Span& span);

} // namespace spanglass::views
