// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pulse_dot.h"

#include <QPainter>

#include "views/motion.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

constexpr int beatMs = 450;
constexpr double dotRadius = 3;
constexpr double haloRadius = 6.5;

} // namespace

PulseDot::PulseDot(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_beat.setDuration(beatMs);
    m_beat.setStartValue(1.0);
    m_beat.setEndValue(0.0);
    connect(&m_beat, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

void PulseDot::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    if (!live)
        m_beat.stop();
    update();
}

void PulseDot::beat()
{
    if (m_live && !isBeating() && moves(this))
        m_beat.start();
}

void PulseDot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = QRectF(rect()).center();
    QColor colour = m_live ? theme().ok : theme().secondary;
    if (isBeating()) {
        const double strength = m_beat.currentValue().toDouble();
        QColor halo = colour;
        halo.setAlphaF(static_cast<float>(0.45 * strength));
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        const double radius = dotRadius + (haloRadius - dotRadius) * (1 - strength);
        painter.drawEllipse(centre, radius, radius);
    }
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(m_live ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, dotRadius, dotRadius);
}

} // namespace spanglass::views
