// SPDX-License-Identifier: GPL-3.0-or-later
/// The marks of deliveries: a shape for each state, in the colour that goes with it.
#pragma once

#include <QColor>

#include "models/sync_state.h"

class QPainter;
class QRectF;

namespace spanglass::views {

void paintSyncMark(QPainter* painter, models::SyncMark mark, const QRectF& rect);
/// Of the words beside a mark: red where something failed, else the secondary colour.
[[nodiscard]] QColor syncTextColour(models::SyncMark mark);

} // namespace spanglass::views
