// SPDX-License-Identifier: GPL-3.0-or-later
/// What a keeper does beside gathering: lets traces go by the store's retention policy, finishes deletions
/// that were begun, scrubs after them, and packs details. In steps of some tens of milliseconds, so that
/// gathering goes on between them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "store/clock_watch.h"
#include "store/deleter.h"
#include "store/packer.h"
#include "store/scrubber.h"

namespace spanglass::store {

class KeeperUpkeep
{
public:
    KeeperUpkeep(Database& database, std::filesystem::path directory);

    /// One step where something is due; true: there is more to do now. Looks at the policy once a minute.
    [[nodiscard]] Result<bool> step(const ClockReading& now);
    /// What a person should know: traces kept beyond a limit, a clock that jumped. Empty: nothing.
    [[nodiscard]] const std::string& notice() const { return m_notice; }
    [[nodiscard]] const Deleted& deleted() const { return m_deleter.done(); }

private:
    [[nodiscard]] bool packingIsDue(const ClockReading& now) const;
    [[nodiscard]] Result<void> applyPolicy(const ClockReading& now);

    Database& m_database;
    std::filesystem::path m_directory;
    Deleter m_deleter;
    Packer m_packer;
    std::optional<Scrubber> m_scrubber;
    ClockWatch m_clock;
    std::int64_t m_looked = -1; ///< at the policy, by the clock since the boot
    std::int64_t m_packed = -1; ///< by the same clock
    bool m_packing = false;
    bool m_scrubAfter = false;
    std::string m_notice;
};

} // namespace spanglass::store
