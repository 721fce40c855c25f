// SPDX-License-Identifier: GPL-3.0-or-later
/// SQL and its parameters, built together from the query bar's language (trace/query_syntax.h), so that a
/// team's store answers as the local one does.
///
///     Question question;
///     if (auto asked = question.page({.text = "status:error"}); !asked) …
///     connection.query(question.sql, question.parameters());
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postgres/failure.h"
#include "trace/query_syntax.h"
#include "trace/trace_row.h"

namespace spanglass::postgres {

class Question
{
public:
    std::string parameter(std::string value)
    {
        m_parameters.emplace_back(std::move(value));
        return "$" + std::to_string(m_parameters.size());
    }
    /// Appends the conditions of a query bar's text and range, each behind an AND, on `spanglass.traces t`.
    /// `rejected` where the text has a fault.
    [[nodiscard]] Outcome<void> conditions(const trace::TraceQuery& query);
    /// The whole statement for a page: `traceColumns`, then the value to go on from.
    [[nodiscard]] Outcome<void> page(const trace::TraceQuery& query);

    std::string sql;
    [[nodiscard]] std::span<const std::optional<std::string>> parameters() const { return m_parameters; }

private:
    void word(std::string_view word);
    void words(std::string_view words);
    void term(const trace::QueryTerm& term);
    void condition(const trace::QueryTerm& term, const std::string& condition);
    [[nodiscard]] std::string like(const trace::QueryTerm& term);

    std::vector<std::optional<std::string>> m_parameters;
    std::string m_spanSql; ///< conditions that one span of the trace must meet together
};

/// The column of `spanglass.traces t` that a key of the language asks about.
[[nodiscard]] std::string columnOf(trace::QueryKey key);
/// `text` as the beginning of something, as a pattern of LIKE.
[[nodiscard]] std::string beginningWith(std::string_view text);

} // namespace spanglass::postgres
