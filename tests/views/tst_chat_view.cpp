// SPDX-License-Identifier: GPL-3.0-or-later
/// A conversation's Markdown: shown, safe, and as it was written at a click.
#include <QAbstractButton>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextFragment>
#include <QToolButton>

#include "views/chat_view.h"
#include "views/prose_view.h"
#include "views/safe_link.h"
#include "views/theme.h"

using namespace spanglass;
using namespace spanglass::views;

namespace {

trace::Messages said(const std::string& text)
{
    trace::MessagePart part;
    part.text = text;
    return {{"assistant", {}, {part}, {}}};
}

struct Fixture
{
    ChatView chat;

    explicit Fixture(const std::string& text)
    {
        chat.resize(420, 600);
        chat.setMessages(said(text), {});
        chat.show();
    }
    [[nodiscard]] QStringList labels() const
    {
        QStringList texts;
        for (const QLabel* label : chat.findChildren<QLabel*>())
            texts << label->text();
        return texts;
    }
    [[nodiscard]] QString prose() const
    {
        QStringList texts;
        for (const ProseView* view : chat.findChildren<ProseView*>())
            texts << view->toPlainText();
        return texts.join(QLatin1Char('\n'));
    }
    [[nodiscard]] QToolButton* choice(const QString& text) const
    {
        for (QToolButton* button : chat.findChildren<QToolButton*>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
};

std::vector<QTextCharFormat> formatsOf(const ProseView& view)
{
    std::vector<QTextCharFormat> formats;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at)
            formats.push_back(at.fragment().charFormat());
    }
    return formats;
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& color) { // WCAG 2.1
        const auto linear = [](double c) {
            return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

int timesOpened = 0;

} // namespace

class tst_chat_view : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(ThemeChoice::light);
        setLinkOpener([](const QUrl&) { ++timesOpened; });
    }

    void markdownIsShownAndAsWrittenAtAClick()
    {
        const QString written =
            QStringLiteral("# Plan\n\n1. **first**\n2. then\n\n```cpp\nint a = 1;\n```\n\n"
                           "|x|y|\n|---|---|\n|1|2|");
        Fixture f(written.toStdString());
        const QString prose = f.prose();
        for (const char* part : {"Plan", "1.  first", "2.  then", "x", "2"})
            QVERIFY2(prose.contains(QString::fromUtf8(part)), qPrintable(prose));
        QVERIFY(!prose.contains(QLatin1Char('#')) && !prose.contains(QLatin1String("**")));
        QVERIFY(f.labels().contains(QStringLiteral("int a = 1;")));
        QVERIFY(f.labels().contains(QStringLiteral("cpp")));
        QTest::mouseClick(f.choice(QStringLiteral("As written")), Qt::LeftButton);
        QTRY_VERIFY(f.labels().contains(written));
        QVERIFY(!f.chat.showsMarkdown());
        // By the keyboard back again: the choice that was made keeps the focus.
        QToolButton* formatted = f.choice(QStringLiteral("Formatted"));
        formatted->setFocus();
        QTest::keyClick(formatted, Qt::Key_Space);
        QTRY_COMPARE(f.prose(), prose);
    }

    void aResultNamesTheCallThatItAnswers()
    {
        using Part = trace::MessagePart;
        const auto call = [](const char* id, const char* name) {
            return Part{.type = Part::Type::toolCall, .text = "{}", .id = id, .name = name};
        };
        const auto result = [](const char* id, const char* name) {
            return Part{.type = Part::Type::toolResult, .text = "3", .id = id, .name = name};
        };
        Fixture f("hello");
        f.chat.setMessages(
            {{.role = "assistant", .parts = {call("a", "sql"), call("b", "sql"), call("c", "web")}},
             {.role = "tool", .parts = {result("b", ""), result("c", "web_v2")}},
             {.role = "tool", .parts = {result("z", "mail"), result("", "")}}},
            {});
        const QStringList said = f.labels();
        for (const char* caption : {"calls sql", "calls sql #2", "calls web", "result of sql #2",
                                    "result of web", "result of mail", "result"})
            QVERIFY2(said.contains(QString::fromUtf8(caption)), caption);
    }

    void linesThatShowNothingEndNoMessage()
    {
        Fixture f("one\ntwo\n\n\n");
        QVERIFY(f.labels().contains(QStringLiteral("one\ntwo")));
    }

    void aTextWithoutMarksIsOneLabelAndHasNoChoice()
    {
        Fixture f("one\n\ntwo & three");
        QVERIFY(f.labels().contains(QStringLiteral("one\n\ntwo & three")));
        QVERIFY(f.chat.findChildren<ProseView*>().isEmpty());
        QVERIFY(!f.choice(QStringLiteral("As written")));
    }

    void hostileMarkdownIsOnlyText()
    {
        Fixture f("**a** ![cat](file:///etc/passwd) ![x](https://evil.example/pixel.png) <img src=/dev/zero> "
                  "[run](javascript:alert(1)) [share](smb://host/x) [me](https://a@b.example) \u202Eabc");
        const auto views = f.chat.findChildren<ProseView*>();
        QCOMPARE(views.size(), 1);
        QStringList anchors;
        for (const QTextCharFormat& format : formatsOf(*views.constFirst())) {
            QVERIFY(!format.isImageFormat());
            if (format.isAnchor())
                anchors << format.anchorHref();
        }
        // Even that one asks before it opens; the others are text that says where it would lead.
        QCOMPARE(anchors, QStringList{QStringLiteral("https://evil.example/pixel.png")});
        for (const char* part :
             {"cat (file:///etc/passwd)", "<img src=/dev/zero>", "run (javascript:alert(1))",
              "share (smb://host/x)", "me (https://a@b.example)", "\\u202eabc"})
            QVERIFY2(f.prose().contains(QString::fromUtf8(part)), qPrintable(f.prose()));
        QVERIFY(!views.constFirst()
                     ->loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("file:///etc/passwd")))
                     .isValid());
    }

    void aLinkAsksWithItsRealAddress()
    {
        Fixture f("[https://good.example](https://bad.example/x)");
        auto* view = f.chat.findChild<ProseView*>();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Tab);
        QTest::keyClick(view, Qt::Key_Return);
        auto* question = view->findChild<QMessageBox*>();
        QVERIFY(question);
        QCOMPARE(question->informativeText(), QStringLiteral("https://bad.example/x"));
        QCOMPARE(timesOpened, 0);
        question->reject();
        QCOMPARE(timesOpened, 0);
    }

    void codeAndProseAreReadableInBothThemes()
    {
        for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
            applyTheme(choice);
            Fixture f("> quoted `code` [link](https://a.example)\n\n- **item**");
            for (const QTextCharFormat& format : formatsOf(*f.chat.findChild<ProseView*>())) {
                // A card's ground is the window's or the selection's; inline code brings its own.
                std::vector<QColor> grounds{theme().window, theme().selection};
                if (format.background().style() != Qt::NoBrush)
                    grounds = {format.background().color()};
                for (const QColor& ground : grounds)
                    QVERIFY2(contrast(format.foreground().color(), ground) >= 4.5,
                             qPrintable(format.foreground().color().name() + QLatin1String(" on ") +
                                        ground.name()));
            }
        }
        // A change of theme reaches what is open.
        Fixture f("**a**");
        applyTheme(ThemeChoice::light);
        QCOMPARE(formatsOf(*f.chat.findChild<ProseView*>()).front().foreground().color(), lightTheme().text);
    }
};

QTEST_MAIN(tst_chat_view)
#include "tst_chat_view.moc"
