// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare_model.h"

#include <QLocale>
#include <cmath>

#include "models/readable.h"

namespace spanglass::models {
namespace {

template<class T> bool bothKnown(const trace::Both<T>& figures)
{
    return figures[0].has_value() && figures[1].has_value();
}

/// "+1.20 s", "−300 ms": the sign first, as in a bill.
QString signedText(bool negative, const QString& amount)
{
    return (negative ? QStringLiteral("−") : QStringLiteral("+")) + amount;
}

QString signedDuration(std::int64_t durationNs)
{
    return signedText(durationNs < 0, durationReadable(std::llabs(durationNs)));
}

QString signedCost(const Decimal& usd)
{
    const bool negative = usd < Decimal();
    return signedText(negative, costReadable(negative ? Decimal() - usd : usd));
}

QString signedCount(std::int64_t count)
{
    return signedText(count < 0, countReadable(std::llabs(count)));
}

} // namespace

CompareModel::CompareModel(QObject* parent) : QAbstractItemModel(parent) {}

void CompareModel::setComparison(Table before, Table after, trace::Comparison comparison)
{
    beginResetModel();
    m_before = std::move(before);
    m_after = std::move(after);
    m_comparison = std::move(comparison);
    link();
    endResetModel();
}

/// Depths become parents: the last row seen one level higher. Differences come in the order of the rows.
void CompareModel::link()
{
    m_nodes.assign(m_comparison.rows.size(), {});
    m_roots.clear();
    std::vector<int> path;
    std::size_t nextDifference = 0;
    for (int node = 0; node < static_cast<int>(m_nodes.size()); ++node) {
        const trace::AlignedRow& row = aligned(node);
        path.resize(row.depth);
        Node& linked = m_nodes[static_cast<std::size_t>(node)];
        linked.parent = path.empty() ? -1 : path.back();
        auto& siblings =
            linked.parent < 0 ? m_roots : m_nodes[static_cast<std::size_t>(linked.parent)].children;
        linked.position = static_cast<int>(siblings.size());
        siblings.push_back(node);
        path.push_back(node);
        if (nextDifference < m_comparison.changed.size() && m_comparison.changed[nextDifference].row == row)
            linked.difference = static_cast<int>(nextDifference++);
    }
}

std::vector<QModelIndex> CompareModel::changes() const
{
    std::vector<QModelIndex> changed;
    for (int node = 0; node < static_cast<int>(m_nodes.size()); ++node)
        if (changeOf(node) != Change::none)
            changed.push_back(createIndex(m_nodes[static_cast<std::size_t>(node)].position, nameColumn,
                                          static_cast<quintptr>(node)));
    return changed;
}

const trace::SpanDifference* CompareModel::difference(int node) const
{
    const int at = m_nodes[static_cast<std::size_t>(node)].difference;
    return at < 0 ? nullptr : &m_comparison.changed[static_cast<std::size_t>(at)];
}

CompareModel::Change CompareModel::changeOf(int node) const
{
    const trace::AlignedRow& row = aligned(node);
    if (row.added())
        return Change::added;
    if (row.removed())
        return Change::removed;
    const trace::SpanDifference* changed = difference(node);
    if (!changed)
        return Change::none;
    if (changed->status[0] != changed->status[1] &&
        (changed->status[0] == Status::error || changed->status[1] == Status::error))
        return changed->status[1] == Status::error ? Change::worse : Change::better;
    // What it costs outweighs how long it takes, and both outweigh what it says.
    if (bothKnown(changed->cost) && *changed->cost[0] != *changed->cost[1])
        return *changed->cost[1] > *changed->cost[0] ? Change::worse : Change::better;
    if (trace::durationDiffers(changed->durationNs))
        return changed->durationNs[1].value_or(0) > changed->durationNs[0].value_or(0) ? Change::worse
                                                                                       : Change::better;
    return Change::other;
}

QString CompareModel::changeWords(int node) const
{
    const trace::AlignedRow& row = aligned(node);
    if (row.added())
        return tr("new");
    if (row.removed())
        return tr("gone");
    const trace::SpanDifference* changed = difference(node);
    if (!changed)
        return {};
    QStringList words;
    if (changed->status[0] != changed->status[1]) {
        if (changed->status[1] == Status::error)
            words << tr("fails");
        else if (changed->status[0] == Status::error)
            words << tr("works again");
    }
    if (trace::durationDiffers(changed->durationNs) && bothKnown(changed->durationNs))
        words << (*changed->durationNs[1] > *changed->durationNs[0] ? tr("slower") : tr("faster"));
    if (bothKnown(changed->cost) && *changed->cost[0] != *changed->cost[1])
        words << (*changed->cost[1] > *changed->cost[0] ? tr("costlier") : tr("cheaper"));
    if (changed->model[0] != changed->model[1])
        words << tr("other model");
    if (changed->inputDiffers)
        words << tr("other input");
    if (changed->outputDiffers)
        words << tr("other output");
    if (row.renamed)
        words << tr("renamed");
    if (words.isEmpty())
        words << tr("other tokens");
    return words.join(QStringLiteral(", "));
}

std::optional<std::int64_t> CompareModel::duration(int node, bool second) const
{
    const std::uint32_t row = second ? aligned(node).b : aligned(node).a;
    if (row == trace::noRow)
        return std::nullopt;
    const std::int64_t durationNs = (second ? m_after : m_before)->durationNs[row];
    return durationNs == trace::unfinished ? std::nullopt : std::optional(durationNs);
}

QVariant CompareModel::displayed(int node, int column) const
{
    const trace::AlignedRow& row = aligned(node);
    const trace::SpanTable& table = row.removed() ? *m_before : *m_after;
    const auto before = duration(node, false);
    const auto after = duration(node, true);
    const trace::SpanDifference* changed = difference(node);
    switch (column) {
    case nameColumn: {
        const std::string_view name = table.strings.text(table.name[row.removed() ? row.a : row.b]);
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    case changeColumn:
        return changeWords(node);
    case beforeColumn:
        return before ? durationReadable(*before) : QString();
    case afterColumn:
        return after ? durationReadable(*after) : QString();
    case differenceColumn:
        return before && after && *before != *after ? signedDuration(*after - *before) : QString();
    case costColumn:
        return changed && bothKnown(changed->cost) && *changed->cost[0] != *changed->cost[1]
                   ? signedCost(*changed->cost[1] - *changed->cost[0])
                   : QString();
    case tokensColumn:
        return changed && bothKnown(changed->tokens) && *changed->tokens[0] != *changed->tokens[1]
                   ? signedCount(*changed->tokens[1] - *changed->tokens[0])
                   : QString();
    default:
        return {};
    }
}

QVariant CompareModel::exact(int node, int column) const
{
    const auto figure = column == beforeColumn  ? duration(node, false)
                        : column == afterColumn ? duration(node, true)
                                                : std::nullopt;
    return figure ? QVariant(durationExact(*figure)) : QVariant();
}

QModelIndex CompareModel::indexOf(std::uint32_t tableRow, bool second) const
{
    for (std::size_t node = 0; node < m_nodes.size(); ++node) {
        const trace::AlignedRow& row = m_comparison.rows[node];
        if ((second ? row.b : row.a) == tableRow && tableRow != trace::noRow)
            return createIndex(m_nodes[node].position, nameColumn, quintptr(node));
    }
    return {};
}

QModelIndex CompareModel::index(int row, int column, const QModelIndex& parent) const
{
    const auto& siblings = parent.isValid() ? m_nodes[parent.internalId()].children : m_roots;
    if (row < 0 || row >= static_cast<int>(siblings.size()) || column < 0 || column >= columnEnd)
        return {};
    return createIndex(row, column, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex CompareModel::parent(const QModelIndex& child) const
{
    if (!child.isValid())
        return {};
    const int parent = m_nodes[child.internalId()].parent;
    if (parent < 0)
        return {};
    return createIndex(m_nodes[static_cast<std::size_t>(parent)].position, nameColumn,
                       static_cast<quintptr>(parent));
}

int CompareModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? m_nodes[parent.internalId()].children.size() : m_roots.size());
}

int CompareModel::columnCount(const QModelIndex&) const
{
    return columnEnd;
}

QVariant CompareModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int node = static_cast<int>(index.internalId());
    const trace::AlignedRow& row = aligned(node);
    switch (role) {
    case Qt::DisplayRole:
        return displayed(node, index.column());
    case Qt::ToolTipRole:
        return exact(node, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= beforeColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case rowBeforeRole:
        return row.a;
    case rowAfterRole:
        return row.b;
    case changeRole:
        return static_cast<int>(changeOf(node));
    case kindRole:
        return static_cast<int>(row.removed() ? m_before->kind[row.a] : m_after->kind[row.b]);
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= beforeColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case nameColumn:
        return tr("Span");
    case changeColumn:
        return tr("What changed");
    case beforeColumn:
        return tr("Before");
    case afterColumn:
        return tr("After");
    case differenceColumn:
        return tr("Difference");
    case costColumn:
        return tr("Cost");
    case tokensColumn:
        return tr("Tokens");
    default:
        return {};
    }
}

} // namespace spanglass::models
