// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/motion.h"

#include <QStyle>
#include <QWidget>

namespace spanglass::views {
namespace {

bool reduced = false;

} // namespace

void setReducedMotion(bool wanted)
{
    reduced = wanted;
}

bool reducedMotion()
{
    return reduced;
}

bool moves(const QWidget* widget)
{
    return widget->isVisible() && widget->style()->styleHint(QStyle::SH_Widget_Animate, nullptr, widget) != 0;
}

} // namespace spanglass::views
