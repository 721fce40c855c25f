// SPDX-License-Identifier: GPL-3.0-or-later
/// Exactly what would leave the machine next for a destination: redacted, capped, encoded, by the same code
/// that delivers. Nothing is sent.
///
///     auto preview = previewOf(deliveries, row);
///     show(preview->url, preview->readable);
#pragma once

#include <string>
#include <vector>

#include "store/deliveries.h"
#include "sync/destination_config.h"
#include "sync/outgoing_spans.h"

namespace spanglass::sync {

struct Preview
{
    DestinationConfig config;
    std::string url; ///< where it would go
    std::size_t spans = 0;
    bool waiting = false; ///< false: nothing waits, these are the first of the store, as an example
    OutgoingBody body;    ///< at most 100 spans; for Postgres the rows of each table, as JSON
    /// The same as JSON, also where the body is binary.
    std::string readable;
    /// Bodies for Langfuse's scores API, of the store's scores and of those on the spans. Postgres has them
    /// among the rows.
    std::vector<std::string> scores;
    [[nodiscard]] bool binary() const { return std::string_view(body.contentType) != "application/json"; }
};

[[nodiscard]] Result<Preview> previewOf(const store::Deliveries& deliveries,
                                        const store::DestinationRow& row);

} // namespace spanglass::sync
