// SPDX-License-Identifier: GPL-3.0-or-later
/// One trace, or one file of them, seen by several views that share a selection.
///
///     page.showTable(table);          // again and again while the trace grows
///     panel.setModel(page.model(), page.selection());
///
/// What is shown may differ from what is stored: clocks are corrected and orphans hung where they fit, as
/// trace/display_table.h says; the details go on telling the stored times.
#pragma once

#include <QItemSelectionModel>
#include <QWidget>
#include <memory>

#include "formats/export.h"
#include "models/span_tree_model.h"
#include "trace/display_table.h"
#include "views/pictured.h"

class QMenu;
class QPainter;
namespace Ui {
class TracePage;
}
namespace spanglass::views {
class AgentGraphView;
class FlameGraphView;
class OrphanView;
class TimelineView;
} // namespace spanglass::views

namespace spanglass::app {

class FindingsPanel;
class TraceExport;
class TraceControls;

class TracePage : public QWidget, public views::Pictured
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
        graphView,
        orphansView ///< only where there are orphans
    };
    void showView(View view);
    [[nodiscard]] View view() const;
    /// Of the header: the trace's or the file's name.
    [[nodiscard]] QString title() const;

    [[nodiscard]] bool correctsClocks() const { return m_display.correctClocks; }
    [[nodiscard]] bool reattachesOrphans() const { return m_display.reattachOrphans; }

    /// What is in view, as a picture: of the flame graph and the graph in vectors.
    [[nodiscard]] QString pictureTitle() const override { return title(); }
    [[nodiscard]] QSize pictureSize() const override;
    void paintPicture(QPainter& painter) override;

    /// Its spans are of several traces of the store: their menu leads there.
    void setHoldsManyTraces() { m_manyTraces = true; }
    [[nodiscard]] bool holdsManyTraces() const { return m_manyTraces; }

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
    void fitSelection();
    void setCorrectsClocks(bool corrects);
    void setReattachesOrphans(bool reattaches);
    /// Of the selected span, where several traces are held.
    void askForTrace();
    void askForNamesakes();
    /// app/trace_export.h does it; trouble is told by `troubled`.
    void exportTraces(const QString& file, spanglass::formats::ExportFormat format);

Q_SIGNALS:
    /// Something that was asked for could not be done; the message names what and why.
    void troubled(const QString& message);
    /// A file that was asked for is there; whole, or without what its format cannot carry.
    void exported(const QString& file, bool whole);
    /// The trace of a span; only where several are held.
    void traceAsked(spanglass::TraceId trace, spanglass::SpanId span);
    /// The traces that have spans of this kind and name.
    void namesakesAsked(spanglass::Kind kind, const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createViews();
    void nameViews();
    void showControlsOf(int tab);
    void placeControls();
    void showMenu(QWidget* over, QPoint at);
    void showDisplayTable();
    void anotherTrace();
    void search(const QString& words);
    void showFinding(const QList<quint32>& rows);

    std::unique_ptr<Ui::TracePage> m_ui;
    models::SpanTreeModel m_model;
    QItemSelectionModel m_selection;
    std::shared_ptr<const trace::SpanTable> m_stored; ///< what m_model shows, as it is stored
    trace::DisplayOptions m_display;
    TraceExport* m_export = nullptr;
    views::FlameGraphView* m_flame;
    views::TimelineView* m_timeline;
    views::AgentGraphView* m_graph;
    views::OrphanView* m_orphans;
    FindingsPanel* m_findings;
    TraceControls* m_controls;
    bool m_manyTraces = false;
    bool m_clocksAligned = false; ///< spans are shown shifted
};

} // namespace spanglass::app
