// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/span_rows.h"

#include <algorithm>

namespace spanglass::store {

const char* const spanColumns =
    "id, span_id, parent_id, variant, journal, context, thread, start_ns, duration_ns, kind, level, status, "
    "state, "
    "flags, name, model, input_tokens, cached_tokens, output_tokens, reasoning_tokens, total_tokens, cost, "
    "first_token_ns, details_of(id)";

namespace {

template<class Enum> Enum enumAt(const Statement& row, int column, Enum last)
{
    return static_cast<Enum>(
        std::clamp<std::int64_t>(row.integer(column), 0, static_cast<std::int64_t>(last)));
}

/// Parameters 1 to 24: the columns in their order without the details, then `changed`. The cost's text must
/// outlive the statement's run.
void bindRow(Statement& to, const SpanRow& row, std::int64_t changed, const std::string& cost)
{
    const trace::Span& span = row.span;
    to.bind(1, row.row).bind(2, static_cast<std::int64_t>(span.id.value));
    to.bind(3, static_cast<std::int64_t>(span.parent.value)).bind(4, row.variant).bind(5, row.journal);
    to.bind(6, row.context)
        .bind(7, std::int64_t{row.thread})
        .bind(8, span.startUnixNs)
        .bind(9, span.durationNs);
    to.bind(10, static_cast<std::int64_t>(span.kind)).bind(11, static_cast<std::int64_t>(span.level));
    to.bind(12, static_cast<std::int64_t>(span.status)).bind(13, static_cast<std::int64_t>(span.state));
    to.bind(14, std::int64_t{span.flags}).bind(15, std::string_view(span.name));
    span.model.empty() ? to.bindNull(16) : to.bind(16, std::string_view(span.model));
    to.bind(17, span.tokens.input).bind(18, span.tokens.cached).bind(19, span.tokens.output);
    to.bind(20, span.tokens.reasoning).bind(21, span.tokens.total);
    cost.empty() ? to.bindNull(22) : to.bind(22, std::string_view(cost));
    to.bind(23, span.timeToFirstTokenNs).bind(24, changed);
}

std::string costText(const SpanRow& row)
{
    return row.span.cost ? row.span.cost->text() : std::string();
}

std::string selecting(const char* where)
{
    return std::string("SELECT ") + spanColumns + " FROM spans WHERE " + where;
}

std::vector<SpanRow> readAll(Statement& rows)
{
    std::vector<SpanRow> all;
    while (rows.next())
        all.push_back(readSpanRow(rows));
    return all;
}

} // namespace

SpanFigures SpanRow::figures() const
{
    // A running span may still mend its status.
    const bool failed = span.status == Status::error && span.state != trace::State::running;
    return {span.id, span.parent, span.state, failed, span.tokens, span.cost, span.kind, span.model};
}

bool SpanRow::repeats(const SpanRow& other) const
{
    return span.startUnixNs == other.span.startUnixNs && span.durationNs == other.span.durationNs &&
           span.parent == other.span.parent && span.name == other.span.name && span.kind == other.span.kind &&
           span.status == other.span.status && details.starts_with(other.details);
}

SpanRow readSpanRow(const Statement& row)
{
    SpanRow read;
    trace::Span& span = read.span;
    read.row = row.integer(0);
    span.id = {static_cast<std::uint64_t>(row.integer(1))};
    span.parent = {static_cast<std::uint64_t>(row.integer(2))};
    read.variant = row.integer(3);
    read.journal = row.integer(4);
    read.context = row.integer(5);
    read.thread = static_cast<std::uint32_t>(row.integer(6));
    span.startUnixNs = row.integer(7);
    span.durationNs = row.optionalInteger(8);
    span.kind = enumAt(row, 9, Kind::evaluator);
    span.level = enumAt(row, 10, Level::error);
    span.status = enumAt(row, 11, Status::error);
    span.state = enumAt(row, 12, trace::State::interrupted);
    span.flags = static_cast<std::uint8_t>(row.integer(13));
    span.name = row.text(14);
    span.model = row.text(15);
    span.tokens = {row.optionalInteger(16), row.optionalInteger(17), row.optionalInteger(18),
                   row.optionalInteger(19), row.optionalInteger(20)};
    if (!row.isNull(21))
        span.cost = Decimal::parse(row.bytes(21));
    span.timeToFirstTokenNs = row.optionalInteger(22);
    read.details = row.text(23);
    return read;
}

SpanRows::SpanRows(Database& database)
    : m_details(database),
      m_insert(database.prepare(
          "INSERT INTO spans (id, span_id, parent_id, variant, journal, context, thread, start_ns, "
          "duration_ns, kind, level, status, state, flags, name, model, input_tokens, cached_tokens, "
          "output_tokens, reasoning_tokens, total_tokens, cost, first_token_ns, changed) VALUES "
          "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, "
          "?22, ?23, ?24)")),
      m_update(database.prepare(
          "UPDATE spans SET parent_id = ?3, variant = ?4, journal = ?5, context = ?6, thread = ?7, start_ns "
          "= ?8, "
          "duration_ns = ?9, kind = ?10, level = ?11, status = ?12, state = ?13, flags = ?14, name = ?15, "
          "model = ?16, input_tokens = ?17, cached_tokens = ?18, output_tokens = ?19, reasoning_tokens = "
          "?20, "
          "total_tokens = ?21, cost = ?22, first_token_ns = ?23, changed = ?24 WHERE id = "
          "?1")),
      m_touch(database.prepare("UPDATE spans SET changed = ?2 WHERE id = ?1")),
      m_addFlags(database.prepare("UPDATE spans SET flags = flags | ?2, changed = ?3 WHERE id = ?1")),
      m_find(database.prepare(selecting("span_id = ?1 AND id BETWEEN ?2 AND ?3 ORDER BY id"))),
      m_findOfJournal(database.prepare(selecting("span_id = ?1 AND journal = ?2 AND state <> 1"))),
      m_running(database.prepare(selecting("journal = ?1 AND state = 1")))
{
}

void SpanRows::insert(const SpanRow& row, std::int64_t changed)
{
    const std::string cost = costText(row);
    bindRow(m_insert, row, changed, cost);
    m_insert.run();
    m_details.insert(row.row, row.details);
}

void SpanRows::update(const SpanRow& row, std::int64_t changed)
{
    const std::string cost = costText(row);
    bindRow(m_update, row, changed, cost);
    m_update.run();
    m_details.replace(row.row, row.details);
}

void SpanRows::touch(std::int64_t row, std::int64_t changed)
{
    m_touch.bind(1, row).bind(2, changed).run();
}

void SpanRows::addFlags(std::int64_t row, std::uint8_t flags, std::int64_t changed)
{
    m_addFlags.bind(1, row).bind(2, std::int64_t{flags}).bind(3, changed).run();
}

std::vector<SpanRow> SpanRows::find(std::int64_t traceRow, SpanId id)
{
    m_find.bind(1, static_cast<std::int64_t>(id.value));
    m_find.bind(2, firstSpanOf(traceRow)).bind(3, lastSpanOf(traceRow));
    return readAll(m_find);
}

SpanRow SpanRows::findOfJournal(SpanId id, std::int64_t journal)
{
    m_findOfJournal.bind(1, static_cast<std::int64_t>(id.value)).bind(2, journal);
    SpanRow found;
    if (m_findOfJournal.next()) {
        found = readSpanRow(m_findOfJournal);
        m_findOfJournal.reset();
    }
    return found;
}

std::vector<SpanRow> SpanRows::runningOf(std::int64_t journal)
{
    m_running.bind(1, journal);
    return readAll(m_running);
}

} // namespace spanglass::store
