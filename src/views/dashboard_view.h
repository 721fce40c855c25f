// SPDX-License-Identifier: GPL-3.0-or-later
/// Figures of many traces over time: latency, throughput, errors, tokens and cost by model, how long traces
/// took, and the slowest and costliest names. What is clicked, or chosen on a chart with the arrow keys and
/// Enter, is asked for as a query.
///
///     view.setDashboard(dashboard);
///     connect(&view, &DashboardView::tracesAsked, …);        // go there
#pragma once

#include <QScrollArea>
#include <utility>

#include "trace/dashboard.h"

class QCustomPlot;
class QGridLayout;
class QLabel;
class QPainter;
class QTableWidget;

namespace spanglass::views {

class DashboardView : public QScrollArea
{
    Q_OBJECT
public:
    explicit DashboardView(QWidget* parent = nullptr);

    void setDashboard(trace::Dashboard dashboard);
    [[nodiscard]] const trace::Dashboard& dashboard() const { return m_dashboard; }
    /// The whole of it, however much of it is scrolled to.
    [[nodiscard]] QWidget* page() const { return m_page; }

Q_SIGNALS:
    /// Traces that began in this range and hold these terms.
    void tracesAsked(const QString& terms, const spanglass::trace::TimeRange& range);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Chart
    {
        latency,
        throughput,
        errors,
        durations,
        tokens,
        cost,
        chartCount
    };
    void createCharts();
    void createTables();
    void nameThings();
    void fill();
    void fillSums();
    void fillTable(QTableWidget* table, const std::vector<trace::Dashboard::Name>& names, bool money);
    void chartClicked(Chart chart, double x);
    [[nodiscard]] bool chartKey(Chart chart, int key);
    [[nodiscard]] int binCount(Chart chart) const;
    /// Where a bin begins and ends on the chart's axis, in seconds.
    [[nodiscard]] std::pair<double, double> binEdges(Chart chart, int bin) const;
    void markBin(Chart chart, int bin);
    void tableActivated(QTableWidget* table, int row);

    trace::Dashboard m_dashboard;
    QWidget* m_page;
    QLabel* m_sums;
    QLabel* m_titles[chartCount] = {};
    QCustomPlot* m_charts[chartCount] = {};
    int m_bin[chartCount] = {}; ///< where the keyboard is on each chart; -1: nowhere
    QLabel* m_slowestTitle = nullptr;
    QLabel* m_costliestTitle = nullptr;
    QTableWidget* m_slowest = nullptr;
    QTableWidget* m_costliest = nullptr;
};

/// The dashboard as a picture of `size`, in the colours of the theme in use.
void paintDashboard(QPainter& painter, const trace::Dashboard& dashboard, const QSize& size);

} // namespace spanglass::views
