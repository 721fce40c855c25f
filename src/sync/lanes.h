// SPDX-License-Identifier: GPL-3.0-or-later
/// What of the store's change log (store/change_log.h) a destination still has to get: intervals of the log,
/// the last of them open at its end. One is the normal case. After an outage the log is split, so that what
/// is new leaves beside the backlog instead of behind it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/change_log.h"

namespace spanglass::sync {

using store::ChangePosition;

struct Lane
{
    ChangePosition from; ///< everything up to and including it is settled
    ChangePosition to = store::endOfLog;
    friend bool operator==(const Lane&, const Lane&) = default;
};

class Lanes
{
public:
    /// Beyond this many, a new outage is worked off in order: a lane more would help nobody.
    static constexpr std::size_t most = 4;

    Lanes() : m_lanes{Lane{}} {}
    /// From `text()`; nothing for what is not.
    [[nodiscard]] static std::optional<Lanes> parse(std::string_view text);
    [[nodiscard]] std::string text() const;

    friend bool operator==(const Lanes&, const Lanes&) = default;

    [[nodiscard]] const std::vector<Lane>& all() const { return m_lanes; }
    /// Whether `position` is still to be delivered.
    [[nodiscard]] bool contains(ChangePosition position) const;

    /// Makes everything after `position` a lane of its own.
    void split(ChangePosition position);
    /// Whose turn it is in a round: every lane's, one after the other.
    [[nodiscard]] std::size_t turn(std::size_t round) const { return round % m_lanes.size(); }
    /// Everything of `lane` up to `position` is settled.
    void advance(std::size_t lane, ChangePosition position);
    /// Nothing is left in `lane`: it goes, unless it is the open one.
    void exhausted(std::size_t lane);

private:
    std::vector<Lane> m_lanes; ///< in log order
};

} // namespace spanglass::sync
