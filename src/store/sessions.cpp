// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessions.h"

#include <algorithm>
#include <set>

#include "store/page_place.h"
#include "store/span_reader.h"
#include "store/trace_columns.h"
#include "trace/turn.h"

namespace spanglass::store {
namespace {

/// A question or an answer stands at or near its trace's root.
constexpr int spansOfTurn = 100;
constexpr std::size_t messageBytes = 200;

/// A session stands in the list where its last trace does: all others of it are passed over.
std::string pageSql(bool after)
{
    return std::string("SELECT session, start_ns, id FROM traces t INDEXED BY traces_with_session"
                       " WHERE session <> ''") +
           (after ? " AND (start_ns, id) < (CAST(?2 AS INTEGER), ?3)" : "") +
           " AND NOT EXISTS (SELECT 1 FROM traces later WHERE later.session = t.session"
           " AND later.session <> '' AND later.start_ns >= t.start_ns"
           " AND (later.start_ns > t.start_ns OR later.id > t.id))"
           " ORDER BY start_ns DESC, id DESC LIMIT ?1";
}

std::string cut(std::string text)
{
    if (text.size() <= messageBytes)
        return text;
    std::size_t end = messageBytes - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end; // no half a character
    return text.substr(0, end) + "…";
}

class SessionReader
{
public:
    explicit SessionReader(Database& database)
        : m_database(database),
          m_traces(
              database.prepare(std::string("SELECT ") + traceColumns +
                               " FROM traces WHERE session = ?1 AND session <> '' ORDER BY start_ns, id")),
          m_spans(database.prepare("SELECT id FROM spans WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3"))
    {
    }

    SessionRow read(std::string session)
    {
        SessionRow row;
        row.session = std::move(session);
        std::set<std::string> users;
        std::int64_t first = 0;
        std::int64_t last = 0;
        m_traces.bind(1, std::string_view(row.session));
        while (m_traces.next()) {
            const TraceSummary trace = readSummary(m_traces);
            add(row, trace);
            if (!trace.labels.user.empty())
                users.insert(trace.labels.user);
            if (first == 0) {
                first = trace.row;
                row.title = trace.name;
            }
            last = trace.row;
        }
        row.users.assign(users.begin(), users.end());
        addWords(row, first, last);
        return row;
    }

private:
    static void add(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& part)
    {
        if (part)
            sum = sum.value_or(0) + *part;
    }

    static void add(SessionRow& row, const TraceSummary& trace)
    {
        row.startUnixNs = row.traces == 0 ? trace.startNs : std::min(row.startUnixNs, trace.startNs);
        row.endUnixNs = row.traces == 0 ? trace.endNs : std::max(row.endUnixNs, trace.endNs);
        ++row.traces;
        row.running += trace.running > 0 ? 1 : 0;
        row.spans += trace.spans;
        row.errors += trace.errors;
        add(row.tokens.input, trace.tokens.input);
        add(row.tokens.cached, trace.tokens.cached);
        add(row.tokens.output, trace.tokens.output);
        add(row.tokens.reasoning, trace.tokens.reasoning);
        add(row.tokens.total, trace.tokens.total);
        if (trace.cost)
            row.cost = row.cost.value_or(Decimal()) + *trace.cost;
    }

    void addWords(SessionRow& row, std::int64_t first, std::int64_t last)
    {
        const trace::Turn opening = turn(first);
        const trace::Turn closing = last == first ? opening : turn(last);
        if (!opening.question.empty())
            row.title = opening.question;
        row.title = cut(std::move(row.title));
        row.lastMessage = cut(closing.answer.empty() ? closing.question : closing.answer);
    }

    trace::Turn turn(std::int64_t traceRow)
    {
        std::vector<trace::Span> spans;
        m_spans.bind(1, firstSpanOf(traceRow)).bind(2, lastSpanOf(traceRow));
        m_spans.bind(3, std::int64_t{spansOfTurn});
        while (m_spans.next()) {
            if (auto span = readSpan(m_database, m_spans.integer(0)))
                spans.push_back(std::move(*span));
        }
        return trace::turnOf(spans);
    }

    Database& m_database;
    Statement m_traces, m_spans;
};

} // namespace

Result<SessionPage> readSessions(Database& database, const SessionQuery& query)
{
    const int limit = std::clamp(query.limit, 1, 10'000);
    PagePlace after;
    if (!query.after.empty()) {
        auto parsed = PagePlace::parse(query.after);
        if (!parsed)
            return tl::unexpected(parsed.error());
        after = std::move(*parsed);
    }
    Statement page = database.prepare(pageSql(!query.after.empty()));
    page.bind(1, std::int64_t{limit});
    if (!query.after.empty())
        page.bind(2, std::string_view(after.value)).bind(3, after.row);
    SessionPage sessions;
    SessionReader reader(database);
    PagePlace last;
    while (page.next()) {
        last = {page.text(1), page.integer(2)};
        sessions.rows.push_back(reader.read(page.text(0)));
    }
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    if (sessions.rows.size() == static_cast<std::size_t>(limit))
        sessions.next = last.text();
    return sessions;
}

Result<std::vector<trace::TraceRow>> readSessionTraces(Database& database, const std::string& session,
                                                       int limit)
{
    Statement statement = database.prepare(std::string("SELECT ") + traceColumns +
                                           " FROM traces WHERE session = ?1 AND session <> ''"
                                           " ORDER BY start_ns DESC, id DESC LIMIT ?2");
    statement.bind(1, std::string_view(session)).bind(2, std::int64_t{std::max(1, limit)});
    std::vector<trace::TraceRow> traces;
    while (statement.next())
        traces.push_back(readTraceRow(statement));
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    std::reverse(traces.begin(), traces.end());
    return traces;
}

} // namespace spanglass::store
