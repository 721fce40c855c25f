// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/agent_graph_view.h"

#include <QApplication>
#include <QHelpEvent>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "models/readable.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

constexpr double minScale = 0.1;
constexpr double maxScale = 4;
constexpr double keyZoom = 1.25;
constexpr double keyPanPx = 60;

} // namespace

AgentGraphView::AgentGraphView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Agent graph"));
    setAccessibleDescription(tr("Who called whom: boxes are agents, model calls and tools"));
}

void AgentGraphView::setModel(models::SpanTreeModel* model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::modelReset, this, &AgentGraphView::tableChanged);
        connect(m_model, &QAbstractItemModel::dataChanged, this, &AgentGraphView::tableChanged);
    }
    tableChanged();
}

void AgentGraphView::setSelectionModel(QItemSelectionModel* selection)
{
    if (m_selection)
        m_selection->disconnect(this);
    m_selection = selection;
    if (m_selection)
        connect(m_selection, &QItemSelectionModel::currentChanged, this, &AgentGraphView::markSelection);
    markSelection();
}

QSize AgentGraphView::sizeHint() const
{
    return {640, 400};
}

/// A hidden graph of a live trace is not laid out again and again.
void AgentGraphView::tableChanged()
{
    m_stale = true;
    if (isVisible())
        rebuild();
}

void AgentGraphView::rebuild()
{
    m_stale = false;
    m_picture = m_model ? AgentGraphPicture(*m_model->table()) : AgentGraphPicture();
    m_marks.hovered.reset();
    markSelection();
    if (m_fitted)
        fit();
    update();
}

void AgentGraphView::markSelection()
{
    m_marks.selected.reset();
    if (m_selection && m_model && !m_stale) {
        const std::uint32_t row = m_model->tableRow(m_selection->currentIndex());
        if (row != trace::noRow)
            m_marks.selected = m_picture.nodeOfRow(row);
    }
    update();
}

void AgentGraphView::fit()
{
    m_fitted = true;
    const QRectF bounds = m_picture.bounds();
    if (bounds.isEmpty())
        return;
    m_scale = std::clamp(std::min(width() / bounds.width(), height() / bounds.height()), minScale, 1.0);
    m_offset = QRectF(rect()).center() - bounds.center() * m_scale;
    update();
}

void AgentGraphView::zoomAt(QPointF viewPoint, double factor)
{
    m_fitted = false;
    const QPointF fixed = graphPoint(viewPoint);
    m_scale = std::clamp(m_scale * factor, minScale, maxScale);
    m_offset = viewPoint - fixed * m_scale;
    update();
}

void AgentGraphView::pan(QPointF by)
{
    m_fitted = false;
    m_offset += by;
    update();
}

void AgentGraphView::selectNode(std::size_t node)
{
    if (!m_model || !m_selection)
        return;
    const auto& rows = m_picture.graph().nodes[node].rows;
    const auto current = std::find(rows.begin(), rows.end(), m_model->tableRow(m_selection->currentIndex()));
    const bool another = current != rows.end() && current + 1 != rows.end();
    m_selection->setCurrentIndex(m_model->indexOfRow(another ? *(current + 1) : rows.front()),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

/// To the nearest box in a direction, measured from the middle of the selected one.
void AgentGraphView::walk(QPointF direction)
{
    if (m_picture.isEmpty())
        return;
    if (!m_marks.selected) {
        selectNode(0);
        return;
    }
    const QPointF from = m_picture.nodeRect(*m_marks.selected).center();
    std::optional<std::size_t> best;
    double bestDistance = std::numeric_limits<double>::max();
    for (std::size_t node = 0; node < m_picture.graph().nodes.size(); ++node) {
        const QPointF way = m_picture.nodeRect(node).center() - from;
        const double along = QPointF::dotProduct(way, direction);
        const double aside = std::abs(QPointF::dotProduct(way, QPointF(direction.y(), direction.x())));
        if (along <= 1 || along + 2 * aside >= bestDistance)
            continue;
        best = node;
        bestDistance = along + 2 * aside;
    }
    if (best)
        selectNode(*best);
}

void AgentGraphView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
    if (m_picture.isEmpty()) {
        painter.setFont(views::font(FontRole::body));
        painter.setPen(theme().secondary);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Open a trace to see who called whom in it."));
        return;
    }
    painter.translate(m_offset);
    painter.scale(m_scale, m_scale);
    m_marks.focused = hasFocus();
    m_picture.paint(painter, m_marks);
}

void AgentGraphView::resizeEvent(QResizeEvent*)
{
    if (m_fitted)
        fit();
}

void AgentGraphView::showEvent(QShowEvent*)
{
    if (m_stale)
        rebuild();
}

void AgentGraphView::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = m_lastAt = event->position();
    m_dragging = false;
}

void AgentGraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) {
        const QPointF way = event->position() - m_pressedAt;
        m_dragging = m_dragging || way.manhattanLength() >= QApplication::startDragDistance();
        if (m_dragging)
            pan(event->position() - m_lastAt);
        m_lastAt = event->position();
        return;
    }
    const auto hovered = m_picture.nodeAt(graphPoint(event->position()));
    if (hovered == m_marks.hovered)
        return;
    m_marks.hovered = hovered;
    setCursor(hovered ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void AgentGraphView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_dragging)
        return;
    if (const auto node = m_picture.nodeAt(graphPoint(event->position())))
        selectNode(*node);
}

void AgentGraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_picture.nodeAt(graphPoint(event->position())))
        fit();
}

void AgentGraphView::wheelEvent(QWheelEvent* event)
{
    zoomAt(event->position(), std::pow(2.0, event->angleDelta().y() / 480.0));
    event->accept();
}

void AgentGraphView::keyPressEvent(QKeyEvent* event)
{
    const QPointF middle = QRectF(rect()).center();
    switch (event->key()) {
    case Qt::Key_F:
        return fit();
    case Qt::Key_W:
        return zoomAt(middle, keyZoom);
    case Qt::Key_S:
        return zoomAt(middle, 1 / keyZoom);
    case Qt::Key_A:
        return pan({keyPanPx, 0});
    case Qt::Key_D:
        return pan({-keyPanPx, 0});
    case Qt::Key_Up:
        return walk({0, -1});
    case Qt::Key_Down:
        return walk({0, 1});
    case Qt::Key_Left:
        return walk({-1, 0});
    case Qt::Key_Right:
        return walk({1, 0});
    case Qt::Key_Return:
    case Qt::Key_Space:
        if (m_marks.selected)
            selectNode(*m_marks.selected);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void AgentGraphView::leaveEvent(QEvent*)
{
    m_marks.hovered.reset();
    update();
}

/// Sizes depend on the fonts and the language.
void AgentGraphView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Agent graph"));
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        tableChanged();
    QWidget::changeEvent(event);
}

QString AgentGraphView::sentenceOf(std::size_t node) const
{
    const trace::CallNode& called = m_picture.graph().nodes[node];
    const std::int64_t meanNs = called.durationNs / std::max<std::int64_t>(called.calls, 1);
    const int calls = static_cast<int>(called.calls);
    const int errors = static_cast<int>(called.errors);
    QString sentence = tr("%1: %n call(s), %2 in all, %3 each", nullptr, calls)
                           .arg(literal(called.name), models::durationReadable(called.durationNs),
                                models::durationReadable(meanNs));
    if (errors > 0)
        sentence += QStringLiteral(", ") + tr("%n failed", nullptr, errors);
    return sentence;
}

bool AgentGraphView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto node = m_picture.nodeAt(graphPoint(help->pos()));
    if (!node) {
        QToolTip::hideText();
        return true;
    }
    QToolTip::showText(help->globalPos(), plainToolTip(sentenceOf(*node)), this);
    return true;
}

} // namespace spanglass::views
