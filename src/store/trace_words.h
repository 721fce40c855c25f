// SPDX-License-Identifier: GPL-3.0-or-later
/// The full-text index: which words the ended spans of a trace have (store/words.h), by the trace's row.
///
/// The index knows neither where a word stands nor how often, and keeps no copy of the text. So a trace's
/// words may come piece by piece, and a line that many of its spans have is cut into words once. That words
/// stand together is looked up in the spans (store/phrase_check.h).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace spanglass::store {

/// Lines of text, each once.
class LineSet
{
public:
    /// Appends those lines of `text` to `to` that did not come before.
    void appendNew(std::string_view text, std::string& to);
    void clear();

private:
    [[nodiscard]] bool insert(std::uint64_t hash);
    void grow();

    std::vector<std::uint64_t> m_slots = std::vector<std::uint64_t>(1024);
    std::vector<std::uint64_t> m_hashes;
};

class TraceWords
{
public:
    explicit TraceWords(Database& database);

    /// A span of the trace has these words. Written with those of its neighbours, when another trace comes or
    /// flush() does.
    void add(std::int64_t traceRow, std::string_view words);
    /// Of a trace that goes: all its words, in as many pieces as one likes.
    void remove(std::int64_t traceRow, std::string_view words);
    /// A span of the trace had `before` and has `now`. Where that takes words away, flush() reads all spans
    /// of the trace, because others may have them.
    void change(std::int64_t traceRow, std::string_view before, std::string_view now);
    void flush();
    /// Everything, from the spans as they stand.
    void rebuild();

private:
    void writeAdded();
    void removeLines(std::int64_t traceRow, std::string_view lines);
    void addSpansOf(std::int64_t traceRow);

    Database& m_database;
    Statement m_add, m_remove, m_spans;
    LineSet m_lines;
    std::int64_t m_trace = 0; ///< whose words wait
    std::string m_words;
    std::set<std::int64_t> m_lost; ///< traces that words were taken from
};

} // namespace spanglass::store
