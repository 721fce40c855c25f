// SPDX-License-Identifier: GPL-3.0-or-later
/// Text of any length cut into rows by counting cells, as a terminal does: some milliseconds per megabyte,
/// where a layout of all of it would take minutes.
///
///     for (const TextRow& row : wrapText(text, 80, false)) …
///
/// Pure; any thread.
#pragma once

#include <QString>
#include <vector>

namespace spanglass::views {

/// A line on the screen: a piece of the text.
struct TextRow
{
    int start = 0;
    int length = 0;
    bool inString = false; ///< a JSON string began before it
};

/// Breaks behind a space where one is near, else inside a word, never inside a surrogate pair. There is at
/// least one row. `json`: strings are followed, so that a row knows whether it begins in one.
[[nodiscard]] std::vector<TextRow> wrapText(const QString& whole, int columns, bool json);

/// What stands on the screen for characters that would draw nothing or turn the line around; as long as the
/// text, so that positions agree.
[[nodiscard]] QString shownText(QStringView text);

} // namespace spanglass::views
