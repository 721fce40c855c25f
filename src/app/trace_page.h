// SPDX-License-Identifier: GPL-3.0-or-later
/// One trace, or one file of them, seen by several views that share a selection.
///
///     page.showTable(table);          // again and again while the trace grows
///     panel.setModel(page.model(), page.selection());
#pragma once

#include <QItemSelectionModel>
#include <QWidget>
#include <memory>

#include "models/span_tree_model.h"

class QCheckBox;
class QComboBox;
namespace Ui {
class TracePage;
}
namespace spanglass::views {
class AgentGraphView;
class FlameGraphView;
class TimelineView;
} // namespace spanglass::views

namespace spanglass::app {

class FindingsPanel;

class TracePage : public QWidget
{
    Q_OBJECT
public:
    explicit TracePage(QWidget* parent = nullptr);
    ~TracePage() override;

    [[nodiscard]] models::SpanTreeModel* model() { return &m_model; }
    [[nodiscard]] QItemSelectionModel* selection() { return &m_selection; }
    [[nodiscard]] views::FlameGraphView* flame() const { return m_flame; }
    [[nodiscard]] views::TimelineView* timeline() const { return m_timeline; }
    [[nodiscard]] FindingsPanel* findings() const { return m_findings; }
    enum View
    {
        flameView,
        timelineView,
        graphView
    };
    void showView(View view);

    /// A newer table of what is shown keeps selection and zoom; of something else, begins anew.
    void showTable(std::shared_ptr<const trace::SpanTable> table);
    /// Above the views. Both are of unknown origin.
    void showHeader(const QString& title, const QString& facts, const QString& toolTip);
    void selectSpan(TraceId trace, SpanId span);

public Q_SLOTS:
    void startSearch();
    void nextMatch();
    void previousMatch();
    void zoomIn();
    void zoomOut();
    void fit();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createViews();
    void createFlameControls();
    void createTimelineControls();
    void nameControls();
    void showControlsOf(int tab);
    void search(const QString& words);
    void showFinding(const QList<quint32>& rows);

    std::unique_ptr<Ui::TracePage> m_ui;
    models::SpanTreeModel m_model;
    QItemSelectionModel m_selection;
    views::FlameGraphView* m_flame;
    views::TimelineView* m_timeline;
    views::AgentGraphView* m_graph;
    FindingsPanel* m_findings;
    QWidget* m_controls;
    QComboBox* m_order;
    QComboBox* m_colour;
    QComboBox* m_weight;
    QComboBox* m_minimum;
    QCheckBox* m_criticalPath;
    bool m_userChoseColour = false;
    bool m_clocksAligned = false; ///< spans are shown shifted
};

} // namespace spanglass::app
