// SPDX-License-Identifier: GPL-3.0-or-later
/// A flame graph as a picture, for `render`, exports and reports: ruler, lanes, legend, nothing of the
/// window.
#pragma once

#include <QImage>
#include <QSize>
#include <QString>
#include <memory>
#include <optional>

#include "base/result.h"
#include "views/flame_scene.h"

class QPainter;

namespace spanglass::views {

struct FlamePictureOptions
{
    QSize size{1600, 900};
    const Theme* theme = &lightTheme();
    FlameOptions flame;
    /// The stretch that fills the width; nothing: everything.
    std::optional<layout::Extent> seen;
    /// Over the ruler; empty: the name of the longest root.
    QString title;
};

/// Lanes that do not fit the height are said to be missing, in words, at the lower edge.
[[nodiscard]] QImage flameImage(std::shared_ptr<const trace::SpanTable> table,
                                const FlamePictureOptions& options);
/// The same by a painter, in vectors where its device is no image: the picture fills `options.size` from the
/// origin.
void paintFlame(QPainter& painter, std::shared_ptr<const trace::SpanTable> table,
                const FlamePictureOptions& options);

} // namespace spanglass::views
