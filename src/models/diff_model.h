// SPDX-License-Identifier: GPL-3.0-or-later
/// Two texts as the lines of their difference, for a list: `kindRole` says whether a line went, came or
/// stayed.
#pragma once

#include <QAbstractListModel>
#include <string>
#include <vector>

#include "trace/text_diff.h"

namespace spanglass::models {

class DiffModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        kindRole = Qt::UserRole + 1 ///< int of trace::DiffKind
    };
    using QAbstractListModel::QAbstractListModel;

    void setTexts(std::string before, std::string after);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::string m_before; ///< the lines point into these
    std::string m_after;
    std::vector<trace::DiffLine> m_lines;
};

} // namespace spanglass::models
