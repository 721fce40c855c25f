// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time_histogram.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "models/readable.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

constexpr qreal sideMargin = 10;
constexpr qreal topMargin = 4;
constexpr qreal bottomMargin = 18; ///< with the times in it
constexpr qreal leastBarHeight = 2;
constexpr int timeGapPx = 16;

/// As much of a time as tells it from the others: the day where there are many, else the second.
QString timeShort(std::int64_t unixNs, std::int64_t rangeNs)
{
    constexpr std::int64_t dayNs = 86'400LL * 1'000'000'000;
    const QString exact = models::timeExact(unixNs);
    return rangeNs > 2 * dayNs ? exact.left(10) : rangeNs > dayNs ? exact.left(16) : exact.mid(11, 8);
}

} // namespace

TimeHistogram::TimeHistogram(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::CrossCursor);
}

void TimeHistogram::setHistogram(trace::TraceHistogram histogram)
{
    m_histogram = std::move(histogram);
    m_most = 0;
    for (const auto& bin : m_histogram.bins)
        m_most = std::max(m_most, bin.traces);
    m_anchor.reset();
    m_current.reset();
    update();
}

QRectF TimeHistogram::barRect(std::size_t bin) const
{
    const qreal room = width() - 2 * sideMargin;
    const auto count = static_cast<qreal>(std::max<std::size_t>(1, m_histogram.bins.size()));
    const qreal left = sideMargin + room * static_cast<qreal>(bin) / count;
    const qreal right = sideMargin + room * static_cast<qreal>(bin + 1) / count;
    const std::int64_t traces = m_histogram.bins[bin].traces;
    if (traces == 0)
        return {left, height() - bottomMargin, std::max(1.0, right - left - 1), 0};
    // One among thousands is still to be seen.
    const qreal most = height() - topMargin - bottomMargin;
    const qreal tall =
        std::max(leastBarHeight, most * static_cast<qreal>(traces) / static_cast<qreal>(m_most));
    return {left, height() - bottomMargin - tall, std::max(1.0, right - left - 1), tall};
}

void TimeHistogram::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), t.window);
    painter.setPen(Qt::NoPen);
    const qreal floor = height() - bottomMargin;
    painter.fillRect(QRectF(sideMargin, floor, width() - 2 * sideMargin, 1), t.line);
    if (m_histogram.bins.empty()) {
        painter.setPen(t.secondary);
        painter.setFont(views::font(FontRole::caption));
        painter.drawText(rect(), Qt::AlignCenter, tr("no traces in this range"));
        return;
    }
    if (m_anchor && m_current) {
        const QRectF first = barRect(static_cast<std::size_t>(std::min(*m_anchor, *m_current)));
        const QRectF last = barRect(static_cast<std::size_t>(std::max(*m_anchor, *m_current)));
        painter.fillRect(QRectF(first.left() - 0.5, 0, last.right() - first.left() + 1, height()),
                         t.selection);
    }
    QColor quiet = t.accent;
    quiet.setAlphaF(0.55f);
    for (std::size_t i = 0; i < m_histogram.bins.size(); ++i) {
        const auto& bin = m_histogram.bins[i];
        if (bin.traces == 0)
            continue;
        const QRectF bar = barRect(i);
        painter.fillRect(bar, m_current && static_cast<std::size_t>(*m_current) == i ? t.accent : quiet);
        if (bin.failed > 0) {
            const qreal part = std::max(leastBarHeight, bar.height() * static_cast<qreal>(bin.failed) /
                                                            static_cast<qreal>(bin.traces));
            painter.fillRect(QRectF(bar.left(), floor - part, bar.width(), part), t.error);
        }
    }
    paintTimes(painter);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 0.5, -2.5, -0.5), measure::radius,
                                measure::radius);
    }
}

/// From when to when, and what is pointed at: by keys there is no tooltip.
void TimeHistogram::paintTimes(QPainter& painter)
{
    const Theme& t = theme();
    const qreal floor = height() - bottomMargin;
    const QRectF line(sideMargin, floor + 2, width() - 2 * sideMargin, bottomMargin - 2);
    const std::int64_t rangeNs = m_histogram.binNs * static_cast<std::int64_t>(m_histogram.bins.size());
    painter.setFont(views::font(FontRole::caption));
    painter.setPen(t.secondary);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, timeShort(m_histogram.fromNs, rangeNs));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                     timeShort(m_histogram.fromNs + rangeNs, rangeNs));
    if (!m_current)
        return;
    QString text = textOf(*m_current).replace(QLatin1Char('\n'), QLatin1String(" · "));
    const qreal wide = painter.fontMetrics().horizontalAdvance(text) + timeGapPx;
    QRectF place(barRect(static_cast<std::size_t>(*m_current)).center().x() - wide / 2, line.top(), wide,
                 line.height());
    place.moveLeft(std::clamp(place.left(), line.left(), std::max(line.left(), line.right() - wide)));
    painter.fillRect(place, t.window);
    painter.setPen(t.text);
    painter.drawText(place, Qt::AlignCenter, text);
}

int TimeHistogram::binAt(qreal viewX) const
{
    const auto count = static_cast<qreal>(m_histogram.bins.size());
    const qreal room = std::max(1.0, width() - 2 * sideMargin);
    return std::clamp(static_cast<int>(std::floor((viewX - sideMargin) / room * count)), 0,
                      static_cast<int>(count) - 1);
}

QString TimeHistogram::textOf(int bin) const
{
    const auto& counted = m_histogram.bins[static_cast<std::size_t>(bin)];
    const std::int64_t fromNs = m_histogram.fromNs + m_histogram.binNs * bin;
    const int traces = static_cast<int>(counted.traces), failed = static_cast<int>(counted.failed);
    QString text =
        tr("%1 to %2").arg(models::timeExact(fromNs), models::timeExact(fromNs + m_histogram.binNs)) +
        QLatin1Char('\n') + tr("%n trace(s)", nullptr, traces);
    if (failed > 0)
        text += QStringLiteral(", ") + tr("%n failed", nullptr, failed);
    return text;
}

void TimeHistogram::point(int bin)
{
    m_current = bin;
    setAccessibleDescription(textOf(bin));
    update();
}

void TimeHistogram::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_histogram.bins.empty())
        return;
    m_anchor = binAt(event->position().x());
    point(*m_anchor);
}

void TimeHistogram::mouseMoveEvent(QMouseEvent* event)
{
    if (m_histogram.bins.empty())
        return;
    point(binAt(event->position().x()));
}

void TimeHistogram::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_anchor && m_current)
        chooseSelection();
}

void TimeHistogram::mouseDoubleClickEvent(QMouseEvent*)
{
    m_anchor.reset();
    update();
    Q_EMIT everythingAsked();
}

void TimeHistogram::leaveEvent(QEvent*)
{
    if (!m_anchor)
        m_current.reset();
    update();
}

void TimeHistogram::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(m_histogram.bins.size());
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (sideways && count > 0) {
        const int by = event->key() == Qt::Key_Left ? -1 : 1;
        const int from = m_current.value_or(by < 0 ? count : -1);
        if (event->modifiers().testFlag(Qt::ShiftModifier) && m_current)
            m_anchor = m_anchor.value_or(*m_current);
        else
            m_anchor.reset();
        point(std::clamp(from + by, 0, count - 1));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current) {
        m_anchor = m_anchor.value_or(*m_current);
        chooseSelection();
    } else if (event->key() == Qt::Key_Escape && (m_anchor || m_narrowed)) {
        const bool choosing = m_anchor.has_value();
        m_anchor.reset();
        update();
        if (!choosing)
            Q_EMIT everythingAsked();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void TimeHistogram::chooseSelection()
{
    const int first = std::min(*m_anchor, *m_current), last = std::max(*m_anchor, *m_current);
    m_anchor.reset();
    update();
    const std::int64_t fromNs = m_histogram.fromNs + m_histogram.binNs * first;
    const std::int64_t toNs = m_histogram.fromNs + m_histogram.binNs * (last + 1);
    Q_EMIT rangeChosen({fromNs, toNs});
}

} // namespace spanglass::views
