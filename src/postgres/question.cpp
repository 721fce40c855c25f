// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/question.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "postgres/row_reading.h"
#include "postgres/stored_text.h"

namespace spanglass::postgres {
namespace {

struct Order
{
    const char* key; ///< never null, so that pages can compare
    const char* type;
    bool descending;
};

Order orderOf(trace::TraceOrder order)
{
    switch (order) {
    case trace::TraceOrder::oldest:
        return {"t.start_ns", "bigint", false};
    case trace::TraceOrder::longest:
        return {"coalesce(t.duration_ns, -1)", "bigint", true};
    case trace::TraceOrder::shortest:
        return {"coalesce(t.duration_ns, -1)", "bigint", false};
    case trace::TraceOrder::costliest:
        return {"coalesce(t.cost, -1)", "numeric", true};
    case trace::TraceOrder::mostTokens:
        return {"coalesce(t.total_tokens, -1)", "bigint", true};
    case trace::TraceOrder::mostSpans:
        return {"t.spans", "bigint", true};
    case trace::TraceOrder::mostErrors:
        return {"t.errors", "bigint", true};
    case trace::TraceOrder::byName:
        return {"t.name", "text", false};
    case trace::TraceOrder::byService:
        return {"coalesce(t.service, '')", "text", false};
    case trace::TraceOrder::newest:
        break;
    }
    return {"t.start_ns", "bigint", true};
}

/// `text` anywhere, as a pattern of LIKE.
std::string containing(std::string_view text)
{
    std::string pattern = "%";
    for (const char c : storedText(text)) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

/// `text` whole, as a pattern of LIKE in which only `*` stands for something.
std::string starred(std::string_view text)
{
    std::string pattern;
    for (const char c : storedText(text)) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c == '*' ? '%' : c;
    }
    return pattern;
}

/// With a point, whatever the language of the user.
std::string numberText(double number)
{
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return std::string(text.data(), end);
}

} // namespace

std::string beginningWith(std::string_view text)
{
    return containing(text).substr(1);
}

std::string columnOf(trace::QueryKey key)
{
    using trace::QueryKey;
    switch (key) {
    case QueryKey::service:
        return "t.service";
    case QueryKey::session:
        return "t.session_id";
    case QueryKey::user:
        return "t.user_id";
    case QueryKey::name:
        return "t.name";
    case QueryKey::project:
        return "t.project";
    case QueryKey::environment:
        return "t.environment";
    case QueryKey::release:
        return "t.release";
    case QueryKey::version:
        return "t.version";
    case QueryKey::operation:
        return "t.operation_type";
    case QueryKey::trace:
        return "t.trace_id";
    case QueryKey::cost:
        return "coalesce(t.cost, 0)";
    case QueryKey::tokens:
        return "coalesce(t.total_tokens, 0)";
    case QueryKey::spans:
        return "t.spans";
    case QueryKey::errors:
        return "t.errors";
    default:
        return "t.name";
    }
}

std::string Question::like(const trace::QueryTerm& term)
{
    return " ILIKE " + parameter(starred(term.text));
}

void Question::condition(const trace::QueryTerm& term, const std::string& condition)
{
    sql += (term.negated ? " AND NOT (" : " AND (") + condition + ")";
}

/// Means what store/query_terms.h means by it, so that both stores answer alike.
void Question::term(const trace::QueryTerm& term)
{
    using trace::QueryKey;
    const std::string ofTrace = "SELECT 1 FROM spanglass.spans s WHERE s.trace_id = t.trace_id";
    const auto number = static_cast<std::size_t>(term.number);
    switch (term.key.key) {
    case QueryKey::kind:
    case QueryKey::model: {
        const std::string one = term.key.key == QueryKey::kind
                                    ? "s.kind = " + parameter(std::string(kindNames[number]))
                                    : "s.model" + like(term);
        if (term.negated)
            return condition(term, "EXISTS (" + ofTrace + " AND " + one + ")");
        m_spanSql += " AND " + one;
        return;
    }
    case QueryKey::status:
        return condition(term, "t.status = " + parameter(std::string(trace::traceStatusNames[number])));
    case QueryKey::duration:
        return condition(term, "t.duration_ns IS NOT NULL AND t.duration_ns " + term.sign + " " +
                                   parameter(std::to_string(term.number)) + "::bigint");
    case QueryKey::tag:
        return condition(term, "EXISTS (SELECT 1 FROM jsonb_array_elements_text(t.tags) tag WHERE tag" +
                                   like(term) + ")");
    case QueryKey::score:
        return condition(term, "EXISTS (SELECT 1 FROM spanglass.scores c WHERE c.trace_id = t.trace_id"
                               " AND c.name" +
                                   like(term) + ")");
    case QueryKey::label:
        return condition(term, "EXISTS (SELECT 1 FROM spanglass.scores c WHERE c.trace_id = t.trace_id"
                               " AND c.name = 'label' AND c.value #>> '{}'" +
                                   like(term) + ")");
    default:
        break;
    }
    if (term.key.type == trace::QueryValueType::number)
        return condition(term, columnOf(term.key.key) + " " + term.sign + " " +
                                   parameter(numberText(term.amount)) + "::numeric");
    condition(term, columnOf(term.key.key) + like(term));
}

void Question::word(std::string_view word)
{
    const std::string pattern = parameter(containing(word));
    sql += " AND (t.name ILIKE " + pattern + " OR t.user_id ILIKE " + pattern + " OR t.session_id ILIKE " +
           pattern +
           " OR EXISTS (SELECT 1 FROM spanglass.spans s WHERE s.trace_id = t.trace_id AND (s.name ILIKE " +
           pattern + " OR s.input::text ILIKE " + pattern + " OR s.output::text ILIKE " + pattern + ")))";
}

/// Blanks part words, unless quotation marks hold them together.
void Question::words(std::string_view words)
{
    std::string one;
    bool quoted = false;
    for (const char c : words) {
        if (c == '"')
            quoted = !quoted;
        else if (c != ' ' || quoted)
            one += c;
        if ((c == ' ' && !quoted) && !one.empty())
            word(std::exchange(one, {}));
    }
    if (!one.empty())
        word(one);
}

Outcome<void> Question::conditions(const trace::TraceQuery& query)
{
    const trace::ParsedQuery parsed = trace::parseQueryText(query.text);
    if (!parsed.faults.empty())
        return tl::unexpected(Failure{FailureKind::rejected, {}, parsed.faults.front().sentence});
    for (const trace::QueryTerm& one : parsed.terms)
        term(one);
    if (!m_spanSql.empty())
        sql += " AND EXISTS (SELECT 1 FROM spanglass.spans s WHERE s.trace_id = t.trace_id" + m_spanSql + ")";
    words(parsed.words);
    if (query.range.fromNs)
        sql += " AND t.start_ns >= " + std::to_string(*query.range.fromNs);
    if (query.range.toNs)
        sql += " AND t.start_ns < " + std::to_string(*query.range.toNs);
    return {};
}

Outcome<void> Question::page(const trace::TraceQuery& query)
{
    const Order order = orderOf(query.order);
    sql = std::string("SELECT ") + traceColumns + ", (" + order.key +
          ")::text FROM spanglass.traces t WHERE true";
    if (auto asked = conditions(query); !asked)
        return asked;
    if (const std::size_t colon = query.after.rfind(':'); colon != std::string::npos) {
        const std::string value = parameter(query.after.substr(0, colon));
        const std::string id = parameter(query.after.substr(colon + 1));
        sql += std::string(" AND (") + order.key + ", t.trace_id) " + (order.descending ? "<" : ">") + " (" +
               value + "::" + order.type + ", " + id + ")";
    }
    const char* direction = order.descending ? " DESC" : " ASC";
    sql += std::string(" ORDER BY ") + order.key + direction + ", t.trace_id" + direction + " LIMIT " +
           std::to_string(std::clamp(query.limit, 1, 10'000) + 1);
    return {};
}

} // namespace spanglass::postgres
