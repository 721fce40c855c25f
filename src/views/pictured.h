// SPDX-License-Identifier: GPL-3.0-or-later
/// What can be exported as a picture (views/picture.h): every document of the window, and the details.
#pragma once

#include <QSize>
#include <QString>

class QPainter;

namespace spanglass::views {

class Pictured
{
public:
    virtual ~Pictured() = default;
    /// Of unknown origin; the file's name is made from it.
    [[nodiscard]] virtual QString pictureTitle() const = 0;
    [[nodiscard]] virtual QSize pictureSize() const = 0;
    /// From the origin into pictureSize(), in the colours of the theme in use.
    virtual void paintPicture(QPainter& painter) = 0;
};

} // namespace spanglass::views
