// SPDX-License-Identifier: GPL-3.0-or-later
/// What is where: per destination how many spans wait, and for a trace the one word that its badge shows.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "store/change_reader.h"
#include "store/deliveries.h"

namespace spanglass::sync {

/// The reason in a destination's row where nobody but the user stopped it.
inline constexpr std::string_view pausedByUser = "paused by the user";

/// A destination as the panel and `sync status` show it.
struct DestinationStatus
{
    /// `health.state` is true now: paused where it is paused, stopped where something waits and no living
    /// process delivers.
    store::DestinationRow row;
    std::int64_t pending = 0; ///< spans that wait
    std::int64_t quarantined = 0;
    bool attended = false; ///< a living process delivers
};

class DeliveryStates
{
public:
    [[nodiscard]] static Result<DeliveryStates> open(const std::filesystem::path& store);

    [[nodiscard]] Result<std::vector<DestinationStatus>> destinations();
    /// By destination's name: pending, sending, delivered, quarantined, uncertain, paused.
    [[nodiscard]] Result<std::map<std::string, std::string>> ofTrace(TraceId trace);

    [[nodiscard]] store::Deliveries& deliveries() { return m_deliveries; }

private:
    explicit DeliveryStates(store::Deliveries deliveries);
    [[nodiscard]] Result<std::string> stateOf(TraceId trace, const store::DestinationRow& row);

    store::Deliveries m_deliveries;
    store::ChangeReader m_reader;
};

} // namespace spanglass::sync
