// SPDX-License-Identifier: GPL-3.0-or-later
/// What the charts of a dashboard say at their axes, and that nothing lies on what they show.
#include <QScopeGuard>
#include <QTest>
#include <qcustomplot.h>

#include "views/dashboard_view.h"
#include "views/theme.h"

using namespace spanglass;
using namespace spanglass::views;

namespace {

constexpr std::int64_t secondNs = 1'000'000'000;

trace::Dashboard oneMinute()
{
    trace::Dashboard dashboard;
    dashboard.fromNs = 1'760'000'000 * secondNs;
    dashboard.binNs = 30 * secondNs;
    dashboard.traces = 12'000;
    dashboard.failed = 3'000;
    dashboard.bins = {{4'000, 0, trace::Percentiles{secondNs / 2, secondNs, secondNs}},
                      {8'000, 3'000, trace::Percentiles{secondNs, 3 * secondNs / 2, 2 * secondNs}}};
    dashboard.durations = {{secondNs, 2 * secondNs, 12'000}};
    for (const char* name : {"a-model-of-some-name", "another-model-of-some-name", "a-third-one"})
        dashboard.models.push_back({name, 2, 9'000, Decimal::parse("0.3"), {4'000, 5'000}, {0.1, 0.2}});
    return dashboard;
}

struct Fixture
{
    DashboardView view;

    Fixture()
    {
        applyTheme(ThemeChoice::light);
        view.resize(800, 900);
        view.setDashboard(oneMinute());
        view.show();
        view.grab();
    }
    [[nodiscard]] QCustomPlot* chart(const char* name) const
    {
        for (auto* plot : view.findChildren<QCustomPlot*>()) {
            if (plot->accessibleName() == QString::fromLatin1(name)) {
                plot->replot(QCustomPlot::rpImmediateRefresh);
                return plot;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QStringList marks(const char* name) const { return chart(name)->yAxis->tickVectorLabels(); }
};

} // namespace

class tst_dashboard_view : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void axesSayTheirUnitsAndNoMoreDigitsThanTellTicksApart()
    {
        const Fixture f;
        QVERIFY(f.marks("Failed traces").contains(QStringLiteral("10\u00a0%")));
        QVERIFY(f.marks("Latency").contains(QStringLiteral("2\u00a0s")));
        QVERIFY(f.marks("Latency").contains(QStringLiteral("500\u00a0ms")));
        QVERIFY(f.marks("Traces").contains(QStringLiteral("8,000")));
        QVERIFY(f.marks("Tokens by model").contains(QStringLiteral("10k")));
        QVERIFY(f.marks("Cost by model").contains(QStringLiteral("20\u00a0¢")));
    }

    void axesAreInTheUsersLanguage()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
        const Fixture f;
        QVERIFY(f.marks("Latency").contains(QStringLiteral("1,5\u00a0s")));
        QVERIFY(f.marks("Traces").contains(QStringLiteral("8.000")));
    }

    void timesStandBesideEachOther_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {420, 560, 800, 1600})
            QTest::addRow("%d px", width) << width;
    }
    void timesStandBesideEachOther()
    {
        QFETCH(int, width);
        Fixture f;
        f.view.resize(width, 900);
        f.view.grab();
        const QCustomPlot* plot = f.chart("Latency");
        const QFontMetrics metrics(plot->xAxis->tickLabelFont());
        const QStringList labels = plot->xAxis->tickVectorLabels();
        const QVector<double> at = plot->xAxis->tickVector();
        QVERIFY(!labels.isEmpty());
        for (qsizetype i = 1; i < at.size(); ++i) {
            const double apart = plot->xAxis->coordToPixel(at[i]) - plot->xAxis->coordToPixel(at[i - 1]);
            QVERIFY(apart > metrics.horizontalAdvance(labels[i]) + 4);
        }
    }

    void noNameOfALegendIsCut_data() { timesStandBesideEachOther_data(); }
    void noNameOfALegendIsCut()
    {
        QFETCH(int, width);
        Fixture f;
        f.view.resize(width, 900);
        f.view.grab();
        QCustomPlot* plot = f.chart("Tokens by model");
        const QFontMetrics metrics(plot->legend->font());
        for (int i = 0; i < plot->legend->itemCount(); ++i)
            QVERIFY(plot->legend->item(i)->outerRect().width() >
                    metrics.horizontalAdvance(plot->plottable(i)->name()));
    }

    void aLegendStandsAboveTheBars()
    {
        const Fixture f;
        for (const char* name : {"Latency", "Tokens by model", "Cost by model"}) {
            const QCustomPlot* plot = f.chart(name);
            QVERIFY2(plot->legend->visible() && plot->legend->itemCount() == 3, name);
            QVERIFY2(plot->legend->outerRect().bottom() < plot->axisRect()->top(), name);
            QVERIFY2(plot->axisRect()->height() > 60, name);
        }
    }
};

QTEST_MAIN(tst_dashboard_view)
#include "tst_dashboard_view.moc"
