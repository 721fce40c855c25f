// SPDX-License-Identifier: GPL-3.0-or-later
/// Figures of many traces over time: latency, throughput, errors, tokens and cost by model, how long traces
/// took, and the slowest and costliest names. What is clicked is asked for as a query.
///
///     view.setDashboard(dashboard);
///     connect(&view, &DashboardView::tracesAsked, …);        // go there
#pragma once

#include <QScrollArea>

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
    void fillLatency();
    void fillThroughput();
    void fillErrors();
    void fillDurations();
    void fillModels(Chart chart, bool money);
    void fillTable(QTableWidget* table, const std::vector<trace::Dashboard::Name>& names, bool money);
    void dress(QCustomPlot* plot);
    void useTimeAxis(QCustomPlot* plot);
    void useNumbers(Chart chart);
    void chartClicked(Chart chart, double x);
    void tableActivated(QTableWidget* table, int row);

    trace::Dashboard m_dashboard;
    QWidget* m_page;
    QLabel* m_sums;
    QLabel* m_titles[chartCount] = {};
    QCustomPlot* m_charts[chartCount] = {};
    QLabel* m_slowestTitle = nullptr;
    QLabel* m_costliestTitle = nullptr;
    QTableWidget* m_slowest = nullptr;
    QTableWidget* m_costliest = nullptr;
};

/// The dashboard as a picture of `size`, in the colours of the theme in use.
void paintDashboard(QPainter& painter, const trace::Dashboard& dashboard, const QSize& size);

} // namespace spanglass::views
