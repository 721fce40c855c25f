// SPDX-License-Identifier: GPL-3.0-or-later
/// Images that a trace carries in itself, as data URIs. What is too large is refused with its size before a
/// pixel is decoded; formats that could refer to files (SVG) are no images here.
///
///     const DataImage read = readDataImage(part.text, 600);
///     read.image.isNull() ? label->setText(read.refusal) : …
#pragma once

#include <QImage>
#include <QString>
#include <string_view>

namespace spanglass::views {

struct DataImage
{
    QImage image;    ///< scaled down to the width asked for; null where there is none
    QString refusal; ///< why there is none, in the user's language
};

[[nodiscard]] bool isDataImage(std::string_view uri);
/// PNG, JPEG, GIF, WebP and BMP up to 32 MB and 40 million pixels.
[[nodiscard]] DataImage readDataImage(std::string_view uri, int mostWidthPx);

} // namespace spanglass::views
