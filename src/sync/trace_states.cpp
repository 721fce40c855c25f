// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/trace_states.h"

#include "sync/lanes.h"

namespace spanglass::sync {
namespace {

constexpr std::int64_t uncounted = std::int64_t{1} << 62;

Lanes lanesOf(const store::DestinationRow& row)
{
    return Lanes::parse(row.lanes).value_or(Lanes());
}

} // namespace

DeliveryStates::DeliveryStates(store::Deliveries deliveries)
    : m_deliveries(std::move(deliveries)), m_reader(m_deliveries.shared())
{
}

Result<DeliveryStates> DeliveryStates::open(const std::filesystem::path& store)
{
    auto deliveries = store::Deliveries::open(store);
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    return DeliveryStates(std::move(*deliveries));
}

Result<std::vector<DestinationStatus>> DeliveryStates::destinations()
{
    auto rows = m_deliveries.destinations();
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<DestinationStatus> all;
    for (store::DestinationRow& row : *rows) {
        DestinationStatus status;
        const Lanes lanes = lanesOf(row);
        for (const Lane& lane : lanes.all()) {
            // Running spans go to Postgres only; elsewhere they wait for nothing but their own end.
            auto count = m_reader.count(lane.from, lane.to, uncounted, row.kind == "postgres");
            if (!count)
                return tl::unexpected(count.error());
            status.pending += *count;
        }
        auto quarantined = m_deliveries.quarantined(row.id);
        if (!quarantined)
            return tl::unexpected(quarantined.error());
        status.quarantined = *quarantined;
        if (row.paused)
            row.health.state = "paused";
        status.row = std::move(row);
        all.push_back(std::move(status));
    }
    return all;
}

Result<std::string> DeliveryStates::stateOf(TraceId trace, const store::DestinationRow& row)
{
    auto quarantined = m_deliveries.quarantined(row.id, trace);
    if (!quarantined)
        return tl::unexpected(quarantined.error());
    if (*quarantined)
        return std::string("quarantined");
    const Lanes lanes = lanesOf(row);
    for (const Lane& lane : lanes.all()) {
        auto waits = m_reader.touches(trace, lane.from, lane.to);
        if (!waits)
            return tl::unexpected(waits.error());
        if (!*waits)
            continue;
        if (row.paused)
            return std::string("paused");
        if (row.health.sendingTo == 0)
            return std::string("pending");
        auto inFlight = m_reader.touches(trace, lane.from, {row.health.sendingTo, INT64_MAX});
        if (!inFlight)
            return tl::unexpected(inFlight.error());
        if (!*inFlight)
            return std::string("pending");
        return std::string(row.health.uncertain > 0 ? "uncertain"
                           : row.health.sending > 0 ? "sending"
                                                    : "pending");
    }
    return std::string("delivered");
}

Result<std::map<std::string, std::string>> DeliveryStates::ofTrace(TraceId trace)
{
    auto rows = m_deliveries.destinations();
    if (!rows)
        return tl::unexpected(rows.error());
    std::map<std::string, std::string> states;
    for (const store::DestinationRow& row : *rows) {
        auto state = stateOf(trace, row);
        if (!state)
            return tl::unexpected(state.error());
        states[row.name] = *state;
    }
    return states;
}

} // namespace spanglass::sync
