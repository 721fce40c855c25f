// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/change_reader.h"

#include <algorithm>

#include "store/contexts.h"
#include "store/details.h"
#include "store/payloads.h"
#include "store/span_reader.h"
#include "store/span_rows.h"
#include "store/trace_columns.h"
#include "trace/meaning.h"

namespace spanglass::store {

namespace {

struct Line
{
    ChangePosition position;
    trace::State spanState;
    std::int64_t endNs;
};

/// One reading transaction for a page: one for every row costs more than the row, and the page is of one
/// moment.
class Moment
{
public:
    explicit Moment(Database& database) : m_database(database) { m_database.execute("BEGIN"); }
    Moment(const Moment&) = delete;
    Moment& operator=(const Moment&) = delete;
    ~Moment() { m_database.execute("COMMIT"); }

private:
    Database& m_database;
};

void readLines(Statement& log, const ChangeQuery& query, std::vector<Line>& lines)
{
    const std::size_t wanted = query.spans + 1;
    if (lines.size() >= wanted)
        return;
    log.bind(1, query.after.changed).bind(2, query.after.row).bind(3, query.to.changed).bind(4, query.to.row);
    log.bind(5, static_cast<std::int64_t>(wanted - lines.size()));
    while (log.next())
        lines.push_back(
            {{log.integer(1), log.integer(0)}, static_cast<trace::State>(log.integer(2)), log.integer(3)});
}

} // namespace

// Every statement is prepared once: preparing costs more than reading a span.
struct ChangeReader::State
{
    explicit State(std::shared_ptr<Database> inDatabase)
        : database(std::move(inDatabase)), contexts(*database),
          restOfCommit(
              database->prepare("SELECT id, changed, state, start_ns + coalesce(duration_ns, 0) FROM spans"
                                " WHERE changed = ?1 AND id > ?2 AND (changed < ?3 OR id <= ?4)"
                                " ORDER BY id LIMIT ?5")),
          laterCommits(
              database->prepare("SELECT id, changed, state, start_ns + coalesce(duration_ns, 0) FROM spans"
                                " WHERE changed > ?1 AND changed <= ?3 AND (changed < ?3 OR id <= ?4)"
                                " ORDER BY changed, id LIMIT ?5")),
          row(database->prepare(std::string("SELECT ") + spanColumns + ", changed FROM spans WHERE id = ?1")),
          trace(database->prepare(std::string("SELECT ") + traceColumns + " FROM traces WHERE id = ?1")),
          parts(database->prepare(
              "SELECT details FROM span_parts WHERE journal = ?1 AND span_id = ?2 ORDER BY number"))
    {
    }

    const trace::TraceRow& traceOf(std::int64_t spanRow, ChangePage& page);
    bool readRow(std::int64_t id, ChangePage& page);
    [[nodiscard]] Result<ChangePage> finished(ChangePage page) const
    {
        if (auto read = database->result(); !read)
            return tl::unexpected(read.error());
        return page;
    }

    std::shared_ptr<Database> database;
    Contexts contexts;
    // Two ranges of the index: a comparison of pairs would scan a large commit from its beginning every time.
    Statement restOfCommit, laterCommits;
    Statement row, trace, parts;
    std::unordered_map<std::int64_t, trace::TraceRow> traces; ///< of the page being read, by row
    std::size_t bytes = 0;                                    ///< of the page being read
};

const trace::TraceRow& ChangeReader::State::traceOf(std::int64_t spanRow, ChangePage& page)
{
    const std::int64_t id = traceOfSpan(spanRow);
    const auto [at, fresh] = traces.try_emplace(id);
    if (fresh && trace.bind(1, id).next()) {
        at->second = readTraceRow(trace);
        trace.reset();
        page.traces.emplace(at->second.id, at->second);
    }
    return at->second;
}

bool ChangeReader::State::readRow(std::int64_t id, ChangePage& page)
{
    if (!row.bind(1, id).next())
        return false;
    SpanRow read = readSpanRow(row);
    ChangedSpan out;
    out.position = {row.integer(24), id};
    row.reset();
    out.variant = static_cast<int>(read.variant);
    out.span = std::move(read.span);
    out.span.trace = traceOf(id, page).id;
    if (out.span.state == trace::State::running) {
        parts.bind(1, read.journal).bind(2, static_cast<std::int64_t>(out.span.id.value));
        std::string details;
        while (parts.next())
            details += parts.bytes(0);
        read.details = joinParts(details);
    }
    decodeDetails(
        read.details, [&](std::int64_t payload) { return fetchPayload(*database, payload); }, out.span);
    const Context& context = contexts.at(read.context);
    out.span.resource = context.resource;
    out.span.scope = context.scope;
    out.span.service = context.service;
    trace::interpret(out.span);
    for (const trace::Attribute& attribute : out.span.attributes) {
        bytes += attribute.key.size() + 16;
        if (const auto* text = std::get_if<std::string>(&attribute.value))
            bytes += text->size();
        else if (const auto* json = std::get_if<trace::Json>(&attribute.value))
            bytes += json->text.size();
    }
    bytes += 100 + out.span.name.size();
    page.spans.push_back(std::move(out));
    return true;
}

ChangeReader::ChangeReader(std::shared_ptr<Database> database)
    : m_state(std::make_unique<State>(std::move(database)))
{
}

ChangeReader::ChangeReader(ChangeReader&&) noexcept = default;
ChangeReader::~ChangeReader() = default;

Result<ChangePage> ChangeReader::read(const ChangeQuery& query)
{
    State& state = *m_state;
    const Moment moment(*state.database);
    ChangePage page;
    page.end = query.after;
    state.traces.clear();
    state.bytes = 0;
    std::vector<Line> lines;
    readLines(state.restOfCommit, query, lines);
    readLines(state.laterCommits, query, lines);
    page.spans.reserve(std::min(lines.size(), query.spans));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (i == query.spans || (state.bytes >= query.bytes && !page.spans.empty())) {
            page.more = true;
            break;
        }
        const bool running = line.spanState == trace::State::running;
        if (!running && query.holdNs > 0 && line.endNs <= query.nowUnixNs &&
            line.endNs > query.nowUnixNs - query.holdNs &&
            state.traceOf(line.position.row, page).status == trace::TraceStatus::running) {
            page.held = true;
            break;
        }
        if (!running || query.running)
            state.readRow(line.position.row, page);
        page.end = line.position;
    }
    return state.finished(std::move(page));
}

Result<ChangePage> ChangeReader::rows(const std::vector<std::int64_t>& spanRows)
{
    const Moment moment(*m_state->database);
    ChangePage page;
    m_state->traces.clear();
    for (const std::int64_t row : spanRows)
        m_state->readRow(row, page);
    return m_state->finished(std::move(page));
}

Result<std::int64_t> ChangeReader::count(ChangePosition after, ChangePosition to, std::int64_t most,
                                         bool running)
{
    const std::string only = running ? "" : " AND state <> 1";
    Statement count = m_state->database->prepare(
        "SELECT count(*) FROM (SELECT 1 FROM spans WHERE changed = ?1 AND id > ?2 AND (changed < ?3 OR id <= "
        "?4)" +
        only +
        " UNION ALL SELECT 1 FROM spans WHERE changed > ?1 AND changed <= ?3 AND (changed < ?3 OR id <= ?4)" +
        only + " LIMIT ?5)");
    count.bind(1, after.changed).bind(2, after.row).bind(3, to.changed).bind(4, to.row).bind(5, most);
    const std::int64_t counted = count.next() ? count.integer(0) : 0;
    if (auto read = m_state->database->result(); !read)
        return tl::unexpected(read.error());
    return counted;
}

Result<ChangePosition> ChangeReader::end()
{
    Statement last =
        m_state->database->prepare("SELECT changed, id FROM spans ORDER BY changed DESC, id DESC LIMIT 1");
    const ChangePosition end =
        last.next() ? ChangePosition{last.integer(0), last.integer(1)} : ChangePosition{};
    if (auto read = m_state->database->result(); !read)
        return tl::unexpected(read.error());
    return end;
}

Result<bool> ChangeReader::touches(TraceId trace, ChangePosition after, ChangePosition to)
{
    const std::int64_t row = traceRowOf(*m_state->database, trace);
    Statement any =
        m_state->database->prepare("SELECT 1 FROM spans WHERE id BETWEEN ?1 AND ?2"
                                   " AND (changed, id) > (?3, ?4) AND (changed, id) <= (?5, ?6) LIMIT 1");
    any.bind(1, firstSpanOf(row)).bind(2, lastSpanOf(row)).bind(3, after.changed).bind(4, after.row);
    const bool found = any.bind(5, to.changed).bind(6, to.row).next();
    if (auto read = m_state->database->result(); !read)
        return tl::unexpected(read.error());
    return found;
}

} // namespace spanglass::store
