// SPDX-License-Identifier: GPL-3.0-or-later
// QCustomPlot draws the charts; which colours, axes and words they have is decided here.
#include "views/dashboard_view.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QTableWidget>
#include <cmath>
#include <qcustomplot.h>

#include "models/readable.h"
#include "trace/query_syntax.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

constexpr int chartHeight = 190;
constexpr double nsPerSecond = 1e9;
/// More would be colours nobody can tell apart.
constexpr std::size_t mostModels = 6;

double seconds(std::int64_t ns)
{
    return static_cast<double>(ns) / nsPerSecond;
}

/// "1.2 s" where a number axis would say 1.2.
class DurationTicker : public QCPAxisTickerLog
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return models::durationReadable(static_cast<std::int64_t>(tick * nsPerSecond));
    }
};

class LinearDurationTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return tick <= 0 ? QStringLiteral("0") : models::durationReadable(std::llround(tick * nsPerSecond));
    }
};

/// Whole numbers with few letters: 1,200 · 34k · 5.6M.
class CountTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override
    {
        if (tick >= 1e6)
            return locale.toString(tick / 1e6, 'g', 3) + QLatin1Char('M');
        if (tick >= 1e4)
            return locale.toString(tick / 1e3, 'g', 3) + QLatin1Char('k');
        return locale.toString(tick, 'g', 4);
    }
};

class MoneyTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        if (tick <= 0)
            return QStringLiteral("0");
        // What was rounded in adding up is not shown.
        const auto dollars = Decimal::parse(QByteArray::number(tick, 'g', 3).toStdString());
        return dollars ? models::costReadable(*dollars) : QString();
    }
};

QLabel* heading(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setFont(views::font(FontRole::strong));
    label->setTextFormat(Qt::PlainText);
    return label;
}

QColor translucent(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

QCPGraph* addLine(QCustomPlot* plot, const QString& name, const QColor& color, Qt::PenStyle style)
{
    QCPGraph* graph = plot->addGraph();
    graph->setName(name);
    graph->setPen(QPen(color, 1.6, style));
    graph->setAntialiased(true);
    return graph;
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
    for (QCustomPlot* plot : m_charts) {
        plot->clearPlottables();
        dress(plot);
    }
    fillLatency();
    fillThroughput();
    fillErrors();
    fillDurations();
    fillModels(tokens, false);
    fillModels(cost, true);
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

void DashboardView::dress(QCustomPlot* plot)
{
    const Theme& t = theme();
    plot->setBackground(t.surface);
    plot->legend->setVisible(false);
    plot->legend->setBrush(Qt::NoBrush);
    plot->legend->setBorderPen(Qt::NoPen);
    plot->legend->setTextColor(t.secondary);
    plot->legend->setFont(views::font(FontRole::caption));
    plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    plot->legend->setMargins({});
    plot->axisRect()->setBackground(t.surface);
    plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignLeft);
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
        axis->setBasePen(QPen(t.lineStrong, 1));
        axis->setTickPen(QPen(t.lineStrong, 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(t.secondary);
        axis->setTickLabelFont(views::font(FontRole::caption));
        axis->grid()->setPen(QPen(t.line, 1));
        axis->grid()->setZeroLinePen(QPen(t.line, 1));
        axis->setTickLengthOut(0);
        axis->setTickLengthIn(0);
        axis->setScaleType(QCPAxis::stLinear);
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new CountTicker));
    }
    plot->xAxis->grid()->setVisible(false);
    plot->yAxis->setBasePen(Qt::NoPen);
}

void DashboardView::useTimeAxis(QCustomPlot* plot)
{
    const auto bins = static_cast<std::int64_t>(m_dashboard.bins.size());
    const std::int64_t lengthNs = m_dashboard.binNs * bins;
    constexpr std::int64_t dayNs = 86'400'000'000'000;
    QSharedPointer<QCPAxisTickerDateTime> ticker(new QCPAxisTickerDateTime);
    ticker->setTickCount(4);
    ticker->setDateTimeFormat(lengthNs > 3 * dayNs        ? QStringLiteral("d MMM")
                              : lengthNs > dayNs / 24 / 6 ? QStringLiteral("HH:mm")
                                                          : QStringLiteral("HH:mm:ss"));
    plot->xAxis->setTicker(ticker);
    plot->xAxis->setRange(seconds(m_dashboard.fromNs), seconds(m_dashboard.fromNs + lengthNs));
}

void DashboardView::fillLatency()
{
    const Theme& t = theme();
    QCustomPlot* plot = m_charts[latency];
    useTimeAxis(plot);
    QCPGraph* lines[] = {addLine(plot, QStringLiteral("p50"), t.ok, Qt::SolidLine),
                         addLine(plot, QStringLiteral("p95"), t.accent, Qt::DashLine),
                         addLine(plot, QStringLiteral("p99"), t.warning, Qt::DotLine)};
    double most = 0;
    for (std::size_t i = 0; i < m_dashboard.bins.size(); ++i) {
        const auto& at = m_dashboard.bins[i].latency;
        if (!at)
            continue;
        const double x = seconds(m_dashboard.fromNs + m_dashboard.binNs * static_cast<std::int64_t>(i) +
                                 m_dashboard.binNs / 2);
        const std::int64_t values[] = {at->p50Ns, at->p95Ns, at->p99Ns};
        for (int line = 0; line < 3; ++line)
            lines[line]->addData(x, seconds(values[line]));
        most = std::max(most, seconds(at->p99Ns));
    }
    for (QCPGraph* line : lines)
        line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, line->pen().color(), 3.5));
    plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new LinearDurationTicker));
    plot->yAxis->setRange(0, most > 0 ? most * 1.25 : 1);
    plot->legend->setVisible(true);
}

void DashboardView::fillThroughput()
{
    QCustomPlot* plot = m_charts[throughput];
    useTimeAxis(plot);
    auto* bars = new QCPBars(plot->xAxis, plot->yAxis);
    bars->setPen(Qt::NoPen);
    bars->setBrush(translucent(theme().accent, 0.65f));
    bars->setWidth(seconds(m_dashboard.binNs) * 0.86);
    double most = 1;
    for (std::size_t i = 0; i < m_dashboard.bins.size(); ++i) {
        const auto traces = static_cast<double>(m_dashboard.bins[i].traces);
        bars->addData(seconds(*m_dashboard.rangeOf(i).fromNs + m_dashboard.binNs / 2), traces);
        most = std::max(most, traces);
    }
    plot->yAxis->setRange(0, most * 1.1);
}

void DashboardView::fillErrors()
{
    QCustomPlot* plot = m_charts[errors];
    useTimeAxis(plot);
    auto* bars = new QCPBars(plot->xAxis, plot->yAxis);
    bars->setPen(Qt::NoPen);
    bars->setBrush(theme().error);
    bars->setWidth(seconds(m_dashboard.binNs) * 0.86);
    double most = 5;
    for (std::size_t i = 0; i < m_dashboard.bins.size(); ++i) {
        const auto& bin = m_dashboard.bins[i];
        const double share =
            bin.traces == 0 ? 0 : 100.0 * static_cast<double>(bin.failed) / static_cast<double>(bin.traces);
        bars->addData(seconds(*m_dashboard.rangeOf(i).fromNs + m_dashboard.binNs / 2), share);
        most = std::max(most, share);
    }
    QSharedPointer<QCPAxisTickerFixed> ticker(new QCPAxisTickerFixed);
    ticker->setTickStep(most > 50 ? 25 : most > 20 ? 10 : 5);
    ticker->setScaleStrategy(QCPAxisTickerFixed::ssNone);
    plot->yAxis->setTicker(ticker);
    plot->yAxis->setRange(0, most * 1.1);
}

void DashboardView::fillDurations()
{
    QCustomPlot* plot = m_charts[durations];
    plot->xAxis->setScaleType(QCPAxis::stLogarithmic);
    plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new DurationTicker));
    // Bars of equal width on a logarithmic axis: each is a filled outline of its own.
    double most = 1;
    QCPGraph* outline = addLine(plot, {}, translucent(theme().accent, 0.9f), Qt::SolidLine);
    outline->setBrush(translucent(theme().accent, 0.4f));
    outline->setAntialiased(false);
    for (const auto& bin : m_dashboard.durations) {
        const auto traces = static_cast<double>(bin.traces);
        const double from = std::max(1e-9, seconds(bin.fromNs)), to = seconds(bin.toNs);
        outline->addData(from, traces);
        outline->addData(to * 0.9999, traces);
        most = std::max(most, traces);
    }
    if (m_dashboard.durations.empty())
        plot->xAxis->setRange(0.001, 1);
    else
        plot->xAxis->setRange(std::max(1e-9, seconds(m_dashboard.durations.front().fromNs)),
                              seconds(m_dashboard.durations.back().toNs));
    plot->yAxis->setRange(0, most * 1.1);
}

void DashboardView::fillModels(Chart chart, bool money)
{
    const Theme& t = theme();
    QCustomPlot* plot = m_charts[chart];
    useTimeAxis(plot);
    std::vector<double> sums(m_dashboard.bins.size());
    QCPBars* below = nullptr;
    for (std::size_t model = 0; model < m_dashboard.models.size() && model < mostModels; ++model) {
        const trace::Dashboard::Model& figures = m_dashboard.models[model];
        auto* bars = new QCPBars(plot->xAxis, plot->yAxis);
        bars->setName(literal(figures.name));
        bars->setPen(QPen(t.surface, 0.5));
        bars->setBrush(t.hues[(model * 5 + 9) % t.hues.size()]);
        bars->setWidth(seconds(m_dashboard.binNs) * 0.86);
        if (below != nullptr)
            bars->moveAbove(below);
        below = bars;
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const double value = money ? figures.costByBin[i] : static_cast<double>(figures.tokensByBin[i]);
            bars->addData(seconds(*m_dashboard.rangeOf(i).fromNs + m_dashboard.binNs / 2), value);
            sums[i] += value;
        }
    }
    double most = 0;
    for (const double sum : sums)
        most = std::max(most, sum);
    if (money)
        plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new MoneyTicker));
    plot->yAxis->setRange(0, most > 0 ? most * 1.3 : 1);
    plot->legend->setVisible(!m_dashboard.models.empty());
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
            if (x >= seconds(bin.fromNs) && x < seconds(bin.toNs)) {
                const auto unit = [](std::int64_t ns) { return QString::number(ns) + QStringLiteral("ns"); };
                Q_EMIT tracesAsked(
                    QStringLiteral("duration>=%1 duration<%2").arg(unit(bin.fromNs), unit(bin.toNs)), {});
            }
        }
        return;
    }
    const auto count = static_cast<std::int64_t>(m_dashboard.bins.size());
    const auto bin =
        static_cast<std::int64_t>(std::floor((x - seconds(m_dashboard.fromNs)) / seconds(m_dashboard.binNs)));
    if (bin < 0 || bin >= count)
        return;
    Q_EMIT tracesAsked(chart == errors ? QStringLiteral("status:error") : QString(),
                       m_dashboard.rangeOf(static_cast<std::size_t>(bin)));
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
