// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/joined_table.h"

#include <algorithm>

namespace spanglass::app {

namespace {

template<class Column> void append(Column& to, const Column& from)
{
    to.insert(to.end(), from.begin(), from.end());
}

void appendTable(trace::SpanTable& to, const trace::SpanTable& from)
{
    const std::uint32_t first = to.size();
    append(to.startUnixNs, from.startUnixNs);
    append(to.durationNs, from.durationNs);
    append(to.kind, from.kind);
    append(to.status, from.status);
    append(to.state, from.state);
    append(to.flags, from.flags);
    append(to.trace, from.trace);
    append(to.id, from.id);
    for (std::uint32_t row = 0; row < from.size(); ++row) {
        const std::uint32_t parent = from.parent[row];
        to.parent.push_back(parent == trace::noRow ? trace::noRow : first + parent);
        to.name.push_back(to.strings.intern(from.strings.text(from.name[row])));
        to.service.push_back(to.strings.intern(from.strings.text(from.service[row])));
        to.track.push_back(to.strings.intern(from.strings.text(from.track[row])));
    }
}

} // namespace

trace::SpanTable joined(const std::vector<std::shared_ptr<const trace::SpanTable>>& tables)
{
    trace::SpanTable all;
    std::vector<std::uint32_t> firsts; // of each table
    for (const auto& table : tables) {
        firsts.push_back(all.size());
        appendTable(all, *table);
    }
    all.details = [tables, firsts = std::move(firsts)](std::uint32_t row) {
        const auto of = std::upper_bound(firsts.begin(), firsts.end(), row) - firsts.begin() - 1;
        const auto at = static_cast<std::size_t>(of);
        return tables[at]->details(row - firsts[at]);
    };
    return all;
}

} // namespace spanglass::app
