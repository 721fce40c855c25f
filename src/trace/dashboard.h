// SPDX-License-Identifier: GPL-3.0-or-later
/// What many traces come to over time: latencies, throughput, errors, tokens and cost by model, how long they
/// took, and which names are slow or dear.
///
///     DashboardSums sums(fromNs, toNs, 60);
///     sums.add(trace); sums.add(span); …
///     const Dashboard dashboard = sums.take();
///
/// Percentiles are exact, by the nearest rank: of n values in order, p99 is the ceil(0.99 n)th. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "trace/span.h"
#include "trace/trace_row.h"

namespace spanglass::trace {

struct DashboardTrace
{
    std::int64_t startNs = 0;
    std::optional<std::int64_t> durationNs; ///< none while running
    bool failed = false;
    std::int64_t tokens = 0;
    std::optional<Decimal> cost;
};

struct DashboardSpan
{
    std::int64_t traceStartNs = 0; ///< a span counts where its trace began
    std::string_view name;
    Kind kind = Kind::span;
    std::optional<std::int64_t> durationNs;
    bool failed = false;
    std::string_view model = {}; ///< of model calls
    std::int64_t tokens = 0;
    std::optional<Decimal> cost = {};
};

struct Percentiles
{
    std::int64_t p50Ns = 0, p95Ns = 0, p99Ns = 0;
    friend bool operator==(const Percentiles&, const Percentiles&) = default;
};
/// Of at least one value; the order of `durationsNs` changes.
[[nodiscard]] Percentiles percentilesOf(std::vector<std::int64_t>& durationsNs);

struct Dashboard
{
    struct Bin
    {
        std::int64_t traces = 0;
        std::int64_t failed = 0;
        std::optional<Percentiles> latency; ///< none where no trace of the bin has ended
    };
    struct Model
    {
        std::string name;
        std::int64_t calls = 0;
        std::int64_t tokens = 0;
        std::optional<Decimal> cost;
        std::vector<std::int64_t> tokensByBin;
        std::vector<double> costByBin; ///< dollars
    };
    /// Traces that took from `fromNs` to below `toNs`.
    struct DurationBin
    {
        std::int64_t fromNs = 0, toNs = 0;
        std::int64_t traces = 0;
    };
    struct Name
    {
        std::string name;
        Kind kind = Kind::span;
        std::int64_t spans = 0;
        std::int64_t failed = 0;
        std::int64_t p95Ns = 0;
        std::int64_t totalNs = 0;
        std::optional<Decimal> cost;
    };

    std::int64_t fromNs = 0;
    std::int64_t binNs = 1;
    std::vector<Bin> bins;
    std::vector<Model> models;          ///< costliest first, then by tokens
    std::vector<DurationBin> durations; ///< without gaps, each 10^(1/5) times as wide as the one before
    std::vector<Name> slowest;          ///< by p95
    std::vector<Name> costliest;        ///< those with a cost
    std::int64_t traces = 0, failed = 0, tokens = 0;
    std::optional<Percentiles> latency;
    std::optional<Decimal> cost;

    [[nodiscard]] TimeRange rangeOf(std::size_t bin) const
    {
        const std::int64_t from = fromNs + binNs * static_cast<std::int64_t>(bin);
        return {from, from + binNs};
    }
};

class DashboardSums
{
public:
    /// Of what began from `fromNs` until before `toNs`; what lies outside counts in the outermost bins.
    DashboardSums(std::int64_t fromNs, std::int64_t toNs, int bins);

    void add(const DashboardTrace& trace);
    void add(const DashboardSpan& span);
    [[nodiscard]] Dashboard take(std::size_t mostNames = 10);

private:
    struct NameSums
    {
        Dashboard::Name figures;
        std::vector<std::int64_t> durationsNs;
    };
    [[nodiscard]] std::size_t binOf(std::int64_t startNs) const;
    void fillDurations();
    void fillNames(std::size_t mostNames);

    Dashboard m_out;
    std::vector<std::vector<std::int64_t>> m_durationsByBin;
    std::unordered_map<std::string, Dashboard::Model> m_models;
    std::unordered_map<std::string, NameSums> m_names; ///< key: kind and name
    std::string m_key;
};

} // namespace spanglass::trace
