// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions of the team's store: the reader's pages of them, and the traces of one.
#include <algorithm>
#include <unordered_map>

#include "postgres/reader_state.h"
#include "postgres/row_reading.h"
#include "postgres/stored_text.h"
#include "postgres/stored_value.h"

namespace spanglass::postgres {
namespace {

/// A question or an answer stands at or near its trace's root.
constexpr const char* spansOfTurn = "20";

/// A session stands where its last trace does; $1 and $2: behind which one the page begins.
std::string pageSql(bool after, int limit)
{
    return std::string(
               "SELECT t.session_id, count(*), count(*) FILTER (WHERE t.status = 'running'),"
               " sum(t.spans)::bigint, sum(t.errors)::bigint, min(t.start_ns),"
               " least(max(t.start_ns + coalesce(t.duration_ns, 0)::numeric), 9223372036854775807)::bigint,"
               " sum(t.input_tokens)::bigint, sum(t.cached_tokens)::bigint, sum(t.output_tokens)::bigint,"
               " sum(t.reasoning_tokens)::bigint, sum(t.total_tokens)::bigint, sum(t.cost),"
               " coalesce(jsonb_agg(DISTINCT t.user_id) FILTER (WHERE t.user_id <> ''), '[]'),"
               " (array_agg(t.trace_id ORDER BY t.start_ns, t.trace_id))[1],"
               " (array_agg(t.trace_id ORDER BY t.start_ns DESC, t.trace_id DESC))[1],"
               " (array_agg(t.name ORDER BY t.start_ns, t.trace_id))[1], max(t.start_ns)"
               " FROM spanglass.traces t WHERE t.session_id <> '' GROUP BY t.session_id") +
           (after ? " HAVING (max(t.start_ns), t.session_id) < ($1::bigint, $2)" : "") +
           " ORDER BY max(t.start_ns) DESC, t.session_id DESC LIMIT " + std::to_string(limit + 1);
}

SessionLine lineOf(const Rows& rows, int r)
{
    SessionLine line;
    line.session = original(rows, r, 0);
    line.traces = rows.integer(r, 1);
    line.running = rows.integer(r, 2);
    line.spans = rows.integer(r, 3);
    line.errors = rows.integer(r, 4);
    line.startUnixNs = rows.integer(r, 5);
    line.endUnixNs = rows.integer(r, 6);
    line.tokens = tokensOf(rows, r, 7);
    line.cost = optionalDecimal(rows, r, 12);
    line.users = textsOf(rows.text(r, 13));
    line.first.trace = TraceId::fromHex(rows.text(r, 14));
    line.last.trace = TraceId::fromHex(rows.text(r, 15));
    line.firstName = original(rows, r, 16);
    return line;
}

} // namespace

Outcome<SessionLines> Reader::sessions(int limit, const std::string& after) const
{
    limit = std::clamp(limit, 1, 10'000);
    const std::size_t colon = after.find(':');
    std::vector<std::optional<std::string>> place;
    if (colon != std::string::npos)
        place = {after.substr(0, colon), after.substr(colon + 1)};
    auto rows = m_state->query(pageSql(!place.empty(), limit), place);
    if (!rows)
        return tl::unexpected(rows.error());
    SessionLines page;
    for (int r = 0; r < std::min(rows->size(), limit); ++r)
        page.rows.push_back(lineOf(*rows, r));
    if (rows->size() > limit)
        page.next = std::string(rows->text(limit - 1, 17)) + ":" + std::string(rows->text(limit - 1, 0));
    std::vector<TraceId> traces;
    for (const SessionLine& line : page.rows)
        traces.insert(traces.end(), {line.first.trace, line.last.trace});
    auto turns = m_state->turns(traces);
    if (!turns)
        return tl::unexpected(turns.error());
    for (SessionLine& line : page.rows) {
        line.first = (*turns)[line.first.trace];
        line.last = (*turns)[line.last.trace];
    }
    return page;
}

/// What was said in each of the traces, of one question for all.
Outcome<std::unordered_map<TraceId, trace::Turn>> Reader::State::turns(const std::vector<TraceId>& traces)
{
    std::string array = "{";
    for (const TraceId trace : traces)
        array += (array.size() > 1 ? "," : "") + trace.hex();
    auto rows = query(std::string("SELECT ") + spanColumns +
                          ", input, output FROM (SELECT DISTINCT unnest($1::text[]) AS wanted) w,"
                          " LATERAL (SELECT * FROM spanglass.spans s WHERE s.trace_id = w.wanted"
                          " ORDER BY s.start_ns, s.span_id LIMIT " +
                          spansOfTurn + ") s",
                      {array + "}"});
    if (!rows)
        return tl::unexpected(rows.error());
    std::unordered_map<TraceId, std::vector<trace::Span>> spans;
    for (int r = 0; r < rows->size(); ++r) {
        trace::Span span = spanOf(*rows, r);
        if (!rows->isNull(r, 22))
            span.input = originalValue(rows->text(r, 22));
        if (!rows->isNull(r, 23))
            span.output = originalValue(rows->text(r, 23));
        spans[span.trace].push_back(std::move(span));
    }
    std::unordered_map<TraceId, trace::Turn> turns;
    for (const auto& [trace, ofTrace] : spans)
        turns[trace] = trace::turnOf(ofTrace);
    return turns;
}

Outcome<std::vector<trace::TraceRow>> Reader::sessionTraces(const std::string& session, int limit) const
{
    auto rows = m_state->query(std::string("SELECT ") + traceColumns +
                                   " FROM spanglass.traces t WHERE t.session_id = $1 AND t.session_id <> ''"
                                   " ORDER BY t.start_ns DESC, t.trace_id DESC LIMIT " +
                                   std::to_string(std::max(1, limit)),
                               {storedText(session)});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<trace::TraceRow> traces;
    for (int r = rows->size(); r-- > 0;)
        traces.push_back(traceRowOf(*rows, r));
    return traces;
}

} // namespace spanglass::postgres
