// SPDX-License-Identifier: GPL-3.0-or-later
// Cut into terms at blanks outside quotation marks; then each term by itself.
#include "trace/query_syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "trace/trace_row.h"

namespace spanglass::trace {
namespace {

using Type = QueryValueType;

constexpr std::array<QueryKeyInfo, 21> keys{{{QueryKey::service, "service", Type::text},
                                             {QueryKey::kind, "kind", Type::kind},
                                             {QueryKey::model, "model", Type::text},
                                             {QueryKey::status, "status", Type::status},
                                             {QueryKey::duration, "duration", Type::duration},
                                             {QueryKey::cost, "cost", Type::number},
                                             {QueryKey::tokens, "tokens", Type::number},
                                             {QueryKey::tag, "tag", Type::text},
                                             {QueryKey::session, "session", Type::text},
                                             {QueryKey::user, "user", Type::text},
                                             {QueryKey::name, "name", Type::text},
                                             {QueryKey::spans, "spans", Type::number},
                                             {QueryKey::errors, "errors", Type::number},
                                             {QueryKey::score, "score", Type::text},
                                             {QueryKey::label, "label", Type::text},
                                             {QueryKey::project, "project", Type::text},
                                             {QueryKey::environment, "environment", Type::text},
                                             {QueryKey::release, "release", Type::text},
                                             {QueryKey::version, "version", Type::text},
                                             {QueryKey::operation, "operation", Type::text},
                                             {QueryKey::trace, "trace", Type::text}}};

constexpr std::string_view blanks = " \t\n";

std::string lowered(std::string_view text)
{
    std::string low(text);
    std::transform(low.begin(), low.end(), low.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return low;
}

/// The end of the term that begins at `begin`; quotation marks keep blanks together, also behind a sign.
std::size_t termEnd(std::string_view typed, std::size_t begin)
{
    bool quoted = false;
    std::size_t end = begin;
    for (; end < typed.size(); ++end) {
        if (typed[end] == '"')
            quoted = !quoted;
        else if (!quoted && blanks.find(typed[end]) != std::string_view::npos)
            break;
    }
    return end;
}

/// The number at the front of `text`; `unit` is what is behind it.
std::optional<double> numberOf(std::string_view text, std::string_view& unit)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    unit = text.substr(static_cast<std::size_t>(end - text.data()));
    return error == std::errc{} && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> durationNs(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, double>, 8> units{{{"ns", 1},
                                                                        {"us", 1e3},
                                                                        {"µs", 1e3},
                                                                        {"ms", 1e6},
                                                                        {"s", 1e9},
                                                                        {"min", 6e10},
                                                                        {"m", 6e10},
                                                                        {"h", 3.6e12}}};
    std::string_view unit;
    const auto number = numberOf(text, unit);
    for (const auto& [name, ns] : units) {
        if (number && unit == name && std::abs(*number * ns) < 9e18)
            return static_cast<std::int64_t>(*number * ns);
    }
    return std::nullopt;
}

/// How many letters have to be put in, taken out, changed or swapped to make `a` of `b`.
std::size_t slips(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> twoBack, back, row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        twoBack = std::move(back);
        back = row;
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = back[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({back[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], twoBack[j - 2] + 1);
        }
    }
    return row[b.size()];
}

/// The key that somebody who typed `name` most likely meant. Short names are near everything.
std::optional<std::string_view> nearestKey(std::string_view name)
{
    if (name.size() < 4)
        return std::nullopt;
    const std::size_t most = name.size() < 6 ? 1 : 2;
    std::optional<std::string_view> nearest;
    std::size_t fewest = most + 1;
    for (const QueryKeyInfo& key : keys) {
        if (const std::size_t count = slips(name, key.name); count < fewest) {
            fewest = count;
            nearest = key.name;
        }
    }
    return nearest;
}

/// "%1" … "%9" of the pattern are the parts; more than those stay.
std::string filled(const std::string& pattern, const std::vector<std::string>& parts)
{
    std::string text;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const std::size_t part =
            pattern[at] == '%' && at + 1 < pattern.size() ? std::size_t(pattern[at + 1] - '1') : parts.size();
        if (part < parts.size())
            text += parts[part], ++at;
        else
            text += pattern[at];
    }
    return text;
}

template<class Names> std::string listed(const Names& names)
{
    std::string text;
    for (std::size_t at = 0; at < names.size(); ++at) {
        text += at == 0 ? "" : at + 1 == names.size() ? " or " : ", ";
        text += names[at];
    }
    return text;
}

template<class Names> std::optional<std::int64_t> placeOf(const Names& names, const std::string& word)
{
    const auto found = std::find(names.begin(), names.end(), word);
    return found == names.end() ? std::nullopt : std::optional<std::int64_t>(found - names.begin());
}

class TermReader
{
public:
    TermReader(std::string_view typed, std::size_t begin, std::size_t end, ParsedQuery& out)
        : m_typed(typed.substr(begin, end - begin)), m_begin(begin), m_end(end), m_out(out)
    {
    }

    void read()
    {
        QueryTerm term;
        std::string_view rest = m_typed;
        if (rest.size() > 1 && rest.front() == '-') {
            term.negated = true;
            rest.remove_prefix(1);
        }
        const std::size_t sign = rest.find_first_of(":<>");
        if (sign == std::string_view::npos || sign == 0 || rest.find('"') < sign)
            return addWords();
        const std::string name = lowered(rest.substr(0, sign));
        const std::size_t nameBegin = m_begin + (m_typed.size() - rest.size());
        const auto key = findQueryKey(name);
        if (!key) {
            const auto meant = nearestKey(name);
            if (!meant)
                return addWords();
            return fault(nameBegin, nameBegin + sign, "there is no key %1; did you mean %2?",
                         {name, std::string(*meant)});
        }
        term.key = *key;
        const bool orEqual = rest[sign] != ':' && rest.substr(sign + 1).starts_with('=');
        term.sign = rest.substr(sign, orEqual ? 2 : 1);
        m_signBegin = nameBegin + sign;
        term.valueBegin = m_signBegin + term.sign.size();
        term.text = rest.substr(sign + term.sign.size());
        if (term.text.size() >= 2 && term.text.front() == '"' && term.text.back() == '"')
            term.text = term.text.substr(1, term.text.size() - 2);
        term.begin = m_begin;
        term.end = m_end;
        if (checkSign(term) && checkValue(term))
            m_out.terms.push_back(std::move(term));
    }

private:
    void addWords()
    {
        m_out.words += m_out.words.empty() ? "" : " ";
        m_out.words += m_typed;
        m_out.wordPlaces.push_back({m_begin, m_end});
    }

    void fault(std::size_t begin, std::size_t end, std::string pattern, std::vector<std::string> parts = {})
    {
        std::string sentence = filled(pattern, parts);
        m_out.faults.push_back({begin, std::max(end, begin + 1), std::string(m_typed), std::move(sentence),
                                std::move(pattern), std::move(parts)});
    }

    bool checkSign(const QueryTerm& term)
    {
        const bool compares = term.key.type == Type::number || term.key.type == Type::duration;
        if (compares == (term.sign != ":"))
            return true;
        const std::string name(term.key.name);
        fault(m_signBegin, term.valueBegin, compares ? "say %1> or %1< and a number" : "say %1:TEXT", {name});
        return false;
    }

    bool checkValue(QueryTerm& term)
    {
        const auto wrong = [&](std::string pattern, std::vector<std::string> parts = {}) {
            // A value that is missing is pointed at by its sign.
            fault(term.valueBegin == m_end ? m_signBegin : term.valueBegin, m_end, std::move(pattern),
                  std::move(parts));
            return false;
        };
        std::string_view unit;
        switch (term.key.type) {
        case Type::text:
            return !term.text.empty() || wrong("a value is missing");
        case Type::status:
            if (const auto place = placeOf(traceStatusNames, lowered(term.text)))
                return term.number = *place, true;
            return wrong("a status is %1", {listed(traceStatusNames)});
        case Type::kind:
            if (const auto place = placeOf(kindNames, lowered(term.text)))
                return term.number = *place, true;
            return wrong("a kind is %1", {listed(kindNames)});
        case Type::duration:
            if (const auto ns = durationNs(term.text))
                return term.number = *ns, true;
            return wrong("a duration is a number with ns, us, ms, s, min or h");
        case Type::number:
            if (const auto number = numberOf(term.text, unit); number && unit.empty())
                return term.amount = *number, true;
            return wrong("that is no number");
        }
        return false;
    }

    std::string_view m_typed;
    std::size_t m_begin;
    std::size_t m_end;
    std::size_t m_signBegin = 0;
    ParsedQuery& m_out;
};

/// How many columns a terminal needs for `text`; a code point is one.
std::size_t columnsOf(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace

std::span<const QueryKeyInfo> queryKeys()
{
    return keys;
}

std::optional<QueryKeyInfo> findQueryKey(std::string_view name)
{
    std::string low = lowered(name);
    if (low == "env")
        low = "environment";
    else if (low == "type")
        low = "operation";
    for (const QueryKeyInfo& key : keys) {
        if (key.name == low)
            return key;
    }
    return std::nullopt;
}

ParsedQuery parseQueryText(std::string_view typed)
{
    ParsedQuery out;
    for (std::size_t begin = typed.find_first_not_of(blanks); begin != std::string_view::npos;) {
        const std::size_t end = termEnd(typed, begin);
        TermReader(typed, begin, end, out).read();
        begin = typed.find_first_not_of(blanks, end);
    }
    return out;
}

std::string caretText(std::string_view typed, const QueryFault& fault)
{
    const std::size_t begin = std::min(fault.begin, typed.size());
    const std::string before = visibleText(typed.substr(0, begin));
    const std::string at = visibleText(typed.substr(begin, fault.end - begin));
    return visibleText(typed) + '\n' + std::string(columnsOf(before), ' ') +
           std::string(std::max<std::size_t>(1, columnsOf(at)), '^') + ' ' + fault.sentence;
}

std::string quotedValue(std::string_view value)
{
    if (!value.empty() && value.find_first_of(" \t\n") == std::string_view::npos)
        return std::string(value);
    return '"' + std::string(value) + '"';
}

} // namespace spanglass::trace
