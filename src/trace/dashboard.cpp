// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/dashboard.h"

#include <algorithm>
#include <cmath>

namespace spanglass::trace {
namespace {

/// Bins of durations to a power of ten.
constexpr double binsPerDecade = 5;

/// The `percent`th percentile by nearest rank; what stands before it is sorted afterwards, more or less.
std::int64_t rankOf(std::vector<std::int64_t>& values, std::size_t percent)
{
    const std::size_t rank = (values.size() * percent + 99) / 100;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

void addCost(std::optional<Decimal>& sum, const std::optional<Decimal>& cost)
{
    if (cost)
        sum = sum.value_or(Decimal()) + *cost;
}

int durationBin(std::int64_t ns)
{
    return static_cast<int>(
        std::floor(std::log10(static_cast<double>(std::max<std::int64_t>(ns, 1))) * binsPerDecade + 1e-9));
}

std::int64_t durationOfBin(int bin)
{
    return static_cast<std::int64_t>(std::llround(std::pow(10.0, bin / binsPerDecade)));
}

} // namespace

Percentiles percentilesOf(std::vector<std::int64_t>& durationsNs)
{
    return {rankOf(durationsNs, 50), rankOf(durationsNs, 95), rankOf(durationsNs, 99)};
}

DashboardSums::DashboardSums(std::int64_t fromNs, std::int64_t toNs, int bins)
{
    const auto count = static_cast<std::size_t>(std::max(1, bins));
    m_out.fromNs = fromNs;
    m_out.binNs = std::max<std::int64_t>(1, (toNs - fromNs - 1) / static_cast<std::int64_t>(count) + 1);
    m_out.bins.resize(count);
    m_durationsByBin.resize(count);
}

std::size_t DashboardSums::binOf(std::int64_t startNs) const
{
    const std::int64_t bin = (startNs - m_out.fromNs) / m_out.binNs;
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(bin, 0, static_cast<std::int64_t>(m_out.bins.size()) - 1));
}

void DashboardSums::add(const DashboardTrace& trace)
{
    const std::size_t bin = binOf(trace.startNs);
    ++m_out.bins[bin].traces;
    ++m_out.traces;
    if (trace.failed) {
        ++m_out.bins[bin].failed;
        ++m_out.failed;
    }
    if (trace.durationNs)
        m_durationsByBin[bin].push_back(*trace.durationNs);
    m_out.tokens += trace.tokens;
    addCost(m_out.cost, trace.cost);
}

void DashboardSums::add(const DashboardSpan& span)
{
    m_key.assign(1, static_cast<char>(span.kind));
    m_key += span.name;
    NameSums& sums = m_names[m_key];
    if (sums.figures.spans++ == 0) {
        sums.figures.name = span.name;
        sums.figures.kind = span.kind;
    }
    sums.figures.failed += span.failed ? 1 : 0;
    if (span.durationNs) {
        sums.durationsNs.push_back(*span.durationNs);
        sums.figures.totalNs += *span.durationNs;
    }
    addCost(sums.figures.cost, span.cost);
    if (span.model.empty())
        return;
    Dashboard::Model& model = m_models[std::string(span.model)];
    if (model.calls++ == 0) {
        model.name = span.model;
        model.tokensByBin.resize(m_out.bins.size());
        model.costByBin.resize(m_out.bins.size());
    }
    const std::size_t bin = binOf(span.traceStartNs);
    model.tokens += span.tokens;
    model.tokensByBin[bin] += span.tokens;
    addCost(model.cost, span.cost);
    model.costByBin[bin] += span.cost ? span.cost->toDouble() : 0.0;
}

Dashboard DashboardSums::take(std::size_t mostNames)
{
    fillDurations();
    fillNames(mostNames);
    for (auto& [name, model] : m_models)
        m_out.models.push_back(std::move(model));
    std::sort(m_out.models.begin(), m_out.models.end(),
              [](const Dashboard::Model& a, const Dashboard::Model& b) {
                  const Decimal aCost = a.cost.value_or(Decimal()), bCost = b.cost.value_or(Decimal());
                  if (aCost != bCost)
                      return aCost > bCost;
                  return a.tokens != b.tokens ? a.tokens > b.tokens : a.name < b.name;
              });
    return std::move(m_out);
}

void DashboardSums::fillDurations()
{
    std::vector<std::int64_t> all;
    std::map<int, std::int64_t> counts;
    for (std::size_t bin = 0; bin < m_durationsByBin.size(); ++bin) {
        std::vector<std::int64_t>& durations = m_durationsByBin[bin];
        if (durations.empty())
            continue;
        all.insert(all.end(), durations.begin(), durations.end());
        m_out.bins[bin].latency = percentilesOf(durations);
    }
    if (all.empty())
        return;
    for (const std::int64_t ns : all)
        ++counts[durationBin(ns)];
    for (int bin = counts.begin()->first; bin <= counts.rbegin()->first; ++bin) {
        const auto found = counts.find(bin);
        m_out.durations.push_back(
            {durationOfBin(bin), durationOfBin(bin + 1), found == counts.end() ? 0 : found->second});
    }
    m_out.latency = percentilesOf(all);
}

void DashboardSums::fillNames(std::size_t mostNames)
{
    std::vector<Dashboard::Name> names;
    for (auto& [key, sums] : m_names) {
        if (!sums.durationsNs.empty())
            sums.figures.p95Ns = rankOf(sums.durationsNs, 95);
        names.push_back(std::move(sums.figures));
    }
    const auto byName = [](const Dashboard::Name& a, const Dashboard::Name& b) {
        return a.name != b.name ? a.name < b.name : a.kind < b.kind;
    };
    std::sort(names.begin(), names.end(), [&](const Dashboard::Name& a, const Dashboard::Name& b) {
        return a.p95Ns != b.p95Ns ? a.p95Ns > b.p95Ns : byName(a, b);
    });
    m_out.slowest.assign(names.begin(),
                         names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), mostNames)));
    std::erase_if(names, [](const Dashboard::Name& name) { return !name.cost || name.cost->isZero(); });
    std::sort(names.begin(), names.end(), [&](const Dashboard::Name& a, const Dashboard::Name& b) {
        return a.cost != b.cost ? *a.cost > *b.cost : byName(a, b);
    });
    names.resize(std::min(names.size(), mostNames));
    m_out.costliest = std::move(names);
}

} // namespace spanglass::trace
