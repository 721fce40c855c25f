// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/diff_model.h"

namespace spanglass::models {

void DiffModel::setTexts(std::string before, std::string after)
{
    beginResetModel();
    m_before = std::move(before);
    m_after = std::move(after);
    m_lines = trace::diffLines(m_before, m_after);
    endResetModel();
}

int DiffModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant DiffModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const trace::DiffLine& line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == kindRole)
        return static_cast<int>(line.kind);
    if (role != Qt::DisplayRole)
        return {};
    return QString::fromUtf8(line.text.data(), static_cast<qsizetype>(line.text.size()));
}

} // namespace spanglass::models
