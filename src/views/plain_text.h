// SPDX-License-Identifier: GPL-3.0-or-later
/// The one way text of unknown origin reaches the screen: literally. Qt's labels and tooltips guess rich
/// text, and rich text opens local files; bidirectional overrides and control characters deceive the eye.
#pragma once

#include <QString>
#include <string_view>

class QLabel;

namespace spanglass::views {

/// One line: every control character and bidirectional override written visibly.
[[nodiscard]] QString literal(std::string_view text);
[[nodiscard]] QString literal(const QString& text);
/// The same, its lines kept.
[[nodiscard]] QString literalLines(const QString& text);

/// For setToolTip and Qt::ToolTipRole: escaped, lines kept, at most 2,000 characters.
[[nodiscard]] QString plainToolTip(const QString& text);

/// Shows `text` in a label that was set to Qt::PlainText, elided by nobody but the label's layout.
void setPlainText(QLabel* label, const QString& text);

} // namespace spanglass::views
