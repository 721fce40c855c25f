// SPDX-License-Identifier: GPL-3.0-or-later
/// How agents of other makes send their spans here: resources/connect.json, which the window shows and
/// docs/connect.md repeats.
///
///     for (const Snippet& snippet : connectSnippets())
///         panel.add(snippet.title(), filledIn(snippet.code, "http://127.0.0.1:4318"));
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace spanglass::app {

struct Snippet
{
    QString id;
    QString language; ///< "Python"
    QString name;     ///< "OpenInference"
    QString how;      ///< one sentence, English
    QString install;  ///< a shell line, or empty
    QStringList environment;
    QString file; ///< what `code` is called; empty: it is typed into a shell
    QString code;

    /// `how` in the language of the day.
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString title() const { return language + QStringLiteral(" · ") + name; }
    /// `export` lines for a shell.
    [[nodiscard]] QString exports() const;
};

/// In the order of the file.
[[nodiscard]] const std::vector<Snippet>& connectSnippets();
/// The same form from other text; empty where it is not that form.
[[nodiscard]] std::vector<Snippet> parseSnippets(const QByteArray& json);
/// The text with the receiver's address in place of {endpoint}.
[[nodiscard]] QString filledIn(QString text, const QString& endpoint);

/// Where the receiver listens unless it is told otherwise.
[[nodiscard]] QString usualEndpoint();

} // namespace spanglass::app
