// SPDX-License-Identifier: GPL-3.0-or-later
/// A parcel as rows of the team's store: redacted and capped, each trace once, scores of the store and those
/// that were logged on spans.
#pragma once

#include <deque>
#include <vector>

#include "postgres/row_streams.h"
#include "sync/destination_config.h"
#include "sync/parcel.h"

namespace spanglass::sync {

/// Points into the parcel it was made of, and into itself.
class PostgresParcel
{
public:
    PostgresParcel(const Parcel& parcel, const DestinationConfig& config);
    PostgresParcel(const PostgresParcel&) = delete;
    PostgresParcel& operator=(const PostgresParcel&) = delete;

    [[nodiscard]] postgres::Batch batch() const { return {m_traces, m_spans, m_scores}; }

private:
    void addSpan(const trace::Span& span, int variant, const trace::TraceRow* row);

    std::deque<trace::Span> m_changed; ///< copies, where something is left out
    std::deque<trace::Score> m_changedScores;
    std::vector<trace::TraceRow> m_traces;
    std::vector<postgres::SpanRow> m_spans;
    std::vector<postgres::ScoreRow> m_scores;
};

} // namespace spanglass::sync
