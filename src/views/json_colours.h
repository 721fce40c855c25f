// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON's colours for a piece of text: keys, strings, numbers and words.
#pragma once

#include <QList>
#include <QString>
#include <QTextLayout>

namespace spanglass::views {

/// For `length` characters from `start`; `inString` says that a string began before them.
[[nodiscard]] QList<QTextLayout::FormatRange> jsonColours(const QString& text, int start, int length,
                                                          bool inString);

/// The colour of a value in a tree of JSON; `type` is a models::JsonDocument::Type.
[[nodiscard]] QColor jsonValueColour(int type);

} // namespace spanglass::views
