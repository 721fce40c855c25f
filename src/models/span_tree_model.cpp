// SPDX-License-Identifier: GPL-3.0-or-later
// Indexes carry the table row; everything else is looked up in the columns.
#include "models/span_tree_model.h"

#include <algorithm>

namespace spanglass::models {
namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

SpanTreeModel::SpanTreeModel(QObject* parent)
    : QAbstractItemModel(parent), m_table(std::make_shared<const trace::SpanTable>())
{
}

void SpanTreeModel::setTable(std::shared_ptr<const trace::SpanTable> table, std::vector<std::int64_t> shiftNs)
{
    m_shiftNs = std::move(shiftNs);
    if (!table)
        table = std::make_shared<const trace::SpanTable>();
    if (!sameShapeAs(*table)) {
        beginResetModel();
        m_table = std::move(table);
        rebuild();
        endResetModel();
        return;
    }
    std::vector<std::uint32_t> changed;
    for (std::uint32_t row = 0; row < table->size(); ++row) {
        if (table->durationNs[row] != m_table->durationNs[row] || table->state[row] != m_table->state[row] ||
            table->status[row] != m_table->status[row] || table->flags[row] != m_table->flags[row] ||
            table->strings.text(table->name[row]) != m_table->strings.text(m_table->name[row]))
            changed.push_back(row);
    }
    m_table = std::move(table);
    announceChanges(changed);
}

std::uint32_t SpanTreeModel::tableRow(const QModelIndex& index) const
{
    return index.isValid() && index.model() == this ? static_cast<std::uint32_t>(index.internalId())
                                                    : trace::noRow;
}

QModelIndex SpanTreeModel::indexOfRow(std::uint32_t tableRow, int column) const
{
    if (tableRow >= m_table->size())
        return {};
    return createIndex(static_cast<int>(m_position[tableRow]), column, quintptr(tableRow));
}

QModelIndex SpanTreeModel::indexOf(TraceId trace, SpanId span) const
{
    // A scan of two plain columns: 1M rows take about a millisecond, and it happens once per reset.
    for (std::uint32_t row = 0; row < m_table->size(); ++row) {
        if (m_table->id[row] == span && m_table->trace[row] == trace)
            return indexOfRow(row);
    }
    return {};
}

std::int64_t SpanTreeModel::selfNs(std::uint32_t tableRow) const
{
    const std::int64_t duration = m_table->durationNs[tableRow];
    if (duration < 0)
        return trace::unfinished;
    const std::int64_t start = m_table->startUnixNs[tableRow];
    const std::int64_t end = start + duration;
    std::int64_t covered = 0;
    std::int64_t coveredTo = start;
    // Children come by start, so one pass merges their overlaps.
    for (const std::uint32_t child : m_tree.children(tableRow)) {
        const std::int64_t childStart = std::max(m_table->startUnixNs[child], coveredTo);
        const std::int64_t childDuration = m_table->durationNs[child];
        const std::int64_t childEnd =
            childDuration < 0 ? end : std::min(end, m_table->startUnixNs[child] + childDuration);
        if (childEnd > childStart) {
            covered += childEnd - childStart;
            coveredTo = childEnd;
        }
    }
    return duration - covered;
}

QModelIndex SpanTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    const auto rows = childRows(parent);
    if (row < 0 || static_cast<std::size_t>(row) >= rows.size() || column < 0 || column >= columnEnd)
        return {};
    return createIndex(row, column, quintptr(rows[static_cast<std::size_t>(row)]));
}

QModelIndex SpanTreeModel::parent(const QModelIndex& child) const
{
    const std::uint32_t row = tableRow(child);
    return row == trace::noRow ? QModelIndex() : indexOfRow(m_table->parent[row]);
}

int SpanTreeModel::rowCount(const QModelIndex& parent) const
{
    return static_cast<int>(childRows(parent).size());
}

int SpanTreeModel::columnCount(const QModelIndex&) const
{
    return columnEnd;
}

QVariant SpanTreeModel::data(const QModelIndex& index, int role) const
{
    const std::uint32_t row = tableRow(index);
    if (row >= m_table->size())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return displayed(row, index.column());
    case tableRowRole:
        return row;
    case kindRole:
        return static_cast<int>(m_table->kind[row]);
    case statusRole:
        return static_cast<int>(m_table->status[row]);
    case stateRole:
        return static_cast<int>(m_table->state[row]);
    case startRole:
        return qint64(m_table->startUnixNs[row]);
    case durationRole:
        return qint64(m_table->durationNs[row]);
    case serviceRole:
        return toQString(m_table->strings.text(m_table->service[row]));
    case flagsRole:
        return static_cast<int>(m_table->flags[row]);
    default:
        return {};
    }
}

QVariant SpanTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case nameColumn:
        return tr("Name");
    case kindColumn:
        return tr("Kind");
    case startColumn:
        return tr("Start");
    case durationColumn:
        return tr("Duration");
    case selfColumn:
        return tr("Self time");
    default:
        return {};
    }
}

std::span<const std::uint32_t> SpanTreeModel::childRows(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return m_tree.roots();
    if (parent.column() != nameColumn)
        return {};
    return m_tree.children(tableRow(parent));
}

bool SpanTreeModel::sameShapeAs(const trace::SpanTable& other) const
{
    return m_table->size() == other.size() && m_table->size() > 0 && m_table->id == other.id &&
           m_table->parent == other.parent && m_table->trace == other.trace &&
           m_table->startUnixNs == other.startUnixNs;
}

void SpanTreeModel::announceChanges(const std::vector<std::uint32_t>& changedRows)
{
    for (const std::uint32_t row : changedRows)
        Q_EMIT dataChanged(indexOfRow(row, nameColumn), indexOfRow(row, selfColumn));
}

void SpanTreeModel::rebuild()
{
    m_tree = trace::Tree(*m_table);
    m_position.assign(m_table->size(), 0);
    const auto number = [this](std::span<const std::uint32_t> siblings) {
        std::uint32_t position = 0;
        for (const std::uint32_t row : siblings)
            m_position[row] = position++;
    };
    number(m_tree.roots());
    for (std::uint32_t row = 0; row < m_table->size(); ++row)
        number(m_tree.children(row));
    const auto first = std::ranges::min_element(m_table->startUnixNs);
    m_firstStartUnixNs = first == m_table->startUnixNs.end() ? 0 : *first;
}

QVariant SpanTreeModel::displayed(std::uint32_t row, int column) const
{
    switch (column) {
    case nameColumn:
        return toQString(m_table->strings.text(m_table->name[row]));
    case kindColumn:
        return toQString(name(m_table->kind[row]));
    case startColumn:
        return qint64(m_table->startUnixNs[row] - m_firstStartUnixNs);
    case durationColumn:
        return m_table->durationNs[row] < 0 ? QVariant() : QVariant(qint64(m_table->durationNs[row]));
    case selfColumn:
        return selfNs(row) < 0 ? QVariant() : QVariant(qint64(selfNs(row)));
    default:
        return {};
    }
}

} // namespace spanglass::models
