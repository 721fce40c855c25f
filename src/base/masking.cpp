// SPDX-License-Identifier: Apache-2.0
/// Key patterns, values of keys inside JSON, scanners for credentials.
#include "base/masking.h"

#include <algorithm>
#include <cctype>

#if defined(SPANGLASS_HAS_RE2)
#include <re2/re2.h>
#endif

namespace spanglass {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

/// `*` matches any characters. Linear for one star, bounded by the name's length for more.
bool matches(std::string_view pattern, std::string_view name)
{
    std::size_t p = 0;
    std::size_t n = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = n;
        } else if (p < pattern.size() && pattern[p] == lower(name[n])) {
            ++p;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            n = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

struct Credential
{
    std::string_view prefix;
    std::size_t least; ///< characters behind the prefix
};
constexpr Credential credentials[] = {
    {"sk-", 16},    {"pk-lf-", 8}, {"sk-lf-", 8}, {"ghp_", 20}, {"gho_", 20},     {"github_pat_", 20},
    {"glpat-", 16}, {"xoxb-", 10}, {"xoxp-", 10}, {"AKIA", 16}, {"ASIA", 16},     {"AIza", 30},
    {"hf_", 20},    {"eyJ", 20},   {"npm_", 20},  {"SG.", 20},  {"rk_live_", 10}, {"sk_live_", 10},
};

/// How many characters of a credential begin at `at`; 0: none does.
std::size_t credentialAt(std::string_view text, std::size_t at)
{
    if (at > 0 && isWord(text[at - 1]))
        return 0;
    for (const Credential& credential : credentials) {
        if (text.substr(at, credential.prefix.size()) != credential.prefix)
            continue;
        std::size_t end = at + credential.prefix.size();
        while (end < text.size() && (isWord(text[end]) || text[end] == '.'))
            ++end;
        if (end - at >= credential.prefix.size() + credential.least)
            return end - at;
    }
    constexpr std::string_view bearer = "bearer ";
    if (text.size() - at > bearer.size() &&
        std::equal(bearer.begin(), bearer.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                   [](char a, char b) { return a == lower(b); })) {
        std::size_t end = at + bearer.size();
        while (end < text.size() &&
               (isWord(text[end]) || std::string_view("._~+/=").find(text[end]) != std::string_view::npos))
            ++end;
        if (end - at >= bearer.size() + 8)
            return end - at;
    }
    return 0;
}

/// Around an '@' at `at`: where the address begins, and where it ends; equal when it is none.
std::pair<std::size_t, std::size_t> addressAround(std::string_view text, std::size_t at, std::size_t from)
{
    const auto isLocal = [](char c) { return isWord(c) || c == '.' || c == '+' || c == '%'; };
    std::size_t begin = at;
    while (begin > from && isLocal(text[begin - 1]))
        --begin;
    std::size_t end = at + 1;
    std::size_t dot = 0;
    while (end < text.size() && (isWord(text[end]) || text[end] == '.')) {
        if (text[end] == '.' && end > at + 1)
            dot = end;
        ++end;
    }
    if (begin == at || dot == 0 || end - dot < 3)
        return {at, at};
    return {begin, end};
}

} // namespace

struct Masking::State
{
    std::vector<std::string> keys;
    bool builtin = false;
    std::vector<std::string> problems;
#if defined(SPANGLASS_HAS_RE2)
    std::vector<std::unique_ptr<re2::RE2>> expressions;
#endif

    [[nodiscard]] bool hides(std::string_view key) const
    {
        return std::any_of(keys.begin(), keys.end(),
                           [&](const auto& pattern) { return matches(pattern, key); });
    }
    [[nodiscard]] std::string withoutCredentials(std::string_view text) const;
    [[nodiscard]] std::string withoutHiddenMembers(std::string_view text) const;
};

Masking::Masking() : m_state(std::make_unique<State>()) {}
Masking::~Masking() = default;
Masking::Masking(Masking&&) noexcept = default;
Masking& Masking::operator=(Masking&&) noexcept = default;

Masking::Masking(const std::vector<std::string>& rules) : Masking()
{
    for (const std::string& rule : rules) {
        if (rule == "builtin") {
            m_state->builtin = true;
        } else if (rule.rfind("re:", 0) == 0) {
#if defined(SPANGLASS_HAS_RE2)
            auto expression = std::make_unique<re2::RE2>(rule.substr(3), re2::RE2::Quiet);
            if (expression->ok())
                m_state->expressions.push_back(std::move(expression));
            else
                m_state->problems.push_back("masking: " + rule + ": " + expression->error());
#else
            m_state->problems.push_back("masking: " + rule + ": this build has no RE2");
#endif
        } else if (!rule.empty()) {
            std::string key = rule;
            std::transform(key.begin(), key.end(), key.begin(), lower);
            m_state->keys.push_back(std::move(key));
        }
    }
}

bool Masking::empty() const
{
#if defined(SPANGLASS_HAS_RE2)
    if (!m_state->expressions.empty())
        return false;
#endif
    return m_state->keys.empty() && !m_state->builtin;
}

bool Masking::hidesKey(std::string_view key) const
{
    // `metadata.authorization` is called authorization too.
    return m_state->hides(key) || m_state->hides(key.substr(key.rfind('.') + 1));
}

const std::vector<std::string>& Masking::problems() const
{
    return m_state->problems;
}

std::string Masking::State::withoutCredentials(std::string_view text) const
{
    std::string clean;
    clean.reserve(text.size());
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = at;
        std::size_t end = at + credentialAt(text, at);
        if (end == at && text[at] == '@')
            std::tie(begin, end) = addressAround(text, at, copied);
        if (end <= begin) {
            ++at;
            continue;
        }
        clean.append(text.substr(copied, begin - copied)).append(mark);
        copied = at = end;
    }
    clean.append(text.substr(copied));
    return clean;
}

/// Looks for `"key" :` in JSON, or in text that holds JSON, and replaces the value behind it.
std::string Masking::State::withoutHiddenMembers(std::string_view text) const
{
    const auto skipString = [&](std::size_t at) { // behind the opening quote → behind the closing one
        while (at < text.size() && text[at] != '"')
            at += text[at] == '\\' ? 2 : 1;
        return std::min(at + 1, text.size());
    };
    const auto skipBlank = [&](std::size_t at) {
        while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) != 0)
            ++at;
        return at;
    };
    const auto skipValue = [&](std::size_t at) {
        if (at < text.size() && text[at] == '"')
            return skipString(at + 1);
        std::size_t depth = 0;
        while (at < text.size()) {
            const char c = text[at];
            if (c == '"') {
                at = skipString(at + 1);
                continue;
            }
            if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']' || c == ',') && depth == 0)
                break;
            else if (c == '}' || c == ']')
                --depth;
            ++at;
        }
        return at;
    };
    std::string clean;
    clean.reserve(text.size());
    std::size_t copied = 0;
    for (std::size_t at = text.find('"'); at < text.size(); at = text.find('"', at)) {
        const std::size_t end = skipString(at + 1);
        const std::size_t colon = skipBlank(end);
        if (colon >= text.size() || text[colon] != ':' || !hides(text.substr(at + 1, end - at - 2))) {
            at = end;
            continue;
        }
        const std::size_t value = skipBlank(colon + 1);
        clean.append(text.substr(copied, value - copied)).append("\"").append(mark).append("\"");
        copied = at = skipValue(value);
    }
    clean.append(text.substr(std::min(copied, text.size())));
    return clean;
}

std::string Masking::text(std::string_view key, std::string_view text) const
{
    if (hidesKey(key))
        return std::string(mark);
    std::string clean(text);
    if (!m_state->keys.empty())
        clean = m_state->withoutHiddenMembers(clean);
    if (m_state->builtin)
        clean = m_state->withoutCredentials(clean);
#if defined(SPANGLASS_HAS_RE2)
    for (const auto& expression : m_state->expressions)
        re2::RE2::GlobalReplace(&clean, *expression, re2::StringPiece(mark.data(), mark.size()));
#endif
    return clean;
}

} // namespace spanglass
