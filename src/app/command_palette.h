// SPDX-License-Identifier: GPL-3.0-or-later
/// Everything that can be done, found by a few of its letters (Ctrl+K).
///
///     auto* palette = new CommandPalette(commands, window);
///     palette->show();
#pragma once

#include <QDialog>
#include <functional>

class QAction;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace spanglass::app {

struct Command
{
    QString text;
    QString hint; ///< a shortcut, or what it is: "saved view"
    std::function<void()> run;
};

/// The text of an action or a menu without its mnemonic.
[[nodiscard]] QString actionText(QString text);

/// A command for each action that can be triggered now, called by its menu and its text.
[[nodiscard]] QList<Command> commandsOf(const QList<QAction*>& actions);

/// How well `typed` fits `text`, its letters in their order with others between; negative: not at all.
[[nodiscard]] int fuzzyRank(const QString& typed, const QString& text);

class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(QList<Command> commands, QWidget* parent);

    [[nodiscard]] QLineEdit* edit() const { return m_edit; }
    [[nodiscard]] QListView* list() const { return m_list; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QString& typed);
    void runCurrent();

    QList<Command> m_commands;
    QLineEdit* m_edit;
    QListView* m_list;
    QStandardItemModel* m_found;
};

} // namespace spanglass::app
