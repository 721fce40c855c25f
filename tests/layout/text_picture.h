// SPDX-License-Identifier: GPL-3.0-or-later
/// Span tables from indented text, for tests that read as specifications.
#pragma once

#include <QString>
#include <QStringList>

#include "trace/span_table.h"

namespace spanglass::layout {

inline QString nameOf(const trace::SpanTable& table, std::uint32_t row)
{
    const std::string_view name = table.strings.text(table.name[row]);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/// A span a line, `name begin-end`, children indented by one space; `begin-` has not ended; a word after
/// that is its track.
inline trace::SpanTable spansOf(const QString& text)
{
    trace::SpanTable table;
    std::vector<std::uint32_t> path;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const QStringList words = line.trimmed().split(QLatin1Char(' '));
        const QStringList ends = words[1].split(QLatin1Char('-'));
        trace::Span span;
        span.name = words[0].toStdString();
        span.startUnixNs = ends[0].toLongLong();
        if (!ends[1].isEmpty())
            span.durationNs = ends[1].toLongLong() - span.startUnixNs;
        const std::uint32_t row = table.append(span);
        if (words.size() > 2)
            table.track[row] = table.strings.intern(words[2].toStdString());
        const auto depth = static_cast<std::size_t>(line.size() - line.trimmed().size());
        path.resize(depth);
        if (depth > 0)
            table.parent[row] = path.back();
        path.push_back(row);
    }
    return table;
}

} // namespace spanglass::layout
