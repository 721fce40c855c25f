// SPDX-License-Identifier: GPL-3.0-or-later
/// The trace as a tree with a bar per span over time: children under parents, the critical path marked,
/// durations beside the bars.
///
///     view.setModel(&model, &selection);
///
/// A view on a SpanTreeModel sharing its selection. Only the lines in view are painted, so a million rows
/// scroll like ten. Events are ticks on the bars, links arrows of the selected span; a bar whose clock was
/// corrected is marked. Keys: arrows walk and fold, W S zoom, A D pan, F fits, Z zooms to what is visible,
/// Esc steps back, `.` and `,` go to the next and previous match or error, E to errors, L and C to the
/// slowest and the costliest; the wheel scrolls, with Ctrl it zooms at the pointer; a drag in the bars pans,
/// a double click fits a span.
#pragma once

#include <QAbstractScrollArea>
#include <QItemSelectionModel>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>
#include <vector>

#include "layout/axis.h"
#include "models/span_tree_model.h"
#include "views/span_goals.h"
#include "views/timeline_marks.h"
#include "views/timeline_rows.h"

namespace spanglass::views {

class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);

    void setModel(models::SpanTreeModel* model, QItemSelectionModel* selection);
    void setShowsCriticalPath(bool shows);
    [[nodiscard]] bool showsCriticalPath() const { return m_showsCriticalPath; }
    /// Leaves out what is shorter.
    void setMinimumNs(std::int64_t minimumNs);
    /// The bars of the lines in view always fill the width: scrolling goes along the trace.
    void setFollowsVisible(bool follows);
    [[nodiscard]] bool followsVisible() const { return m_followsVisible; }
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }
    /// Events and links are there with the first picture, however long that takes.
    void setReadsAtOnce(bool atOnce) { m_marks.setReadsAtOnce(atOnce); }
    /// One entry per row of the table, 1 where a search found it; empty ends the search.
    void setMatches(std::vector<std::uint8_t> matches);

    [[nodiscard]] const TimelineRows& rows() const { return m_rows; }
    [[nodiscard]] const layout::Axis& axis() const { return m_axis; }
    /// Of a line, in viewport pixels; empty outside the view.
    [[nodiscard]] QRect lineRect(std::uint32_t line) const;
    [[nodiscard]] QRectF barRect(std::uint32_t line) const;
    /// What hovering over a span's line says, lines of plain text.
    [[nodiscard]] QString toolTipOf(std::uint32_t spanRow) const;
    /// What the card beside the bars says; empty without one.
    [[nodiscard]] const QString& hoverText() const { return m_hoverText; }
    [[nodiscard]] const models::SpanTreeModel* model() const { return m_model; }
    /// trace::noRow for none.
    [[nodiscard]] std::uint32_t selectedRow() const;
    void selectRow(std::uint32_t row) { select(row); }
    QSize sizeHint() const override { return {800, 400}; }

public Q_SLOTS:
    void fitAll();
    void fitSelection();
    /// So that the bars of the lines in view fill the width.
    void fitVisible();
    void zoomIn();
    void zoomOut();
    void stepBack();
    void nextMark() { goToMark(1); }
    void previousMark() { goToMark(-1); }
    void nextError() { goToError(1); }
    void previousError() { goToError(-1); }
    void foldAll();
    void unfoldAll();

Q_SIGNALS:
    void searchRequested();
    /// What costs or lasts most is known to those who read details.
    void goalRequested(spanglass::views::SpanGoal goal);
    /// Set by the key Z.
    void followsVisibleChanged(bool follows);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    enum class Drag
    {
        none,
        divider,
        pan
    };

    void tableChanged(bool another);
    void updateScrollBar();
    void tick();
    [[nodiscard]] layout::Extent extent() const;
    [[nodiscard]] std::int64_t endOf(std::uint32_t spanRow) const;
    [[nodiscard]] int barsLeft() const;
    [[nodiscard]] int barsWidth() const;
    [[nodiscard]] std::uint32_t lineAt(int y) const;
    [[nodiscard]] std::int64_t openEndNs() const;
    [[nodiscard]] double lineY(std::uint32_t line) const;
    void linesChanged();
    void setAxis(const layout::Axis& axis);
    void animateTo(const layout::Axis& axis);
    void remember();
    void zoomAt(double x, double factor);
    void panBy(double dx);
    void select(std::uint32_t spanRow);
    void hover(std::uint32_t line, QPoint at);
    void ensureVisible(std::uint32_t spanRow);
    void walk(int key);
    void goToMark(int direction);
    void goToError(int direction);
    [[nodiscard]] bool keyCommand(int key, bool shift);

    void paintGrid(QPainter& painter) const;
    void paintRuler(QPainter& painter) const;
    void paintLine(QPainter& painter, std::uint32_t line);
    void paintName(QPainter& painter, std::uint32_t line, const QRect& rect) const;
    void paintFoldMark(QPainter& painter, std::uint32_t row, QPointF centre) const;
    void paintBar(QPainter& painter, std::uint32_t row, const QRectF& bar) const;
    void paintCriticalPath(QPainter& painter, std::uint32_t row, const QRect& rect) const;
    void paintEvents(QPainter& painter, std::uint32_t row, const QRectF& bar);
    void paintDuration(QPainter& painter, std::uint32_t row, const QRectF& bar, const QRect& rect);
    void paintLinks(QPainter& painter);
    void paintHoverCard(QPainter& painter);

    QPointer<models::SpanTreeModel> m_model;
    QPointer<QItemSelectionModel> m_selection;
    std::shared_ptr<const trace::SpanTable> m_table; ///< what m_rows points into
    TimelineRows m_rows;
    std::vector<std::pair<std::int64_t, std::int64_t>>
        m_pathSpans;                       ///< parts of the critical path, by m_pathRows
    std::vector<std::uint32_t> m_pathRows; ///< sorted
    std::vector<std::uint8_t> m_matches;
    TimelineMarks m_marks;
    layout::Axis m_axis;
    QVariantAnimation m_animation;
    layout::Axis m_animatedFrom, m_animatedTo;
    bool m_reducedMotion = false;
    bool m_followsVisible = false;
    std::vector<layout::Axis> m_history;
    std::int64_t m_firstNs = 0;
    std::int64_t m_lastNs = 0;
    bool m_running = false;
    bool m_showsCriticalPath = true;
    bool m_fitted = true;
    double m_nameShare = 0.36; ///< of the width, for the tree
    Drag m_drag = Drag::none;
    QPoint m_dragFrom;
    std::uint32_t m_hovered = trace::noRow; ///< a line
    QPoint m_hoverAt;
    QString m_hoverText; ///< of the hovered line, while the pointer is beside the bars
    QTimer m_growth;
};

} // namespace spanglass::views
