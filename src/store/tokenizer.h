// SPDX-License-Identifier: GPL-3.0-or-later
/// The full-text tokenizer `spanglass`: words as SQLite's unicode61 cuts them, and Chinese, Japanese and
/// Korean text, which has no spaces, as overlapping pairs of characters.
///
/// "東京都" gives 東京, 京都, 都: a word of two characters is one of the pairs, a longer one a sequence of
/// them, and a single character begins a pair or is the last one, so that `都*` finds it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace spanglass::store {

class Database;

/// Makes the tokenizer known to this connection; every connection that touches `trace_words` needs it.
void registerTokenizer(Database& database);

/// The same by hand. Lives no longer than the connection.
class Tokenizer
{
public:
    enum class Text
    {
        document,
        query, ///< a single character of such a text stands alone; a document's run ends in one
    };

    explicit Tokenizer(Database& database);
    ~Tokenizer();
    /// Appends the words of `text`, in lower case and without accents, in their order.
    void cut(std::string_view text, Text as, std::vector<std::string>& to);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace spanglass::store
