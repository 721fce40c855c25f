// SPDX-License-Identifier: GPL-3.0-or-later
/// A folded JSON value: keys in the accent colour, values by type; copies values and paths.
#pragma once

#include <QTreeView>

namespace spanglass::views {

class JsonTreeView : public QTreeView
{
    Q_OBJECT
public:
    explicit JsonTreeView(QWidget* parent = nullptr);

    /// Opens what a reader wants to see at once: levels while they stay small.
    void unfoldALittle();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copy(int role);
};

} // namespace spanglass::views
