// SPDX-License-Identifier: GPL-3.0-or-later
/// The flame graph: a view on a SpanTreeModel and the selection it shares with the other views.
///
///     view.setModel(&model, &selection);
///
/// Click selects, double-click fits, the wheel zooms at the pointer, drag pans, Shift-drag measures a range,
/// a minimap stands on top. Keys: W S zoom, A D pan, arrows walk the tree, F fits, Esc steps back, `.` and
/// `,` go to the next and previous match or error, `/` asks for a search. GUI thread. Drawing is
/// flame_painter's, coordinates are layout/axis's.
#pragma once

#include <QAbstractScrollArea>
#include <QImage>
#include <QItemSelectionModel>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>
#include <memory>
#include <optional>
#include <vector>

#include "models/span_tree_model.h"
#include "views/flame_painter.h"
#include "views/flame_scene.h"

namespace spanglass::views {

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
    [[nodiscard]] QSize sizeHint() const override { return {800, 400}; }

    /// At once, without easing: what a wheel or a drag does.
    void zoomBy(double x, double factor) { zoomAt(x, factor, false); }
    void panBy(double dx) { pan(dx); }

public Q_SLOTS:
    void setOrder(FlameOrder order);
    void setColour(FlameColour colour);
    /// What the merged orders add up. Tokens and cost read every span's details: for a few thousand spans.
    void setWeight(FlameWeight weight);
    void fitAll();
    /// The whole of the selected span, or everything when none is.
    void fitSelection();
    void zoomIn();
    void zoomOut();
    /// To the fit before the last one; at the widest, ends the range and the search.
    void stepBack();
    void nextMark() { goToMark(+1); }
    void previousMark() { goToMark(-1); }

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
    [[nodiscard]] std::vector<std::int64_t> weightsOf(FlameWeight weight) const;

    // Geometry, in viewport pixels
    [[nodiscard]] QRect minimapRect() const;
    [[nodiscard]] QRect rulerRect() const;
    [[nodiscard]] QRect lanesRect() const;
    [[nodiscard]] QRectF barRect(std::uint32_t bar) const;
    [[nodiscard]] std::uint32_t barAt(const QPointF& at) const;

    // Painting
    void paintMinimap(QPainter& painter);
    void paintRuler(QPainter& painter) const;
    void paintLanes(QPainter& painter);
    void paintFrames(QPainter& painter) const;
    void paintRange(QPainter& painter) const;
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
    void walk(int key);
    void endRange();
    [[nodiscard]] std::uint32_t selectedBar() const;
    [[nodiscard]] QStringList linesFor(std::uint32_t bar) const;
    [[nodiscard]] QStringList rangeLines() const;

    QPointer<models::SpanTreeModel> m_model;
    QPointer<QItemSelectionModel> m_selection;
    FlameOptions m_options;
    std::unique_ptr<FlameScene> m_scene;
    LabelCache m_labels;
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
    bool m_choosing = false; ///< the change of the selection is our own
};

} // namespace spanglass::views
