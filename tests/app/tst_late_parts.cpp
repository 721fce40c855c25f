// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to a span after it was shown is shown, too; what did not change stays untouched.
#include <QSignalSpy>
#include <QTest>

#include "store_window.h"

using namespace spanglass;
using namespace spanglass::app;

class tst_late_parts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLogRecordOfAnEndedSpanIsShownWhileItIsInView()
    {
        StoreWindow w;
        QTRY_VERIFY(w.span().has_value());
        const TraceId trace = w.span()->trace;
        const SpanId span = w.span()->id;
        QCOMPARE(w.span()->events.size(), std::size_t{0});
        QVERIFY(w.bench.gather({journal::EventView{trace, span, records::noon, "gen_ai.choice", "{}"}}, false,
                               "late"));
        Q_EMIT w.source->changed();
        QTRY_COMPARE(w.span()->events.size(), std::size_t{1});
        QCOMPARE(w.span()->events.front().name, std::string("gen_ai.choice"));
        QCOMPARE(w.span()->id, span);
    }

    void anAttributeOfARunningSpanIsShownWhileItIsInView()
    {
        StoreWindow w;
        QTRY_VERIFY(w.span().has_value());
        const TraceId trace{0xbeef, 1};
        auto begun = std::get<journal::StartView>(records::start(1, 0, "going on", Kind::agent, trace));
        begun.startUnixNs = models::nowUnixNs();
        QVERIFY(w.bench.gather({begun}, false, "live"));
        Q_EMIT w.source->changed();
        QTRY_COMPARE(w.rows(), 13);
        w.list()->setCurrentIndex(w.window->traces()->index(0));
        QTRY_VERIFY(w.span() && w.span()->trace == trace);
        QVERIFY(w.bench.gather(
            {journal::AttributeView{trace, {1}, "step", {journal::ValueType::text, "two of three"}}}, false,
            "live"));
        Q_EMIT w.source->changed();
        QTRY_VERIFY(std::ranges::any_of(
            w.span()->attributes, [](const trace::Attribute& attribute) { return attribute.key == "step"; }));
    }

    void whatDidNotChangeIsNotShownAnew()
    {
        StoreWindow w;
        QTRY_VERIFY(w.span().has_value());
        auto* panel = w.find<views::SpanPanel>();
        QSignalSpy shown(panel, &views::SpanPanel::shown);
        panel->readAgain();
        // Its answers come in their order: behind this one the other has been dealt with.
        const TraceId trace = w.span()->trace;
        const SpanId span = w.span()->id;
        QVERIFY(
            w.bench.gather({journal::EventView{trace, span, records::noon, "late", "{}"}}, false, "late"));
        panel->readAgain();
        QTRY_COMPARE(w.span()->events.size(), std::size_t{1});
        QCOMPARE(shown.count(), 1);
    }
};

QTEST_MAIN(tst_late_parts)
#include "tst_late_parts.moc"
