// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery.h"

#include "app/mask_rules.h"
#include "receive/presence.h"
#include "sync/environment_destinations.h"
#include "sync/project_rules.h"

namespace spanglass::app {

std::unique_ptr<sync::DeliveryService> startDelivery(const std::filesystem::path& store)
{
    return std::make_unique<sync::DeliveryService>(
        store, sync::deliverySettings(), [store] { return receive::receiverOf(store); }, maskRules);
}

Result<void> bringProjectRules(const std::filesystem::path& store)
{
    auto deliveries = store::Deliveries::open(store);
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    return sync::bringMaskRules(*deliveries, maskRules());
}

Result<void> addDestinationsOfEnvironment(const std::filesystem::path& store)
{
    auto deliveries = store::Deliveries::open(store);
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    return sync::addEnvironmentDestinations(*deliveries, maskRules());
}

} // namespace spanglass::app
