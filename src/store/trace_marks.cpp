// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trace_marks.h"

#include <algorithm>

namespace spanglass::store {
namespace {

constexpr std::size_t remembered = 32;

} // namespace

void MarkSet::add(Kind kind, std::string_view model)
{
    const auto end = m_marks.begin() + static_cast<std::ptrdiff_t>(std::min(m_marks.size(), remembered));
    const auto same = [&](const Mark& mark) { return mark.kind == kind && mark.model == model; };
    if (std::find_if(m_marks.begin(), end, same) == end)
        m_marks.push_back({kind, std::string(model)});
}

TraceMarks::TraceMarks(Database& database)
    : m_insert(database.prepare("INSERT OR IGNORE INTO trace_marks VALUES (?1, ?2, ?3)"))
{
}

void TraceMarks::write(std::int64_t traceRow, MarkSet& marks)
{
    for (; marks.m_written < marks.m_marks.size(); ++marks.m_written) {
        const MarkSet::Mark& mark = marks.m_marks[marks.m_written];
        m_insert.bind(1, traceRow).bind(2, static_cast<std::int64_t>(mark.kind));
        m_insert.bind(3, std::string_view(mark.model)).run();
    }
    if (marks.m_marks.size() > remembered)
        marks.m_marks.resize(remembered);
    marks.m_written = marks.m_marks.size();
}

} // namespace spanglass::store
