// SPDX-License-Identifier: GPL-3.0-or-later
/// The controls in the corner above a trace's views: what bars mean, what lines are left out, and a menu with
/// the rest. Shows those of the view in front.
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QMenu;
class QToolButton;
namespace spanglass::views {
class FlameGraphView;
class TimelineView;
} // namespace spanglass::views

namespace spanglass::app {

class TraceControls : public QWidget
{
    Q_OBJECT
public:
    TraceControls(views::FlameGraphView* flame, views::TimelineView* timeline, QWidget* parent = nullptr);

    /// `flame`: those of the flame graph, else `timeline`: of the timeline, else only the menu.
    void showControls(bool flame, bool timeline);
    /// Where every span is of one kind names tell more, unless the user chose a colour.
    void suggestColour(bool oneKind);
    /// Of the menu at the end of the row; who owns the page fills it when it opens.
    [[nodiscard]] QMenu* menu() const { return m_menu; }

    /// They give way: the window must not grow for them.
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

Q_SIGNALS:
    /// They take more or less room than before.
    void resized();

protected:
    void changeEvent(QEvent* event) override;

private:
    void createFlameControls();
    void createTimelineControls();
    void nameThings();
    void flameOptionsChanged();

    views::FlameGraphView* m_flame;
    views::TimelineView* m_timeline;
    QComboBox* m_order;
    QComboBox* m_weight;
    QComboBox* m_colour;
    QComboBox* m_minimum;
    QCheckBox* m_criticalPath;
    QCheckBox* m_followsVisible;
    QToolButton* m_more;
    QMenu* m_menu;
    bool m_userChoseColour = false;
    bool m_flameShown = true;
};

} // namespace spanglass::app
