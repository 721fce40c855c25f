// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether words stand together in one of a trace's spans. The full-text index knows only that the trace has
/// them all; this reads its spans. In SQL it is the function has_phrases(row of a trace, phrases), which
/// every connection has.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace spanglass::store {

class Tokenizer;

/// What a person typed, cut into words as the index has them.
struct TextMatch
{
    std::string words;   ///< a query of the index; empty: nothing was typed
    std::string phrases; ///< what must stand together, for has_phrases(); empty: nothing
};
/// Every word must begin a word of the trace's spans, in any order; what is in quotation marks, or is one
/// word to whoever typed it (`gpt-5-mini`, 東京都), stands together.
[[nodiscard]] TextMatch matchOf(Database& database, std::string_view typed);

class PhraseCheck
{
public:
    explicit PhraseCheck(Database& database);
    PhraseCheck(const PhraseCheck&) = delete;
    PhraseCheck& operator=(const PhraseCheck&) = delete;
    ~PhraseCheck();

    /// Answers has_phrases() from now on; must then go before the connection does.
    void offer();
    /// Every one of `phrases` (TextMatch) stands in an ended span of the trace.
    [[nodiscard]] bool holds(std::int64_t traceRow, std::string_view phrases);

private:
    struct Phrase
    {
        std::vector<std::string> tokens;
        bool prefix = false; ///< of the last word only the beginning is named
        bool found = false;
        [[nodiscard]] bool standsIn(const std::vector<std::string>& tokens) const;
    };
    [[nodiscard]] static std::vector<Phrase> parse(std::string_view phrases);
    [[nodiscard]] Tokenizer& tokenizer();

    Database& m_database;
    std::unique_ptr<Tokenizer> m_tokenizer; ///< made when first needed
    std::unique_ptr<Statement> m_spans;
    std::vector<std::string> m_tokens; ///< of the span at hand: keeps its room
};

} // namespace spanglass::store
