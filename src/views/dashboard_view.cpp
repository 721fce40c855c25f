// SPDX-License-Identifier: GPL-3.0-or-later
// The page of charts and tables, and where a click on them leads.
#include "views/dashboard_view.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTableWidget>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

#include "models/readable.h"
#include "views/dashboard_charts.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

constexpr int chartHeight = 190;

QLabel* heading(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setFont(views::font(FontRole::strong));
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

DashboardView::DashboardView(QWidget* parent)
    : QScrollArea(parent), m_page(new QWidget(this)), m_sums(new QLabel(m_page))
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    m_page->setProperty("panel", QStringLiteral("surface"));
    m_sums->setFont(views::font(FontRole::title));
    m_sums->setTextFormat(Qt::PlainText);
    m_sums->setWordWrap(true);
    auto* grid = new QGridLayout(m_page);
    grid->setContentsMargins(16, 14, 16, 16);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_sums, 0, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    createCharts();
    createTables();
    setWidget(m_page);
    nameThings();
}

void DashboardView::createCharts()
{
    auto* grid = static_cast<QGridLayout*>(m_page->layout());
    for (int i = 0; i < chartCount; ++i) {
        const auto chart = static_cast<Chart>(i);
        m_titles[i] = heading(m_page);
        auto* plot = new QCustomPlot(m_page);
        plot->setMinimumHeight(chartHeight);
        plot->setMinimumWidth(180);
        plot->setFocusPolicy(Qt::TabFocus);
        plot->installEventFilter(this);
        m_charts[i] = plot;
        const int row = 1 + i / 2 * 2;
        grid->addWidget(m_titles[i], row, i % 2);
        grid->addWidget(plot, row + 1, i % 2);
        connect(plot, &QCustomPlot::mousePress, this, [this, chart, plot](QMouseEvent* event) {
            if (event->button() == Qt::LeftButton)
                chartClicked(chart, plot->xAxis->pixelToCoord(event->position().x()));
        });
    }
}

void DashboardView::createTables()
{
    auto* grid = static_cast<QGridLayout*>(m_page->layout());
    const auto make = [this] {
        auto* table = new QTableWidget(0, 4, m_page);
        table->setEditTriggers(QAbstractItemView::NoEditTriggers);
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        table->setSelectionMode(QAbstractItemView::SingleSelection);
        table->setShowGrid(false);
        table->setFrameShape(QFrame::NoFrame);
        table->verticalHeader()->hide();
        table->verticalHeader()->setDefaultSectionSize(measure::rowHeight);
        table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        table->setTabKeyNavigation(false);
        connect(table, &QTableWidget::cellActivated, this,
                [this, table](int row, int) { tableActivated(table, row); });
        return table;
    };
    m_slowestTitle = heading(m_page);
    m_costliestTitle = heading(m_page);
    m_slowest = make();
    m_costliest = make();
    const int row = 1 + chartCount;
    grid->addWidget(m_slowestTitle, row, 0);
    grid->addWidget(m_costliestTitle, row, 1);
    grid->addWidget(m_slowest, row + 1, 0, Qt::AlignTop);
    grid->addWidget(m_costliest, row + 1, 1, Qt::AlignTop);
    grid->setRowStretch(row + 2, 1);
}

void DashboardView::nameThings()
{
    const QString titles[chartCount] = {tr("Latency"),   tr("Traces"),          tr("Failed traces"),
                                        tr("Durations"), tr("Tokens by model"), tr("Cost by model")};
    for (int i = 0; i < chartCount; ++i) {
        m_titles[i]->setText(titles[i]);
        m_charts[i]->setAccessibleName(titles[i]);
    }
    m_slowestTitle->setText(tr("Slowest names"));
    m_costliestTitle->setText(tr("Costliest names"));
    m_slowest->setAccessibleName(tr("Slowest names"));
    m_costliest->setAccessibleName(tr("Costliest names"));
    m_slowest->setHorizontalHeaderLabels({tr("Name"), tr("p95"), tr("Total"), tr("Spans")});
    m_costliest->setHorizontalHeaderLabels({tr("Name"), tr("Cost"), tr("p95"), tr("Spans")});
    for (const QTableWidget* table : {m_slowest, m_costliest})
        table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    fill();
}

void DashboardView::setDashboard(trace::Dashboard dashboard)
{
    m_dashboard = std::move(dashboard);
    fill();
}

void DashboardView::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameThings();
    else if (event->type() == QEvent::PaletteChange && m_costliest)
        fill();
}

void DashboardView::fill()
{
    fillSums();
    for (int i = 0; i < chartCount; ++i) {
        dressChart(m_charts[i]);
        m_bin[i] = -1;
    }
    drawLatency(m_charts[latency], m_dashboard);
    drawThroughput(m_charts[throughput], m_dashboard);
    drawErrors(m_charts[errors], m_dashboard);
    drawDurations(m_charts[durations], m_dashboard);
    drawModels(m_charts[tokens], m_dashboard, false);
    drawModels(m_charts[cost], m_dashboard, true);
    for (QCustomPlot* plot : m_charts)
        plot->replot(QCustomPlot::rpQueuedReplot);
    fillTable(m_slowest, m_dashboard.slowest, false);
    fillTable(m_costliest, m_dashboard.costliest, true);
}

void DashboardView::fillSums()
{
    const int traces = static_cast<int>(m_dashboard.traces);
    QStringList sums{tr("%n trace(s)", nullptr, traces)};
    if (m_dashboard.traces > 0) {
        const double share = 100.0 * static_cast<double>(m_dashboard.failed) / static_cast<double>(traces);
        sums << tr("%1 % failed").arg(QLocale().toString(share, 'g', share < 10 ? 2 : 3));
    }
    if (m_dashboard.latency)
        sums << tr("p95 %1").arg(models::durationReadable(m_dashboard.latency->p95Ns));
    if (m_dashboard.tokens > 0)
        sums << tr("%1 tokens").arg(models::countReadable(m_dashboard.tokens));
    if (m_dashboard.cost)
        sums << models::costReadable(*m_dashboard.cost);
    m_sums->setText(sums.join(QStringLiteral("  ·  ")));
}

void DashboardView::fillTable(QTableWidget* table, const std::vector<trace::Dashboard::Name>& names,
                              bool money)
{
    table->setRowCount(static_cast<int>(names.size()));
    const auto put = [table](int row, int column, const QString& text, bool right) {
        auto* item = new QTableWidgetItem(text);
        item->setTextAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        table->setItem(row, column, item);
    };
    for (int row = 0; row < table->rowCount(); ++row) {
        const trace::Dashboard::Name& name = names[static_cast<std::size_t>(row)];
        put(row, 0, literal(name.name), false);
        const QString p95 = models::durationReadable(name.p95Ns);
        put(row, 1, money && name.cost ? models::costReadable(*name.cost) : p95, true);
        put(row, 2, money ? p95 : models::durationReadable(name.totalNs), true);
        put(row, 3, models::countReadable(name.spans), true);
    }
    table->setFixedHeight((table->rowCount() + 1) * measure::rowHeight + 8);
}

void DashboardView::chartClicked(Chart chart, double x)
{
    if (chart == durations) {
        for (const auto& bin : m_dashboard.durations) {
            if (x >= secondsOf(bin.fromNs) && x < secondsOf(bin.toNs)) {
                const auto unit = [](std::int64_t ns) { return QString::number(ns) + QStringLiteral("ns"); };
                Q_EMIT tracesAsked(
                    QStringLiteral("duration>=%1 duration<%2").arg(unit(bin.fromNs), unit(bin.toNs)), {});
            }
        }
        return;
    }
    const auto count = static_cast<std::int64_t>(m_dashboard.bins.size());
    const auto bin = static_cast<std::int64_t>(
        std::floor((x - secondsOf(m_dashboard.fromNs)) / secondsOf(m_dashboard.binNs)));
    if (bin < 0 || bin >= count)
        return;
    Q_EMIT tracesAsked(chart == errors ? QStringLiteral("status:error") : QString(),
                       m_dashboard.rangeOf(static_cast<std::size_t>(bin)));
}

/// Left and right go from bin to bin, Enter asks for the traces of one.
bool DashboardView::chartKey(Chart chart, int key)
{
    const int count = binCount(chart), bin = m_bin[chart];
    if (count == 0)
        return false;
    switch (key) {
    case Qt::Key_Left:
        markBin(chart, bin < 0 ? count - 1 : std::max(0, bin - 1));
        return true;
    case Qt::Key_Right:
        markBin(chart, std::min(count - 1, bin + 1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        if (bin < 0)
            return false;
        const auto [from, to] = binEdges(chart, bin);
        chartClicked(chart, (from + to) / 2);
        return true;
    }
    default:
        return false;
    }
}

int DashboardView::binCount(Chart chart) const
{
    return static_cast<int>(chart == durations ? m_dashboard.durations.size() : m_dashboard.bins.size());
}

std::pair<double, double> DashboardView::binEdges(Chart chart, int bin) const
{
    if (chart == durations) {
        const auto& at = m_dashboard.durations[static_cast<std::size_t>(bin)];
        return {std::max(1e-9, secondsOf(at.fromNs)), secondsOf(at.toNs)};
    }
    const trace::TimeRange range = m_dashboard.rangeOf(static_cast<std::size_t>(bin));
    return {secondsOf(*range.fromNs), secondsOf(*range.toNs)};
}

void DashboardView::markBin(Chart chart, int bin)
{
    if (m_bin[chart] == bin)
        return;
    m_bin[chart] = bin;
    QCustomPlot* plot = m_charts[chart];
    plot->clearItems();
    if (bin >= 0) {
        const auto [from, to] = binEdges(chart, bin);
        auto* mark = new QCPItemRect(plot);
        mark->topLeft->setTypeX(QCPItemPosition::ptPlotCoords);
        mark->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
        mark->bottomRight->setTypeX(QCPItemPosition::ptPlotCoords);
        mark->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
        mark->topLeft->setCoords(from, 0);
        mark->bottomRight->setCoords(to, 1);
        mark->setPen(QPen(theme().accent, 1.5));
        mark->setBrush(Qt::NoBrush);
    }
    plot->replot(QCustomPlot::rpQueuedReplot);
}

void DashboardView::tableActivated(QTableWidget* table, int row)
{
    const auto& names = table == m_slowest ? m_dashboard.slowest : m_dashboard.costliest;
    const trace::Dashboard::Name& name = names[static_cast<std::size_t>(row)];
    // A span's name is found as words of its trace, together.
    QString words = QString::fromStdString(name.name).remove(QLatin1Char('"'));
    Q_EMIT tracesAsked(
        QStringLiteral("kind:%1 \"%2\"")
            .arg(QString::fromUtf8(kindNames[static_cast<std::size_t>(name.kind)].data()), words),
        {});
}

bool DashboardView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        for (int i = 0; i < chartCount; ++i) {
            if (watched == m_charts[i] &&
                chartKey(static_cast<Chart>(i), static_cast<QKeyEvent*>(event)->key()))
                return true;
        }
    }
    if (event->type() == QEvent::FocusOut) {
        for (int i = 0; i < chartCount; ++i) {
            if (watched == m_charts[i])
                markBin(static_cast<Chart>(i), -1);
        }
    }
    if (auto* plot = qobject_cast<QCustomPlot*>(watched); plot && event->type() == QEvent::Resize)
        fitLegend(plot);
    // The wheel scrolls the page: a chart has no use for it.
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

void paintDashboard(QPainter& painter, const trace::Dashboard& dashboard, const QSize& size)
{
    DashboardView view;
    view.resize(size);
    view.setDashboard(dashboard);
    QWidget* page = view.page();
    page->resize(size.width(), std::max(size.height(), page->sizeHint().height()));
    page->ensurePolished();
    page->layout()->activate();
    for (QCustomPlot* plot : page->findChildren<QCustomPlot*>())
        plot->replot(QCustomPlot::rpImmediateRefresh);
    painter.fillRect(QRect(QPoint(), size), theme().surface);
    page->render(&painter, QPoint(), QRect(QPoint(), size), QWidget::DrawChildren);
}

} // namespace spanglass::views
