// SPDX-License-Identifier: GPL-3.0-or-later
/// What an HTTP answer means for a delivery: a table of statuses, and the reading of OTLP's answers.
#pragma once

#include "sync/destination.h"
#include "sync/http_client.h"
#include "sync/secret.h"

namespace spanglass::sync {

struct VerdictContext
{
    std::vector<const Secret*> secrets; ///< to be kept out of messages
    std::int64_t nowUnixNs = 0;
    std::size_t sentSpans = 0;
};

/// Everything but a success: by status, or by why there is none.
[[nodiscard]] Reply verdictOf(const HttpReply& reply, const VerdictContext& context);

/// An answer to an OTLP export. A 2xx counts only with an empty body or one that is an
/// ExportTraceServiceResponse: a captive portal's page does not. A partial success says how many were refused
/// but not which: the whole is `bad`, so that halving finds them (the others are sent again under the same
/// ids).
[[nodiscard]] Reply otlpVerdict(const HttpReply& reply, const VerdictContext& context);

} // namespace spanglass::sync
