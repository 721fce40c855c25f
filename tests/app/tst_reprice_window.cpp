// SPDX-License-Identifier: GPL-3.0-or-later
// What is stored gets its costs by the prices of today, from the window: asked for, watched, ended, and told.
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <fstream>

#include "app/progress_strip.h"
#include "app/query_panel.h"
#include "app/reprice_dialog.h"
#include "fake_source.h"
#include "store_window.h"
#include "trace/prices.h"

using namespace spanglass;
using namespace spanglass::app;

namespace {

/// Two calls of a million tokens whose cost nobody named, each a trace of its own, a user's each.
std::vector<journal::RecordView> unpricedCalls()
{
    std::vector<journal::RecordView> views;
    for (const std::uint64_t number : {1u, 2u}) {
        const TraceId trace{0xca11, number};
        const auto say = [&](std::string_view key, std::string_view value) {
            views.emplace_back(journal::AttributeView{trace, {1}, key, {journal::ValueType::text, value}});
        };
        views.push_back(records::start(1, 0, "ask", Kind::llm, trace));
        say(names::model, "house-model");
        say(names::user, number == 1 ? "eve" : "tom");
        views.emplace_back(journal::AttributeView{
            trace, {1}, names::inputTokens, {journal::ValueType::integer, {}, 1'000'000}});
        views.push_back(records::end(1, Status::ok, trace));
    }
    return views;
}

/// Answers when it is let, and shows what it was asked.
class SlowSource : public models::FakeSource
{
public:
    void requestRepricing(QObject*, const trace::TraceQuery& query,
                          std::shared_ptr<models::Progress> progress,
                          std::function<void(Repriced)> done) override
    {
        asked = query;
        watched = std::move(progress);
        answer = std::move(done);
    }
    trace::TraceQuery asked;
    std::shared_ptr<models::Progress> watched;
    std::function<void(Repriced)> answer;
};

/// Into the user's own price file.
void setPrice(const char* input)
{
    const QString json = QStringLiteral("{'models':[{'names':['house-model'],'prices':[{'from':'2020-01-01',"
                                        "'input':'%1','output':'0'}]}]}")
                             .arg(QLatin1String(input))
                             .replace(u'\'', u'"');
    std::ofstream(trace::userPriceFile()) << json.toStdString();
}

template<class Widget> Widget* part(const QDialog& dialog, const char* name)
{
    return dialog.findChild<Widget*>(QString::fromLatin1(name));
}

/// Without plurals: those come from the catalogues.
QString resultOf(const QDialog& dialog)
{
    return part<QLabel>(dialog, "repriceResult")
        ->text()
        .remove(QStringLiteral("(s)"))
        .replace(QStringLiteral("spans"), QStringLiteral("span"))
        .replace(QStringLiteral("traces"), QStringLiteral("trace"));
}

} // namespace

class tst_reprice_window : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(qputenv("XDG_CONFIG_HOME", m_config.path().toUtf8()));
        std::filesystem::create_directories(trace::userPriceFile().parent_path());
        setPrice("3");
    }

    void whatHadNoPriceGetsOneAndTheRestIsNamed()
    {
        StoreWindow w;
        QVERIFY(w.bench.gather(unpricedCalls(), false, "two"));
        setPrice("5");
        Q_EMIT w.source->changed();
        w.find<QueryPanel>()->setQuery(QStringLiteral("user:eve"));
        QTRY_VERIFY(w.span() && w.span()->name == "ask");
        w.find<QueryPanel>()->setQuery({});
        QTRY_COMPARE(w.rows(), 14);
        QCOMPARE(w.span()->cost->text(), std::string("3"));
        w.command(QStringLiteral("re-price"));
        auto* dialog = w.find<RepriceDialog>();
        QVERIFY(dialog);
        QVERIFY(!part<QRadioButton>(*dialog, "repriceListed")->isVisible()); // the list shows everything
        QSignalSpy finished(dialog, &RepriceDialog::finished);
        QTest::mouseClick(part<QPushButton>(*dialog, "repriceStart"), Qt::LeftButton);
        QVERIFY(finished.wait());
        QCOMPARE(resultOf(*dialog), QStringLiteral("Another cost now: 2 span, in 2 trace\n"
                                                   "Named by their producer, so as before: 12 span"));
        QTRY_COMPARE(costOf(w, 1), std::string("5"));
        // The trace in view and its span show what they cost now.
        QTRY_VERIFY(w.span() && w.span()->cost && w.span()->cost->text() == "5");
        // What explains a cost in this window does so by the same prices.
        QCOMPARE(trace::PriceTable::inUse().find("house-model", models::nowUnixNs())->input.text(),
                 std::string("5"));
        QTest::mouseClick(part<QPushButton>(*dialog, "repriceStart"), Qt::LeftButton);
        QVERIFY(finished.wait());
        QVERIFY(resultOf(*dialog).startsWith(QStringLiteral("No cost is another one now.")));
    }

    void onlyWhatTheListShowsIfThatIsWanted()
    {
        StoreWindow w;
        QVERIFY(w.bench.gather(unpricedCalls(), false, "two"));
        setPrice("8");
        w.find<QueryPanel>()->setQuery(QStringLiteral("user:tom"));
        QTRY_COMPARE(w.rows(), 1);
        w.command(QStringLiteral("re-price"));
        auto* dialog = w.find<RepriceDialog>();
        QVERIFY(dialog);
        QSignalSpy finished(dialog, &RepriceDialog::finished);
        part<QRadioButton>(*dialog, "repriceListed")->click();
        QTest::mouseClick(part<QPushButton>(*dialog, "repriceStart"), Qt::LeftButton);
        QVERIFY(finished.wait());
        QCOMPARE(resultOf(*dialog), QStringLiteral("Another cost now: 1 span, in 1 trace"));
        QCOMPARE(costOf(w, 2), std::string("8"));
        QVERIFY(costOf(w, 1) != "8");
    }

    void itIsWatchedAndEnded()
    {
        SlowSource source;
        RepriceDialog dialog(&source, {.text = "user:tom"});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QTest::mouseClick(part<QPushButton>(dialog, "repriceStart"), Qt::LeftButton);
        QVERIFY(dialog.working());
        QVERIFY(source.asked.text.empty()); // everything, unless the list was chosen
        source.watched->total = 4000;
        source.watched->done = 1000;
        const auto* strip = dialog.findChild<ProgressStrip*>();
        QTRY_COMPARE(strip->findChild<QLabel*>()->text(), QStringLiteral("1,000 of 4,000 traces"));
        QVERIFY(strip->isVisible());
        QTest::mouseClick(strip->findChild<QPushButton*>(), Qt::LeftButton);
        QVERIFY(source.watched->cancelled);
        source.answer(store::RepriceReport{.traces = 3, .spans = 7, .unpriced = 1, .complete = false});
        QVERIFY(!dialog.working());
        QVERIFY(!strip->isVisible());
        QCOMPARE(resultOf(dialog), QStringLiteral("Cancelled; what was done stays.\n"
                                                  "Another cost now: 7 span, in 3 trace\n"
                                                  "Without a known price: 1 span"));
    }

    void closingItEndsWhatIsUnderWay()
    {
        SlowSource source;
        {
            RepriceDialog dialog(&source, {});
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            QTest::mouseClick(part<QPushButton>(dialog, "repriceStart"), Qt::LeftButton);
        }
        QVERIFY(source.watched->cancelled);
    }

    void pricesThatCannotBeReadAreSaid()
    {
        StoreWindow w;
        std::ofstream(trace::userPriceFile()) << "{";
        w.command(QStringLiteral("re-price"));
        auto* dialog = w.find<RepriceDialog>();
        QVERIFY(dialog);
        QSignalSpy finished(dialog, &RepriceDialog::finished);
        QTest::mouseClick(part<QPushButton>(*dialog, "repriceStart"), Qt::LeftButton);
        QVERIFY(finished.wait());
        QVERIFY2(resultOf(*dialog).contains(QString::fromStdString(trace::userPriceFile().string())),
                 qPrintable(resultOf(*dialog)));
        setPrice("3");
    }

private:
    static std::string costOf(const StoreWindow& w, std::uint64_t call)
    {
        const auto row = w.bench.store().traceRow(TraceId{0xca11, call});
        return row && row->cost ? row->cost->text() : std::string("none");
    }
    QTemporaryDir m_config;
};

QTEST_MAIN(tst_reprice_window)
#include "tst_reprice_window.moc"
