// SPDX-License-Identifier: GPL-3.0-or-later
/// Pictures of anything that paints: PNG, SVG or PDF by the end of the file's name. A picture is made whole,
/// then written beside its place and renamed, so that a full disk leaves no half of it.
///
///     savePicture("trace.svg", {1600, 900}, [&](QPainter& painter) { view.paintPicture(painter); });
///
/// GUI thread (fonts).
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>
#include <functional>
#include <optional>

#include "base/result.h"

class QPainter;

namespace spanglass::views {

enum class PictureFormat
{
    png,
    svg,
    pdf
};
/// Paints from the origin into `size` pixels; the ground is the theme's surface.
using PaintPicture = std::function<void(QPainter&)>;

[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(const QString& file);
[[nodiscard]] QByteArray pictureBytes(PictureFormat format, QSize size, const QString& title,
                                      const PaintPicture& paint);
/// A name of a trace as the name of a file: without separators, leading dots and control characters, at most
/// 80 characters, never empty.
[[nodiscard]] QString fileNameFrom(const QString& title);
/// An error names the file and the cause.
[[nodiscard]] Result<void> savePicture(const QString& file, QSize size, const QString& title,
                                       const PaintPicture& paint);

} // namespace spanglass::views
