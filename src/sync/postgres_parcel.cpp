// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/postgres_parcel.h"

#include <unordered_set>

#include "sync/outgoing_spans.h"
#include "sync/redaction.h"
#include "sync/score_number.h"

namespace spanglass::sync {

PostgresParcel::PostgresParcel(const Parcel& parcel, const DestinationConfig& config)
{
    const Redaction redaction = redactionFor(parcel, config);
    const bool changes = changesAnything(redaction);
    std::unordered_set<TraceId> seen;
    m_spans.reserve(parcel.spans.size());
    for (const Item& item : parcel.spans) {
        const trace::TraceRow* row = parcel.traceRow(item.span.trace);
        if (row && seen.insert(row->id).second)
            m_traces.push_back(*row);
        if (changes)
            m_changed.push_back(redacted(item.span, redaction));
        addSpan(changes ? m_changed.back() : item.span, item.variant, row);
    }
    for (const ScoreItem& item : parcel.scores) {
        if (changes)
            m_changedScores.push_back(redacted(item.score, redaction));
        m_scores.push_back({item.trace, item.span, item.project,
                            scoreNumber(item.score.name, item.timeUnixNs),
                            changes ? &m_changedScores.back() : &item.score, item.timeUnixNs});
    }
}

void PostgresParcel::addSpan(const trace::Span& span, int variant, const trace::TraceRow* row)
{
    const std::string_view project = row ? std::string_view(row->project) : "";
    m_spans.push_back({&span, project, variant});
    for (std::size_t i = 0; i < span.scores.size(); ++i)
        m_scores.push_back({span.trace,
                            span.id,
                            project,
                            scoreNumber(span.scores[i].name, static_cast<std::int64_t>(i)),
                            &span.scores[i],
                            {}});
}

} // namespace spanglass::sync
