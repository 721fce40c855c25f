// SPDX-License-Identifier: GPL-3.0-or-later
/// The orphan doctor: spans whose parent is missing, why that may be, where they would fit, and a switch that
/// hangs them there for display.
///
///     view.setOrphans(table, orphans);
///     connect(&view, &OrphanView::reattachToggled, …);
///
/// A choice is offered by `spanChosen`. GUI thread.
#pragma once

#include <QAbstractTableModel>
#include <QWidget>
#include <memory>
#include <vector>

#include "trace/orphans.h"
#include "trace/span_table.h"

class QCheckBox;
class QLabel;
class QTreeView;

namespace spanglass::views {

class OrphanModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        nameColumn,
        reasonColumn,
        parentColumn, ///< the id that is missing
        fitsColumn,   ///< the span that ran around it
        columnEnd
    };
    enum Role
    {
        rowRole = Qt::UserRole + 1, ///< uint, of the table
        whyRole                     ///< a sentence or two
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setOrphans(std::shared_ptr<const trace::SpanTable> table, std::vector<trace::Orphan> orphans);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString nameOf(std::uint32_t row) const;
    [[nodiscard]] QString reasonOf(const trace::Orphan& orphan) const;
    [[nodiscard]] QString explanationOf(const trace::Orphan& orphan) const;

    std::shared_ptr<const trace::SpanTable> m_table;
    std::vector<trace::Orphan> m_orphans;
};

class OrphanView : public QWidget
{
    Q_OBJECT
public:
    explicit OrphanView(QWidget* parent = nullptr);

    void setOrphans(std::shared_ptr<const trace::SpanTable> table, std::vector<trace::Orphan> orphans);
    void setReattached(bool reattached);
    [[nodiscard]] const OrphanModel& model() const { return m_model; }

Q_SIGNALS:
    void reattachToggled(bool reattach);
    void spanChosen(quint32 tableRow);

protected:
    void changeEvent(QEvent* event) override;

private:
    void nameThings();

    OrphanModel m_model;
    QLabel* m_summary;
    QCheckBox* m_reattach;
    QTreeView* m_list;
    QLabel* m_why; ///< of the chosen one
};

} // namespace spanglass::views
