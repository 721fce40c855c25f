// SPDX-License-Identifier: GPL-3.0-or-later
/// A parcel as it goes over the wire: redacted, capped, with the attributes a destination wants, and encoded.
/// The preview shows exactly what this gives.
#pragma once

#include <string>

#include "sync/destination_config.h"
#include "sync/parcel.h"

namespace spanglass::sync {

struct OutgoingBody
{
    const char* contentType = "application/json";
    std::string bytes; ///< not yet compressed
};

/// Of the HTTP kinds.
[[nodiscard]] OutgoingBody outgoingBody(const Parcel& parcel, const DestinationConfig& config);

/// What would leave, as JSON that people can read: an OTLP request, or the rows of each table
/// (postgres/row_preview.h), read back from the bytes themselves; null where they cannot be sent at all.
[[nodiscard]] std::string outgoingJson(const Parcel& parcel, const DestinationConfig& config);

/// The redaction that holds for a parcel: the configured one, and the cap of a span that was too large.
[[nodiscard]] Redaction redactionFor(const Parcel& parcel, const DestinationConfig& config);

} // namespace spanglass::sync
