// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/text_diff.h"

#include <algorithm>
#include <span>

namespace spanglass::trace {
namespace {

using Lines = std::vector<std::string_view>;
using LineSpan = std::span<const std::string_view>;

Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Myers' search. `m_trace[d][k]` keeps how far along `before` diagonal k was reached with d changes.
class Search
{
public:
    Search(LineSpan before, LineSpan after) : m_before(before), m_after(after) {}

    /// False when it takes more than `maxChanges`.
    bool run(int maxChanges)
    {
        const int longest = size(m_before) + size(m_after);
        const int limit = std::min(longest, maxChanges);
        std::vector<int> reached(2 * static_cast<std::size_t>(limit) + 3, 0);
        const int middle = limit + 1;
        const auto at = [&](int k) -> int& { return reached[static_cast<std::size_t>(middle + k)]; };
        for (int changes = 0; changes <= limit; ++changes) {
            m_trace.push_back(
                {reached.begin() + (middle - changes), reached.begin() + (middle + changes + 1)});
            for (int k = -changes; k <= changes; k += 2) {
                const bool down = k == -changes || (k != changes && at(k - 1) < at(k + 1));
                int x = down ? at(k + 1) : at(k - 1) + 1;
                for (int y = x - k; x < size(m_before) && y < size(m_after) && same(x, y); ++x, ++y) {
                }
                at(k) = x;
                if (x >= size(m_before) && x - k >= size(m_after)) {
                    m_changes = changes;
                    return true;
                }
            }
        }
        return false;
    }

    /// Walks the trace back from the end.
    [[nodiscard]] std::vector<DiffLine> lines() const
    {
        std::vector<DiffLine> backwards;
        int x = size(m_before);
        int y = size(m_after);
        for (int changes = m_changes; changes > 0; --changes) {
            const auto& reached = m_trace[static_cast<std::size_t>(changes)];
            // Diagonals -changes…changes of the step before; those beyond its own reach stay 0.
            const auto at = [&](int k) { return reached[static_cast<std::size_t>(changes + k)]; };
            const int k = x - y;
            const bool down = k == -changes || (k != changes && at(k - 1) < at(k + 1));
            const int fromK = down ? k + 1 : k - 1;
            const int fromX = at(fromK);
            const int fromY = fromX - fromK;
            for (; x > fromX && y > fromY; --x, --y)
                backwards.push_back({DiffKind::kept, before(x - 1)});
            backwards.push_back(down ? DiffLine{DiffKind::added, after(--y)}
                                     : DiffLine{DiffKind::removed, before(--x)});
        }
        for (; x > 0; --x)
            backwards.push_back({DiffKind::kept, before(x - 1)});
        return {backwards.rbegin(), backwards.rend()};
    }

private:
    static int size(LineSpan lines) { return static_cast<int>(lines.size()); }
    [[nodiscard]] std::string_view before(int x) const { return m_before[static_cast<std::size_t>(x)]; }
    [[nodiscard]] std::string_view after(int y) const { return m_after[static_cast<std::size_t>(y)]; }
    [[nodiscard]] bool same(int x, int y) const { return before(x) == after(y); }

    LineSpan m_before;
    LineSpan m_after;
    std::vector<std::vector<int>> m_trace;
    int m_changes = 0;
};

void append(std::vector<DiffLine>& lines, DiffKind kind, LineSpan texts)
{
    for (const std::string_view text : texts)
        lines.push_back({kind, text});
}

} // namespace

std::vector<DiffLine> diffLines(std::string_view before, std::string_view after, int maxChanges)
{
    const Lines old = linesOf(before);
    const Lines now = linesOf(after);
    const std::size_t shorter = std::min(old.size(), now.size());
    const auto head = static_cast<std::size_t>(
        std::mismatch(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(shorter), now.begin()).first -
        old.begin());
    std::size_t tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    const LineSpan oldMiddle = LineSpan(old).subspan(head, old.size() - head - tail);
    const LineSpan newMiddle = LineSpan(now).subspan(head, now.size() - head - tail);

    std::vector<DiffLine> lines;
    append(lines, DiffKind::kept, LineSpan(old).first(head));
    Search search(oldMiddle, newMiddle);
    if (search.run(maxChanges)) {
        const auto middle = search.lines();
        lines.insert(lines.end(), middle.begin(), middle.end());
    } else {
        append(lines, DiffKind::removed, oldMiddle);
        append(lines, DiffKind::added, newMiddle);
    }
    append(lines, DiffKind::kept, LineSpan(old).last(tail));
    return lines;
}

} // namespace spanglass::trace
