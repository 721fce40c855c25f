// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trace_search.h"

#include <algorithm>
#include <optional>

#include "store/page_place.h"
#include "store/query_terms.h"
#include "store/trace_columns.h"

namespace spanglass::store {
namespace {

struct Ordering
{
    const char* value; ///< the expression that an index has
    bool descending;
    bool real;
};

Ordering orderingOf(trace::TraceOrder order)
{
    switch (order) {
    case trace::TraceOrder::oldest:
        return {"start_ns", false, false};
    case trace::TraceOrder::longest:
        return {"(end_ns - start_ns)", true, false};
    case trace::TraceOrder::costliest:
        return {"coalesce(cost_sort, -1.0)", true, true};
    case trace::TraceOrder::mostTokens:
        return {"coalesce(total_tokens, -1)", true, false};
    case trace::TraceOrder::newest:
        break;
    }
    return {"start_ns", true, false};
}

std::string sqlOf(const Ordering& ordering, const QueryTerms& terms, bool match, bool after)
{
    const std::string value = ordering.value;
    const std::string direction = ordering.descending ? " DESC" : " ASC";
    std::string sql =
        std::string("SELECT ") + traceColumns + ", " + value + " FROM traces WHERE 1" + terms.sql;
    if (match)
        sql += " AND id IN (SELECT DISTINCT rowid >> " + std::to_string(spanNumberBits) +
               " FROM span_words WHERE span_words MATCH ?)";
    if (after)
        sql += " AND (" + value + ", id) " + (ordering.descending ? "<" : ">") + " (CAST(? AS " +
               (ordering.real ? "REAL" : "INTEGER") + "), ?)";
    return sql + " ORDER BY " + value + direction + ", id" + direction + " LIMIT ?";
}

/// Binds what was asked in the order of sqlOf's question marks; the texts must live while it runs.
void bindAll(Statement& statement, const QueryTerms& terms, const std::string& match,
             const std::optional<PagePlace>& after, int limit)
{
    int parameter = 0;
    for (const QueryValue& value : terms.values) {
        ++parameter;
        if (const auto* text = std::get_if<std::string>(&value))
            statement.bind(parameter, std::string_view(*text));
        else if (const auto* integer = std::get_if<std::int64_t>(&value))
            statement.bind(parameter, *integer);
        else
            statement.bind(parameter, std::get<double>(value));
    }
    if (!match.empty())
        statement.bind(++parameter, std::string_view(match));
    if (after) {
        statement.bind(++parameter, std::string_view(after->value));
        statement.bind(++parameter, after->row);
    }
    statement.bind(++parameter, std::int64_t{limit});
}

} // namespace

std::string matchText(std::string_view typed)
{
    std::string match;
    const auto add = [&match](std::string_view words, bool together) {
        if (words.find_first_not_of(" \t\n") == std::string_view::npos)
            return;
        match += match.empty() ? "\"" : " \"";
        match += words;
        match += together ? "\"" : "\" *";
    };
    while (!typed.empty()) {
        const bool quoted = typed.front() == '"';
        if (quoted)
            typed.remove_prefix(1);
        const std::size_t end = std::min(typed.find_first_of(quoted ? "\"" : " \t\n\""), typed.size());
        add(typed.substr(0, end), quoted);
        typed.remove_prefix(end);
        if (!typed.empty() && (typed.front() != '"' || quoted))
            typed.remove_prefix(1);
    }
    return match;
}

Result<trace::TracePage> searchTraces(Database& database, const trace::TraceQuery& query)
{
    const auto terms = parseQuery(query.text);
    if (!terms)
        return tl::unexpected(terms.error());
    std::optional<PagePlace> after;
    if (!query.after.empty()) {
        auto parsed = PagePlace::parse(query.after);
        if (!parsed)
            return tl::unexpected(parsed.error());
        after = std::move(*parsed);
    }
    const Ordering ordering = orderingOf(query.order);
    const std::string match = matchText(terms->words);
    const int limit = std::clamp(query.limit, 1, 10'000);
    Statement statement = database.prepare(sqlOf(ordering, *terms, !match.empty(), after.has_value()));
    bindAll(statement, *terms, match, after, limit);

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

} // namespace spanglass::store
