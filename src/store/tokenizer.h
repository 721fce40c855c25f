// SPDX-License-Identifier: GPL-3.0-or-later
/// The full-text tokenizer `spanglass`: words as SQLite's unicode61 cuts them, and Chinese, Japanese and
/// Korean text, which has no spaces, as overlapping pairs of characters.
///
/// "東京都" gives 東京, 京都, 都: a word of two characters is one of the pairs, a longer one a sequence of
/// them, and a single character begins a pair or is the last one, so that `都*` finds it.
#pragma once

namespace spanglass::store {

class Database;

/// Makes the tokenizer known to this connection; every connection that touches `span_words` needs it.
void registerTokenizer(Database& database);

} // namespace spanglass::store
