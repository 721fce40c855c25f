// SPDX-License-Identifier: GPL-3.0-or-later
/// The status bar: the store, its books, where other agents send to, and what comes in.
///
///     StatusLine status(ui.statusBar);
///     status.showCounts(12, 340, 0);
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include "app/span_rate.h"

class QLabel;
class QStatusBar;

namespace spanglass::views {
class PulseDot;
}

namespace spanglass::app {

class StatusLine : public QObject
{
    Q_OBJECT
public:
    /// The bar stays the caller's and outlives this.
    explicit StatusLine(QStatusBar* bar);

    /// The store's folder as text of unknown origin; empty: there is none.
    void showStore(const QString& name);
    /// Beats when there are more than before; the rate follows from it.
    void showCounts(qint64 traces, qint64 spans, qint64 dropped);
    /// "live · 120 spans/s", and what it rests on.
    void showLive(bool live, const QString& explanation);
    /// "http://127.0.0.1:4318"; empty: nobody receives.
    void showReceiver(const QString& endpoint, const QString& explanation);
    /// Says how many traces wait until it goes on.
    void setPaused(bool paused);
    [[nodiscard]] QString liveText() const;
    /// The language is another: what is shown is said again.
    void retranslate();

private:
    void sayCounts();
    void sayLive();

    QLabel* m_store;
    QLabel* m_counts;
    QLabel* m_dropped;
    QLabel* m_receiver;
    views::PulseDot* m_dot;
    QLabel* m_live;
    SpanRate m_rate;
    QElapsedTimer m_clock;
    qint64 m_spans = -1;
    qint64 m_traces = 0;
    qint64 m_droppedSpans = 0;
    qint64 m_tracesBefore = 0; ///< when it was paused
    bool m_isLive = false;
    bool m_paused = false;
};

} // namespace spanglass::app
