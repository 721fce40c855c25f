// SPDX-License-Identifier: GPL-3.0-or-later
// From columns to bars: layout, colour classes, marks.
#include "views/flame_scene.h"

#include <algorithm>

#include "layout/time_order.h"

namespace spanglass::views {
namespace {

/// Which of the theme's twelve hues a text has; the theme decides, so that a name looks alike everywhere.
std::uint8_t hueClass(std::string_view text)
{
    const Theme& reference = lightTheme();
    const auto found = std::find(reference.hues.begin(), reference.hues.end(), reference.nameFill(text));
    return static_cast<std::uint8_t>(found - reference.hues.begin());
}

std::vector<std::uint8_t> hueClasses(const trace::StringTable& strings)
{
    std::vector<std::uint8_t> classes(strings.size());
    for (std::uint32_t id = 0; id < strings.size(); ++id)
        classes[id] = hueClass(strings.text(id));
    return classes;
}

/// The step of `part` of `most` on a ramp of all classes.
std::uint8_t rampClass(std::int64_t part, std::int64_t most)
{
    if (most <= 0)
        return 0;
    const double step = static_cast<double>(part) / static_cast<double>(most) * (layout::colourClasses - 1);
    return static_cast<std::uint8_t>(std::clamp(step + 0.5, 0.0, double(layout::colourClasses - 1)));
}

QRgb mixed(const QColor& a, const QColor& b, double part)
{
    const auto channel = [part](int from, int to) { return qRound(from + (to - from) * part); };
    return qRgb(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

} // namespace

FlameScene::FlameScene(std::shared_ptr<const trace::SpanTable> table, FlameOptions options)
    : m_table(std::move(table)), m_options(std::move(options))
{
    if (m_options.openEndNs == 0)
        m_options.openEndNs = layout::lastKnownNs(*m_table);
    const trace::Tree tree(*m_table);
    if (timed())
        layOutTime(tree);
    else
        layOutMerged(tree);
    colourBars(tree);
}

void FlameScene::layOutTime(const trace::Tree& tree)
{
    m_bars = layout::timeOrder(*m_table, tree, m_options.openEndNs);
}

void FlameScene::layOutMerged(const trace::Tree& tree)
{
    if (m_options.weights.size() != m_table->size())
        m_options.weights = layout::selfTimes(*m_table, tree, m_options.openEndNs);
    const layout::Key key = [this](std::uint32_t row) { return m_table->name[row]; };
    const layout::Weight weight = [this](std::uint32_t row) { return m_options.weights[row]; };
    if (m_options.order == FlameOrder::sandwich) {
        layOutSandwich(layout::sandwich(*m_table, tree, key, weight, m_options.sandwichName));
        return;
    }
    layout::Aggregate merged = layout::leftHeavy(*m_table, tree, key, weight);
    m_bars = layout::proportional(merged.nodes, 0);
    m_nodes = std::move(merged.nodes);
    m_barOfRow = std::move(merged.nodeOfRow);
}

/// Callers stand on their heads above the name, which is node 0 of both halves and drawn once.
void FlameScene::layOutSandwich(const layout::Sandwich& both)
{
    layout::Bars above = layout::proportional(both.callers.nodes, 0);
    const layout::Bars below = layout::proportional(both.callees.nodes, 0);
    const std::uint32_t middle = above.lanes == 0 ? 0 : above.lanes - 1;
    m_bars = below;
    m_nodes = both.callees.nodes;
    m_barOfRow = both.callees.nodeOfRow;
    for (std::uint32_t& lane : m_bars.lane)
        lane += middle;
    m_bars.lanes += middle;
    for (std::uint32_t node = 1; node < above.size(); ++node) {
        m_bars.begin.push_back(above.begin[node]);
        m_bars.end.push_back(above.end[node]);
        m_bars.lane.push_back(middle - std::min(above.lane[node], middle));
        m_nodes.push_back(both.callers.nodes[node]);
    }
}

void FlameScene::colourBars(const trace::Tree& tree)
{
    const std::uint32_t count = m_bars.size();
    std::vector<std::uint8_t> colours(count);
    std::vector<std::uint8_t> marks(count);
    const std::vector<std::uint8_t> hues =
        m_options.colour == FlameColour::name || m_options.colour == FlameColour::service
            ? hueClasses(m_table->strings)
            : std::vector<std::uint8_t>();
    std::vector<std::int64_t> self;
    std::int64_t mostSelf = 0;
    if (m_options.colour == FlameColour::selfTime) {
        self = layout::selfTimes(*m_table, tree, m_options.openEndNs);
        mostSelf = self.empty() ? 0 : *std::max_element(self.begin(), self.end());
    }
    for (std::uint32_t bar = 0; bar < count; ++bar) {
        const std::uint32_t of = row(bar);
        switch (m_options.colour) {
        case FlameColour::kind:
            colours[bar] = static_cast<std::uint8_t>(m_table->kind[of]);
            break;
        case FlameColour::name:
            colours[bar] = hues[labelId(bar)];
            break;
        case FlameColour::service:
            colours[bar] = hues[m_table->service[of]];
            break;
        case FlameColour::selfTime:
            colours[bar] = rampClass(self[of], mostSelf);
            break;
        }
        if (timed())
            marks[bar] = markOf(of);
        else if (node(bar)->errors > 0)
            marks[bar] = layout::markError;
    }
    for (std::uint32_t of = 0; of < m_options.matches.size() && of < m_table->size(); ++of) {
        const std::uint32_t at = bar(of);
        if (m_options.matches[of] != 0 && at != layout::noBar)
            marks[at] |= layout::markMatch;
    }
    m_index = layout::BarIndex(m_bars, colours, marks);
}

std::uint8_t FlameScene::markOf(std::uint32_t of) const
{
    std::uint8_t mark = 0;
    if (m_table->status[of] == Status::error)
        mark |= layout::markError;
    if (m_table->state[of] == trace::State::interrupted)
        mark |= layout::markInterrupted;
    else if (m_table->durationNs[of] == trace::unfinished)
        mark |= layout::markOpen;
    return mark;
}

layout::Extent FlameScene::extent() const
{
    return {m_bars.first, m_bars.last};
}

std::uint32_t FlameScene::labelId(std::uint32_t bar) const
{
    return timed() ? m_table->name[bar] : m_nodes[bar].key;
}

std::string_view FlameScene::label(std::uint32_t bar) const
{
    return m_table->strings.text(labelId(bar));
}

std::uint32_t FlameScene::row(std::uint32_t bar) const
{
    if (bar >= m_bars.size())
        return trace::noRow;
    return timed() ? bar : m_nodes[bar].example;
}

std::uint32_t FlameScene::bar(std::uint32_t row) const
{
    if (row >= m_table->size())
        return layout::noBar;
    return timed() ? row : m_barOfRow[row];
}

const layout::Aggregate::Node* FlameScene::node(std::uint32_t bar) const
{
    return timed() || bar >= m_nodes.size() ? nullptr : &m_nodes[bar];
}

std::array<QRgb, layout::colourClasses> FlameScene::palette(const Theme& theme) const
{
    std::array<QRgb, layout::colourClasses> fills{};
    for (std::size_t at = 0; at < fills.size(); ++at) {
        switch (m_options.colour) {
        case FlameColour::kind:
            fills[at] = theme.kinds[std::min(at, theme.kinds.size() - 1)].rgb();
            break;
        case FlameColour::name:
        case FlameColour::service:
            fills[at] = theme.hues[std::min(at, theme.hues.size() - 1)].rgb();
            break;
        case FlameColour::selfTime: {
            // Never so strong that the label on it could not be read.
            const double part = static_cast<double>(at) / static_cast<double>(fills.size() - 1);
            fills[at] = mixed(theme.surface, theme.accent, 0.08 + 0.38 * part);
            break;
        }
        }
    }
    return fills;
}

} // namespace spanglass::views
