// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trace_search.h"

#include <algorithm>
#include <optional>

#include "store/page_place.h"
#include "store/phrase_check.h"
#include "store/scores.h"
#include "store/trace_columns.h"
#include "store/trace_rows.h"

namespace spanglass::store {
namespace {

struct Ordering
{
    const char* value; ///< the expression that an index has
    bool descending;
    const char* type; ///< of the value, to compare a page's place with
};

Ordering orderingOf(trace::TraceOrder order)
{
    switch (order) {
    case trace::TraceOrder::oldest:
        return {"start_ns", false, "INTEGER"};
    case trace::TraceOrder::longest:
        return {"(end_ns - start_ns)", true, "INTEGER"};
    case trace::TraceOrder::shortest:
        return {"(end_ns - start_ns)", false, "INTEGER"};
    case trace::TraceOrder::costliest:
        return {"coalesce(cost_sort, -1.0)", true, "REAL"};
    case trace::TraceOrder::mostTokens:
        return {"coalesce(total_tokens, -1)", true, "INTEGER"};
    case trace::TraceOrder::mostSpans:
        return {"spans", true, "INTEGER"};
    case trace::TraceOrder::mostErrors:
        return {"errors", true, "INTEGER"};
    case trace::TraceOrder::byName:
        return {"name", false, "TEXT"};
    case trace::TraceOrder::byService:
        return {"service", false, "TEXT"};
    case trace::TraceOrder::newest:
        break;
    }
    return {"start_ns", true, "INTEGER"};
}

/// The scores of every row, by one lookup each.
void readScores(Database& database, std::vector<trace::TraceRow>& rows)
{
    if (database.integer("SELECT EXISTS (SELECT 1 FROM scores)") == 0)
        return;
    Statement statement = database.prepare(
        "SELECT name, value, comment, typeof(value) FROM scores WHERE trace_id = ?1 ORDER BY id LIMIT 50");
    for (trace::TraceRow& row : rows) {
        const std::string id = traceIdBytes(row.id);
        statement.bindBlob(1, id);
        while (statement.next())
            row.scores.push_back(readScore(statement, 0));
        statement.reset();
    }
}

} // namespace

std::string pageSql(trace::TraceOrder order, const TraceCondition& condition, bool after)
{
    const Ordering ordering = orderingOf(order);
    const std::string value = ordering.value;
    const std::string direction = ordering.descending ? " DESC" : " ASC";
    std::string sql =
        std::string("SELECT ") + traceColumns + ", " + value + " FROM traces WHERE 1" + condition.sql;
    if (after)
        sql += " AND (" + value + ", id) " + (ordering.descending ? "<" : ">") + " (CAST(? AS " +
               ordering.type + "), ?)";
    return sql + " ORDER BY " + value + direction + ", id" + direction + " LIMIT ?";
}

int TraceCondition::bind(Statement& statement) const
{
    int parameter = 0;
    for (const QueryValue& value : values) {
        ++parameter;
        if (const auto* text = std::get_if<std::string>(&value))
            statement.bind(parameter, std::string_view(*text));
        else if (const auto* integer = std::get_if<std::int64_t>(&value))
            statement.bind(parameter, *integer);
        else
            statement.bind(parameter, std::get<double>(value));
    }
    return parameter;
}

Result<TraceCondition> conditionOf(Database& database, const trace::TraceQuery& query,
                                   const std::string* matches)
{
    auto terms = parseQuery(query.text);
    if (!terms)
        return tl::unexpected(terms.error());
    TraceCondition condition{std::move(terms->sql), std::move(terms->values)};
    if (TextMatch match = matchOf(database, terms->words); !match.words.empty()) {
        condition.sql += matches != nullptr
                             ? " AND id IN (SELECT value FROM json_each(?))"
                             : " AND id IN (SELECT rowid FROM trace_words WHERE trace_words MATCH ?)";
        condition.values.emplace_back(matches != nullptr ? *matches : std::move(match.words));
        if (!match.phrases.empty()) {
            condition.sql += " AND has_phrases(id, ?)";
            condition.values.emplace_back(std::move(match.phrases));
        }
    }
    if (query.range.fromNs) {
        condition.sql += " AND start_ns >= ?";
        condition.values.emplace_back(*query.range.fromNs);
    }
    if (query.range.toNs) {
        condition.sql += " AND start_ns < ?";
        condition.values.emplace_back(*query.range.toNs);
    }
    return condition;
}

namespace {

/// The newest traces that have the words: of a common word that is enough for a page.
struct NewestMatches
{
    std::string traces;      ///< rows, as a JSON list
    std::int64_t oldest = 0; ///< of these rows; those that match and are not among them lie before it
    bool all = false;
};

NewestMatches newestMatches(Database& database, const std::string& words, std::int64_t most)
{
    Statement select = database.prepare(
        "SELECT rowid FROM trace_words WHERE trace_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2");
    select.bind(1, std::string_view(words)).bind(2, most);
    NewestMatches found;
    std::int64_t traces = 0;
    for (; select.next(); ++traces) {
        found.oldest = select.integer(0);
        found.traces += (found.traces.empty() ? "[" : ",") + std::to_string(found.oldest);
    }
    found.traces += found.traces.empty() ? "[]" : "]";
    found.all = traces < most;
    return found;
}

Result<trace::TracePage> readPage(Database& database, const trace::TraceQuery& query,
                                  const TraceCondition& condition, const std::optional<PagePlace>& after)
{
    const int limit = std::clamp(query.limit, 1, 10'000);
    Statement statement = database.prepare(pageSql(query.order, condition, after.has_value()));
    int parameter = condition.bind(statement);
    if (after) {
        statement.bind(++parameter, std::string_view(after->value));
        statement.bind(++parameter, after->row);
    }
    statement.bind(++parameter, std::int64_t{limit});
    trace::TracePage page;
    std::string last;
    while (statement.next()) {
        page.rows.push_back(readTraceRow(statement));
        last = statement.text(statusColumn + 1) + ':' + std::to_string(statement.integer(0));
    }
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    if (page.rows.size() == static_cast<std::size_t>(limit))
        page.next = std::move(last);
    return page;
}

/// Nothing that matches, and was not looked at, could belong on this page: what was not looked at has earlier
/// rows, and none of those began after the page's last trace.
bool isWhole(Database& database, const trace::TracePage& page, const NewestMatches& matches)
{
    if (matches.all || page.next.empty())
        return matches.all;
    Statement earlier = database.prepare("SELECT 1 FROM traces WHERE start_ns >= ?1 AND id < ?2 LIMIT 1");
    return !earlier.bind(1, page.rows.back().startUnixNs).bind(2, matches.oldest).next();
}

/// The page, made of the newest matches alone; nothing where those do not suffice.
Result<std::optional<trace::TracePage>> pageOfNewest(Database& database, const trace::TraceQuery& query,
                                                     const std::optional<PagePlace>& after)
{
    const auto terms = parseQuery(query.text);
    const std::string words = terms ? matchOf(database, terms->words).words : std::string();
    if (words.empty() || query.order != trace::TraceOrder::newest)
        return std::nullopt;
    for (const std::int64_t most : {300, 3'000}) {
        const NewestMatches matches = newestMatches(database, words, most);
        const auto condition = conditionOf(database, query, &matches.traces);
        if (!condition)
            return tl::unexpected(condition.error());
        auto page = readPage(database, query, *condition, after);
        if (!page)
            return tl::unexpected(page.error());
        if (isWhole(database, *page, matches))
            return std::optional(std::move(*page));
    }
    return std::nullopt;
}

} // namespace

Result<trace::TracePage> searchTraces(Database& database, const trace::TraceQuery& query)
{
    const auto condition = conditionOf(database, query);
    if (!condition)
        return tl::unexpected(condition.error());
    std::optional<PagePlace> after;
    if (!query.after.empty()) {
        auto parsed = PagePlace::parse(query.after);
        if (!parsed)
            return tl::unexpected(parsed.error());
        after = std::move(*parsed);
    }
    auto newest = pageOfNewest(database, query, after);
    if (!newest)
        return tl::unexpected(newest.error());
    auto page = *newest ? Result<trace::TracePage>(std::move(**newest))
                        : readPage(database, query, *condition, after);
    if (!page)
        return page;
    readScores(database, page->rows);
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    return page;
}

} // namespace spanglass::store
