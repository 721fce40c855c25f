// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text with a mark, an optional button and a way to close it.
#include "views/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include "views/icons.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {

Banner::Banner(QWidget* parent) : QFrame(parent), m_label(new QLabel(this)), m_action(new QPushButton(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(36, 4, 4, 4);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
    layout->addWidget(close);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    hide();
}

void Banner::showMessage(Tone tone, const QString& message, const QString& action)
{
    m_tone = tone;
    m_message = message;
    views::setPlainText(m_label, message);
    setAccessibleName(m_label->text());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setProperty("banner", tone == Tone::error     ? QStringLiteral("error")
                          : tone == Tone::warning ? QStringLiteral("warning")
                                                  : QStringLiteral("info"));
    style()->unpolish(this);
    style()->polish(this);
    show();
}

void Banner::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const Theme& t = theme();
    const QColor color = m_tone == Tone::error ? t.error : m_tone == Tone::warning ? t.warning : t.accent;
    const QString name = m_tone == Tone::info ? QStringLiteral("info") : QStringLiteral("warning");
    paintIcon(&painter, name, QRectF(13, height() / 2.0 - 8, 16, 16), color);
}

} // namespace spanglass::views
