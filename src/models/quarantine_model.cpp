// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quarantine_model.h"

#include "base/text.h"
#include "models/readable.h"

namespace spanglass::models {
namespace {

bool same(const std::vector<store::QuarantineRow>& a, const std::vector<store::QuarantineRow>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.spanRow == y.spanRow && x.score == y.score && x.reason == y.reason &&
               x.timeUnixNs == y.timeUnixNs && x.again == y.again;
    });
}

QString shown(const std::string& text)
{
    return QString::fromStdString(visibleText(text));
}

} // namespace

void QuarantineModel::setRows(std::vector<store::QuarantineRow> rows)
{
    if (same(rows, m_rows))
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int QuarantineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QuarantineModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant QuarantineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const store::QuarantineRow& row = at(index.row());
    switch (index.column()) {
    case reasonColumn:
        return shown(row.reason);
    case whatColumn:
        if (row.again)
            return row.score == 0 ? tr("span, is tried again") : tr("score, is tried again");
        return row.score == 0 ? tr("span") : tr("score");
    case traceColumn:
        return QString::fromStdString(row.span.valid() ? row.trace.hex() + "/" + row.span.hex()
                                                       : row.trace.hex());
    case timeColumn:
        return timeExact(row.timeUnixNs);
    default:
        return {};
    }
}

QVariant QuarantineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case reasonColumn:
        return tr("Why it was refused");
    case whatColumn:
        return tr("What");
    case traceColumn:
        return tr("Trace and span");
    case timeColumn:
        return tr("When");
    default:
        return {};
    }
}

} // namespace spanglass::models
