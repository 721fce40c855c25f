// SPDX-License-Identifier: GPL-3.0-or-later
/// A trace document as a tree of spans: what the flame graph, the timeline and the details share, together
/// with one QItemSelectionModel.
///
///     model.setTable(*store.trace(id));
///     const auto row = model.tableRow(selection.currentIndex());   // trace::noRow for none
///     const auto& table = *model.table();                          // the columns, for bulk readers
///
/// An index stands for a row of the table. A newer table of the same shape (spans that went on, ended or
/// failed) is dataChanged; one with other rows is a reset, after which `indexOf(trace, span)` finds a span
/// again. Column 0 holds the names; all columns answer the roles below.
#pragma once

#include <QAbstractItemModel>
#include <memory>
#include <vector>

#include "trace/span_table.h"
#include "trace/tree.h"

namespace spanglass::models {

class SpanTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column
    {
        nameColumn,
        kindColumn,
        startColumn,    ///< ns after the first span's start
        durationColumn, ///< ns; empty while running
        selfColumn,     ///< ns not covered by children; empty while running
        columnEnd
    };
    enum Role
    {
        tableRowRole = Qt::UserRole + 1, ///< uint
        kindRole,                        ///< int of Kind
        statusRole,                      ///< int of Status
        stateRole,                       ///< int of trace::State
        startRole,                       ///< qint64, Unix ns
        durationRole,                    ///< qint64 ns, trace::unfinished while running
        serviceRole,                     ///< QString
        flagsRole,                       ///< int of trace::SpanFlag
    };

    explicit SpanTreeModel(QObject* parent = nullptr);

    /// `shiftNs`: by how much each row's start was moved for display (trace/display_table.h); empty for none.
    void setTable(std::shared_ptr<const trace::SpanTable> table, std::vector<std::int64_t> shiftNs = {});
    /// What was added to the stored start of a row; 0 where it stands as stored.
    [[nodiscard]] std::int64_t shiftNs(std::uint32_t tableRow) const
    {
        return tableRow < m_shiftNs.size() ? m_shiftNs[tableRow] : 0;
    }
    /// Never null; empty before the first setTable.
    [[nodiscard]] const std::shared_ptr<const trace::SpanTable>& table() const { return m_table; }
    [[nodiscard]] const trace::Tree& tree() const { return m_tree; }

    [[nodiscard]] std::uint32_t tableRow(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOfRow(std::uint32_t tableRow, int column = nameColumn) const;
    [[nodiscard]] QModelIndex indexOf(TraceId trace, SpanId span) const;
    /// Of the whole table; 0 when it is empty.
    [[nodiscard]] std::int64_t firstStartUnixNs() const { return m_firstStartUnixNs; }
    /// What the children of a row do not cover, overlaps counted once; `trace::unfinished` while it runs.
    [[nodiscard]] std::int64_t selfNs(std::uint32_t tableRow) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::span<const std::uint32_t> childRows(const QModelIndex& parent) const;
    [[nodiscard]] bool sameShapeAs(const trace::SpanTable& other) const;
    void announceChanges(const std::vector<std::uint32_t>& changedRows);
    void rebuild();
    [[nodiscard]] QVariant displayed(std::uint32_t row, int column) const;

    std::shared_ptr<const trace::SpanTable> m_table;
    std::vector<std::int64_t> m_shiftNs;
    trace::Tree m_tree;
    std::vector<std::uint32_t> m_position; ///< of each row among its siblings
    std::int64_t m_firstStartUnixNs = 0;
};

} // namespace spanglass::models
