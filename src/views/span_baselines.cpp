// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/span_baselines.h"

#include <QCoreApplication>

namespace spanglass::views {
namespace {

struct Baselines
{
    Q_DECLARE_TR_FUNCTIONS(SpanBaselines)
};

std::uint32_t previousCall(const trace::SpanTable& table, std::uint32_t of)
{
    std::uint32_t latest = trace::noRow;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (row == of || table.name[row] != table.name[of] || table.kind[row] != table.kind[of] ||
            table.startUnixNs[row] > table.startUnixNs[of] ||
            (table.startUnixNs[row] == table.startUnixNs[of] && row > of))
            continue;
        if (latest == trace::noRow || table.startUnixNs[row] >= table.startUnixNs[latest])
            latest = row;
    }
    return latest;
}

} // namespace

std::vector<SpanBaseline> baselinesOf(const trace::SpanTable& table, std::uint32_t row)
{
    std::vector<SpanBaseline> baselines;
    if (const std::uint32_t parent = table.parent[row]; parent != trace::noRow)
        baselines.push_back({Baselines::tr("Against the parent's"), parent});
    if (const std::uint32_t previous = previousCall(table, row); previous != trace::noRow)
        baselines.push_back({Baselines::tr("Against the previous call's"), previous});
    return baselines;
}

} // namespace spanglass::views
