// SPDX-License-Identifier: GPL-3.0-or-later
/// Tabs that go on in a second row where the first is full, so that no language has to elide or scroll them.
/// One is always current; arrow keys move.
#pragma once

#include <QList>
#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace spanglass::views {

class WrapTabBar : public QWidget
{
    Q_OBJECT
public:
    explicit WrapTabBar(QWidget* parent = nullptr);

    /// Its number, from 0.
    int addTab(const QString& text);
    void setTabText(int tab, const QString& text);
    /// The first takes the place of a current one that is hidden, until that is back or another is chosen.
    void setTabVisible(int tab, bool visible);
    /// A mark in the colour of errors beside the text.
    void setTabAlert(int tab, bool alert);
    void setCurrent(int tab);
    [[nodiscard]] int current() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_tabs.size()); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int tab);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    int place(int width, bool apply) const;
    void step(int direction);

    QButtonGroup* m_group;
    QList<QToolButton*> m_tabs;
    int m_displaced = -1; ///< was current, and was hidden
    QList<bool> m_shown;  ///< by setTabVisible; a button of a hidden window is invisible too
};

} // namespace spanglass::views
