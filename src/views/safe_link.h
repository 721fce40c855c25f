// SPDX-License-Identifier: GPL-3.0-or-later
/// Addresses in traces: only http and https are ever offered, and none is opened before the user has read it.
///
///     if (mayBeOpened(address)) askAndOpen(this, address);
#pragma once

#include <QString>
#include <QUrl>
#include <functional>

class QMessageBox;
class QWidget;

namespace spanglass::views {

/// Whole http(s) addresses with a host and without user names (which deceive); at most 2,000 characters.
[[nodiscard]] bool mayBeOpened(const QString& address);

/// Shows the address literally and asks; "Cancel" is the default. Does nothing for what may not be opened.
/// The question is returned open, for tests, and deletes itself.
QMessageBox* askAndOpen(QWidget* parent, const QString& address);

/// What opens an address that was agreed to: the desktop, unless a test replaces it.
void setLinkOpener(std::function<void(const QUrl&)> opener);

} // namespace spanglass::views
