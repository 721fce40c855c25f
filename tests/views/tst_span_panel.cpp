// SPDX-License-Identifier: GPL-3.0-or-later
// A span's details: what each tab shows, and that text of unknown origin stays text.
#include <QItemSelectionModel>
#include <QLabel>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

#include "models/json_tree_model.h"
#include "models/span_tree_model.h"
#include "views/chat_view.h"
#include "views/facts_view.h"
#include "views/json_tree_view.h"
#include "views/long_text_view.h"
#include "views/span_panel.h"
#include "views/theme.h"
#include "views/value_view.h"
#include "views/wrap_tab_bar.h"

using namespace spanglass;
using views::SpanPanel;

namespace {

trace::Span llmSpan()
{
    trace::Span span;
    span.trace = TraceId{1, 2};
    span.id = SpanId{3};
    span.name = "llm.chat";
    span.kind = Kind::llm;
    span.startUnixNs = 1'700'000'000'000'000'000;
    span.durationNs = 1'240'000'000;
    span.model = "gpt-5-mini";
    span.tokens.input = 1'000;
    span.tokens.output = 204;
    span.cost = Decimal::parse("0.0042");
    span.input = trace::Json{"{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"};
    span.output = "plain words";
    return span;
}

struct Fixture
{
    models::SpanTreeModel model;
    QItemSelectionModel selection{&model};
    SpanPanel panel;

    explicit Fixture(trace::Span span)
    {
        views::applyTheme(views::ThemeChoice::light);
        auto table = std::make_shared<trace::SpanTable>();
        table->append(span);
        table->linkParents({SpanId{}});
        table->details = [span](std::uint32_t) { return span; };
        model.setTable(table);
        panel.resize(380, 600);
        panel.show();
        panel.setModel(&model, &selection);
        QSignalSpy shown(&panel, &SpanPanel::shown);
        selection.setCurrentIndex(model.indexOfRow(0), QItemSelectionModel::ClearAndSelect);
        QVERIFY(shown.wait());
    }
    QString fact(const QString& label) const
    {
        for (const views::Fact& fact : panel.findChild<views::FactsView*>()->facts()) {
            if (fact.label == label)
                return fact.value;
        }
        return {};
    }
    views::ValueView* value() const
    {
        for (auto* view : panel.findChildren<views::ValueView*>()) {
            if (view->isVisible())
                return view;
        }
        return nullptr;
    }
};

} // namespace

class tst_span_panel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOverviewSaysWhatIsKnown()
    {
        Fixture f(llmSpan());
        QCOMPARE(f.fact(QStringLiteral("Model")), QStringLiteral("gpt-5-mini"));
        QCOMPARE(f.fact(QStringLiteral("Input")), QStringLiteral("1,000"));
        QCOMPARE(f.fact(QStringLiteral("Total")), QStringLiteral("1,204"));
        QCOMPARE(f.fact(QStringLiteral("Cost")), QStringLiteral("0.42\u00a0¢"));
        QVERIFY(f.fact(QStringLiteral("Duration")).startsWith(QStringLiteral("1.24\u00a0s")));
        QCOMPARE(f.fact(QStringLiteral("Span")), QStringLiteral("0000000000000003"));
    }

    void jsonIsATreeAndWordsAreText()
    {
        Fixture f(llmSpan());
        f.panel.showTab(SpanPanel::inputTab);
        QVERIFY(f.value()->treeView()->isVisible());
        QCOMPARE(f.value()->treeView()->model()->index(0, 0).data().toString(), QStringLiteral("messages"));
        f.panel.showTab(SpanPanel::outputTab);
        QVERIFY(f.value()->textView()->isVisible());
        QCOMPARE(f.value()->textView()->text(), QStringLiteral("plain words"));
    }

    void messagesAreAConversationWithToolCalls()
    {
        trace::Span span = llmSpan();
        span.attributes = {
            {"gen_ai.input.messages", trace::Json{"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\","
                                                  "\"content\":\"<b>What</b> is 2+2?\"}]}]"}},
            {"gen_ai.output.messages",
             trace::Json{"[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"1\","
                         "\"name\":\"calculator\",\"arguments\":{\"sum\":\"2+2\"}}]}]"}}};
        Fixture f(span);
        f.panel.showTab(SpanPanel::chatTab);
        auto* chat = f.panel.findChild<views::ChatView*>();
        QVERIFY(chat->isVisible());
        QCOMPARE(chat->messageCount(), 2);
        QStringList said;
        for (const QLabel* label : chat->findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            said << label->text();
        }
        QVERIFY(said.contains(QStringLiteral("<b>What</b> is 2+2?")));
        QVERIFY(said.contains(QStringLiteral("calls calculator")));
        // A span without messages has no such tab.
        Fixture plain([] {
            trace::Span tool = llmSpan();
            tool.input = "2+2";
            return tool;
        }());
        QVERIFY(!plain.panel.findChild<views::WrapTabBar*>()
                     ->findChildren<QToolButton*>()[SpanPanel::chatTab]
                     ->isVisible());
    }

    void aTabThatASpanLacksIsBackWithTheNextThatHasIt()
    {
        Fixture f(llmSpan());
        trace::Span tool = llmSpan();
        tool.name = "tool";
        tool.input = tool.output = "2+2";
        auto table = std::make_shared<trace::SpanTable>();
        for (const trace::Span& span : {llmSpan(), tool, llmSpan()})
            table->append(span);
        table->linkParents({SpanId{}, SpanId{}, SpanId{}});
        table->details = [tool](std::uint32_t row) { return row == 1 ? tool : llmSpan(); };
        f.model.setTable(table);
        QSignalSpy shown(&f.panel, &SpanPanel::shown);
        const auto choose = [&](int row) {
            f.selection.setCurrentIndex(f.model.indexOfRow(std::uint32_t(row)),
                                        QItemSelectionModel::ClearAndSelect);
            [&] { QVERIFY(shown.wait()); }();
        };
        choose(0);
        f.panel.showTab(SpanPanel::chatTab);
        choose(1);
        QCOMPARE(f.panel.tab(), SpanPanel::overviewTab);
        choose(2);
        QCOMPARE(f.panel.tab(), SpanPanel::chatTab);
        choose(1);
        f.panel.showTab(SpanPanel::inputTab);
        choose(0); // another was chosen meanwhile: that one stays
        QCOMPARE(f.panel.tab(), SpanPanel::inputTab);
    }

    void theErrorTabIsThereForAnErrorOnly()
    {
        Fixture well(llmSpan());
        auto* tabs = well.panel.findChild<views::WrapTabBar*>();
        QCOMPARE(tabs->findChildren<QToolButton*>()[SpanPanel::errorTab]->isVisible(), false);
        trace::Span span = llmSpan();
        span.status = Status::error;
        span.statusMessage = "rate limited";
        span.events.push_back({span.startUnixNs,
                               "exception",
                               {{"exception.type", std::string("RateLimit")},
                                {"exception.message", std::string("try later")},
                                {"exception.stacktrace", std::string("at chat (llm.cpp:12)")}}});
        Fixture failed(span);
        failed.panel.showTab(SpanPanel::errorTab);
        auto* text = failed.panel.findChild<QStackedWidget*>(QStringLiteral("pages"))->currentWidget();
        const QString said = qobject_cast<views::ValueView*>(text)->textView()->text();
        for (const char* part : {"rate limited", "RateLimit: try later", "at chat (llm.cpp:12)"})
            QVERIFY2(said.contains(QString::fromUtf8(part)), part);
    }

    void hostileTextIsShownLiterally()
    {
        trace::Span span = llmSpan();
        const std::string hostile = "<img src=/dev/zero><b>x</b>\u202e\x1b[31m";
        span.name = span.model = span.service = hostile;
        span.status = Status::error;
        span.statusMessage = hostile;
        span.input = span.output = hostile;
        span.attributes = {{hostile, hostile}};
        Fixture f(span);
        for (int tab = SpanPanel::overviewTab; tab <= SpanPanel::rawTab; ++tab) {
            f.panel.showTab(static_cast<SpanPanel::Tab>(tab));
            f.panel.grab();
        }
        for (const QLabel* label : f.panel.findChildren<QLabel*>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'),
                     qPrintable(label->text()));
            QVERIFY(!label->text().contains(QChar(0x202e)));
        }
        for (const QWidget* widget : f.panel.findChildren<QWidget*>())
            QVERIFY2(!widget->toolTip().contains(QStringLiteral("<img")), qPrintable(widget->toolTip()));
        QCOMPARE(f.fact(QStringLiteral("Message")), QString::fromStdString(hostile));
    }

    void aTenMegabyteLineOfJsonIsThere()
    {
        trace::Span span = llmSpan();
        span.input = trace::Json{"{\"prompt\":\"" + std::string(10'000'000, 'x') + "\",\"end\":1}"};
        Fixture f(span);
        f.panel.showTab(SpanPanel::inputTab);
        f.panel.grab();
        QCOMPARE(f.value()->treeView()->model()->rowCount(), 2);
        QTest::mouseClick(f.value()->findChild<QToolButton*>(QStringLiteral("asText")), Qt::LeftButton);
        f.panel.grab();
        QVERIFY(f.value()->textView()->text().size() > 10'000'000);
    }

    void theArrowKeysWalkTheTabs()
    {
        Fixture f(llmSpan());
        auto* tabs = f.panel.findChild<views::WrapTabBar*>();
        QTest::keyClick(tabs, Qt::Key_Right);
        QTest::keyClick(tabs, Qt::Key_Right);
        QCOMPARE(f.panel.tab(), SpanPanel::inputTab);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(tabs, Qt::Key_Right);
        QCOMPARE(f.panel.tab(), SpanPanel::rawTab); // past the hidden error tab
        QTest::keyClick(tabs, Qt::Key_Left);
        QCOMPARE(f.panel.tab(), SpanPanel::eventsTab);
    }

    void noSelectionIsAnEmptyPanelThatSaysSo()
    {
        Fixture f(llmSpan());
        f.selection.clear();
        QVERIFY(!f.panel.span());
        f.panel.setModel(nullptr, nullptr);
        f.panel.grab();
    }
};

QTEST_MAIN(tst_span_panel)
#include "tst_span_panel.moc"
