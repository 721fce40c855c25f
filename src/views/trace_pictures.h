// SPDX-License-Identifier: GPL-3.0-or-later
/// Whole pictures of a trace, one per view: what `render` writes and reports show. In the theme that is in
/// use; GUI thread.
///
///     TracePicture picture{.view = TraceView::timeline, .table = table};
///     savePicture(file, sizeOf(picture), titleOf(picture), [&](QPainter& p) { paint(p, picture); });
#pragma once

#include <QSize>
#include <QString>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "trace/span_table.h"

class QPainter;

namespace spanglass::views {

enum class TraceView
{
    flame,
    aggregate,
    sandwich, ///< around the name that took the most time itself
    timeline,
    chat, ///< the conversation of the model call that saw most of it
    graph,
    compare,  ///< `table` and `other` laid over each other
    dashboard ///< of all traces of `table`
};
[[nodiscard]] std::span<const std::string_view> traceViewNames();
[[nodiscard]] std::optional<TraceView> traceViewOf(std::string_view name);

struct TracePicture
{
    TraceView view = TraceView::flame;
    QSize size{1600, 900};
    std::shared_ptr<const trace::SpanTable> table = {};
    std::shared_ptr<const trace::SpanTable> other = {}; ///< for TraceView::compare
};

/// As wide as asked for; a conversation is as high as it is long.
[[nodiscard]] QSize sizeOf(const TracePicture& picture);
/// "agent.run · 3.2 s · 10 spans".
[[nodiscard]] QString titleOf(const TracePicture& picture);
/// From the origin; whatever the view could not show it says in words.
void paint(QPainter& painter, const TracePicture& picture);

} // namespace spanglass::views
