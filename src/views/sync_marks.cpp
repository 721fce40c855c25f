// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sync_marks.h"

#include "views/icons.h"
#include "views/theme.h"

namespace spanglass::views {

using models::SyncMark;

void paintSyncMark(QPainter* painter, SyncMark mark, const QRectF& rect)
{
    const Theme& t = theme();
    switch (mark) {
    case SyncMark::done:
        return paintIcon(painter, QStringLiteral("sync-done"), rect, t.ok);
    case SyncMark::waiting:
        return paintIcon(painter, QStringLiteral("sync-waiting"), rect, t.accent);
    case SyncMark::failing:
        return paintIcon(painter, QStringLiteral("sync-failing"), rect, t.error);
    case SyncMark::paused:
        return paintIcon(painter, QStringLiteral("sync-paused"), rect, t.warning);
    case SyncMark::asking:
        return paintIcon(painter, QStringLiteral("sync-asking"), rect, t.error);
    }
}

QColor syncTextColour(SyncMark mark)
{
    return mark == SyncMark::failing || mark == SyncMark::asking ? theme().error : theme().secondary;
}

} // namespace spanglass::views
