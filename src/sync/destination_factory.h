// SPDX-License-Identifier: GPL-3.0-or-later
/// From a row of the store to a destination that delivers.
#pragma once

#include <filesystem>
#include <memory>

#include "store/deliveries.h"
#include "sync/credentials.h"
#include "sync/destination.h"
#include "sync/destination_config.h"

namespace spanglass::sync {

[[nodiscard]] Result<DestinationConfig> configOf(const store::DestinationRow& row);

/// The connection string of a Postgres destination: `env:NAME` is what the variable holds.
[[nodiscard]] std::string resolvedUrl(const DestinationConfig& config);

/// `store`: where the SQL of a schema is left that the role may not make.
[[nodiscard]] std::unique_ptr<Destination> makeDestination(const DestinationConfig& config,
                                                           Credentials credentials,
                                                           const std::filesystem::path& store,
                                                           const Clock& clock);

} // namespace spanglass::sync
