// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/orphan_view.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {

using trace::Orphan;
using trace::OrphanReason;

void OrphanModel::setOrphans(std::shared_ptr<const trace::SpanTable> table, std::vector<Orphan> orphans)
{
    beginResetModel();
    m_table = std::move(table);
    m_orphans = std::move(orphans);
    endResetModel();
}

int OrphanModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_orphans.size());
}

int OrphanModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnEnd;
}

QString OrphanModel::nameOf(std::uint32_t row) const
{
    return row == trace::noRow ? QString() : literal(m_table->strings.text(m_table->name[row]));
}

QString OrphanModel::reasonOf(const Orphan& orphan) const
{
    switch (orphan.reason) {
    case OrphanReason::inAnotherTrace:
        return tr("its parent is in another trace");
    case OrphanReason::severalLost:
        return tr("the parent was never recorded");
    case OrphanReason::wasCycle:
        return tr("it was its own ancestor");
    case OrphanReason::aloneLost:
        break;
    }
    return tr("nobody else knows the parent");
}

QString OrphanModel::explanationOf(const Orphan& orphan) const
{
    switch (orphan.reason) {
    case OrphanReason::inAnotherTrace:
        return tr("The parent's id is here, in “%1”, under another trace id: the context was cut in between. "
                  "Pass traceparent on as it came.")
            .arg(nameOf(orphan.elsewhere));
    case OrphanReason::severalLost:
        return tr("Other spans name the same parent: it ran, but was not recorded or has not been exported "
                  "yet. A sampled-out or crashed caller leaves this behind.");
    case OrphanReason::wasCycle:
        return tr("Its chain of parents led back to itself; the circle is cut at its earliest span.");
    case OrphanReason::aloneLost:
        break;
    }
    return tr("No other span names this parent: the caller may not be instrumented, or sent a wrong id.");
}

QVariant OrphanModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Orphan& orphan = m_orphans[static_cast<std::size_t>(index.row())];
    if (role == rowRole)
        return orphan.row;
    if (role == whyRole)
        return explanationOf(orphan);
    if (role == Qt::ToolTipRole)
        return plainToolTip(explanationOf(orphan));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case nameColumn:
        return nameOf(orphan.row);
    case reasonColumn:
        return reasonOf(orphan);
    case parentColumn:
        return orphan.missingParent.valid() ? QString::fromStdString(orphan.missingParent.hex()) : QString();
    case fitsColumn:
        return orphan.candidate == trace::noRow ? tr("nowhere") : nameOf(orphan.candidate);
    default:
        return {};
    }
}

QVariant OrphanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case nameColumn:
        return tr("Span");
    case reasonColumn:
        return tr("Why");
    case parentColumn:
        return tr("Missing parent");
    case fitsColumn:
        return tr("Would fit below");
    default:
        return {};
    }
}

OrphanView::OrphanView(QWidget* parent)
    : QWidget(parent), m_summary(new QLabel(this)), m_reattach(new QCheckBox(this)),
      m_list(new QTreeView(this)), m_why(new QLabel(this))
{
    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    head->addWidget(m_summary);
    head->addWidget(m_reattach);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setContentsMargins(12, 8, 12, 8);
    m_why->hide();
    column->addWidget(m_why);
    m_list->setModel(&m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(OrphanModel::reasonColumn, QHeaderView::Stretch);
    m_list->header()->setMaximumSectionSize(280); // a name may be of any length
    connect(m_reattach, &QCheckBox::toggled, this, &OrphanView::reattachToggled);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                setPlainText(m_why, current.data(OrphanModel::whyRole).toString());
                m_why->setVisible(current.isValid());
                if (current.isValid())
                    Q_EMIT spanChosen(current.data(OrphanModel::rowRole).toUInt());
            });
    nameThings();
}

void OrphanView::setOrphans(std::shared_ptr<const trace::SpanTable> table, std::vector<Orphan> orphans)
{
    const bool mendable =
        std::ranges::any_of(orphans, [](const Orphan& orphan) { return orphan.candidate != trace::noRow; });
    m_why->hide();
    m_model.setOrphans(std::move(table), std::move(orphans));
    m_reattach->setEnabled(mendable);
    nameThings();
}

void OrphanView::setReattached(bool reattached)
{
    m_reattach->setChecked(reattached);
}

void OrphanView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameThings();
}

void OrphanView::nameThings()
{
    const int count = m_model.rowCount();
    m_summary->setText(
        tr("%n span(s) name a parent that is not here. Choose one to see it and why.", nullptr, count));
    m_reattach->setText(tr("Hang them where they fit"));
    m_reattach->setToolTip(plainToolTip(tr(
        "For display only: each goes below the innermost span that ran around it. What is stored stays.")));
    m_list->setAccessibleName(tr("Spans whose parent is missing"));
}

} // namespace spanglass::views
