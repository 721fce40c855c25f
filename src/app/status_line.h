// SPDX-License-Identifier: GPL-3.0-or-later
/// The status bar: the store, its books, and whether somebody gathers.
///
///     StatusLine status(ui.statusBar);
///     status.showCounts(12, 340, 0);
#pragma once

#include <QObject>

class QLabel;
class QStatusBar;

namespace spanglass::app {

class StatusLine : public QObject
{
    Q_OBJECT
public:
    /// The bar stays the caller's and outlives this.
    explicit StatusLine(QStatusBar* bar);

    /// The store's folder as text of unknown origin; empty: there is none.
    void showStore(const QString& name);
    void showCounts(qint64 traces, qint64 spans, qint64 dropped);
    /// "● live", and what it rests on.
    void showLive(bool live, const QString& explanation);

private:
    QLabel* m_store;
    QLabel* m_counts;
    QLabel* m_dropped;
    QLabel* m_live;
};

} // namespace spanglass::app
