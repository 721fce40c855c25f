// SPDX-License-Identifier: GPL-3.0-or-later
/// Who called whom in the open trace: one box per agent, model call or tool, arrows with their counts.
///
/// A view on a SpanTreeModel sharing its selection: a click on a box selects its first span, further clicks
/// the next ones; selecting a span anywhere marks its box. Wheel zooms at the pointer, drag pans,
/// double-click and F fit, the arrow keys walk from box to box, W A S D zoom and pan.
#pragma once

#include <QPersistentModelIndex>
#include <QPointer>
#include <QWidget>

#include "models/span_tree_model.h"
#include "views/agent_graph_picture.h"

class QItemSelectionModel;

namespace spanglass::views {

class AgentGraphView : public QWidget
{
    Q_OBJECT
public:
    explicit AgentGraphView(QWidget* parent = nullptr);

    void setModel(models::SpanTreeModel* model);
    void setSelectionModel(QItemSelectionModel* selection);
    /// Shows the whole graph, never larger than life.
    void fit();

    [[nodiscard]] const AgentGraphPicture& picture() const { return m_picture; }
    /// Where a point of the picture is in the widget.
    [[nodiscard]] QPointF viewPoint(QPointF graphPoint) const { return graphPoint * m_scale + m_offset; }
    [[nodiscard]] std::optional<std::size_t> selectedNode() const { return m_marks.selected; }
    /// Its first span, and when one of them is selected already, the next.
    void selectNode(std::size_t node);
    /// "llm.chat: 2 calls, 3.2 s in all, 1.6 s each".
    [[nodiscard]] QString sentenceOf(std::size_t node) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void tableChanged();
    void rebuild();
    void markSelection();
    void walk(QPointF direction);
    void zoomAt(QPointF viewPoint, double factor);
    void pan(QPointF by);
    [[nodiscard]] QPointF graphPoint(QPointF viewPoint) const { return (viewPoint - m_offset) / m_scale; }

    QPointer<models::SpanTreeModel> m_model;
    QPointer<QItemSelectionModel> m_selection;
    AgentGraphPicture m_picture;
    AgentGraphPicture::Marks m_marks;
    bool m_stale = false; ///< the table changed while the view was hidden
    bool m_fitted = true; ///< keeps fitting until the user zooms or pans
    double m_scale = 1;
    QPointF m_offset;
    QPointF m_pressedAt;
    QPointF m_lastAt;
    bool m_dragging = false;
};

} // namespace spanglass::views
