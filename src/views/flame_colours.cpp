// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of a flame graph's bars: sixteen classes each, what they mean, and their fills under a theme.
#include <algorithm>
#include <map>

#include "layout/time_order.h"
#include "trace/clock_skew.h"
#include "views/flame_scene.h"

namespace spanglass::views {
namespace {

constexpr std::uint8_t lastClass = layout::colourClasses - 1;
/// Behind the twelve hues: what has no name to hash.
constexpr std::uint8_t noHue = 12;
constexpr std::uint8_t fine = 0, failedBelow = 1, failed = 2;
/// Of a difference: below it less, above it more.
constexpr std::uint8_t asMuch = 7;

/// Which of the theme's twelve hues a text has; the theme decides, so that a name looks alike everywhere.
std::uint8_t hueClass(std::string_view text)
{
    const Theme& reference = lightTheme();
    const auto found = std::find(reference.hues.begin(), reference.hues.end(), reference.nameFill(text));
    return static_cast<std::uint8_t>(found - reference.hues.begin());
}

/// The step of `part` of `most` on a ramp of all classes.
std::uint8_t rampClass(std::int64_t part, std::int64_t most)
{
    if (most <= 0)
        return 0;
    const double step = static_cast<double>(part) / static_cast<double>(most) * lastClass;
    return static_cast<std::uint8_t>(std::clamp(step + 0.5, 0.0, double(lastClass)));
}

QRgb mixed(const QColor& a, const QColor& b, double part)
{
    const auto channel = [part](int from, int to) { return qRound(from + (to - from) * part); };
    return qRgb(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

/// Less is blue, more is amber: told apart by every eye, and red stays for errors.
QRgb differenceFill(const Theme& theme, std::size_t at)
{
    const QColor& less = theme.kindFill(Kind::embedding);
    const QColor& more = theme.kindFill(Kind::tool);
    const QColor& same = theme.kindFill(Kind::span);
    if (at <= asMuch)
        return mixed(less, same, static_cast<double>(at) / asMuch);
    return mixed(same, more, static_cast<double>(at - asMuch) / (lastClass - asMuch));
}

} // namespace

void FlameScene::colourBars(const trace::Tree& tree)
{
    const std::uint32_t count = m_bars.size();
    const std::vector<std::uint8_t> colours = colourClassesOf(tree);
    std::vector<std::uint8_t> marks(count);
    for (std::uint32_t bar = 0; bar < count; ++bar) {
        if (timed())
            marks[bar] = markOf(bar);
        else if (node(bar)->errors > 0)
            marks[bar] = layout::markError;
    }
    for (std::uint32_t of = 0; of < m_options.matches.size() && of < m_table->size(); ++of) {
        const std::uint32_t at = bar(of);
        if (m_options.matches[of] != 0 && at != layout::noBar)
            marks[at] |= layout::markMatch;
    }
    if (m_legend.empty())
        countLegend(colours);
    m_index = layout::BarIndex(m_bars, colours, marks);
}

std::vector<std::uint8_t> FlameScene::colourClassesOf(const trace::Tree& tree)
{
    static const std::vector<std::uint32_t> none;
    switch (m_options.colour) {
    case FlameColour::kind:
        break;
    case FlameColour::name:
        return byText(m_table->strings, m_table->name, m_options.group == FlameGroup::name);
    case FlameColour::service:
        return byText(m_table->strings, m_table->service, false);
    case FlameColour::model:
        if (m_options.columns)
            return byText(m_options.columns->texts, m_options.columns->model, false);
        return std::vector<std::uint8_t>(m_bars.size(), noHue);
    case FlameColour::selfTime:
        return byAmount(layout::selfTimes(*m_table, tree, m_options.openEndNs));
    case FlameColour::cost:
        if (m_options.columns)
            return byAmount(m_options.columns->costNanoUsd);
        return std::vector<std::uint8_t>(m_bars.size(), 0);
    case FlameColour::error:
        return byError(tree);
    case FlameColour::difference:
        return byDifference();
    }
    std::vector<std::uint8_t> colours(m_bars.size());
    for (std::uint32_t bar = 0; bar < m_bars.size(); ++bar)
        colours[bar] = static_cast<std::uint8_t>(m_table->kind[row(bar)]);
    return colours;
}

/// Hues by a text: the bar's own where bars are merged by it, else that of the span it stands for. The legend
/// is by text, not by hue: twelve hues serve any number of texts.
std::vector<std::uint8_t> FlameScene::byText(const trace::StringTable& texts,
                                             const std::vector<std::uint32_t>& textOfRow, bool byLabel)
{
    std::vector<std::uint8_t> hues(texts.size(), noHue);
    for (std::uint32_t id = 1; id < texts.size(); ++id)
        hues[id] = hueClass(texts.text(id));
    std::vector<std::uint8_t> colours(m_bars.size());
    std::vector<std::int64_t> uses(texts.size());
    for (std::uint32_t bar = 0; bar < m_bars.size(); ++bar) {
        const std::uint32_t text = byLabel ? labelId(bar) : textOfRow[row(bar)];
        colours[bar] = hues[text];
        ++uses[text];
    }
    for (std::uint32_t id = 0; id < texts.size(); ++id) {
        if (uses[id] > 0)
            m_legend.push_back({hues[id], id, uses[id]});
    }
    std::ranges::stable_sort(m_legend, std::greater(), &LegendEntry::bars);
    return colours;
}

/// Of a merged bar, the sum of its calls.
std::vector<std::uint8_t> FlameScene::byAmount(const std::vector<std::int64_t>& amountOfRow) const
{
    std::vector<std::int64_t> amounts(m_bars.size());
    for (std::uint32_t of = 0; of < m_table->size(); ++of) {
        if (const std::uint32_t at = bar(of); at != layout::noBar)
            amounts[at] += amountOfRow[of];
    }
    const std::int64_t most = amounts.empty() ? 0 : *std::ranges::max_element(amounts);
    std::vector<std::uint8_t> colours(m_bars.size());
    for (std::uint32_t at = 0; at < m_bars.size(); ++at)
        colours[at] = rampClass(amounts[at], most);
    return colours;
}

std::vector<std::uint8_t> FlameScene::byError(const trace::Tree& tree) const
{
    std::vector<std::uint8_t> ofRow(m_table->size(), fine);
    const auto& order = tree.preorder();
    for (auto of = order.rbegin(); of != order.rend(); ++of) { // children first
        if (m_table->status[*of] == Status::error)
            ofRow[*of] = failed;
        const std::uint32_t parent = m_table->parent[*of];
        if (ofRow[*of] != fine && parent != trace::noRow)
            ofRow[parent] = failedBelow;
    }
    std::vector<std::uint8_t> colours(m_bars.size());
    for (std::uint32_t of = 0; of < m_table->size(); ++of) {
        if (const std::uint32_t at = bar(of); at != layout::noBar)
            colours[at] = std::max(colours[at], ofRow[of]);
    }
    return colours;
}

/// By the share of the difference: a node that one run lacks is at the end of the scale.
std::vector<std::uint8_t> FlameScene::byDifference() const
{
    std::vector<std::uint8_t> colours(m_bars.size(), asMuch);
    for (std::uint32_t at = 0; at < m_bars.size(); ++at) {
        const RunShares of = shares(at);
        const double all = static_cast<double>(of.before) + static_cast<double>(of.after);
        if (all <= 0)
            continue;
        const double part = (static_cast<double>(of.after) - static_cast<double>(of.before)) / all;
        const double step = part < 0 ? asMuch * (1 + part) : asMuch + (lastClass - asMuch) * part;
        colours[at] = static_cast<std::uint8_t>(step + 0.5);
    }
    return colours;
}

void FlameScene::countLegend(const std::vector<std::uint8_t>& colours)
{
    std::array<std::int64_t, layout::colourClasses> bars{};
    for (const std::uint8_t colour : colours)
        ++bars[colour];
    for (std::uint8_t colour = 0; colour < bars.size(); ++colour) {
        if (bars[colour] > 0)
            m_legend.push_back({colour, colour, bars[colour]});
    }
    if (m_options.colour == FlameColour::kind)
        std::ranges::stable_sort(m_legend, std::greater(), &LegendEntry::bars);
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
    if ((m_table->flags[of] & trace::flagClockShifted) != 0)
        mark |= layout::markClock;
    return mark;
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
        case FlameColour::model:
            fills[at] = at < theme.hues.size() ? theme.hues[at].rgb() : theme.kindFill(Kind::span).rgb();
            break;
        case FlameColour::selfTime:
        case FlameColour::cost: {
            // Never so strong that the label on it could not be read.
            const double part = static_cast<double>(at) / lastClass;
            fills[at] = mixed(theme.surface, theme.accent, 0.08 + 0.38 * part);
            break;
        }
        case FlameColour::error:
            fills[at] = at == failed        ? mixed(theme.surface, theme.error, 0.42)
                        : at == failedBelow ? mixed(theme.surface, theme.error, 0.16)
                                            : theme.kindFill(Kind::span).rgb();
            break;
        case FlameColour::difference:
            fills[at] = differenceFill(theme, at);
            break;
        }
    }
    return fills;
}

} // namespace spanglass::views
