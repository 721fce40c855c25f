// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/trace_states.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "sync/lanes.h"

namespace spanglass::sync {
namespace {

constexpr std::int64_t uncounted = std::int64_t{1} << 62;

Lanes lanesOf(const store::DestinationRow& row)
{
    return Lanes::parse(row.lanes).value_or(Lanes());
}

/// Whether the courier that wrote the row ("pid 1234") lives.
bool isAlive(const std::string& courier)
{
    constexpr std::string_view prefix = "pid ";
    if (!courier.starts_with(prefix))
        return false;
    const pid_t pid = static_cast<pid_t>(std::strtol(courier.c_str() + prefix.size(), nullptr, 10));
    return pid > 0 && (::kill(pid, 0) == 0 || errno == EPERM);
}

/// A courier that was killed left its last words: they hold no longer.
void correctWords(DestinationStatus& status)
{
    store::DeliveryHealth& health = status.row.health;
    status.attended = isAlive(health.courier);
    if (!status.attended) {
        health.state = status.pending > 0 ? "stopped" : "idle";
        health.breaker = "closed";
        health.sending = 0;
        health.ratePerSecond = 0;
        health.nextTryUnixNs = 0;
        health.courier.clear();
    }
    if (status.row.paused)
        health.state = "paused";
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
        status.row = std::move(row);
        correctWords(status);
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
        return std::string(row.health.uncertain > 0                                ? "uncertain"
                           : row.health.sending > 0 && isAlive(row.health.courier) ? "sending"
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
