// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/phrase_check.h"

#include <algorithm>
#include <sqlite3.h>

#include "store/details.h"
#include "store/payloads.h"
#include "store/tokenizer.h"
#include "store/trace_rows.h"
#include "store/words.h"

namespace spanglass::store {
namespace {

constexpr char betweenTokens = ' '; ///< no token has one
constexpr char betweenPhrases = '\n';
constexpr char prefixMark = '*';

void answer(sqlite3_context* context, int, sqlite3_value** values)
{
    auto* check = static_cast<PhraseCheck*>(sqlite3_user_data(context));
    const auto* text = static_cast<const char*>(sqlite3_value_blob(values[1]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[1]));
    const std::string phrases(text == nullptr ? "" : text, size);
    sqlite3_result_int(context, check->holds(sqlite3_value_int64(values[0]), phrases) ? 1 : 0);
}

/// The piece of `text` before `mark`, which goes with it.
std::string_view takeUntil(std::string_view& text, char mark)
{
    const std::size_t end = std::min(text.find(mark), text.size());
    const std::string_view piece = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    return piece;
}

} // namespace

PhraseCheck::PhraseCheck(Database& database) : m_database(database) {}
PhraseCheck::~PhraseCheck() = default;

void PhraseCheck::offer()
{
    sqlite3_create_function_v2(m_database.handle(), "has_phrases", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, this,
                               answer, nullptr, nullptr, nullptr);
}

Tokenizer& PhraseCheck::tokenizer()
{
    if (m_tokenizer == nullptr)
        m_tokenizer = std::make_unique<Tokenizer>(m_database);
    return *m_tokenizer;
}

TextMatch matchOf(Database& database, std::string_view typed)
{
    Tokenizer tokenizer(database);
    TextMatch match;
    bool any = false;
    const auto add = [&](std::string_view words, bool quoted) {
        any = any || words.find_first_not_of(" \t\n") != std::string_view::npos;
        std::vector<std::string> tokens;
        tokenizer.cut(words, Tokenizer::Text::query, tokens);
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            const bool last = at + 1 == tokens.size();
            match.words +=
                (match.words.empty() ? "\"" : " \"") + tokens[at] + (last && !quoted ? "\" *" : "\"");
        }
        if (tokens.size() < 2)
            return;
        for (const std::string& token : tokens)
            (match.phrases += token) += betweenTokens;
        match.phrases += quoted ? "" : std::string(1, prefixMark);
        match.phrases += betweenPhrases;
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
    if (any && match.words.empty())
        match.words = "\"\""; // signs alone are no word, and nothing has them
    return match;
}

std::vector<PhraseCheck::Phrase> PhraseCheck::parse(std::string_view phrases)
{
    std::vector<Phrase> parsed;
    while (!phrases.empty()) {
        std::string_view text = takeUntil(phrases, betweenPhrases);
        Phrase phrase;
        while (!text.empty()) {
            const std::string_view token = takeUntil(text, betweenTokens);
            if (token == std::string_view(&prefixMark, 1))
                phrase.prefix = true;
            else
                phrase.tokens.emplace_back(token);
        }
        parsed.push_back(std::move(phrase));
    }
    return parsed;
}

bool PhraseCheck::Phrase::standsIn(const std::vector<std::string>& text) const
{
    const std::size_t count = tokens.size();
    for (std::size_t at = 0; at + count <= text.size(); ++at) {
        const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = begin + static_cast<std::ptrdiff_t>(count) - 1;
        if (std::equal(begin, last, tokens.begin()) &&
            (prefix ? last->starts_with(tokens.back()) : *last == tokens.back()))
            return true;
    }
    return false;
}

bool PhraseCheck::holds(std::int64_t traceRow, std::string_view phrases)
{
    std::vector<Phrase> wanted = parse(phrases);
    if (m_spans == nullptr)
        m_spans = std::make_unique<Statement>(m_database.prepare(
            "SELECT name, details_of(id) FROM spans WHERE id BETWEEN ?1 AND ?2 AND state <> 1"));
    Statement& spans = *m_spans;
    spans.bind(1, firstSpanOf(traceRow)).bind(2, lastSpanOf(traceRow));
    std::size_t left = wanted.size();
    while (left > 0 && spans.next()) {
        trace::Span span;
        span.name = spans.text(0);
        decodeDetails(
            spans.bytes(1), [this](std::int64_t payload) { return fetchPayload(m_database, payload); }, span);
        m_tokens.clear();
        tokenizer().cut(wordsOf(span), Tokenizer::Text::document, m_tokens);
        for (Phrase& phrase : wanted) {
            if (!phrase.found && phrase.standsIn(m_tokens)) {
                phrase.found = true;
                --left;
            }
        }
    }
    spans.reset();
    return left == 0;
}

} // namespace spanglass::store
