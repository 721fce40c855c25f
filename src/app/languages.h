// SPDX-License-Identifier: GPL-3.0-or-later
/// The languages of the window, and which one it speaks.
#pragma once

#include <QString>
#include <QVector>

namespace spanglass::app {

struct Language
{
    QString code; ///< "de"; empty: as the system has it
    QString name; ///< in itself
};

/// "As the system" first.
[[nodiscard]] QVector<Language> languages();

/// Replaces the application's language, also of windows that are open. Empty: the system's, English where
/// there is no translation for it.
void speak(const QString& code);

} // namespace spanglass::app
