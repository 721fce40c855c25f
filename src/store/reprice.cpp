// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reprice.h"

#include <optional>
#include <string>
#include <vector>

#include "store/details.h"
#include "store/payloads.h"
#include "store/span_reader.h"
#include "store/span_rows.h"
#include "store/store_file.h"
#include "store/trace_rows.h"
#include "store/trace_search.h"
#include "trace/facts.h"
#include "trace/meaning.h"
#include "trace/prices.h"
#include "trace/usage_meaning.h"

namespace spanglass::store {
namespace {

/// The ids first: a cost that changes may move a trace out of the query, or across its order.
Result<std::vector<TraceId>> tracesOf(Database& database, trace::TraceQuery query,
                                      const RepriceProgress& goOn)
{
    std::vector<TraceId> ids;
    query.limit = 1000;
    query.order = trace::TraceOrder::newest;
    query.after.clear();
    do {
        const auto page = searchTraces(database, query);
        if (!page)
            return tl::unexpected(page.error());
        for (const trace::TraceRow& row : page->rows)
            ids.push_back(row.id);
        query.after = page->next;
    } while (!query.after.empty() && (!goOn || goOn(0, 0)));
    return ids;
}

class Repricer
{
public:
    Repricer(Database& database, const trace::PriceTable& prices)
        : m_database(database), m_prices(prices), m_traces(database),
          m_select(database.prepare(std::string("SELECT ") + spanColumns +
                                    " FROM spans WHERE id BETWEEN ?1 AND ?2 AND state <> 1"
                                    " AND (cost IS NOT NULL OR total_tokens IS NOT NULL)")),
          m_update(database.prepare("UPDATE spans SET cost = ?2, changed = ?3 WHERE id = ?1")),
          m_totals(database.prepare("UPDATE totals SET change_counter = ?1, deletions = deletions + 1"))
    {
    }

    Result<void> visit(TraceId id)
    {
        Transaction transaction(m_database);
        m_changed = m_database.integer("SELECT change_counter FROM totals") + 1;
        m_traces.forget();
        const std::int64_t row = traceRowOf(m_database, id);
        RepriceReport found;
        for (SpanRow& span : rowsOf(row))
            reprice(span, found);
        if (found.spans > 0) {
            (void)m_traces.touch(id); // the sums, of the rows as they are now
            m_traces.write(m_changed);
            // A keeper that remembers the trace's sums reads them again, as after a deletion.
            m_totals.bind(1, m_changed).run();
            ++found.traces;
        }
        if (auto committed = transaction.commit(); !committed)
            return committed;
        report.traces += found.traces;
        report.spans += found.spans;
        report.kept += found.kept;
        report.unpriced += found.unpriced;
        return {};
    }

    RepriceReport report;

private:
    std::vector<SpanRow> rowsOf(std::int64_t traceRow)
    {
        std::vector<SpanRow> rows;
        if (traceRow == 0)
            return rows; // deleted meanwhile
        m_select.bind(1, firstSpanOf(traceRow)).bind(2, lastSpanOf(traceRow));
        while (m_select.next())
            rows.push_back(readSpanRow(m_select));
        return rows;
    }

    void reprice(SpanRow& row, RepriceReport& found)
    {
        decodeDetails(
            row.details, [this](std::int64_t payload) { return fetchPayload(m_database, payload); },
            row.span);
        const std::optional<Decimal> before = row.span.cost;
        trace::reprice(row.span, m_prices);
        const std::optional<Decimal>& now = row.span.cost;
        found.kept += trace::producersCost(trace::Facts(row.span.attributes)) ? 1 : 0;
        found.unpriced += now ? 0 : 1;
        if (now == before)
            return;
        ++found.spans;
        const std::string text = now ? now->text() : std::string();
        m_update.bind(1, row.row).bind(3, m_changed);
        now ? m_update.bind(2, std::string_view(text)) : m_update.bindNull(2);
        m_update.run();
    }

    Database& m_database;
    const trace::PriceTable& m_prices;
    TraceRows m_traces;
    Statement m_select, m_update, m_totals;
    std::int64_t m_changed = 0;
};

} // namespace

Result<RepriceReport> repriceTraces(const std::filesystem::path& directory, const trace::TraceQuery& query,
                                    const trace::PriceTable& prices, const RepriceProgress& goOn)
{
    auto database = openDatabase(directory);
    if (!database)
        return tl::unexpected(database.error());
    const auto ids = tracesOf(**database, query, goOn);
    if (!ids)
        return tl::unexpected(ids.error());
    Repricer repricer(**database, prices);
    const auto total = static_cast<std::int64_t>(ids->size());
    std::int64_t done = 0;
    for (const TraceId id : *ids) {
        repricer.report.complete = !goOn || goOn(done, total);
        if (!repricer.report.complete)
            break;
        if (auto visited = repricer.visit(id); !visited)
            return tl::unexpected(visited.error());
        ++done;
    }
    return repricer.report;
}

} // namespace spanglass::store
