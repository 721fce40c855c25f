// SPDX-License-Identifier: GPL-3.0-or-later
/// What the desktop says about motion: GNOME and KDE let their users turn animations off, and tell it by the
/// settings portal (org.freedesktop.portal.Settings).
///
///     askDesktopForMotion(&window, [&](bool reduced) { window.reduceMotion(reduced); });
#pragma once

#include <QString>
#include <QVariant>
#include <functional>
#include <optional>

class QObject;

namespace spanglass::app {

/// One of the portal's settings: whether it asks for less motion; nothing where it says nothing about that.
[[nodiscard]] std::optional<bool> motionReducedBy(const QString& group, const QString& key,
                                                  const QVariant& value);

/// Waits for nobody: `done` comes later, with true, if a desktop is there and asks for less motion. It does
/// not come once `context` is gone. GUI thread.
void askDesktopForMotion(QObject* context, const std::function<void(bool)>& done);

} // namespace spanglass::app
