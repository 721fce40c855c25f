// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keeper_upkeep.h"

#include "store/place.h"
#include "store/reserve.h"
#include "store/retention.h"

namespace spanglass::store {
namespace {

constexpr std::int64_t lookEveryNs = 60LL * 1'000'000'000;
/// A round writes the last block anew with what came meanwhile.
constexpr std::int64_t packEveryNs = 10LL * 1'000'000'000;
constexpr const char* clockName = "clock";

std::optional<ClockReading> believedClock(Database& database)
{
    const auto text = readSetting(database, clockName);
    return text ? ClockReading::parse(*text) : std::nullopt;
}

} // namespace

KeeperUpkeep::KeeperUpkeep(Database& database, std::filesystem::path directory)
    : m_database(database), m_directory(std::move(directory)), m_deleter(database), m_packer(database),
      m_clock(believedClock(database))
{
    m_deleter.resume();
}

Result<bool> KeeperUpkeep::step(const ClockReading& now)
{
    if (m_deleter.more()) {
        if (auto deleted = m_deleter.step(); !deleted)
            return tl::unexpected(deleted.error());
        if (!m_deleter.more() && std::exchange(m_scrubAfter, false))
            Scrubber::request(m_database);
        return true;
    }
    if (m_scrubber || Scrubber::isDue(m_database)) {
        if (!m_scrubber)
            m_scrubber.emplace(m_database);
        auto done = m_scrubber->step();
        if (!done)
            return done;
        if (*done)
            m_scrubber.reset();
        return !*done;
    }
    if (packingIsDue(now)) {
        const auto done = m_packer.step();
        m_packing = done && !*done;
        if (m_packing)
            return true;
        m_packed = now.bootNs; // also after an error: nothing keeps the policy from making room
        if (!done)
            return done;
    }
    if (m_looked >= 0 && now.bootNs - m_looked < lookEveryNs)
        return false;
    m_looked = now.bootNs;
    keepReserve(m_directory);
    if (auto applied = applyPolicy(now); !applied)
        return tl::unexpected(applied.error());
    return m_deleter.more();
}

/// Not on a tight disk: what is packed is written before what it replaces is free.
bool KeeperUpkeep::packingIsDue(const ClockReading& now) const
{
    return (m_packing || m_packed < 0 || now.bootNs - m_packed >= packEveryNs) && !isTight(m_directory);
}

Result<void> KeeperUpkeep::applyPolicy(const ClockReading& now)
{
    const bool believed = m_clock.believes(now);
    m_notice = onNetworkFileSystem(m_directory)
                   ? m_directory.string() + ": is on a network file system: only one machine may use it, and "
                                            "SQLite works there without its WAL, which is slower"
                   : std::string();
    const RetentionPolicy policy = readRetention(m_database);
    if (!policy.any())
        return m_database.result();
    if (believed)
        writeSetting(m_database, clockName, m_clock.believed()->text());
    auto victims = pickVictims(m_database, {policy, now.unixNs, believed});
    if (!victims)
        return tl::unexpected(victims.error());
    m_deleter.add(victims->traceRows);
    // Only pages that were given back make the file smaller than the limit.
    m_scrubAfter = policy.bytes.has_value() && !victims->traceRows.empty();
    const auto add = [this](const std::string& text) { m_notice += (m_notice.empty() ? "" : "; ") + text; };
    if (!victims->held.empty())
        add(victims->held);
    if (victims->keptUndelivered > 0)
        add(std::to_string(victims->keptUndelivered) +
            " traces beyond the limits are kept, because a destination has not got them yet");
    return m_database.result();
}

} // namespace spanglass::store
