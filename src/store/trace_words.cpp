// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trace_words.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "store/details.h"
#include "store/payloads.h"
#include "store/trace_rows.h"
#include "store/words.h"

namespace spanglass::store {

// --- LineSet

void LineSet::appendNew(std::string_view text, std::string& to)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (!line.empty() && insert(std::hash<std::string_view>{}(line)))
            (to += line) += '\n';
        text.remove_prefix(std::min(text.size(), end + 1));
    }
}

bool LineSet::insert(std::uint64_t hash)
{
    hash = hash == 0 ? 1 : hash; // 0: a free slot
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    for (; m_slots[at] != 0; at = (at + 1) & mask) {
        if (m_slots[at] == hash)
            return false;
    }
    m_slots[at] = hash;
    m_hashes.push_back(hash);
    if (m_hashes.size() * 2 > m_slots.size())
        grow();
    return true;
}

void LineSet::grow()
{
    std::vector<std::uint64_t> hashes;
    hashes.swap(m_hashes);
    m_slots.assign(m_slots.size() * 4, 0);
    for (const std::uint64_t hash : hashes)
        (void)insert(hash);
}

void LineSet::clear()
{
    if (m_hashes.size() * 8 > m_slots.size()) {
        std::fill(m_slots.begin(), m_slots.end(), 0);
    } else {
        // From the last to the first: what was pushed aside goes before what stands in its way.
        const std::size_t mask = m_slots.size() - 1;
        for (auto hash = m_hashes.rbegin(); hash != m_hashes.rend(); ++hash) {
            std::size_t at = *hash & mask;
            while (m_slots[at] != *hash)
                at = (at + 1) & mask;
            m_slots[at] = 0;
        }
    }
    m_hashes.clear();
}

// --- TraceWords

TraceWords::TraceWords(Database& database)
    : m_database(database), m_add(database.prepare("INSERT INTO trace_words (rowid, words) VALUES (?1, ?2)")),
      m_remove(
          database.prepare("INSERT INTO trace_words (trace_words, rowid, words) VALUES ('delete', ?1, ?2)")),
      m_spans(database.prepare(
          "SELECT name, details_of(id) FROM spans WHERE id BETWEEN ?1 AND ?2 AND state <> 1"))
{
}

void TraceWords::add(std::int64_t traceRow, std::string_view words)
{
    if (traceRow != m_trace)
        writeAdded();
    m_trace = traceRow;
    m_lines.appendNew(words, m_words);
}

void TraceWords::remove(std::int64_t traceRow, std::string_view words)
{
    LineSet lines;
    std::string once;
    lines.appendNew(words, once);
    removeLines(traceRow, once);
}

/// FTS5 counts rows and words, for a ranking that nobody asks for, and takes it for damage when more are
/// removed than were added; but what many pieces share is added once and may be removed with each. So as much
/// is added first: a word of one private-use character that no text has, in the row before, which keeps the
/// rows in the order that FTS5 wants them in.
void TraceWords::removeLines(std::int64_t traceRow, std::string_view lines)
{
    if (lines.empty())
        return;
    constexpr std::string_view filler = "\xee\x80\x80 ";
    const std::size_t mostWords = lines.size() / 2 + 1; // each has a character and something behind it
    std::string counted;
    counted.reserve(mostWords * filler.size());
    for (std::size_t word = 0; word < mostWords; ++word)
        counted += filler;
    m_add.bind(1, traceRow - 1).bind(2, std::string_view(counted)).run();
    m_remove.bind(1, traceRow).bind(2, lines).run();
}

void TraceWords::change(std::int64_t traceRow, std::string_view before, std::string_view now)
{
    LineSet lines;
    std::string ignored;
    std::string lost;
    lines.appendNew(now, ignored);
    lines.appendNew(before, lost);
    if (!lost.empty()) {
        writeAdded();
        removeLines(traceRow, lost);
        m_lost.insert(traceRow);
    }
    add(traceRow, now);
}

void TraceWords::flush()
{
    writeAdded();
    for (const std::int64_t trace : std::exchange(m_lost, {}))
        addSpansOf(trace);
    writeAdded();
}

void TraceWords::writeAdded()
{
    if (!m_words.empty())
        m_add.bind(1, m_trace).bind(2, std::string_view(m_words)).run();
    m_words.clear();
    m_lines.clear();
}

void TraceWords::addSpansOf(std::int64_t traceRow)
{
    m_spans.bind(1, firstSpanOf(traceRow)).bind(2, lastSpanOf(traceRow));
    while (m_spans.next()) {
        trace::Span span;
        span.name = m_spans.text(0);
        decodeDetails(
            m_spans.bytes(1), [this](std::int64_t payload) { return fetchPayload(m_database, payload); },
            span);
        add(traceRow, wordsOf(span));
    }
}

void TraceWords::rebuild()
{
    m_database.execute("INSERT INTO trace_words (trace_words) VALUES ('delete-all')");
    Statement traces = m_database.prepare("SELECT id FROM traces ORDER BY id");
    while (traces.next())
        addSpansOf(traces.integer(0));
    flush();
}

} // namespace spanglass::store
