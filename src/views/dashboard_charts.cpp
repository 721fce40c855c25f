// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dashboard_charts.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

#include "base/text.h"
#include "models/readable.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

constexpr double nsPerSecond = 1e9;
/// More would be colours nobody can tell apart.
constexpr std::size_t mostModels = 6;

/// "1.5 s": without the noughts that tell no two ticks apart.
QString tickDuration(double seconds)
{
    std::string text = durationText(static_cast<std::int64_t>(std::llround(seconds * nsPerSecond)));
    if (const std::size_t point = text.find('.'); point != std::string::npos) {
        const std::size_t end = text.find(' ', point);
        const std::size_t last = text.find_last_not_of('0', end - 1);
        text.erase(last == point ? point : last + 1, end - (last == point ? point : last + 1));
    }
    return models::numbersReadable(text);
}

/// "1.5 s" where a number axis would say 1.5.
class DurationTicker : public QCPAxisTickerLog
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        // 1, 2 and 5 of each decade: all of them run into each other where a decade is narrow.
        const double digits = tick / std::pow(10.0, std::floor(std::log10(tick) + 1e-9));
        const auto near = [digits](double wanted) { return std::abs(digits - wanted) < 1e-6; };
        return near(1) || near(2) || near(5) ? tickDuration(tick) : QString();
    }
};

class LinearDurationTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return tick <= 0 ? QStringLiteral("0") : tickDuration(tick);
    }
};

/// Whole numbers with few letters: 1,200 · 34k · 5.6M.
class CountTicker : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange& range) override
    {
        return std::max(1.0, std::ceil(QCPAxisTicker::getTickStep(range)));
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        if (tick >= 1e6)
            return QLocale().toString(tick / 1e6, 'g', 3) + QLatin1Char('M');
        if (tick >= 1e4)
            return QLocale().toString(tick / 1e3, 'g', 3) + QLatin1Char('k');
        return models::countReadable(std::llround(tick));
    }
};

class MoneyTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        if (tick <= 0)
            return QStringLiteral("0");
        if (tick < 1)
            return QLocale().toString(100 * tick, 'g', 3) + QStringLiteral("\u00a0¢");
        // What was rounded in adding up is not shown.
        const auto dollars = Decimal::parse(QByteArray::number(tick, 'g', 3).toStdString());
        return dollars ? models::costReadable(*dollars) : QString();
    }
};

/// Every so many percent, with their sign.
class PercentTicker : public QCPAxisTickerFixed
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return QLocale().toString(tick, 'g', 3) + QStringLiteral("\u00a0%");
    }
};

/// As many times as stand beside each other at the width the axis has.
class TimeTicker : public QCPAxisTickerDateTime
{
public:
    explicit TimeTicker(const QCustomPlot* plot) : m_plot(plot) {}

protected:
    double getTickStep(const QCPRange& range) override
    {
        const int labelPx =
            QFontMetrics(font(FontRole::caption)).horizontalAdvance(QStringLiteral("00:00:00"));
        const double unitsPerLabel = range.size() * (labelPx + 12) / std::max(m_plot->axisRect()->width(), 1);
        double step = 0;
        for (int count = 5; count > 0 && step < unitsPerLabel; --count) {
            setTickCount(count);
            step = QCPAxisTickerDateTime::getTickStep(range);
        }
        return step;
    }

private:
    const QCustomPlot* m_plot;
};

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

/// Above the axes, where it hides no bar and no line.
void showLegend(QCustomPlot* plot)
{
    plot->legend->setVisible(true);
    fitLegend(plot);
    if (plot->legend->layout() == plot->plotLayout())
        return;
    plot->plotLayout()->insertRow(0);
    plot->plotLayout()->addElement(0, 0, plot->legend);
    plot->plotLayout()->setRowStretchFactor(0, 0.001);
}

void useTimeAxis(QCustomPlot* plot, const trace::Dashboard& dashboard)
{
    const auto bins = static_cast<std::int64_t>(dashboard.bins.size());
    const std::int64_t lengthNs = dashboard.binNs * bins;
    constexpr std::int64_t dayNs = 86'400'000'000'000;
    QSharedPointer<QCPAxisTickerDateTime> ticker(new TimeTicker(plot));
    ticker->setDateTimeFormat(lengthNs > 3 * dayNs        ? QStringLiteral("d MMM")
                              : lengthNs > dayNs / 24 / 6 ? QStringLiteral("HH:mm")
                                                          : QStringLiteral("HH:mm:ss"));
    plot->xAxis->setTicker(ticker);
    plot->xAxis->setRange(secondsOf(dashboard.fromNs), secondsOf(dashboard.fromNs + lengthNs));
}

} // namespace

void fitLegend(QCustomPlot* plot)
{
    const QFontMetrics metrics(views::font(FontRole::caption));
    int widest = 0;
    for (int i = 0; i < plot->plottableCount(); ++i)
        widest = std::max(widest, metrics.horizontalAdvance(plot->plottable(i)->name()));
    constexpr int swatch = 60;
    plot->legend->setWrap(std::clamp(plot->width() / (widest + swatch), 1, 3));
    plot->legend->setFillOrder(QCPLegend::foColumnsFirst, true);
}

double secondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / nsPerSecond;
}

void dressChart(QCustomPlot* plot)
{
    plot->clearPlottables();
    plot->clearItems();
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

void drawLatency(QCustomPlot* plot, const trace::Dashboard& dashboard)
{
    const Theme& t = theme();
    useTimeAxis(plot, dashboard);
    QCPGraph* lines[] = {addLine(plot, QStringLiteral("p50"), t.ok, Qt::SolidLine),
                         addLine(plot, QStringLiteral("p95"), t.accent, Qt::DashLine),
                         addLine(plot, QStringLiteral("p99"), t.warning, Qt::DotLine)};
    double most = 0;
    for (std::size_t i = 0; i < dashboard.bins.size(); ++i) {
        const auto& at = dashboard.bins[i].latency;
        if (!at)
            continue;
        const double x = secondsOf(dashboard.fromNs + dashboard.binNs * static_cast<std::int64_t>(i) +
                                   dashboard.binNs / 2);
        const std::int64_t values[] = {at->p50Ns, at->p95Ns, at->p99Ns};
        for (int line = 0; line < 3; ++line)
            lines[line]->addData(x, secondsOf(values[line]));
        most = std::max(most, secondsOf(at->p99Ns));
    }
    for (QCPGraph* line : lines)
        line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, line->pen().color(), 3.5));
    plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new LinearDurationTicker));
    plot->yAxis->setRange(0, most > 0 ? most * 1.1 : 1);
    showLegend(plot);
}

void drawThroughput(QCustomPlot* plot, const trace::Dashboard& dashboard)
{
    useTimeAxis(plot, dashboard);
    auto* bars = new QCPBars(plot->xAxis, plot->yAxis);
    bars->setPen(Qt::NoPen);
    bars->setBrush(translucent(theme().accent, 0.65f));
    bars->setWidth(secondsOf(dashboard.binNs) * 0.86);
    double most = 1;
    for (std::size_t i = 0; i < dashboard.bins.size(); ++i) {
        const auto traces = static_cast<double>(dashboard.bins[i].traces);
        bars->addData(secondsOf(*dashboard.rangeOf(i).fromNs + dashboard.binNs / 2), traces);
        most = std::max(most, traces);
    }
    plot->yAxis->setRange(0, most * 1.1);
}

void drawErrors(QCustomPlot* plot, const trace::Dashboard& dashboard)
{
    useTimeAxis(plot, dashboard);
    auto* bars = new QCPBars(plot->xAxis, plot->yAxis);
    bars->setPen(Qt::NoPen);
    bars->setBrush(theme().error);
    bars->setWidth(secondsOf(dashboard.binNs) * 0.86);
    double most = 5;
    for (std::size_t i = 0; i < dashboard.bins.size(); ++i) {
        const auto& bin = dashboard.bins[i];
        const double share =
            bin.traces == 0 ? 0 : 100.0 * static_cast<double>(bin.failed) / static_cast<double>(bin.traces);
        bars->addData(secondsOf(*dashboard.rangeOf(i).fromNs + dashboard.binNs / 2), share);
        most = std::max(most, share);
    }
    QSharedPointer<QCPAxisTickerFixed> ticker(new PercentTicker);
    ticker->setTickStep(most > 50 ? 25 : most > 20 ? 10 : 5);
    ticker->setScaleStrategy(QCPAxisTickerFixed::ssNone);
    plot->yAxis->setTicker(ticker);
    plot->yAxis->setRange(0, most * 1.1);
}

void drawDurations(QCustomPlot* plot, const trace::Dashboard& dashboard)
{
    plot->xAxis->setScaleType(QCPAxis::stLogarithmic);
    plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new DurationTicker));
    // Bars of equal width on a logarithmic axis: each is a filled outline of its own.
    double most = 1;
    QCPGraph* outline = addLine(plot, {}, translucent(theme().accent, 0.9f), Qt::SolidLine);
    outline->setBrush(translucent(theme().accent, 0.4f));
    outline->setAntialiased(false);
    for (const auto& bin : dashboard.durations) {
        const auto traces = static_cast<double>(bin.traces);
        const double from = std::max(1e-9, secondsOf(bin.fromNs)), to = secondsOf(bin.toNs);
        outline->addData(from, traces);
        outline->addData(to * 0.9999, traces);
        most = std::max(most, traces);
    }
    if (dashboard.durations.empty())
        plot->xAxis->setRange(0.001, 1);
    else
        plot->xAxis->setRange(std::max(1e-9, secondsOf(dashboard.durations.front().fromNs)),
                              secondsOf(dashboard.durations.back().toNs));
    plot->yAxis->setRange(0, most * 1.1);
}

void drawModels(QCustomPlot* plot, const trace::Dashboard& dashboard, bool money)
{
    const Theme& t = theme();
    useTimeAxis(plot, dashboard);
    std::vector<double> sums(dashboard.bins.size());
    QCPBars* below = nullptr;
    for (std::size_t model = 0; model < dashboard.models.size() && model < mostModels; ++model) {
        const trace::Dashboard::Model& figures = dashboard.models[model];
        auto* bars = new QCPBars(plot->xAxis, plot->yAxis);
        bars->setName(literal(figures.name));
        bars->setPen(QPen(t.surface, 0.5));
        bars->setBrush(t.hues[(model * 5 + 9) % t.hues.size()]);
        bars->setWidth(secondsOf(dashboard.binNs) * 0.86);
        if (below != nullptr)
            bars->moveAbove(below);
        below = bars;
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const double value = money ? figures.costByBin[i] : static_cast<double>(figures.tokensByBin[i]);
            bars->addData(secondsOf(*dashboard.rangeOf(i).fromNs + dashboard.binNs / 2), value);
            sums[i] += value;
        }
    }
    double most = 0;
    for (const double sum : sums)
        most = std::max(most, sum);
    if (money)
        plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new MoneyTicker));
    plot->yAxis->setRange(0, most > 0 ? most * 1.1 : 1);
    if (!dashboard.models.empty())
        showLegend(plot);
}

} // namespace spanglass::views
