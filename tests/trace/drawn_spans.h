// SPDX-License-Identifier: GPL-3.0-or-later
/// Small runs drawn as text: a line is a span, indented by one blank for each level below the root.
#pragma once

#include <QStringList>

#include <vector>

#include "trace/span_table.h"

namespace spanglass::trace {

/// The table that a picture draws. Every span gets the next id, its line's number as start and 1 ns;
/// `describe` makes of the line's words (parted by `separator`) all else.
template<typename Describe> SpanTable drawnTable(const QString& picture, QChar separator, Describe describe)
{
    SpanTable table;
    std::vector<SpanId> parents;
    std::vector<SpanId> path;
    for (const QString& line : picture.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        path.resize(static_cast<std::size_t>(line.size() - line.trimmed().size()));
        Span span;
        span.trace = {1, 1};
        span.id.value = table.size() + 1;
        span.startUnixNs = table.size();
        span.durationNs = 1;
        describe(span, line.trimmed().split(separator));
        parents.push_back(path.empty() ? SpanId{} : path.back());
        path.push_back(span.id);
        table.append(span);
    }
    table.linkParents(parents);
    return table;
}

/// `10-30` is a span's start and end, `10-...` one that has not ended.
inline void setTimes(Span& span, const QString& times)
{
    const QStringList ends = times.split(QLatin1Char('-'));
    span.startUnixNs = ends[0].toLongLong();
    span.durationNs.reset();
    if (ends[1] != QLatin1String("..."))
        span.durationNs = ends[1].toLongLong() - span.startUnixNs;
}

} // namespace spanglass::trace
