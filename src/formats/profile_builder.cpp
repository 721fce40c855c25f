// SPDX-License-Identifier: GPL-3.0-or-later
/// A stack of open rows.
#include "formats/profile_builder.h"

#include "formats/numbers.h"

namespace spanglass::formats {

ProfileBuilder::ProfileBuilder(TableBuilder& builder, std::string_view identity)
    : m_builder(builder), m_trace(derivedTraceId(identity)), m_identity(m_trace.hex())
{
    builder.parentsAreRows();
}

void ProfileBuilder::beginTrack(std::string_view name)
{
    m_track = m_builder.strings().intern(name);
    m_open.clear();
}

void ProfileBuilder::open(std::uint32_t name, std::uint64_t place, std::int64_t at)
{
    Row row;
    row.trace = m_trace;
    row.id = derivedSpanId(m_identity, m_builder.table().size());
    row.name = name;
    row.track = m_track;
    row.startUnixNs = at;
    row.place = place;
    const std::uint32_t number = m_builder.add(row);
    if (!m_open.empty())
        m_builder.table().parent[number] = m_open.back();
    m_open.push_back(number);
}

void ProfileBuilder::end(std::uint32_t row, std::int64_t at)
{
    trace::SpanTable& table = m_builder.table();
    table.durationNs[row] = std::max<std::int64_t>(at - table.startUnixNs[row], 0);
    table.state[row] = trace::State::ended;
}

bool ProfileBuilder::close(std::uint32_t name, std::int64_t at)
{
    std::size_t depth = m_open.size();
    while (depth > 0 && m_builder.table().name[m_open[depth - 1]] != name)
        --depth;
    if (depth == 0)
        return false;
    while (m_open.size() >= depth) {
        end(m_open.back(), at);
        m_open.pop_back();
    }
    return true;
}

void ProfileBuilder::closeAll(std::int64_t at)
{
    for (const std::uint32_t row : m_open)
        end(row, at);
    m_open.clear();
}

void ProfileBuilder::sample(const std::vector<Frame>& stack, std::int64_t begin)
{
    std::size_t same = 0;
    while (same < stack.size() && same < m_open.size() &&
           m_builder.table().name[m_open[same]] == stack[same].name)
        ++same;
    while (m_open.size() > same) {
        end(m_open.back(), begin);
        m_open.pop_back();
    }
    for (; same < stack.size(); ++same)
        open(stack[same].name, stack[same].place, begin);
}

} // namespace spanglass::formats
