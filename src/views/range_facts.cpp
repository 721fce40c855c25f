// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/range_facts.h"

#include <QCoreApplication>
#include <algorithm>
#include <unordered_map>

#include "base/decimal.h"
#include "models/readable.h"
#include "views/plain_text.h"

namespace spanglass::views {
namespace {

struct Range
{
    Q_DECLARE_TR_FUNCTIONS(RangeFacts)
};

constexpr std::size_t namesShown = 3;

struct Sums
{
    std::int64_t running = 0;
    std::int64_t began = 0;
    std::int64_t errors = 0;
    std::int64_t tokens = 0;
    std::int64_t nanoUsd = 0;
    std::unordered_map<std::uint32_t, std::int64_t> selfOfName;
};

/// Of a span that lies partly in the range, as much of its self time as it lies in it.
std::int64_t clippedSelf(std::int64_t selfNs, std::int64_t lengthNs, std::int64_t insideNs)
{
    if (insideNs >= lengthNs)
        return selfNs;
    return static_cast<std::int64_t>(static_cast<double>(selfNs) * static_cast<double>(insideNs) /
                                     static_cast<double>(std::max<std::int64_t>(lengthNs, 1)));
}

Sums sumsOf(const trace::SpanTable& table, const std::vector<std::int64_t>& selfNs,
            const trace::DetailColumns* columns, layout::Extent range)
{
    Sums sums;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        const std::int64_t start = table.startUnixNs[row];
        const std::int64_t end = table.durationNs[row] == trace::unfinished
                                     ? std::max(range.last, start)
                                     : start + std::max<std::int64_t>(table.durationNs[row], 0);
        if (start > range.last || end < range.first)
            continue;
        ++sums.running;
        sums.selfOfName[table.name[row]] +=
            clippedSelf(selfNs[row], end - start, std::min(end, range.last) - std::max(start, range.first));
        if (start < range.first)
            continue;
        ++sums.began;
        sums.errors += table.status[row] == Status::error ? 1 : 0;
        if (columns != nullptr) {
            sums.tokens += columns->tokens[row];
            sums.nanoUsd += columns->costNanoUsd[row];
        }
    }
    return sums;
}

} // namespace

QStringList rangeFacts(const trace::SpanTable& table, const std::vector<std::int64_t>& selfNs,
                       const trace::DetailColumns* columns, layout::Extent range)
{
    const Sums sums = sumsOf(table, selfNs, columns, range);
    QStringList lines{models::durationReadable(range.last - range.first)};
    lines << Range::tr("Spans running: %1 · began here: %2")
                 .arg(models::countReadable(sums.running), models::countReadable(sums.began));
    if (sums.errors > 0)
        lines << Range::tr("Errors: %1").arg(models::countReadable(sums.errors));
    QStringList used;
    if (sums.tokens > 0)
        used << Range::tr("%1 tokens").arg(models::countReadable(sums.tokens));
    if (sums.nanoUsd > 0)
        used << models::costReadable(
            Decimal::parse(std::to_string(sums.nanoUsd) + "e-9").value_or(Decimal()));
    if (!used.isEmpty())
        lines << used.join(QStringLiteral(" · "));
    std::vector<std::pair<std::int64_t, std::uint32_t>> names;
    for (const auto& [name, self] : sums.selfOfName) {
        if (self > 0)
            names.emplace_back(-self, name);
    }
    std::ranges::sort(names);
    for (std::size_t at = 0; at < std::min(names.size(), namesShown); ++at)
        lines << Range::tr("%1 %2 itself")
                     .arg(literal(table.strings.text(names[at].second)).left(60),
                          models::durationReadable(-names[at].first));
    return lines;
}

} // namespace spanglass::views
