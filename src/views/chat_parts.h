// SPDX-License-Identifier: GPL-3.0-or-later
/// The widgets a conversation is made of: text as it is, text with its Markdown shown, code and JSON in
/// frames, images. What is very long is cut; all of it stands in the input and output tabs.
#pragma once

#include <QString>
#include <map>
#include <string>

#include "trace/messages.h"
#include "views/theme.h"

class QFrame;
class QLabel;
class QWidget;

namespace spanglass::views {

/// What the tool calls of a conversation are called, by their ids: the tool, and from its second call on the
/// number, so that each result can name the call it answers.
[[nodiscard]] std::map<std::string, QString> callNames(const trace::Messages& input,
                                                       const trace::Messages& output);
/// Wrapped and selectable; `text` is shown as it stands.
[[nodiscard]] QLabel* textLabel(const QString& text, FontRole role, QWidget* parent);
/// Literal, and cut between two characters, with how much is missing.
[[nodiscard]] QString shortened(const std::string& text);
/// The caption may be empty; JSON is indented.
[[nodiscard]] QFrame* codeFrame(const QString& caption, const std::string& content, QWidget* parent);
/// An image given with the message, or why there is none.
[[nodiscard]] QWidget* picturePart(const std::string& uri, QWidget* parent);
/// Null where the text has no Markdown that would look different.
[[nodiscard]] QWidget* markdownPart(const std::string& text, QWidget* parent);

} // namespace spanglass::views
