// SPDX-License-Identifier: GPL-3.0-or-later
// New traces come in without moving what is looked at.
#include <QCursor>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "fake_source.h"
#include "models/trace_list_model.h"
#include "views/theme.h"
#include "views/trace_list_view.h"

using namespace spanglass;
using models::FakeSource;
using models::TraceListModel;
using views::TraceListView;

class tst_trace_list_view : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        FakeSource source;
        TraceListModel model;
        TraceListView view;
        int next = 1;

        explicit Fixture(int traces)
        {
            views::applyTheme(views::ThemeChoice::light);
            add(traces);
            view.resize(300, 480);
            view.setModel(&model);
            QCursor::setPos(790, 790);
            view.show();
            QSignalSpy answered(&model, &TraceListModel::answered);
            model.setSource(&source);
            QVERIFY(answered.wait());
            view.grab();
        }
        void add(int traces)
        {
            for (int i = 0; i < traces; ++i, ++next)
                source.add(std::uint64_t(next), next * 1'000);
        }
        void addAndWait(int traces)
        {
            add(traces);
            QSignalSpy answered(&model, &TraceListModel::answered);
            Q_EMIT source.changed();
            QVERIFY(answered.wait());
            view.grab();
        }
        int topOf(int number)
        {
            return view.visualRect(model.indexOf(TraceId{1, std::uint64_t(number)})).top();
        }
    };

private Q_SLOTS:
    void theSelectedAndTheHoveredRowKeepTheirPlaceOver1000Inserts_data()
    {
        QTest::addColumn<int>("traces");
        QTest::addColumn<int>("scroll");
        QTest::newRow("a long list, scrolled") << 90 << 1'000;
        QTest::newRow("a long list at its top") << 90 << 0;
        QTest::newRow("a list shorter than the view") << 4 << 0;
    }
    void theSelectedAndTheHoveredRowKeepTheirPlaceOver1000Inserts()
    {
        QFETCH(int, traces);
        QFETCH(int, scroll);
        Fixture f(traces);
        f.view.verticalScrollBar()->setValue(scroll);
        f.view.grab();
        const QModelIndex selected = f.view.indexAt(QPoint(50, 80));
        const QModelIndex hovered = f.view.indexAt(QPoint(50, 150));
        QVERIFY(selected.isValid() && hovered.isValid());
        f.view.setCurrentIndex(selected);
        const QString selectedName = selected.data().toString();
        const QString hoveredName = hovered.data().toString();
        const int selectedTop = f.view.visualRect(selected).top();
        const QPersistentModelIndex kept = selected;
        // In gatherings of fifty, as busy agents bring them.
        for (int round = 0; round < 20; ++round)
            f.addAndWait(50);
        QCOMPARE(kept.data().toString(), selectedName);
        QCOMPARE(f.view.visualRect(kept).top(), selectedTop);
        QCOMPARE(f.view.currentIndex(), QModelIndex(kept));
        QCOMPARE(f.view.indexAt(QPoint(50, 150)).data().toString(), hoveredName);
        QCOMPARE(f.view.newAbove(), 1'000);
    }

    void atTheTopWithNobodyLookingTheNewestIsInView()
    {
        Fixture f(90);
        f.addAndWait(5);
        QCOMPARE(f.topOf(95), 0);
        QCOMPARE(f.view.newAbove(), 0);
    }

    void aPillLeadsToTheNewOnes()
    {
        Fixture f(90);
        f.view.verticalScrollBar()->setValue(960);
        f.addAndWait(7);
        QCOMPARE(f.view.newAbove(), 7);
        auto* pill = f.view.findChild<QPushButton*>();
        QVERIFY(pill->isVisible());
        QTest::mouseClick(pill, Qt::LeftButton);
        QCOMPARE(f.topOf(97), 0);
        QCOMPARE(f.view.newAbove(), 0);
        QVERIFY(!pill->isVisible());
    }

    void followingKeepsTheNewestInView()
    {
        Fixture f(90);
        f.view.setCurrentIndex(f.model.index(3));
        f.view.setFollowing(true);
        f.addAndWait(5);
        QCOMPARE(f.topOf(95), 0);
    }

    void scrollingReadsFurtherPages()
    {
        Fixture f(260);
        QCOMPARE(f.model.rowCount(), 100);
        for (int page = 0; page < 3; ++page) {
            f.view.scrollToBottom();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(f.model.rowCount(), 260);
    }

    void theKeyboardWalksAndOpens()
    {
        Fixture f(10);
        QSignalSpy opened(&f.view, &TraceListView::opened);
        f.view.setCurrentIndex(f.model.index(0));
        f.view.setFocus();
        QTest::keyClick(&f.view, Qt::Key_Down);
        QTest::keyClick(&f.view, Qt::Key_Down);
        QCOMPARE(f.view.currentIndex().row(), 2);
        QTest::keyClick(&f.view, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().toModelIndex().row(), 2);
    }
};

QTEST_MAIN(tst_trace_list_view)
#include "tst_trace_list_view.moc"
