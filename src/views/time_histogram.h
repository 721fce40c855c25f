// SPDX-License-Identifier: GPL-3.0-or-later
/// How many traces began when, as bars above the list; failed ones are marked at the foot of their bar. A
/// drag, or Shift with the arrow keys and Enter, chooses a range; Esc and a double click give everything
/// back.
#pragma once

#include <QWidget>
#include <optional>

#include "trace/trace_row.h"

namespace spanglass::views {

class TimeHistogram : public QWidget
{
    Q_OBJECT
public:
    explicit TimeHistogram(QWidget* parent = nullptr);

    void setHistogram(trace::TraceHistogram histogram);
    [[nodiscard]] const trace::TraceHistogram& histogram() const { return m_histogram; }
    /// A narrower range than all is shown: Esc leads out of it.
    void setNarrowed(bool narrowed) { m_narrowed = narrowed; }
    /// Where a bin is drawn.
    [[nodiscard]] QRectF barRect(std::size_t bin) const;

    QSize sizeHint() const override { return {200, 54}; }
    QSize minimumSizeHint() const override { return {80, 54}; }

Q_SIGNALS:
    void rangeChosen(const spanglass::trace::TimeRange& range);
    void everythingAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int binAt(qreal viewX) const;
    void chooseSelection();
    void point(int bin);
    void paintTimes(QPainter& painter);
    [[nodiscard]] QString textOf(int bin) const;

    trace::TraceHistogram m_histogram;
    std::int64_t m_most = 0;
    std::optional<int> m_anchor,
        m_current; ///< the selection's ends; the current one alone is only pointed at
    bool m_narrowed = false;
};

} // namespace spanglass::views
