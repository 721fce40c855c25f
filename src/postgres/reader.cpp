// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/reader.h"

#include <algorithm>

#include "postgres/question.h"
#include "postgres/reader_state.h"
#include "postgres/row_reading.h"
#include "postgres/schema.h"
#include "postgres/stored_value.h"

namespace spanglass::postgres {

Outcome<Rows> Reader::State::query(const std::string& sql,
                                   std::span<const std::optional<std::string>> parameters)
{
    const std::lock_guard lock(mutex);
    if (!connection || !connection->isOpen()) {
        auto opened = Connection::open(conninfo, password, readDeadline, stop);
        if (!opened)
            return tl::unexpected(opened.error());
        connection = std::move(*opened);
    }
    auto rows = connection->query(sql, parameters);
    if (!rows && rows.error().kind == FailureKind::unreachable)
        connection.reset();
    return rows;
}

Outcome<trace::Value> Reader::State::payload(TraceId trace, SpanId span, const char* name)
{
    auto rows =
        query("SELECT value FROM spanglass.payloads WHERE trace_id = $1 AND span_id = $2 AND name = $3"
              " ORDER BY variant LIMIT 1",
              {trace.hex(), span.hex(), name});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->size() > 0 ? originalValue(rows->text(0, 0)) : trace::Value();
}

/// An input or output: in the span's row, or in payloads; and the attribute that repeats it.
Outcome<void> Reader::State::restoreValue(trace::Span& span, trace::Value& value, const Rows& rows,
                                          int column, const char* name)
{
    if (!rows.isNull(0, column)) {
        value = originalValue(rows.text(0, column));
    } else {
        auto large = payload(span.trace, span.id, name);
        if (!large)
            return tl::unexpected(large.error());
        value = std::move(*large);
    }
    const std::string key = original(rows, 0, column - 2);
    if (!key.empty())
        span.attributes.push_back({key, value});
    return {};
}

Outcome<std::optional<trace::Span>> Reader::State::span(TraceId trace, SpanId id)
{
    auto rows =
        query(std::string("SELECT ") + spanColumns +
                  ", input_key, output_key, input, output, attributes, events, links, resource, scope"
                  " FROM spanglass.spans WHERE trace_id = $1 AND span_id = $2 ORDER BY variant LIMIT 1",
              {trace.hex(), id.hex()});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->size() == 0)
        return std::optional<trace::Span>();
    trace::Span span = spanOf(*rows, 0);
    span.attributes = originalAttributes(rows->text(0, 26));
    if (auto restored = restoreValue(span, span.input, *rows, 24, "input"); !restored)
        return tl::unexpected(restored.error());
    if (auto restored = restoreValue(span, span.output, *rows, 25, "output"); !restored)
        return tl::unexpected(restored.error());
    span.events = originalEvents(rows->text(0, 27));
    span.links = originalLinks(rows->text(0, 28));
    span.resource = originalAttributes(rows->text(0, 29));
    span.scope = originalScope(rows->text(0, 30));
    auto scores =
        query("SELECT name, value, comment FROM spanglass.scores WHERE trace_id = $1 AND span_id = $2"
              " ORDER BY number",
              {trace.hex(), id.hex()});
    if (!scores)
        return tl::unexpected(scores.error());
    for (int r = 0; r < scores->size(); ++r)
        span.scores.push_back(
            {original(*scores, r, 0), originalValue(scores->text(r, 1)), original(*scores, r, 2)});
    return std::optional(std::move(span));
}

Reader::Reader(std::shared_ptr<State> state) : m_state(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Outcome<Reader> Reader::open(const std::string& conninfo, const std::string& password, std::stop_token stop)
{
    auto state = std::make_shared<State>();
    state->conninfo = conninfo;
    state->password = password;
    state->stop = std::move(stop);
    auto connection = Connection::open(conninfo, password, readDeadline, state->stop);
    if (!connection)
        return tl::unexpected(connection.error());
    state->connection = std::move(*connection);
    const auto version = installedVersion(*state->connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == 0)
        return tl::unexpected(
            Failure{FailureKind::schema, {}, "no traces here: the schema spanglass is missing"});
    if (*version > schemaVersion)
        return tl::unexpected(Failure{FailureKind::schema, {}, "the schema was made by a newer Spanglass"});
    return Reader(std::move(state));
}

Outcome<trace::TracePage> Reader::traces(const trace::TraceQuery& query) const
{
    Question question;
    if (auto asked = question.page(query); !asked)
        return tl::unexpected(asked.error());
    auto rows = m_state->query(question.sql, question.parameters());
    if (!rows)
        return tl::unexpected(rows.error());
    const int wanted = std::clamp(query.limit, 1, 10'000);
    trace::TracePage page;
    for (int r = 0; r < std::min(rows->size(), wanted); ++r)
        page.rows.push_back(traceRowOf(*rows, r));
    if (rows->size() > wanted)
        page.next = std::string(rows->text(wanted - 1, traceColumnCount)) + ":" + page.rows.back().id.hex();
    return page;
}

Outcome<std::optional<trace::TraceRow>> Reader::traceRow(TraceId trace) const
{
    auto rows = m_state->query(std::string("SELECT ") + traceColumns +
                                   " FROM spanglass.traces t WHERE t.trace_id = $1",
                               {trace.hex()});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->size() == 0 ? std::optional<trace::TraceRow>() : std::optional(traceRowOf(*rows, 0));
}

Outcome<std::shared_ptr<const trace::SpanTable>> Reader::trace(TraceId trace) const
{
    auto rows =
        m_state->query(std::string("SELECT ") + spanColumns +
                           " FROM spanglass.spans WHERE trace_id = $1 ORDER BY start_ns, span_id, variant",
                       {trace.hex()});
    if (!rows)
        return tl::unexpected(rows.error());
    auto table = std::make_shared<trace::SpanTable>();
    std::vector<SpanId> parents;
    for (int r = 0; r < rows->size(); ++r) {
        const trace::Span span = spanOf(*rows, r);
        table->append(span);
        parents.push_back(span.parent);
    }
    table->linkParents(parents);
    table->details = [state = m_state, ids = table->id, trace](std::uint32_t row) {
        auto span = state->span(trace, ids[row]);
        if (span && *span)
            return std::move(**span);
        trace::Span missing;
        missing.trace = trace;
        missing.id = ids[row];
        missing.statusMessage = span ? "this span was deleted from the team's store" : span.error().message;
        return missing;
    };
    return std::shared_ptr<const trace::SpanTable>(std::move(table));
}

Outcome<std::optional<trace::Span>> Reader::span(TraceId trace, SpanId span) const
{
    return m_state->span(trace, span);
}

std::string Reader::place() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->connection ? m_state->connection->place() : std::string();
}

} // namespace spanglass::postgres
