// SPDX-License-Identifier: GPL-3.0-or-later
/// Two runs laid over each other, as a tree: each row a span of one or both, with what changed.
///
///     model.setComparison(before, after, trace::compare(*before, *after));
///
/// Comparing reads every span once, so a caller with large runs does it on a thread of its own. GUI thread
/// otherwise.
#pragma once

#include <QAbstractItemModel>
#include <memory>
#include <optional>
#include <vector>

#include "trace/compare.h"
#include "trace/span_table.h"

namespace spanglass::models {

class CompareModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column
    {
        nameColumn,
        changeColumn, ///< a word: new, gone, slower, faster, …; empty where nothing changed
        beforeColumn, ///< duration in the first run
        afterColumn,
        differenceColumn,
        costColumn,   ///< difference in cost
        tokensColumn, ///< difference in tokens
        columnEnd
    };
    enum Role
    {
        rowBeforeRole = Qt::UserRole + 1, ///< uint, a row of the first table or trace::noRow
        rowAfterRole,
        changeRole, ///< int of Change
        kindRole,
    };
    enum class Change
    {
        none,
        added,
        removed,
        worse,  ///< slower, costlier or failing now
        better, ///< faster, cheaper or no longer failing
        other,  ///< another answer, another name
    };

    using Table = std::shared_ptr<const trace::SpanTable>;

    explicit CompareModel(QObject* parent = nullptr);

    void setComparison(Table before, Table after, trace::Comparison comparison);
    [[nodiscard]] const trace::RunTotals& totals() const { return m_comparison.total; }
    [[nodiscard]] const Table& before() const { return m_before; }
    [[nodiscard]] const Table& after() const { return m_after; }
    /// The rows that changed, in display order: what "next change" goes through.
    [[nodiscard]] std::vector<QModelIndex> changes() const;
    /// Where a row of the first or the second table stands; invalid for rows that are not there.
    [[nodiscard]] QModelIndex indexOf(std::uint32_t tableRow, bool second) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node
    {
        int parent = -1;
        int position = 0; ///< among its siblings
        std::vector<int> children;
        int difference = -1; ///< into m_comparison.changed
    };
    [[nodiscard]] const trace::AlignedRow& aligned(int node) const
    {
        return m_comparison.rows[static_cast<std::size_t>(node)];
    }
    [[nodiscard]] const trace::SpanDifference* difference(int node) const;
    [[nodiscard]] Change changeOf(int node) const;
    [[nodiscard]] QString changeWords(int node) const;
    [[nodiscard]] QVariant displayed(int node, int column) const;
    [[nodiscard]] QVariant exact(int node, int column) const;
    [[nodiscard]] std::optional<std::int64_t> duration(int node, bool second) const;
    void link();

    Table m_before;
    Table m_after;
    trace::Comparison m_comparison;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
};

} // namespace spanglass::models
