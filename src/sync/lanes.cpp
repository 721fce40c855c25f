// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/lanes.h"

#include <array>
#include <charconv>

namespace spanglass::sync {

std::optional<Lanes> Lanes::parse(std::string_view text)
{
    Lanes lanes;
    lanes.m_lanes.clear();
    while (!text.empty()) {
        std::array<std::int64_t, 4> numbers{};
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), numbers[i]);
            const char expected = i < 3 ? ' ' : ';';
            if (error != std::errc() || end == text.data() + text.size() || *end != expected)
                return std::nullopt;
            text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
        }
        lanes.m_lanes.push_back({{numbers[0], numbers[1]}, {numbers[2], numbers[3]}});
    }
    if (lanes.m_lanes.empty())
        return std::nullopt;
    return lanes;
}

std::string Lanes::text() const
{
    std::string text;
    for (const Lane& lane : m_lanes) {
        text += std::to_string(lane.from.changed) + ' ' + std::to_string(lane.from.row) + ' ' +
                std::to_string(lane.to.changed) + ' ' + std::to_string(lane.to.row) + ';';
    }
    return text;
}

bool Lanes::contains(ChangePosition position) const
{
    for (const Lane& lane : m_lanes) {
        if (lane.from < position && position <= lane.to)
            return true;
    }
    return false;
}

void Lanes::split(ChangePosition position)
{
    Lane& open = m_lanes.back();
    if (m_lanes.size() >= most || position <= open.from)
        return;
    const Lane fresh{position, open.to};
    open.to = position;
    m_lanes.push_back(fresh);
}

void Lanes::advance(std::size_t lane, ChangePosition position)
{
    m_lanes[lane].from = std::max(m_lanes[lane].from, position);
}

void Lanes::exhausted(std::size_t lane)
{
    if (lane + 1 < m_lanes.size())
        m_lanes.erase(m_lanes.begin() + static_cast<std::ptrdiff_t>(lane));
}

} // namespace spanglass::sync
