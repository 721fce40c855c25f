// SPDX-License-Identifier: Apache-2.0
/// Delivery is not the agent's work: where its configuration names destinations and nobody keeps the store,
/// it starts `spanglass serve --sync --until-idle` beside itself.
#pragma once

#include "tracer/settings.h"

namespace spanglass::detail {

/// Does nothing without destinations. Says once when the program is not there; the journal waits then.
void startDelivery(const Settings& settings) noexcept;

} // namespace spanglass::detail
