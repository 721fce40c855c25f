// SPDX-License-Identifier: GPL-3.0-or-later
/// A destination that is the store's own receiver would send spans in circles: it is refused.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sync/destination_config.h"

namespace spanglass::sync {

/// Where the store's receiver listens now ("127.0.0.1:4318", "[::1]:4318"); any thread.
using ReceiverAddresses = std::function<std::vector<std::string>()>;

/// Whether the destination's URL leads to one of `listening`, by whatever name of this machine.
[[nodiscard]] bool isOwnReceiver(const DestinationConfig& config, const std::vector<std::string>& listening);

/// What to say then.
[[nodiscard]] std::string ownReceiverRefusal(const DestinationConfig& config);

} // namespace spanglass::sync
