// SPDX-License-Identifier: GPL-3.0-or-later
// Text of unknown origin reaches labels and tooltips literally.
#include <QLabel>
#include <QTest>
#include <QTextDocument>

#include "views/plain_text.h"

using namespace spanglass::views;

class tst_plain_text : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aToolTipShowsMarkupAsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("an image") << "<img src=/dev/zero>"
                                  << "<img src=/dev/zero>";
        QTest::newRow("the end of our own mark") << "</qt><b>x"
                                                 << "</qt><b>x";
        QTest::newRow("an entity") << "&lt;b&gt;"
                                   << "&lt;b&gt;";
        QTest::newRow("a right-to-left override") << QStringLiteral("a\u202eb") << "a\\u202eb";
        QTest::newRow("two lines") << "one\ntwo"
                                   << "one\ntwo";
        QTest::newRow("a NUL") << QStringLiteral("a") + QChar(0) + QStringLiteral("b") << "a\\x00b";
    }
    void aToolTipShowsMarkupAsText()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        // What Qt's tooltip does with it.
        QTextDocument document;
        document.setHtml(plainToolTip(text));
        QCOMPARE(document.toPlainText(), shown);
    }

    void aLongToolTipIsCutAndSaysSo()
    {
        const QString tip = plainToolTip(QString(100'000, u'x'));
        QVERIFY(tip.size() < 2'100);
        QVERIFY(tip.contains(u'…'));
        QVERIFY(plainToolTip({}).isEmpty());
    }

    void aLabelGuessesNoMarkup()
    {
        QLabel label;
        setPlainText(&label, QStringLiteral("<b>bold</b>\n"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(label.text(), QStringLiteral("<b>bold</b>\\n"));
    }
};

QTEST_MAIN(tst_plain_text)
#include "tst_plain_text.moc"
