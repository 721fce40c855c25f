// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/preview.h"

#include "store/change_reader.h"
#include "sync/destination_factory.h"
#include "sync/lanes.h"
#include "sync/langfuse_scores.h"
#include "sync/masked_items.h"

namespace spanglass::sync {
namespace {

constexpr std::size_t previewSpans = 100;

struct NextSpans
{
    store::ChangePage page;
    bool waiting = false;
};

Result<NextSpans> nextSpans(const store::Deliveries& deliveries, const store::DestinationRow& row)
{
    store::ChangeReader reader(deliveries.shared());
    const Lanes lanes = Lanes::parse(row.lanes).value_or(Lanes());
    store::ChangeQuery query;
    query.spans = previewSpans;
    query.running = row.kind == "postgres";
    for (const Lane& lane : lanes.all()) {
        query.after = lane.from;
        query.to = lane.to;
        auto page = reader.read(query);
        if (!page)
            return tl::unexpected(page.error());
        if (!page->spans.empty())
            return NextSpans{std::move(*page), true};
    }
    query.after = {};
    query.to = store::endOfLog;
    auto page = reader.read(query);
    if (!page)
        return tl::unexpected(page.error());
    return NextSpans{std::move(*page), false};
}

/// Spans and scores leave in different requests, but for Postgres.
void fill(Preview& preview, Parcel& parcel, const std::vector<ScoreItem>& scores)
{
    if (preview.config.kind == DestinationKind::postgres) {
        parcel.scores = scores;
        preview.readable = outgoingJson(parcel, preview.config);
        preview.body = {"application/json", preview.readable};
        return;
    }
    preview.body = outgoingBody(parcel, preview.config);
    preview.readable = outgoingJson(parcel, preview.config);
    if (preview.config.kind != DestinationKind::langfuse)
        return;
    parcel.scores = scores;
    for (LangfuseScore& score : langfuseScores(parcel, preview.config))
        preview.scores.push_back(std::move(score.json));
}

} // namespace

Result<Preview> previewOf(const store::Deliveries& deliveries, const store::DestinationRow& row)
{
    auto config = configOf(row);
    if (!config)
        return tl::unexpected(config.error());
    auto next = nextSpans(deliveries, row);
    if (!next)
        return tl::unexpected(next.error());
    auto scoreRows = deliveries.scoresAfter(row.id, static_cast<int>(previewSpans));
    if (!scoreRows)
        return tl::unexpected(scoreRows.error());
    std::vector<Item> items;
    for (store::ChangedSpan& span : next->page.spans)
        items.push_back({span.position, std::move(span.span), span.variant, 0});
    std::vector<ScoreItem> scores;
    for (store::ScoreRow& score : *scoreRows)
        scores.push_back({score.id, score.trace, score.span, std::move(score.score), score.timeUnixNs,
                          std::move(score.project)});
    if (const Masking masking(config->redaction.mask); !masking.empty()) {
        mask(items, masking);
        mask(next->page.traces, masking);
        mask(scores, masking);
    }
    Parcel parcel;
    parcel.spans = items;
    parcel.traces = &next->page.traces;
    Preview preview;
    preview.url = config->kind == DestinationKind::postgres ? config->url : tracesUrl(*config);
    preview.spans = items.size();
    preview.waiting = next->waiting;
    preview.config = std::move(*config);
    fill(preview, parcel, scores);
    return preview;
}

} // namespace spanglass::sync
