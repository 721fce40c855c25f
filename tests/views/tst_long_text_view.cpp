// SPDX-License-Identifier: GPL-3.0-or-later
// Long text: what is shown, found, selected and copied.
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTest>

#include "views/json_colours.h"
#include "views/long_text_view.h"
#include "views/theme.h"

using namespace spanglass::views;
using Language = LongTextView::Language;

class tst_long_text_view : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::light); }

    void aLineOfTenMegabytesIsWrappedAndReachable()
    {
        LongTextView view;
        view.resize(400, 300);
        view.show();
        QString text(10'000'000, u'x');
        text += QStringLiteral("needle");
        view.setText(text, Language::plain);
        view.grab();
        QVERIFY(view.verticalScrollBar()->maximum() > 100'000);
        QCOMPARE(view.search(QStringLiteral("NEEDLE")), 1);
        QVERIFY(view.verticalScrollBar()->value() > view.verticalScrollBar()->maximum() - 20);
    }

    void copyingGivesTheTextAsItIs()
    {
        LongTextView view;
        view.resize(400, 300);
        // What is drawn as marks is copied as it was.
        const QString text = QStringLiteral("one\ttwo\u202ethree\x01\nfour");
        view.setText(text, Language::plain);
        view.show();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
    }

    void aDragSelectsWhatLiesUnderIt()
    {
        LongTextView view;
        view.resize(400, 300);
        view.setText(QStringLiteral("first line\nsecond line\nthird"), Language::plain);
        view.show();
        view.grab();
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, QPoint(9, 10));
        QMouseEvent move(QEvent::MouseMove, QPointF(390, 30), view.viewport()->mapToGlobal(QPointF(390, 30)),
                         Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.viewport(), &move);
        QCOMPARE(view.selectedText(), QStringLiteral("first line\nsecond line"));
    }

    void matchesAreWalkedAround()
    {
        LongTextView view;
        view.setText(QStringLiteral("a b a b a"), Language::plain);
        QCOMPARE(view.search(QStringLiteral("a")), 3);
        QCOMPARE(view.currentMatch(), 0);
        view.showMatch(false);
        QCOMPARE(view.currentMatch(), 2);
        view.showMatch(true);
        QCOMPARE(view.currentMatch(), 0);
        QCOMPARE(view.search(QStringLiteral("zebra")), 0);
    }

    void aRowOfMarksWithoutWidthEnds()
    {
        LongTextView view;
        view.resize(400, 300);
        view.show();
        view.setText(QStringLiteral("z") + QString(50'000, QChar(0x0336)), Language::plain);
        view.grab();
        QVERIFY(view.verticalScrollBar()->maximum() > 5);
    }

    void keysAndStringsHaveTheirColours()
    {
        const QString json = QStringLiteral("{\"key\": \"a \\\"quoted\\\" word\", \"n\": -1.5, \"t\": true}");
        const auto colourAt = [&json](int position) {
            for (const auto& range : jsonColours(json, 0, int(json.size()), false)) {
                if (position >= range.start && position < range.start + range.length)
                    return range.format.foreground().color();
            }
            return QColor();
        };
        QCOMPARE(colourAt(2), theme().accent);
        QCOMPARE(colourAt(int(json.indexOf(QStringLiteral("quoted")))), theme().ok);
        QCOMPARE(colourAt(int(json.indexOf(QStringLiteral("-1.5")))), theme().warning);
        QCOMPARE(colourAt(int(json.indexOf(QStringLiteral("true")))), theme().warning);
        // A row that begins within a string goes on in its colour.
        const auto inside = jsonColours(json, 12, 10, true);
        QVERIFY(!inside.isEmpty());
        QCOMPARE(inside.front().format.foreground().color(), theme().ok);
    }
};

QTEST_MAIN(tst_long_text_view)
#include "tst_long_text_view.moc"
