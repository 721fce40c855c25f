// SPDX-License-Identifier: GPL-3.0-or-later
// Tables for a terminal.
#include <QTest>

#include "app/cli/text_table.h"

using spanglass::app::columnsOf;
using spanglass::app::TextTable;

class tst_text_table : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsAreAsWideAsTheirWidestCell()
    {
        TextTable table({"NAME", ">SPANS"});
        table.add({"answer", "1,204"});
        table.add({"a", "7"});
        QCOMPARE(table.text(), std::string("NAME    SPANS\n"
                                           "answer  1,204\n"
                                           "a           7\n"));
    }

    void widthsCountCharactersNotBytes()
    {
        TextTable table({"NAME", ">COST"});
        table.add({"Größe", "4.2 ¢"});
        QCOMPARE(table.text(), std::string("NAME    COST\n"
                                           "Größe  4.2 ¢\n"));
    }

    void aColumnWithoutContentIsLeftOut()
    {
        TextTable table({"NAME", "SESSION", "STATUS"});
        table.add({"answer", "", "ok"});
        QCOMPARE(table.text(), std::string("NAME    STATUS\n"
                                           "answer  ok\n"));
    }

    void aTableWithoutRowsIsNothing() { QCOMPARE(TextTable({"NAME"}).text(), std::string()); }

    void aLongCellIsCutAtACharacter()
    {
        TextTable table({"NAME", "N"});
        QString text;
        for (int i = 0; i < 60; ++i)
            text += QChar(u'ü');
        table.add({text.toStdString(), "1"});
        const QString line = QString::fromStdString(table.text()).section(u'\n', 1, 1);
        QCOMPARE(line, text.left(47) + QStringLiteral("…  1"));
    }

    void controlCharactersNeverReachTheTerminal()
    {
        TextTable table({"NAME"});
        table.add({"a\x1b[31mb\nc"});
        QCOMPARE(table.text(), std::string("NAME\na\\x1b[31mb\\nc\n"));
        QCOMPARE(columnsOf("猫"), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(tst_text_table)
#include "tst_text_table.moc"
