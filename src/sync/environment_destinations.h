// SPDX-License-Identifier: GPL-3.0-or-later
/// The destinations that an agent's environment names (TRACING_MODE), as rows of the store. Their secrets and
/// connection strings stay in the variables: the rows hold the variables' names.
#pragma once

#include <vector>

#include "store/deliveries.h"
#include "sync/courier.h"
#include "sync/destination_config.h"

namespace spanglass::sync {

/// TRACING_MODE with `langfuse` (LANGFUSE_PUBLIC_KEY and _SECRET_KEY set, LANGFUSE_TRACING_ENABLED not
/// false), `postgres` (SPANGLASS_POSTGRES, or PG* variables), `otlp` (OTEL_EXPORTER_OTLP_(TRACES_)ENDPOINT).
/// A mode without what it needs is left out.
[[nodiscard]] std::vector<DestinationConfig> environmentDestinations();

/// Adds them to the store, or brings their rows up to date; names them env-langfuse, env-postgres, env-otlp.
/// `mask`: the project's rules for what leaves, beside those they have.
[[nodiscard]] Result<void> addEnvironmentDestinations(store::Deliveries& deliveries,
                                                      const std::vector<std::string>& mask = {});

/// How couriers work, as the environment wants it: OTEL_BSP_MAX_EXPORT_BATCH_SIZE, OTEL_BSP_SCHEDULE_DELAY
/// (milliseconds), SPANGLASS_RETRIES, SPANGLASS_BREAKER_FAILURES, SPANGLASS_BREAKER_SECONDS. What is no
/// number in its range is the default.
[[nodiscard]] CourierSettings deliverySettings();

} // namespace spanglass::sync
