// SPDX-License-Identifier: GPL-3.0-or-later
/// A folded JSON value: keys in the accent colour, values by type; a search unfolds to what it finds; copies
/// values (Ctrl+C) and paths (Ctrl+Shift+C).
#pragma once

#include <QTreeView>
#include <vector>

namespace spanglass::views {

class JsonTreeView : public QTreeView
{
    Q_OBJECT
public:
    explicit JsonTreeView(QWidget* parent = nullptr);

    /// Opens what a reader wants to see at once: levels while they stay small.
    void unfoldALittle();

    /// Marks every row whose key or value has `words`, without regard to case, and unfolds to the first. The
    /// number of rows, at most 10,000.
    int search(const QString& words);
    void showMatch(bool forward);
    [[nodiscard]] int matchCount() const { return static_cast<int>(m_matches.size()); }
    [[nodiscard]] int currentMatch() const { return m_currentMatch; }
    [[nodiscard]] const QString& words() const { return m_words; }

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copy(int role);

    QString m_words;
    std::vector<std::uint32_t> m_matches; ///< nodes of the model
    int m_currentMatch = -1;
};

} // namespace spanglass::views
