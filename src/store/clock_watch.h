// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether the wall clock can be believed when it says how old a trace is. A clock that jumps (a dead
/// battery, a wrong year, a hand) must not delete a store.
///
/// Between two looks in one boot the wall clock has to move as far as the clock that counts since the boot.
/// Over a reboot it may only move forward; how long the machine was off nobody knows, and the limit on how
/// much one round may delete (retention.h) guards that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace spanglass::store {

/// Both clocks at one moment.
struct ClockReading
{
    std::int64_t unixNs = 0;
    std::int64_t bootNs = 0; ///< since the boot, also while asleep
    std::string bootId;

    [[nodiscard]] static ClockReading now();
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<ClockReading> parse(const std::string& text);
};

/// Pure: the state is the last reading that was believed.
class ClockWatch
{
public:
    explicit ClockWatch(std::optional<ClockReading> believed) : m_believed(std::move(believed)) {}

    /// False: it jumped. A clock that stays where it jumped to for an hour is believed again.
    [[nodiscard]] bool believes(const ClockReading& now);
    /// To be kept for the next look.
    [[nodiscard]] const std::optional<ClockReading>& believed() const { return m_believed; }

private:
    std::optional<ClockReading> m_believed;
    std::optional<ClockReading> m_jumped; ///< the first reading after a jump
};

} // namespace spanglass::store
