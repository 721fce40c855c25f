// SPDX-License-Identifier: GPL-3.0-or-later
/// The flame graph: a view on a SpanTreeModel and the selection it shares with the other views.
///
///     view.setModel(&model, &selection);
///
/// Click selects, double-click fits, the wheel zooms at the pointer, drag pans, Shift-drag measures a range,
/// a minimap stands on top, a legend below. Keys: W S zoom, A D pan, arrows walk the tree, F fits, M measures
/// the selected span's time, Esc steps back, `.` and `,` go to the next and previous match or error, E to
/// errors, L and C down the slowest and the costliest, `/` asks for a search. What only details say (tokens,
/// cost, models, attributes) is read when it is first wanted, of large tables on a thread of its own. GUI
/// thread. Drawing is flame_painter's, coordinates are layout/axis's.
#pragma once

#include <QAbstractScrollArea>
#include <QImage>
#include <QItemSelectionModel>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "models/job_thread.h"
#include "models/span_tree_model.h"
#include "views/flame_painter.h"
#include "views/flame_scene.h"
#include "views/span_goals.h"

namespace spanglass::views {

/// What the merged orders are made of.
enum class FlameScope
{
    everything,
    subtree, ///< the selected span and what is below it
    range    ///< what begins within the measured range
};

class FlameGraphView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit FlameGraphView(QWidget* parent = nullptr);
    ~FlameGraphView() override;

    /// Both stay the caller's; the selection must be on the model.
    void setModel(models::SpanTreeModel* model, QItemSelectionModel* selection);

    [[nodiscard]] FlameOrder order() const { return m_options.order; }
    [[nodiscard]] FlameColour colour() const { return m_options.colour; }
    [[nodiscard]] const FlameOptions& options() const { return m_options; }
    [[nodiscard]] FlameScope scope() const { return m_scope; }
    [[nodiscard]] const QString& groupAttribute() const { return m_attribute; }
    [[nodiscard]] const models::SpanTreeModel* model() const { return m_model; }
    /// trace::noRow for none.
    [[nodiscard]] std::uint32_t selectedRow() const;
    void selectRow(std::uint32_t row) { goToRow(row); }
    /// Null while there is no table.
    [[nodiscard]] const FlameScene* scene() const { return m_scene.get(); }
    /// Rows from here on belong to the second of two runs: they are laid over each other and coloured by what
    /// differs. 0 ends it.
    void setSecondRunFrom(std::uint32_t row);
    [[nodiscard]] bool readsDetails() const { return m_reading != nullptr; }
    /// Unfinished spans end now, and grow.
    void setLive(bool live);
    /// One entry per row of the model's table, 1 where a search found it; empty ends the search.
    void setMatches(std::vector<std::uint8_t> matches);
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }

    [[nodiscard]] const layout::Axis& axis() const { return m_axis; }
    /// Where the graph ends: grows while something runs.
    [[nodiscard]] std::int64_t lastUnit() const { return m_scene ? m_scene->extent().last : 0; }
    [[nodiscard]] std::uint32_t hoveredRow() const;
    /// What the hover card says, a line each; empty when the pointer is on nothing.
    [[nodiscard]] QStringList hoverLines() const;
    /// What the card beside the measured range says.
    [[nodiscard]] const QStringList& rangeLines() const { return m_rangeLines; }
    /// Of a bar, in viewport pixels; beyond the view where it is scrolled away.
    [[nodiscard]] QRectF barRect(std::uint32_t bar) const;
    [[nodiscard]] QSize sizeHint() const override { return {800, 400}; }

    /// At once, without easing: what a wheel or a drag does.
    void zoomBy(double x, double factor) { zoomAt(x, factor, false); }
    void panBy(double dx) { pan(dx); }

public Q_SLOTS:
    void setOrder(FlameOrder order);
    void setColour(FlameColour colour);
    /// What the merged orders add up.
    void setWeight(FlameWeight weight);
    /// What the merged orders merge by; `attribute` names the key for FlameGroup::attribute.
    void setGroup(FlameGroup group, const QString& attribute = {});
    void setScope(FlameScope scope);
    void fitAll();
    /// The whole of the selected span, or everything when none is.
    void fitSelection();
    void zoomIn();
    void zoomOut();
    /// To the fit before the last one; at the widest, ends the range and the search.
    void stepBack();
    void nextMark() { goToMark(+1); }
    void previousMark() { goToMark(-1); }
    void nextError() { goToError(+1); }
    void previousError() { goToError(-1); }
    /// The sums of the time in which the selected span ran, as if it had been drawn; once more ends it.
    void measureSelection();
    /// To the first of a ranking; asked again from there, on to the next.
    void goTo(SpanGoal goal);

Q_SIGNALS:
    void searchRequested();
    /// A range was measured (Shift-drag); from > to: there is none any more.
    void rangeChanged(qint64 fromUnixNs, qint64 toUnixNs);
    void optionsChanged();

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
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Drag
    {
        none,
        pressed, ///< not moved far enough to be a drag
        pan,
        range,
        minimap
    };

    // The scene
    void rebuildScene();
    void growOpenSpans();
    void updateScrollBar();
    void scheduleGrowth();
    [[nodiscard]] std::int64_t openEnd() const;
    void wantDetails();
    void readDetails(bool alsoLarge);
    void detailsRead(std::shared_ptr<const trace::DetailColumns> columns);
    void stopReading();
    [[nodiscard]] std::vector<std::uint8_t> rowsInScope() const;
    void measureRange(bool thoroughly);

    // Geometry, in viewport pixels
    [[nodiscard]] QRect minimapRect() const;
    [[nodiscard]] QRect rulerRect() const;
    [[nodiscard]] QRect lanesRect() const;
    [[nodiscard]] QRect legendRect() const;
    [[nodiscard]] std::uint32_t barAt(const QPointF& at) const;

    // Painting
    void paintMinimap(QPainter& painter);
    void paintRuler(QPainter& painter) const;
    void paintLanes(QPainter& painter);
    void paintFrames(QPainter& painter) const;
    void paintRange(QPainter& painter) const;
    void paintProgress(QPainter& painter) const;
    void paintHoverCard(QPainter& painter) const;
    void paintEmpty(QPainter& painter) const;
    [[nodiscard]] FlameFrame frame() const;

    // Moving
    void setAxis(const layout::Axis& axis);
    void animateTo(const layout::Axis& axis);
    void zoomAt(double x, double factor, bool eased);
    void pan(double dx);
    void fitExtent(layout::Extent extent);
    void dragMinimapTo(double x);
    void ensureVisible(std::uint32_t bar);
    [[nodiscard]] bool animated() const;

    // Choosing
    void setHover(std::uint32_t bar, const QPointF& at);
    void select(std::uint32_t bar);
    void currentChanged(const QModelIndex& current);
    void goToMark(int direction);
    void goToError(int direction);
    void goToRow(std::uint32_t row);
    void walk(int key);
    void endRange();
    [[nodiscard]] std::uint32_t selectedBar() const;
    [[nodiscard]] QStringList linesFor(std::uint32_t bar) const;

    QPointer<models::SpanTreeModel> m_model;
    QPointer<QItemSelectionModel> m_selection;
    FlameOptions m_options;
    FlameScope m_scope = FlameScope::everything;
    QString m_attribute;
    std::unique_ptr<FlameScene> m_scene;
    LabelCache m_labels;

    /// Shared with the thread that reads.
    struct Reading
    {
        std::atomic<std::uint32_t> rows = 0;
        std::atomic<bool> stop = false;
    };
    std::shared_ptr<Reading> m_reading; ///< null while nothing is read
    std::shared_ptr<const trace::SpanTable> m_columnsOf;
    std::unique_ptr<models::JobThread> m_reader;
    QTimer m_progress;
    std::optional<SpanGoal> m_goalAfterReading;
    std::optional<SpanGoal>
        m_goal; ///< where the last key led, and to which row: the same key goes on from it
    std::uint32_t m_goalRow = trace::noRow;
    bool m_live = false;
    QTimer m_growth;

    layout::Axis m_axis;
    std::vector<layout::Axis> m_before; ///< what Esc steps back to
    QVariantAnimation m_animation;
    layout::Axis m_animatedFrom, m_animatedTo;
    bool m_fitted = true; ///< shows everything, and goes on doing so when more comes
    bool m_reducedMotion = false;

    QImage m_lanes, m_minimap;
    bool m_lanesStale = true, m_minimapStale = true;

    std::uint32_t m_hover = layout::noBar;
    QPointF m_hoverAt;
    mutable std::uint32_t m_hoverLinesOf = layout::noBar;
    mutable QStringList m_hoverLines;
    Drag m_drag = Drag::none;
    QPointF m_dragFrom;
    std::optional<layout::Extent> m_range;
    QStringList m_rangeLines;
    std::vector<std::int64_t> m_selfNs; ///< of the scene's table, once they were wanted
    bool m_choosing = false;            ///< the change of the selection is our own
};

} // namespace spanglass::views
