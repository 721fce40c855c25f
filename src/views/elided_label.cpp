// SPDX-License-Identifier: GPL-3.0-or-later
// drawText knows no markup; the text is made literal when it is set.
#include "views/elided_label.h"

#include <QPainter>

#include "views/plain_text.h"

namespace spanglass::views {
namespace {

/// A name may be a megabyte; no line is longer than this.
constexpr qsizetype longestLine = 1'000;

} // namespace

ElidedLabel::ElidedLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text)
{
    m_text = literal(text.left(longestLine));
    setToolTip(plainToolTip(text));
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

void ElidedLabel::setRole(FontRole role)
{
    m_role = role;
    updateGeometry();
    update();
}

void ElidedLabel::setSecondary(bool secondary)
{
    m_secondary = secondary;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(views::font(m_role));
    return {metrics.horizontalAdvance(m_text) + 2, metrics.height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(40, sizeHint().width()), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(views::font(m_role));
    painter.setPen(m_secondary ? theme().secondary : theme().text);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

} // namespace spanglass::views
