// SPDX-License-Identifier: GPL-3.0-or-later
/// Delivers to Langfuse: spans over its OTLP endpoint, scores through the scores API; the older ingestion API
/// where a self-hosted server has no OTLP endpoint.
#pragma once

#include "sync/otlp_destination.h"

namespace spanglass::sync {

class LangfuseDestination final : public OtlpDestination
{
public:
    using OtlpDestination::OtlpDestination;

    Reply deliver(const Parcel& parcel) override;
    /// Health without a login, then the projects of the key.
    Reply check() override;
    /// By reading observations back, where few traces are concerned.
    std::optional<std::vector<std::size_t>> verify(const Parcel& parcel) override;
    [[nodiscard]] bool wantsScores() const override { return true; }

    /// Where a browser shows the trace; the project's id is known after a `check`.
    [[nodiscard]] std::string traceLink(TraceId trace) const;

private:
    [[nodiscard]] std::string url(const std::string& path) const;
    Reply deliverScores(const Parcel& parcel);
    Reply deliverBatch(const Parcel& parcel);
    bool readBack(TraceId trace, std::vector<std::string>& ids);

    bool m_older = false; ///< no OTLP endpoint there
    std::string m_project;
};

} // namespace spanglass::sync
