// SPDX-License-Identifier: GPL-3.0-or-later
/// Langfuse's older ingestion API (POST /api/public/ingestion), for self-hosted servers without the OTLP
/// endpoint: spans as events whose ids never change over retries, and the reading of its 207 answers.
#pragma once

#include <string>

#include "sync/destination.h"
#include "sync/destination_config.h"
#include "sync/http_client.h"
#include "sync/http_verdict.h"

namespace spanglass::sync {

[[nodiscard]] std::string langfuseBatch(const Parcel& parcel, const DestinationConfig& config);
[[nodiscard]] std::string langfuseEventId(const trace::Span& span, int variant);

struct BatchVerdict
{
    Reply reply;
    bool eventsOnly = false; ///< a newer server that wants the OTLP way
};

/// Only ids among the successes are delivered. Where the server keeps silent about some, the whole is `bad`,
/// so that halving finds them; the ids make the repetition harmless.
[[nodiscard]] BatchVerdict langfuseBatchVerdict(const HttpReply& reply, const Parcel& parcel,
                                                const VerdictContext& context);

} // namespace spanglass::sync
