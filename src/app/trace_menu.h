// SPDX-License-Identifier: GPL-3.0-or-later
/// What can be done with a trace in view and its selected span: the menu at the end of the controls, and the
/// context menu of every view.
#pragma once

#include "base/result.h"
#include "views/pictured.h"

class QMenu;
class QString;
class QWidget;

namespace spanglass::app {

class TracePage;

/// Without its actions and submenus, to be filled anew.
void emptyMenu(QMenu* menu);

/// The parts of the menus; each is filled anew when the menu opens, for the view in front.
void fillTraceMenu(QMenu* menu, TracePage* page);
/// Of a span: fit, sandwich, below it only; copy its name, or all of it as JSON, Markdown or curl.
void fillSpanMenu(QMenu* menu, TracePage* page);
/// Asks for a file and its format; the page writes it.
void exportTracesOf(TracePage* page);
void exportHtmlOf(TracePage* page);
/// Below the window that `widget` is in.
void sayExported(const QWidget* widget, const QString& file, bool whole);
/// Picture, HTML page and files of what is in view.
void fillExportMenu(QMenu* menu, TracePage* page);

/// Asks for a file and writes the picture there; an answer that names no kind of picture gets ".png". Nothing
/// happens where the user cancels.
[[nodiscard]] Result<void> exportPicture(QWidget* parent, views::Pictured& what);

} // namespace spanglass::app
