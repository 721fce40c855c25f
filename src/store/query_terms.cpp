// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/query_terms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "store/trace_rows.h"
#include "trace/trace_row.h"

namespace spanglass::store {
namespace {

struct Term
{
    std::string name;
    std::string sign; ///< ":", ">", "<", ">=" or "<="
    std::string value;
    std::string_view typed;
};

struct TextColumn
{
    std::string_view name;
    const char* column;
};
constexpr std::array<TextColumn, 12> textColumns{{{"service", "service"},
                                                  {"session", "session"},
                                                  {"user", "user"},
                                                  {"project", "project"},
                                                  {"environment", "environment"},
                                                  {"env", "environment"},
                                                  {"release", "release"},
                                                  {"version", "version"},
                                                  {"operation", "operation_type"},
                                                  {"type", "operation_type"},
                                                  {"name", "name"},
                                                  {"trace", "lower(hex(trace_id))"}}};

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

/// The next term; quotation marks keep blanks together, also behind a sign.
std::string_view nextTerm(std::string_view& rest)
{
    const std::size_t begin = std::min(rest.find_first_not_of(" \t\n"), rest.size());
    std::size_t end = begin;
    for (bool quoted = false; end < rest.size(); ++end) {
        if (rest[end] == '"')
            quoted = !quoted;
        else if (!quoted && (rest[end] == ' ' || rest[end] == '\t' || rest[end] == '\n'))
            break;
    }
    const std::string_view term = rest.substr(begin, end - begin);
    rest.remove_prefix(end);
    return term;
}

std::optional<Term> splitTerm(std::string_view typed)
{
    const std::size_t sign = typed.find_first_of(":<>");
    if (sign == std::string_view::npos || sign == 0 || typed.find('"') < sign)
        return std::nullopt;
    Term term;
    term.typed = typed;
    term.name = lowered(std::string(typed.substr(0, sign)));
    const bool orEqual = typed[sign] != ':' && typed.substr(sign + 1).starts_with('=');
    term.sign = typed.substr(sign, orEqual ? 2 : 1);
    term.value = typed.substr(sign + term.sign.size());
    if (term.value.size() >= 2 && term.value.front() == '"' && term.value.back() == '"')
        term.value = term.value.substr(1, term.value.size() - 2);
    return term;
}

tl::unexpected<Error> wrong(const Term& term, const std::string& should)
{
    return fail(ErrorKind::usage, std::string(term.typed) + ": " + should);
}

/// The number at the front of `text`, and what is behind it.
std::optional<double> numberOf(std::string_view text, std::string& unit)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    unit.assign(end, text.data() + text.size());
    return error == std::errc{} && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> durationNs(const std::string& text)
{
    std::string unit;
    const auto number = numberOf(text, unit);
    constexpr std::array<std::pair<std::string_view, double>, 8> units{{{"ns", 1},
                                                                        {"us", 1e3},
                                                                        {"µs", 1e3},
                                                                        {"ms", 1e6},
                                                                        {"s", 1e9},
                                                                        {"min", 6e10},
                                                                        {"m", 6e10},
                                                                        {"h", 3.6e12}}};
    for (const auto& [name, ns] : units) {
        if (number && unit == name && std::abs(*number * ns) < 9e18)
            return static_cast<std::int64_t>(*number * ns);
    }
    return std::nullopt;
}

class Builder
{
public:
    Result<void> add(const Term& term)
    {
        for (const TextColumn& column : textColumns) {
            if (term.name == column.name)
                return addText(term, column.column);
        }
        if (term.name == "status")
            return addStatus(term);
        if (term.name == "tag")
            return addTag(term);
        if (term.name == "kind")
            return addKind(term);
        if (term.name == "model")
            return addModel(term);
        return addNumber(term);
    }

    static bool knows(const Term& term)
    {
        constexpr std::array<std::string_view, 9> others{"status", "tag",    "kind",  "model", "duration",
                                                         "cost",   "tokens", "spans", "errors"};
        const bool text = std::any_of(textColumns.begin(), textColumns.end(),
                                      [&](const TextColumn& column) { return column.name == term.name; });
        return text || std::find(others.begin(), others.end(), term.name) != others.end();
    }

    QueryTerms take(std::string words)
    {
        if (!m_spanSql.empty()) {
            const std::string first = "traces.id << " + std::to_string(spanNumberBits);
            m_terms.sql += " AND EXISTS (SELECT 1 FROM spans WHERE spans.id BETWEEN (" + first + ") AND (" +
                           first + ") + " + std::to_string(maxSpanNumber) + m_spanSql + ")";
            m_terms.values.insert(m_terms.values.end(), m_spanValues.begin(), m_spanValues.end());
        }
        m_terms.words = std::move(words);
        return std::move(m_terms);
    }

private:
    Result<void> addText(const Term& term, const char* column)
    {
        if (term.sign != ":")
            return wrong(term, "say " + term.name + ":TEXT");
        m_terms.sql += std::string(" AND lower(") + column + ") GLOB ?";
        m_terms.values.emplace_back(globOf(term.value));
        return {};
    }

    Result<void> addStatus(const Term& term)
    {
        const auto& names = trace::traceStatusNames;
        const auto name = std::find(names.begin(), names.end(), lowered(term.value));
        if (name == names.end() || term.sign != ":")
            return wrong(term, "a status is ok, error, running or interrupted");
        m_terms.sql += " AND status = ?";
        m_terms.values.emplace_back(std::int64_t{name - names.begin()});
        return {};
    }

    Result<void> addTag(const Term& term)
    {
        if (term.sign != ":")
            return wrong(term, "say tag:TEXT");
        m_terms.sql += " AND lower(tags) GLOB ?";
        m_terms.values.emplace_back("*\n" + globOf(term.value) + "\n*");
        return {};
    }

    Result<void> addKind(const Term& term)
    {
        const auto name = std::find(kindNames.begin(), kindNames.end(), lowered(term.value));
        if (name == kindNames.end() || term.sign != ":")
            return wrong(term,
                         "a kind is span, agent, llm, tool, retriever, embedding, chain, reranker, guardrail "
                         "or evaluator");
        m_spanSql += " AND spans.kind = ?";
        m_spanValues.emplace_back(std::int64_t{name - kindNames.begin()});
        return {};
    }

    Result<void> addModel(const Term& term)
    {
        if (term.sign != ":")
            return wrong(term, "say model:TEXT");
        m_spanSql += " AND lower(spans.model) GLOB ?";
        m_spanValues.emplace_back(globOf(term.value));
        return {};
    }

    Result<void> addNumber(const Term& term)
    {
        if (term.sign == ":")
            return wrong(term, "say " + term.name + "> or " + term.name + "< and a number");
        if (term.name == "duration") {
            const auto ns = durationNs(term.value);
            if (!ns)
                return wrong(term, "a duration is a number with ns, us, ms, s, min or h");
            m_terms.sql += " AND status <> 2 AND (end_ns - start_ns) " + term.sign + " ?";
            m_terms.values.emplace_back(*ns);
            return {};
        }
        std::string unit;
        const auto number = numberOf(term.value, unit);
        if (!number || !unit.empty())
            return wrong(term, "that is no number");
        const std::string column = term.name == "cost"     ? "coalesce(cost_sort, 0.0)"
                                   : term.name == "tokens" ? "coalesce(total_tokens, 0)"
                                                           : term.name;
        m_terms.sql += " AND " + column + " " + term.sign + " ?";
        m_terms.values.emplace_back(*number);
        return {};
    }

    QueryTerms m_terms;
    std::string m_spanSql; ///< conditions that one span of the trace must meet together
    std::vector<QueryValue> m_spanValues;
};

} // namespace

Result<QueryTerms> parseQuery(std::string_view typed)
{
    Builder builder;
    std::string words;
    for (std::string_view typedTerm = nextTerm(typed); !typedTerm.empty(); typedTerm = nextTerm(typed)) {
        const auto term = splitTerm(typedTerm);
        if (!term || !Builder::knows(*term)) {
            words += words.empty() ? "" : " ";
            words += typedTerm;
        } else if (auto added = builder.add(*term); !added) {
            return tl::unexpected(added.error());
        }
    }
    return builder.take(std::move(words));
}

} // namespace spanglass::store
