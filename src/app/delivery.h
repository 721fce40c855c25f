// SPDX-License-Identifier: GPL-3.0-or-later
/// Deliveries as every host of them starts them (`serve --sync`, `sync run`, the window): with the settings
/// of the environment, under the project's masking rules, and never to the store's own receiver.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "sync/delivery_service.h"

namespace spanglass::app {

[[nodiscard]] std::unique_ptr<sync::DeliveryService> startDelivery(const std::filesystem::path& store);

/// Gives every destination the project's masking rules it lacks; for who shows what would leave.
[[nodiscard]] Result<void> bringProjectRules(const std::filesystem::path& store);

/// Makes destinations of what TRACING_MODE names. Not for the window, which takes none from the environment.
[[nodiscard]] Result<void> addDestinationsOfEnvironment(const std::filesystem::path& store);

} // namespace spanglass::app
