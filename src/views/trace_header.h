// SPDX-License-Identifier: GPL-3.0-or-later
/// The columns of the trace list: which there are, what stands in them, and the header that the user moves,
/// sizes and sorts by.
#pragma once

#include <QHeaderView>
#include <QList>
#include <optional>

#include "trace/trace_row.h"

class QStandardItemModel;

namespace spanglass::views {

enum class TraceColumn
{
    name,
    started,
    duration,
    spans,
    errors,
    tokens,
    cost,
    service,
    session,
    user,
    tags,
    scores,
    environment,
    release
};
inline constexpr int traceColumnCount = 14;

/// As settings keep it: "duration". Nothing for a name that is none.
[[nodiscard]] QString columnKey(TraceColumn column);
[[nodiscard]] std::optional<TraceColumn> columnOfKey(const QString& key);
[[nodiscard]] QString columnTitle(TraceColumn column);
/// What the row at `index` of a TraceListModel has there.
[[nodiscard]] QString columnText(TraceColumn column, const QModelIndex& index);
[[nodiscard]] bool isNumber(TraceColumn column); ///< stands on the right
/// What a click on the header sorts by; nothing where the store has no order for it.
[[nodiscard]] std::optional<trace::TraceOrder> orderOf(TraceColumn column);
[[nodiscard]] QList<TraceColumn> columnsOfKeys(const QStringList& keys);
[[nodiscard]] QStringList keysOfColumns(const QList<TraceColumn>& columns);
[[nodiscard]] QList<TraceColumn> usualColumns();

class TraceHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit TraceHeader(QWidget* parent);

    void setColumns(const QList<TraceColumn>& columns);
    /// As they stand now, from the left.
    [[nodiscard]] QList<TraceColumn> columns() const;
    [[nodiscard]] TraceColumn columnAt(int visualIndex) const;
    void showOrder(trace::TraceOrder order);

Q_SIGNALS:
    /// The user moved, added or removed one.
    void columnsChanged();
    void orderAsked(spanglass::trace::TraceOrder order);
    void compactAsked();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void nameSections();
    QStandardItemModel* m_sections;
    QList<TraceColumn> m_columns; ///< by logical index
};

} // namespace spanglass::views
