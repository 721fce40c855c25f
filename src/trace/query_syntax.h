// SPDX-License-Identifier: GPL-3.0-or-later
/// The language of the query bar and of `traces --query`, read into terms that know where they stand.
///
///     service:rag kind:llm model:gpt-4* status:error duration>2s cost>0.01 tokens>1000 tag:prod session:s1
///     -user:ada "free text"
///
/// Every term must hold; one with a minus in front must not. A `*` stands for any text; letters count without
/// case. What has no known key is free text, unless it looks like a slip of the pen: `sevice:rag` is a fault.
/// Places are bytes of the text. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spanglass::trace {

enum class QueryKey : std::uint8_t
{
    service,
    kind,
    model,
    status,
    duration,
    cost,
    tokens,
    tag,
    session,
    user,
    name,
    spans,
    errors,
    score,
    label,
    project,
    environment,
    release,
    version,
    operation,
    trace,
};

enum class QueryValueType : std::uint8_t
{
    text,     ///< with stars
    status,   ///< a word of traceStatusNames
    kind,     ///< a word of kindNames
    duration, ///< a number with a unit
    number,
};

struct QueryKeyInfo
{
    QueryKey key;
    std::string_view name; ///< as it is written
    QueryValueType type;
};

/// Every key once, in the order in which completion offers them.
[[nodiscard]] std::span<const QueryKeyInfo> queryKeys();
/// The key that is written so, in any case; `env` and `type` are other names of environment and operation.
[[nodiscard]] std::optional<QueryKeyInfo> findQueryKey(std::string_view name);

struct QueryTerm
{
    QueryKeyInfo key{};
    bool negated = false;
    std::string sign;        ///< ":", ">", "<", ">=" or "<="
    std::string text;        ///< the value without its quotation marks
    std::int64_t number = 0; ///< nanoseconds; the place in traceStatusNames or kindNames
    double amount = 0;       ///< of a number
    std::size_t begin = 0;   ///< of the whole term
    std::size_t valueBegin = 0;
    std::size_t end = 0;
};

/// What is wrong, where, and what would be right.
struct QueryFault
{
    std::size_t begin = 0;
    std::size_t end = 0; ///< behind begin
    std::string term;    ///< as typed
    std::string sentence;
    /// The sentence with %1, %2 … for what changes, so that it can be said in another language.
    std::string pattern;
    std::vector<std::string> parts;
};

struct WordPlace
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct ParsedQuery
{
    std::vector<QueryTerm> terms;
    std::string words; ///< the free text, as typed
    std::vector<WordPlace> wordPlaces;
    std::vector<QueryFault> faults; ///< in their order; the terms at fault are not among `terms`
};

[[nodiscard]] ParsedQuery parseQueryText(std::string_view typed);

/// Two lines for a terminal: what was typed, and below it carets under the fault and its sentence. Control
/// characters are made visible.
[[nodiscard]] std::string caretText(std::string_view typed, const QueryFault& fault);

/// `value` as it has to be typed behind a sign: in quotation marks where it holds a blank.
[[nodiscard]] std::string quotedValue(std::string_view value);

} // namespace spanglass::trace
