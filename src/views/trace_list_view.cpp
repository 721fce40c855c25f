// SPDX-License-Identifier: GPL-3.0-or-later
// Rows have one height, so keeping a place is one addition to the scroll bar.
#include "views/trace_list_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

#include "views/empty_text.h"
#include "views/icons.h"
#include "views/theme.h"
#include "views/trace_delegate.h"

namespace spanglass::views {

TraceListView::TraceListView(QWidget* parent)
    : QListView(parent), m_pill(new QPushButton(this)), m_header(new TraceHeader(this))
{
    setItemDelegate(new TraceDelegate(m_header, this));
    m_header->hide();
    connect(m_header, &QHeaderView::sectionResized, this, [this] {
        scheduleDelayedItemsLayout();
        viewport()->update();
    });
    connect(m_header, &TraceHeader::columnsChanged, this, [this] {
        scheduleDelayedItemsLayout();
        viewport()->update();
    });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &QHeaderView::setOffset);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    m_pill->setProperty("primary", true);
    m_pill->setCursor(Qt::PointingHandCursor);
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->hide();
    connect(m_pill, &QPushButton::clicked, this, &TraceListView::goToNewest);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        m_reach = std::min(m_reach, value);
        if (value == 0) {
            m_newAbove = 0;
            placePill();
        }
    });
    connect(this, &QListView::doubleClicked, this, &TraceListView::opened);
}

void TraceListView::setModel(QAbstractItemModel* newModel)
{
    for (const QMetaObject::Connection& connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_newAbove = 0;
    QListView::setModel(newModel);
    if (!newModel)
        return;
    // Connected after the base class, so that its own bookkeeping is done when these run.
    m_connections << connect(newModel, &QAbstractItemModel::rowsAboutToBeInserted, this,
                             [this] { rememberPlace(); });
    m_connections << connect(
        newModel, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int first, int last) { keepPlace(first, last - first + 1); });
    m_connections << connect(newModel, &QAbstractItemModel::rowsAboutToBeRemoved, this,
                             [this] { rememberPlace(); });
    m_connections << connect(
        newModel, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex&, int first, int last) { keepPlace(first, first - last - 1); });
    m_connections << connect(newModel, &QAbstractItemModel::modelReset, this, [this] {
        m_newAbove = 0;
        placePill();
        viewport()->update();
    });
}

void TraceListView::setFollowing(bool on)
{
    m_following = on;
    if (on)
        goToNewest();
}

void TraceListView::setEmptyText(const QString& title, const QString& hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    viewport()->update();
}

void TraceListView::setColumns(const QList<TraceColumn>& columns)
{
    m_hasColumns = !columns.isEmpty();
    m_header->setColumns(columns);
    m_header->setVisible(m_hasColumns);
    setHorizontalScrollBarPolicy(m_hasColumns ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, m_hasColumns ? measure::rowHeight : 0, 0, 0);
    const QModelIndex current = currentIndex();
    scheduleDelayedItemsLayout();
    placeHeader();
    m_reach = 0;
    if (current.isValid())
        scrollTo(current);
}

int TraceListView::rowHeight() const
{
    return m_hasColumns ? measure::rowHeight : TraceDelegate::rowHeight;
}

void TraceListView::placeHeader()
{
    const QRect view = viewport()->geometry();
    m_header->setGeometry(view.left(), view.top() - measure::rowHeight, view.width(), measure::rowHeight);
}

void TraceListView::goToNewest()
{
    verticalScrollBar()->setValue(0);
    m_newAbove = 0;
    placePill();
}

void TraceListView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (!model() || model()->rowCount() == 0)
        paintEmptyText(viewport(), m_emptyTitle, m_emptyHint);
}

void TraceListView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    placePill();
    placeHeader();
}

void TraceListView::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        placePill();
}

void TraceListView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void TraceListView::updateGeometries()
{
    QListView::updateGeometries();
    placeHeader();
    if (verticalScrollBar()->maximum() < m_reach)
        verticalScrollBar()->setMaximum(m_reach);
}

void TraceListView::rememberPlace()
{
    m_scrollBefore = verticalScrollBar()->value();
    m_rowsBefore = model()->rowCount();
}

void TraceListView::keepPlace(int first, int count)
{
    const int firstY = first * rowHeight();
    if (m_rowsBefore == 0 || firstY > m_scrollBefore || (firstY == m_scrollBefore && !placeMatters()))
        return;
    if (m_following) {
        goToNewest();
        return;
    }
    // The base class lays out later; the range of the scroll bar has to grow before the value can. A list
    // that is shorter than the view leaves room below its end instead of moving.
    const int value = std::max(0, m_scrollBefore + count * rowHeight());
    m_reach = value;
    executeDelayedItemsLayout();
    updateGeometries();
    verticalScrollBar()->setValue(value);
    m_newAbove = std::max(0, m_newAbove + count);
    placePill();
}

void TraceListView::placePill()
{
    m_pill->setVisible(m_newAbove > 0);
    if (m_newAbove <= 0)
        return;
    m_pill->setText(tr("↑ %n new", "traces that came in above", m_newAbove));
    m_pill->adjustSize();
    m_pill->move((viewport()->width() - m_pill->width()) / 2, 8);
}

/// At the very top, new rows may push the others down only if nobody is looking at one.
bool TraceListView::placeMatters() const
{
    return m_scrollBefore > 0 || selectionModel()->hasSelection() || viewport()->underMouse();
}

} // namespace spanglass::views
