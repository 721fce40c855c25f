// SPDX-License-Identifier: GPL-3.0-or-later
// A delivery's state is told by a shape, not by colour alone.
#include <QImage>
#include <QPainter>
#include <QTest>

#include "views/sync_marks.h"
#include "views/theme.h"

using namespace spanglass;
using models::SyncMark;

class tst_sync_marks : public QObject
{
    Q_OBJECT

    /// Where it paints, whatever the colour.
    static QImage shapeOf(SyncMark mark)
    {
        QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        views::paintSyncMark(&painter, mark, QRectF(0, 0, 32, 32));
        painter.end();
        return image.convertToFormat(QImage::Format_Alpha8);
    }

private Q_SLOTS:
    void eachMarkHasAShapeOfItsOwn()
    {
        views::applyTheme(views::ThemeChoice::light);
        QList<QImage> shapes;
        for (const auto mark :
             {SyncMark::done, SyncMark::waiting, SyncMark::failing, SyncMark::paused, SyncMark::asking}) {
            const QImage shape = shapeOf(mark);
            QVERIFY(!shapes.contains(shape));
            QImage empty(shape.size(), QImage::Format_Alpha8);
            empty.fill(0);
            QVERIFY(shape != empty);
            shapes << shape;
        }
    }

    void theShapeIsTheSameInLightAndDark()
    {
        views::applyTheme(views::ThemeChoice::light);
        const QImage light = shapeOf(SyncMark::waiting);
        views::applyTheme(views::ThemeChoice::dark);
        QCOMPARE(shapeOf(SyncMark::waiting), light);
    }
};

QTEST_MAIN(tst_sync_marks)
#include "tst_sync_marks.moc"
