// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/query_terms.h"

#include <algorithm>

#include "store/trace_rows.h"

namespace spanglass::store {
namespace {

using trace::QueryKey;
using trace::QueryTerm;
using trace::QueryValueType;

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// For GLOB: only `*` keeps a meaning.
std::string globOf(std::string_view text)
{
    std::string glob;
    for (const char c : text) {
        if (c == '?' || c == '[')
            (glob += '[') += std::string(1, c) + ']';
        else
            glob += c;
    }
    return lowered(glob);
}

bool isWholeTraceId(const std::string& text)
{
    return text.size() == 32 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
}

const char* columnOf(QueryKey key)
{
    switch (key) {
    case QueryKey::service:
        return "service";
    case QueryKey::session:
        return "session";
    case QueryKey::user:
        return "user";
    case QueryKey::project:
        return "project";
    case QueryKey::environment:
        return "environment";
    case QueryKey::release:
        return "release";
    case QueryKey::version:
        return "version";
    case QueryKey::operation:
        return "operation_type";
    case QueryKey::name:
        return "name";
    case QueryKey::cost:
        return "coalesce(cost_sort, 0.0)";
    case QueryKey::tokens:
        return "coalesce(total_tokens, 0)";
    case QueryKey::spans:
        return "spans";
    case QueryKey::errors:
        return "errors";
    default:
        return "";
    }
}

class Builder
{
public:
    void add(const QueryTerm& term)
    {
        switch (term.key.key) {
        case QueryKey::kind:
            return addToSpan(term, kindCondition(term.number), term.number);
        case QueryKey::model:
            return addToSpan(term, "marks.model <> '' AND lower(marks.model) GLOB ?", globOf(term.text));
        case QueryKey::status:
            return add(term, "status = ?", term.number);
        case QueryKey::tag:
            return add(term, "lower(tags) GLOB ?", "*\n" + globOf(term.text) + "\n*");
        case QueryKey::duration:
            return add(term, "(status <> 2 AND (end_ns - start_ns) " + term.sign + " ?)", term.number);
        case QueryKey::score:
            return add(term, "trace_id IN (SELECT trace_id FROM scores WHERE lower(scores.name) GLOB ?)",
                       globOf(term.text));
        case QueryKey::label:
            return add(term,
                       "trace_id IN (SELECT trace_id FROM scores WHERE scores.name = 'label' AND "
                       "lower(scores.value) GLOB ?)",
                       globOf(term.text));
        case QueryKey::trace:
            // The whole id is found by its index; its digits are safe within SQL.
            if (isWholeTraceId(term.text)) {
                m_terms.sql +=
                    (term.negated ? " AND trace_id <> x'" : " AND trace_id = x'") + term.text + "'";
                return;
            }
            return add(term, "lower(hex(trace_id)) GLOB ?", globOf(term.text));
        default:
            break;
        }
        if (term.key.type == QueryValueType::number)
            return add(term, columnOf(term.key.key) + (' ' + term.sign + " ?"), term.amount);
        add(term, std::string("lower(") + columnOf(term.key.key) + ") GLOB ?", globOf(term.text));
    }

    QueryTerms take(std::string words)
    {
        if (!m_spanSql.empty()) {
            m_terms.sql += " AND EXISTS (" + spansOfTrace() + m_spanSql + ")";
            m_terms.values.insert(m_terms.values.end(), m_spanValues.begin(), m_spanValues.end());
        }
        m_terms.words = std::move(words);
        return std::move(m_terms);
    }

private:
    void add(const QueryTerm& term, const std::string& condition, QueryValue value)
    {
        m_terms.sql += (term.negated ? " AND NOT " : " AND ") + condition;
        m_terms.values.push_back(std::move(value));
    }

    void addToSpan(const QueryTerm& term, const std::string& condition, QueryValue value)
    {
        if (term.negated)
            return add(term, "EXISTS (" + spansOfTrace() + " AND " + condition + ")", std::move(value));
        m_spanSql += " AND " + condition;
        m_spanValues.push_back(std::move(value));
    }

    /// Reading the spans themselves would be reading the whole store where few traces have such a span.
    static std::string spansOfTrace()
    {
        return "SELECT 1 FROM trace_marks AS marks WHERE marks.trace = traces.id";
    }

    /// A plain span's mark may be left over from when it ran: it became something else at its end.
    static std::string kindCondition(std::int64_t kind)
    {
        std::string condition = "marks.kind = ?";
        if (kind == static_cast<std::int64_t>(Kind::span)) {
            const std::string first = "traces.id << " + std::to_string(spanNumberBits);
            condition += " AND EXISTS (SELECT 1 FROM spans WHERE spans.id BETWEEN (" + first + ") AND (" +
                         first + ") + " + std::to_string(maxSpanNumber) + " AND spans.kind = marks.kind)";
        }
        return condition;
    }

    QueryTerms m_terms;
    std::string m_spanSql; ///< conditions that one span of the trace must meet together
    std::vector<QueryValue> m_spanValues;
};

} // namespace

Result<QueryTerms> parseQuery(std::string_view typed)
{
    trace::ParsedQuery parsed = trace::parseQueryText(typed);
    if (!parsed.faults.empty()) {
        const trace::QueryFault& fault = parsed.faults.front();
        return fail(ErrorKind::usage, fault.term + ": " + fault.sentence);
    }
    Builder builder;
    for (const QueryTerm& term : parsed.terms)
        builder.add(term);
    return builder.take(std::move(parsed.words));
}

} // namespace spanglass::store
