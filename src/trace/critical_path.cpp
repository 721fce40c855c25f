// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/critical_path.h"

#include <algorithm>

#include "base/saturated.h"

namespace spanglass::trace {
namespace {

/// One span on the way down: where its part of the path still has to be explained.
struct Frame
{
    std::uint32_t row;
    std::int64_t start;
    std::int64_t end;                    ///< inside its parent; its children end here at the latest
    std::int64_t until;                  ///< explained from here to the end
    std::vector<std::uint32_t> children; ///< by end, the last one last
};

class Walk
{
public:
    Walk(const SpanTable& table, const Tree& tree, std::int64_t nowUnixNs)
        : m_table(table), m_tree(tree), m_now(nowUnixNs)
    {
    }

    std::vector<PathSegment> from(std::uint32_t root)
    {
        enter(root, m_table.startUnixNs[root], endOf(root));
        while (!m_frames.empty())
            step();
        std::reverse(m_segments.begin(), m_segments.end());
        return std::move(m_segments);
    }

private:
    [[nodiscard]] std::int64_t endOf(std::uint32_t row) const
    {
        const std::int64_t start = m_table.startUnixNs[row];
        const std::int64_t duration = m_table.durationNs[row];
        return duration == unfinished ? std::max(start, m_now) : saturatedAdd(start, duration);
    }

    /// `start` and `end` bound what of the span lies inside its parent.
    void enter(std::uint32_t row, std::int64_t start, std::int64_t end)
    {
        const auto below = m_tree.children(row);
        Frame frame{row, start, end, end, {below.begin(), below.end()}};
        const auto byEnd = [&](std::uint32_t a, std::uint32_t b) {
            const std::int64_t endOfA = std::min(endOf(a), end);
            const std::int64_t endOfB = std::min(endOf(b), end);
            // Of two that end together the one that began first explains more.
            return endOfA != endOfB ? endOfA < endOfB : m_table.startUnixNs[a] > m_table.startUnixNs[b];
        };
        std::sort(frame.children.begin(), frame.children.end(), byEnd);
        m_frames.push_back(std::move(frame));
    }

    void add(std::uint32_t row, std::int64_t start, std::int64_t end)
    {
        if (end > start)
            m_segments.push_back({row, start, end});
    }

    /// Explains the next stretch of the innermost span: by a child, or by itself.
    void step()
    {
        Frame& frame = m_frames.back();
        while (!frame.children.empty()) {
            const std::uint32_t child = frame.children.back();
            frame.children.pop_back();
            const std::int64_t end = std::min(endOf(child), frame.end);
            const std::int64_t start = std::max(m_table.startUnixNs[child], frame.start);
            if (end > frame.until || end <= start) // still running when the next one began, or no time at all
                continue;
            add(frame.row, end, frame.until);
            frame.until = start;
            enter(child, start, end); // `frame` is no longer valid
            return;
        }
        add(frame.row, frame.start, frame.until);
        m_frames.pop_back();
    }

    const SpanTable& m_table;
    const Tree& m_tree;
    std::int64_t m_now;
    std::vector<Frame> m_frames;
    std::vector<PathSegment> m_segments; ///< backwards in time
};

} // namespace

std::vector<PathSegment> criticalPath(const SpanTable& table, const Tree& tree, std::uint32_t root,
                                      std::int64_t nowUnixNs)
{
    return Walk(table, tree, nowUnixNs).from(root);
}

std::vector<PathSegment> criticalPath(const SpanTable& table, std::int64_t nowUnixNs)
{
    const Tree tree(table);
    const auto roots = tree.roots();
    if (roots.empty())
        return {};
    const auto lengthOf = [&](std::uint32_t row) {
        return table.durationNs[row] == unfinished ? nowUnixNs - table.startUnixNs[row]
                                                   : table.durationNs[row];
    };
    const auto longest = std::max_element(roots.begin(), roots.end(), [&](std::uint32_t a, std::uint32_t b) {
        return lengthOf(a) < lengthOf(b);
    });
    return criticalPath(table, tree, *longest, nowUnixNs);
}

} // namespace spanglass::trace
