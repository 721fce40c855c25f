// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sync_strip.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include "views/icons.h"
#include "views/sync_chips.h"
#include "views/theme.h"

namespace spanglass::views {

SyncStrip::SyncStrip(QWidget* parent)
    : QWidget(parent), m_expand(new QToolButton(this)), m_title(new QLabel(this)),
      m_chips(new SyncChips(this)), m_deliver(new QCheckBox(this))
{
    m_expand->setObjectName(QStringLiteral("expandSync"));
    m_expand->setAutoRaise(true);
    m_deliver->setObjectName(QStringLiteral("deliver"));
    m_deliver->setFont(views::font(FontRole::secondary));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 12, 0);
    row->setSpacing(4);
    row->addWidget(m_expand);
    row->addWidget(m_title);
    row->addSpacing(4);
    row->addWidget(m_chips, 1);
    row->addSpacing(8);
    row->addWidget(m_deliver);
    setFixedHeight(30);
    connect(m_expand, &QToolButton::clicked, this, &SyncStrip::expandToggled);
    connect(m_deliver, &QCheckBox::toggled, this, &SyncStrip::deliverToggled);
    nameThings();
}

void SyncStrip::setExpanded(bool expanded)
{
    m_expanded = expanded;
    nameThings();
}

void SyncStrip::setDelivering(bool on)
{
    const QSignalBlocker quiet(m_deliver);
    m_deliver->setChecked(on);
}

void SyncStrip::setSwitchEnabled(bool enabled)
{
    m_deliver->setEnabled(enabled);
}

void SyncStrip::nameThings()
{
    m_title->setText(tr("Sync"));
    m_expand->setIcon(icon(m_expanded ? QStringLiteral("collapse") : QStringLiteral("expand")));
    m_expand->setToolTip(m_expanded ? tr("Show one line only") : tr("Show all about the deliveries"));
    m_expand->setAccessibleName(m_expand->toolTip());
    m_deliver->setText(tr("Deliver from this window"));
    m_deliver->setToolTip(tr("While this is on and the window is open, what this store has leaves for the "
                             "destinations named here."));
    m_chips->setEmptyText(tr("Nothing leaves this machine: no destination was added."));
}

void SyncStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameThings();
}

void SyncStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().window);
    painter.fillRect(QRect(0, 0, width(), 1), theme().line);
}

} // namespace spanglass::views
