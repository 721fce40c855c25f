// SPDX-License-Identifier: GPL-3.0-or-later
/// What a destination refused for good, with the reason: a table of spans and scores.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "store/deliveries.h"

namespace spanglass::models {

class QuarantineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        reasonColumn,
        whatColumn,
        traceColumn,
        timeColumn,
        columns
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// The same rows again change nothing.
    void setRows(std::vector<store::QuarantineRow> rows);
    [[nodiscard]] const store::QuarantineRow& at(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole and ToolTipRole; text of unknown origin is made visible.
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<store::QuarantineRow> m_rows;
};

} // namespace spanglass::models
