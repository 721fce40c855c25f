// SPDX-License-Identifier: GPL-3.0-or-later
/// What flame graphs can be made of: groups, weights, colours, scopes, goals, ranges. Spans as text in, bars
/// as text out.
#include <QImage>
#include <QTest>

#include "views/flame_graph_view.h"
#include "views/flame_legend.h"
#include "views/flame_painter.h"
#include "views/range_facts.h"
#include "views/span_goals.h"

#include "text_picture.h"

using namespace spanglass;
using namespace spanglass::views;

namespace {

// An agent that calls a model twice and two tools at once.
constexpr const char* run = "run 0-100\n chat 0-30\n toola 30-80\n toolb 40-90\n chat 90-100";

std::shared_ptr<const trace::SpanTable> table(const char* spans)
{
    auto made = std::make_shared<trace::SpanTable>(layout::spansOf(QString::fromLatin1(spans)));
    for (std::uint32_t row = 0; row < made->size(); ++row) {
        made->trace[row] = {1, 1};
        made->id[row].value = row + 1;
    }
    return made;
}

/// "run 0-100|chat 0-40": the bars that have a width, lane by lane.
QString bars(const FlameScene& scene)
{
    QStringList lines;
    for (std::uint32_t lane = 0; lane < scene.bars().lanes; ++lane) {
        QStringList line;
        for (const std::uint32_t bar : scene.index().lane(lane)) {
            if (scene.bars().end[bar] > scene.bars().begin[bar])
                line << QStringLiteral("%1 %2-%3")
                            .arg(QString::fromUtf8(scene.label(bar).data(),
                                                   qsizetype(scene.label(bar).size())))
                            .arg(scene.bars().begin[bar])
                            .arg(scene.bars().end[bar]);
        }
        lines << line.join(QStringLiteral(", "));
    }
    return lines.join(QLatin1Char('|'));
}

std::shared_ptr<const trace::DetailColumns> columnsOf(std::vector<std::int64_t> tokens,
                                                      std::vector<std::int64_t> cost,
                                                      const std::vector<std::string>& models)
{
    auto columns = std::make_shared<trace::DetailColumns>();
    columns->tokens = std::move(tokens);
    columns->costNanoUsd = std::move(cost);
    for (const std::string& model : models)
        columns->model.push_back(columns->texts.intern(model));
    columns->attribute = columns->model;
    return columns;
}

QStringList legendOf(const FlameScene& scene)
{
    QStringList texts;
    for (const auto& entry : scene.legend())
        texts << legendText(scene, entry);
    return texts;
}

} // namespace

class tst_flame_options : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::light); }

    void mergedBarsAreAsWideAsTheirWeight_data()
    {
        QTest::addColumn<FlameWeight>("weight");
        QTest::addColumn<QString>("expected");
        QTest::newRow("time: what ran at once is as wide as both")
            << FlameWeight::time << "run 0-140|toola 0-50, toolb 50-100, chat 100-140";
        QTest::newRow("self time") << FlameWeight::selfTime
                                   << "run 0-140|toola 0-50, toolb 50-100, chat 100-140";
        QTest::newRow("calls") << FlameWeight::calls << "run 0-5|chat 0-2, toola 2-3, toolb 3-4";
        QTest::newRow("tokens") << FlameWeight::tokens << "run 0-70|chat 0-70";
        QTest::newRow("cost") << FlameWeight::cost << "run 0-11|chat 0-8, toolb 8-11";
    }
    void mergedBarsAreAsWideAsTheirWeight()
    {
        QFETCH(const FlameWeight, weight);
        FlameOptions options;
        options.order = FlameOrder::leftHeavy;
        options.weight = weight;
        options.columns = columnsOf({0, 40, 0, 0, 30}, {0, 5, 0, 3, 3}, {"", "m1", "", "", "m2"});
        QTEST(bars(FlameScene(table(run), options)), "expected");
    }

    void callsMergeByWhateverIsAsked_data()
    {
        QTest::addColumn<FlameGroup>("group");
        QTest::addColumn<QString>("expected");
        QTest::newRow("kind") << FlameGroup::kind << "span 0-5|llm 0-2, tool 2-4";
        QTest::newRow("model") << FlameGroup::model << "(none) 0-5|(none) 0-2, m1 2-3, m2 3-4";
        QTest::newRow("attribute") << FlameGroup::attribute << "(none) 0-5|(none) 0-2, m1 2-3, m2 3-4";
    }
    void callsMergeByWhateverIsAsked()
    {
        QFETCH(const FlameGroup, group);
        auto spans = std::make_shared<trace::SpanTable>(*table(run));
        spans->kind = {Kind::span, Kind::llm, Kind::tool, Kind::tool, Kind::llm};
        FlameOptions options;
        options.order = FlameOrder::leftHeavy;
        options.weight = FlameWeight::calls;
        options.group = group;
        options.columns = columnsOf({0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {"", "m1", "", "", "m2"});
        QTEST(bars(FlameScene(spans, options)), "expected");
    }

    void onlyWhatIsChosenIsMerged()
    {
        FlameOptions options;
        options.order = FlameOrder::leftHeavy;
        options.within = {0, 1, 0, 1, 0};
        QCOMPARE(bars(FlameScene(table(run), options)), QStringLiteral("toolb 0-50, chat 50-80"));
    }

    void aSandwichsCallersAreColouredAsThemselves()
    {
        auto spans = std::make_shared<trace::SpanTable>(*table("run 0-10\n chat 0-4"));
        spans->kind = {Kind::agent, Kind::llm};
        FlameOptions options;
        options.order = FlameOrder::sandwich;
        options.sandwichKey = spans->name[1];
        const FlameScene scene(spans, options);
        QCOMPARE(bars(scene), QStringLiteral("run 0-4|chat 0-4"));
        QCOMPARE(scene.table().kind[scene.row(scene.index().lane(0).front())], Kind::agent);
    }

    void colourClassesHaveALegend_data()
    {
        QTest::addColumn<FlameColour>("colour");
        QTest::addColumn<QString>("expected");
        QTest::newRow("kind") << FlameColour::kind << "LLM, Tool, Span";
        QTest::newRow("name") << FlameColour::name << "chat, run, toola, toolb";
        QTest::newRow("model") << FlameColour::model << "no model, m1, m2";
        QTest::newRow("error") << FlameColour::error << "fine, something below failed, failed";
    }
    void colourClassesHaveALegend()
    {
        QFETCH(const FlameColour, colour);
        auto spans = std::make_shared<trace::SpanTable>(*table(run));
        spans->kind = {Kind::span, Kind::llm, Kind::tool, Kind::tool, Kind::llm};
        spans->status[3] = Status::error;
        FlameOptions options;
        options.colour = colour;
        options.columns = columnsOf({0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {"", "m1", "", "", "m2"});
        const FlameScene scene(spans, options);
        QTEST(legendOf(scene).join(QStringLiteral(", ")), "expected");
        QVERIFY(legendSentence(scene).contains(legendOf(scene).front()));
    }

    void labelsStayReadableOnEveryFill()
    {
        const auto luminance = [](const QColor& colour) {
            const auto linear = [](double part) {
                return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
                   0.0722 * linear(colour.blueF());
        };
        for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
            for (int colour = 0; colour <= int(FlameColour::difference); ++colour) {
                FlameOptions options;
                options.colour = static_cast<FlameColour>(colour);
                for (const QRgb fill : FlameScene(table(run), options).palette(*theme)) {
                    const double a = luminance(theme->onFill()) + 0.05;
                    const double b = luminance(QColor(fill)) + 0.05;
                    QVERIFY2(std::max(a, b) / std::min(a, b) >= 4.5, qPrintable(QString::number(colour)));
                }
            }
        }
    }

    void twoRunsLaidOverEachOtherSayWhoBringsWhat()
    {
        FlameOptions options;
        options.order = FlameOrder::leftHeavy;
        options.colour = FlameColour::difference;
        options.secondRunFrom = 3;
        const FlameScene scene(table("run 0-100\n a 0-40\n gone 40-60\nrun 0-100\n a 0-80\n new 80-90"),
                               options);
        QCOMPARE(bars(scene), QStringLiteral("run 0-200|a 0-120, gone 120-140, new 140-150"));
        const auto shares = [&](double unit) {
            const RunShares of =
                scene.shares(scene.index().hit(1, layout::fitted(scene.extent(), 200), unit, 0));
            return QStringLiteral("%1 %2").arg(of.before).arg(of.after);
        };
        QCOMPARE(shares(10), QStringLiteral("40 80"));
        QCOMPARE(shares(130), QStringLiteral("20 0"));
        QCOMPARE(shares(145), QStringLiteral("0 10"));
    }

    void theOverviewShowsWhatCoversMostNotWhatComesFirst()
    {
        // Two hundred lanes on one row of pixels: a thin LLM call on top, tools everywhere below.
        QString text = QStringLiteral("run 0-100");
        for (int depth = 1; depth < 200; ++depth)
            text += QLatin1Char('\n') + QString(depth, u' ') + QStringLiteral("x 0-100");
        auto spans = std::make_shared<trace::SpanTable>(layout::spansOf(text));
        std::ranges::fill(spans->kind, Kind::tool);
        spans->kind[0] = Kind::llm;
        const FlameScene scene(spans, {});
        QImage map(20, 1, QImage::Format_RGB32);
        FlamePainter(scene, lightTheme()).paintOverview(map);
        QCOMPARE(map.pixelColor(10, 0), lightTheme().kindFill(Kind::tool));
        // Where little is covered, it is pale.
        const FlameScene sparse(table("a 0-1\nb 99-100"), {});
        FlamePainter(sparse, lightTheme()).paintOverview(map);
        QVERIFY(map.pixelColor(0, 0).lightness() > lightTheme().kindFill(Kind::span).lightness());
        QCOMPARE(map.pixelColor(10, 0), lightTheme().surface);
    }

    void goalsGoDownTheRankingAndRoundTheMarks()
    {
        const std::vector<std::int64_t> amounts{5, 0, 9, 7, 0};
        QCOMPARE(nextRanked(amounts, trace::noRow), 2u);
        QCOMPARE(nextRanked(amounts, 2), 3u);
        QCOMPARE(nextRanked(amounts, 3), 0u);
        QCOMPARE(nextRanked(amounts, 0), 2u);
        QCOMPARE(nextRanked(amounts, 1), 2u);
        QCOMPARE(nextRanked(std::vector<std::int64_t>{0, 0}, 0), trace::noRow);
        const auto spans = table(run);
        const auto tools = [](std::uint32_t row) { return row == 2 || row == 3; };
        QCOMPARE(nextMarked(*spans, trace::noRow, 1, tools), 2u);
        QCOMPARE(nextMarked(*spans, 2, 1, tools), 3u);
        QCOMPARE(nextMarked(*spans, 3, 1, tools), 2u);
        QCOMPARE(nextMarked(*spans, 0, -1, tools), 3u);
        QCOMPARE(nextMarked(*spans, 0, 1, [](std::uint32_t) { return false; }), trace::noRow);
    }

    void aRangeSaysWhatHappenedInIt()
    {
        auto spans = std::make_shared<trace::SpanTable>(*table(run));
        spans->status[2] = Status::error;
        const auto columns = columnsOf({0, 40, 0, 1'200, 30}, {0, 0, 0, 4'200'000, 0}, {"", "", "", "", ""});
        const QStringList facts = rangeFacts(*spans, selfTimesOf(*spans), columns.get(), {25, 60});
        QCOMPARE(facts.join(QLatin1Char('|')).replace(QChar(0xa0), QLatin1Char(' ')),
                 QStringLiteral("35 ns|Spans running: 4 · began here: 2|Errors: 1|1,200 tokens · 0.42 ¢|"
                                "toola 30 ns itself|toolb 20 ns itself|chat 5 ns itself"));
    }

    void theViewReadsDetailsWhenTheyAreWantedAndKeysLeadToTheGoals()
    {
        auto spans = std::make_shared<trace::SpanTable>(*table(run));
        int reads = 0;
        spans->details = [&reads](std::uint32_t row) {
            ++reads;
            trace::Span span;
            span.cost = Decimal::parse(row == 4 ? "0.5" : row == 1 ? "0.2" : "0");
            return span;
        };
        models::SpanTreeModel model;
        QItemSelectionModel selection(&model);
        FlameGraphView view;
        view.setReducedMotion(true);
        view.resize(1000, 300);
        view.setModel(&model, &selection);
        model.setTable(spans);
        view.show();
        QCOMPARE(reads, 0);
        const auto selected = [&] { return model.tableRow(selection.currentIndex()); };
        QTest::keyClick(&view, Qt::Key_C);
        QCOMPARE(selected(), 4u);
        QTest::keyClick(&view, Qt::Key_C);
        QCOMPARE(selected(), 1u);
        QVERIFY(reads <= 5 + 2); // once each; what is selected is described again
        QTest::keyClick(&view, Qt::Key_L);
        QVERIFY(selected() == 2u || selected() == 3u); // the tools took fifty each
        view.setOrder(FlameOrder::leftHeavy);
        view.setWeight(FlameWeight::cost);
        QCOMPARE(view.lastUnit(), 700'000'000);
        view.setScope(FlameScope::subtree);
        QVERIFY(view.scene()->empty()); // tools cost nothing
    }

    void manyDetailsAreReadBesideTheWindowAndEscStops()
    {
        auto spans = std::make_shared<trace::SpanTable>();
        for (std::uint64_t id = 1; id <= 5'000; ++id) {
            trace::Span span;
            span.trace = {1, 1};
            span.id.value = id;
            span.durationNs = 1;
            spans->append(span);
        }
        spans->details = [](std::uint32_t) {
            trace::Span span;
            span.tokens.total = 2;
            return span;
        };
        models::SpanTreeModel model;
        QItemSelectionModel selection(&model);
        FlameGraphView view;
        view.resize(600, 300);
        view.setModel(&model, &selection);
        model.setTable(spans);
        view.setOrder(FlameOrder::leftHeavy);
        view.setWeight(FlameWeight::tokens);
        QVERIFY(view.readsDetails());
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!view.readsDetails());
        view.setWeight(FlameWeight::calls);
        view.setWeight(FlameWeight::tokens);
        QTRY_COMPARE(view.lastUnit(), 10'000);
        QVERIFY(!view.readsDetails());
    }
};

QTEST_MAIN(tst_flame_options)
#include "tst_flame_options.moc"
