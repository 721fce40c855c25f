// SPDX-License-Identifier: GPL-3.0-or-later
/// Finding in one value: the tree unfolds to what is found, the text scrolls to it, and paths are copied.
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include "models/json_tree_model.h"
#include "views/json_tree_view.h"
#include "views/long_text_view.h"
#include "views/theme.h"
#include "views/value_view.h"

using namespace spanglass;
using namespace spanglass::views;

namespace {

struct Fixture
{
    ValueView view;
    QLineEdit* find = view.findChild<QLineEdit*>(QStringLiteral("search"));

    Fixture()
    {
        view.resize(420, 500);
        view.show();
    }
    [[nodiscard]] QString matches() const
    {
        return view.findChild<QLabel*>(QStringLiteral("matches"))->text();
    }
    [[nodiscard]] QString currentPath() const
    {
        return view.treeView()->currentIndex().data(models::JsonTreeModel::pathRole).toString();
    }
    void press(const char* button) const
    {
        QTest::mouseClick(view.findChild<QToolButton*>(QString::fromLatin1(button)), Qt::LeftButton);
    }
};

/// Deep enough that none of it is unfolded by itself.
std::string folded()
{
    std::string elements;
    for (int i = 0; i < 60; ++i)
        elements += "{\"name\":\"row " + std::to_string(i) + "\",\"more\":{\"mark\":\"needle\"}},";
    elements.pop_back();
    return "{\"rows\":[" + elements + "]}";
}

} // namespace

class tst_value_view : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Or the details would push the graph aside when a tab is opened or something is searched.
    void itsControlsFitTheUsualWidth()
    {
        Fixture f;
        f.view.setJson(folded(), true);
        f.view.setBaselines({QStringLiteral("Against the parent's"), QStringLiteral("Against another")});
        f.find->setText(QStringLiteral("needle"));
        QVERIFY2(f.view.minimumSizeHint().width() <= 340,
                 QByteArray::number(f.view.minimumSizeHint().width()));
    }

    void initTestCase() { applyTheme(ThemeChoice::light); }

    void theTreeUnfoldsToWhatIsFound()
    {
        Fixture f;
        f.view.setJson(folded(), true);
        f.view.startSearch();
        QTest::keyClicks(f.find, QStringLiteral("NEEDLE"));
        QVERIFY(f.view.treeView()->isVisible());
        QCOMPARE(f.matches(), QStringLiteral("1 of 60"));
        QCOMPARE(f.currentPath(), QStringLiteral("$.rows[0].more.mark"));
        const auto seen = [&f] {
            const QRect row = f.view.treeView()->visualRect(f.view.treeView()->currentIndex());
            return !row.isEmpty() && f.view.treeView()->viewport()->rect().intersects(row);
        };
        QVERIFY(seen());
        QTest::keyClick(f.find, Qt::Key_Return);
        QCOMPARE(f.currentPath(), QStringLiteral("$.rows[1].more.mark"));
        QTest::keyClick(f.find, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(f.find, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(f.matches(), QStringLiteral("60 of 60"));
        QCOMPARE(f.currentPath(), QStringLiteral("$.rows[59].more.mark"));
        QVERIFY(seen());
        QTest::keyClick(f.find, Qt::Key_Escape);
        QCOMPARE(f.matches(), QString());
    }

    void theWordsStayWhenTreeBecomesText()
    {
        Fixture f;
        f.view.setJson(folded(), true);
        QTest::keyClicks(f.find, QStringLiteral("row 5"));
        QCOMPARE(f.matches(), QStringLiteral("1 of 11"));
        f.press("asText");
        QVERIFY(f.view.textView()->isVisible());
        QCOMPARE(f.matches(), QStringLiteral("1 of 11"));
        f.press("asTree");
        QCOMPARE(f.matches(), QStringLiteral("1 of 11"));
        f.find->setText(QStringLiteral("nowhere"));
        QCOMPARE(f.matches(), QStringLiteral("none"));
        // Another value is searched for the same words; plain text too.
        f.view.setText(QStringLiteral("here and nowhere, nowhere else"));
        QCOMPARE(f.matches(), QStringLiteral("1 of 2"));
    }

    void aPathIsCopiedByKey()
    {
        Fixture f;
        f.view.setJson(R"({"messages":[{"role":"user"}]})", true);
        f.find->setText(QStringLiteral("user"));
        f.view.treeView()->setFocus();
        QTest::keyClick(f.view.treeView(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("$.messages[0].role"));
        QTest::keyClick(f.view.treeView(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("user"));
    }
};

QTEST_MAIN(tst_value_view)
#include "tst_value_view.moc"
