// SPDX-License-Identifier: GPL-3.0-or-later
/// Delivers to Langfuse: spans over its OTLP endpoint, scores through the scores API; the older ingestion API
/// where a self-hosted server has no OTLP endpoint.
#pragma once

#include "sync/langfuse_scores.h"
#include "sync/otlp_destination.h"

namespace spanglass::sync {

class LangfuseDestination final : public OtlpDestination
{
public:
    using OtlpDestination::OtlpDestination;

    Reply deliver(const Parcel& parcel) override;
    /// Health without a login, then the projects of the key.
    Reply check() override;
    /// By reading observations back, where few traces are concerned: the newer endpoint, else the older one.
    std::optional<std::vector<std::size_t>> verify(const Parcel& parcel) override;
    [[nodiscard]] bool wantsScores() const override { return true; }

    /// Where a browser shows the trace; the project's id is known after a `check`.
    [[nodiscard]] std::string traceLink(TraceId trace) const;

private:
    [[nodiscard]] std::string url(const std::string& path) const;
    Reply deliverSpans(const Parcel& parcel);
    Reply deliverScores(const std::vector<LangfuseScore>& scores);
    void addScoresOfSpans(const Parcel& parcel, Reply& reply);
    Reply deliverBatch(const Parcel& parcel);
    bool readBack(TraceId trace, std::int64_t fromUnixNs, std::vector<std::string>& ids);

    bool m_older = false;        ///< no OTLP endpoint there
    bool m_olderReading = false; ///< no v2 of reading there
    std::string m_project;
};

/// The same for a destination that is not running. Without the project, Langfuse finds it by the trace.
[[nodiscard]] std::string langfuseTraceLink(const DestinationConfig& config, TraceId trace,
                                            const std::string& project = {});

} // namespace spanglass::sync
