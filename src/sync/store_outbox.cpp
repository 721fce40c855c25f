// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store_outbox.h"

#include <unistd.h>

#include "sync/masked_items.h"

namespace spanglass::sync {

StoreOutbox::StoreOutbox(std::filesystem::path store, store::Deliveries deliveries, std::int64_t destination,
                         const Clock& clock)
    : m_store(std::move(store)), m_deliveries(std::move(deliveries)), m_reader(m_deliveries.shared()),
      m_destination(destination), m_clock(clock)
{
}

void StoreOutbox::readAhead(Prepare prepare)
{
    m_ahead =
        std::make_unique<ReadAhead>(m_store, m_clock, [this, prepare = std::move(prepare)](Window& window) {
            mask(window);
            window.prepared = prepare(window);
        });
}

void StoreOutbox::mask(Window& window) const
{
    if (m_masking.empty())
        return;
    sync::mask(window.items, m_masking);
    sync::mask(window.traces, m_masking);
}

void StoreOutbox::stopReadingAhead()
{
    m_ahead.reset();
}

Result<std::unique_ptr<StoreOutbox>> StoreOutbox::open(const std::filesystem::path& store,
                                                       std::int64_t destination, const Clock& clock)
{
    auto deliveries = store::Deliveries::open(store);
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    return std::unique_ptr<StoreOutbox>(new StoreOutbox(store, std::move(*deliveries), destination, clock));
}

Result<Orders> StoreOutbox::orders()
{
    auto row = m_deliveries.destination(m_destination);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return Orders{.paused = false, .removed = true, .retryRequests = 0};
    m_row = std::move(**row);
    return Orders{m_row.paused, false, m_row.retryRequests};
}

Result<void> StoreOutbox::pause(const std::string& reason)
{
    return m_deliveries.setPaused(m_destination, true, reason);
}

Result<Lanes> StoreOutbox::lanes()
{
    // Read anew: "send again" in another process starts over.
    auto row = m_deliveries.destination(m_destination);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return fail(ErrorKind::usage, "the destination was removed");
    m_lanes = (*row)->lanes;
    return Lanes::parse(m_lanes).value_or(Lanes());
}

Result<std::int64_t> StoreOutbox::waiting(const Lane& lane, std::int64_t most)
{
    return m_reader.count(lane.from, lane.to, most);
}

Result<ChangePosition> StoreOutbox::end()
{
    return m_reader.end();
}

Result<Window> StoreOutbox::read(const Lane& lane, const Limits& limits, bool withRunning,
                                 std::int64_t heldAfterNs)
{
    store::ChangeQuery query;
    query.after = lane.from;
    query.to = lane.to;
    query.spans = limits.spans;
    query.bytes = limits.bytes;
    query.running = withRunning;
    query.holdNs = withRunning ? 0 : heldAfterNs;
    query.nowUnixNs = m_clock.unixNs();
    std::optional<Result<Window>> ahead = m_ahead ? m_ahead->take(query) : std::nullopt;
    Result<Window> window = ahead ? std::move(*ahead) : readNow(query);
    // A backlog only: what comes in drop by drop is read when it is wanted, in its newest state.
    if (m_ahead && window && window->more) {
        query.after = window->end;
        m_ahead->begin(query);
    }
    return window;
}

Result<Window> StoreOutbox::readNow(const store::ChangeQuery& query)
{
    auto page = m_reader.read(query);
    if (!page)
        return tl::unexpected(page.error());
    Window window = windowOf(std::move(*page));
    mask(window);
    return window;
}

std::vector<store::QuarantineRow> StoreOutbox::rowsOf(const std::vector<Quarantined>& refused) const
{
    std::vector<store::QuarantineRow> rows;
    for (const Quarantined& one : refused) {
        store::QuarantineRow row;
        row.reason = one.reason;
        row.timeUnixNs = m_clock.unixNs();
        if (one.item) {
            row.spanRow = one.item->position.row;
            row.trace = one.item->span.trace;
            row.span = one.item->span.id;
        } else {
            row.score = one.score->id;
            row.trace = one.score->trace;
            row.span = one.score->span;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<void> StoreOutbox::settle(const Lanes& lanes, std::int64_t delivered,
                                 const std::vector<Quarantined>& refused)
{
    const std::string text = lanes.text();
    auto settled = m_deliveries.settle(m_destination, m_lanes, text, delivered, rowsOf(refused));
    if (settled)
        m_lanes = text;
    return settled;
}

Result<std::vector<ScoreItem>> StoreOutbox::scores(std::size_t limit)
{
    auto rows = m_deliveries.scoresAfter(m_destination, static_cast<int>(limit));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<ScoreItem> items;
    for (store::ScoreRow& row : *rows)
        items.push_back(
            {row.id, row.trace, row.span, std::move(row.score), row.timeUnixNs, std::move(row.project)});
    if (!m_masking.empty())
        sync::mask(items, m_masking);
    return items;
}

Result<void> StoreOutbox::settleScores(std::int64_t upTo, std::int64_t delivered,
                                       const std::vector<Quarantined>& refused)
{
    return m_deliveries.settleScores(m_destination, upTo, delivered, rowsOf(refused));
}

Result<Window> StoreOutbox::retries(const Limits& limits)
{
    auto rows = m_deliveries.retries(m_destination, static_cast<int>(limits.spans));
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return Window();
    auto page = m_reader.rows(*rows);
    if (!page)
        return tl::unexpected(page.error());
    Window window = windowOf(std::move(*page));
    mask(window);
    return window;
}

Result<void> StoreOutbox::settleRetries(const std::vector<const Item*>& delivered,
                                        const std::vector<Quarantined>& refused)
{
    std::vector<std::int64_t> rows;
    for (const Item* item : delivered)
        rows.push_back(item->position.row);
    return m_deliveries.settleRetries(m_destination, rows, rowsOf(refused));
}

Result<void> StoreOutbox::signOff()
{
    if (auto seen = orders(); !seen || seen->removed)
        return {};
    Health row = m_row.health;
    row.courier.clear();
    row.sending = 0;
    row.nextTryUnixNs = 0;
    row.ratePerSecond = 0;
    return m_deliveries.setHealth(m_destination, row);
}

Result<void> StoreOutbox::setHealth(const Health& health)
{
    Health row = health;
    row.courier = "pid " + std::to_string(::getpid());
    return m_deliveries.setHealth(m_destination, row);
}

} // namespace spanglass::sync
