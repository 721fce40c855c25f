// SPDX-License-Identifier: GPL-3.0-or-later
// From columns to bars: groups, weights, layout.
#include "views/flame_scene.h"

#include <algorithm>

#include "layout/time_order.h"

namespace spanglass::views {

FlameScene::FlameScene(std::shared_ptr<const trace::SpanTable> table, FlameOptions options)
    : m_table(std::move(table)), m_options(std::move(options))
{
    if (m_options.openEndNs == 0)
        m_options.openEndNs = layout::lastKnownNs(*m_table);
    if (m_options.within.size() != m_table->size())
        m_options.within.clear();
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

/// Additive by construction: a call weighs what its children do not.
std::vector<std::int64_t> FlameScene::rowWeights(const trace::Tree& tree) const
{
    const std::uint32_t rows = m_table->size();
    switch (m_options.weight) {
    case FlameWeight::calls:
        return std::vector<std::int64_t>(rows, 1);
    case FlameWeight::tokens:
        return m_options.columns ? m_options.columns->tokens : std::vector<std::int64_t>(rows);
    case FlameWeight::cost:
        return m_options.columns ? m_options.columns->costNanoUsd : std::vector<std::int64_t>(rows);
    case FlameWeight::selfTime:
        return layout::selfTimes(*m_table, tree, m_options.openEndNs);
    case FlameWeight::time:
        break;
    }
    std::vector<std::int64_t> own(rows);
    std::vector<std::int64_t> below(rows);
    const auto& order = tree.preorder();
    for (auto row = order.rbegin(); row != order.rend(); ++row) { // children first
        const std::int64_t duration =
            m_table->durationNs[*row] == trace::unfinished
                ? std::max<std::int64_t>(m_options.openEndNs - m_table->startUnixNs[*row], 0)
                : std::max<std::int64_t>(m_table->durationNs[*row], 0);
        own[*row] = std::max<std::int64_t>(duration - below[*row], 0);
        if (const std::uint32_t parent = m_table->parent[*row]; parent != trace::noRow)
            below[parent] += own[*row] + below[*row];
    }
    return own;
}

void FlameScene::layOutMerged(const trace::Tree& tree)
{
    const std::vector<std::int64_t> weights = rowWeights(tree);
    const layout::Key key = [this](std::uint32_t row) { return groupOf(row); };
    const layout::Weight weight = [&](std::uint32_t row) { return weights[row]; };
    const layout::Within within = m_options.within.empty() ? layout::Within() : [this](std::uint32_t row) {
        return m_options.within[row] != 0;
    };
    if (m_options.order == FlameOrder::sandwich) {
        layOutSandwich(layout::sandwich(*m_table, tree, key, weight, m_options.sandwichKey, within));
    } else {
        layout::Aggregate merged = layout::leftHeavy(*m_table, tree, key, weight, within);
        m_bars = layout::proportional(merged.nodes, 0);
        m_nodes = std::move(merged.nodes);
        m_barOfRow = std::move(merged.nodeOfRow);
    }
    if (m_options.secondRunFrom > 0)
        shareOut(weights);
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

/// How much of each node either run brought: its own first, then everything below it.
void FlameScene::shareOut(const std::vector<std::int64_t>& weights)
{
    m_shares.resize(m_nodes.size());
    for (std::uint32_t row = 0; row < m_table->size(); ++row) {
        if (m_barOfRow[row] == trace::noRow)
            continue;
        RunShares& of = m_shares[m_barOfRow[row]];
        (row < m_options.secondRunFrom ? of.before : of.after) += std::max<std::int64_t>(weights[row], 0);
    }
    for (std::size_t node = m_nodes.size(); node-- > 0;) { // each node stands after its parent
        const std::uint32_t parent = m_nodes[node].parent;
        if (parent >= m_shares.size())
            continue;
        m_shares[parent].before += m_shares[node].before;
        m_shares[parent].after += m_shares[node].after;
    }
}

layout::Extent FlameScene::extent() const
{
    return {m_bars.first, m_bars.last};
}

std::uint32_t FlameScene::labelId(std::uint32_t bar) const
{
    return timed() ? m_table->name[bar] : m_nodes[bar].key;
}

std::uint32_t FlameScene::groupOf(std::uint32_t row) const
{
    switch (m_options.group) {
    case FlameGroup::name:
        break;
    case FlameGroup::kind:
        return static_cast<std::uint32_t>(m_table->kind[row]);
    case FlameGroup::service:
        return m_table->service[row];
    case FlameGroup::model:
        return m_options.columns ? m_options.columns->model[row] : 0;
    case FlameGroup::attribute:
        return m_options.columns ? m_options.columns->attribute[row] : 0;
    }
    return m_table->name[row];
}

std::string_view FlameScene::groupText(std::uint32_t group) const
{
    switch (m_options.group) {
    case FlameGroup::kind:
        return name(static_cast<Kind>(group));
    case FlameGroup::model:
    case FlameGroup::attribute:
        // What has none is told apart from an empty text by being in brackets.
        return group == 0 || !m_options.columns ? "(none)" : m_options.columns->texts.text(group);
    case FlameGroup::name:
    case FlameGroup::service:
        break;
    }
    return m_table->strings.text(group);
}

std::string_view FlameScene::label(std::uint32_t bar) const
{
    return timed() ? m_table->strings.text(m_table->name[bar]) : groupText(m_nodes[bar].key);
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

RunShares FlameScene::shares(std::uint32_t bar) const
{
    return bar < m_shares.size() ? m_shares[bar] : RunShares();
}

std::vector<std::int64_t> selfTimesOf(const trace::SpanTable& table)
{
    return layout::selfTimes(table, trace::Tree(table), layout::lastKnownNs(table));
}

} // namespace spanglass::views
