// SPDX-License-Identifier: GPL-3.0-or-later
// A tree view with a delegate that draws text as it is.
#include "views/json_tree_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

#include "models/json_tree_model.h"
#include "views/json_colours.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

using models::JsonTreeModel;

/// More rows than this are not opened unasked.
constexpr int mostUnfolded = 40;

const QKeySequence& copyPathKey()
{
    static const QKeySequence key(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    return key;
}

class JsonDelegate : public QStyledItemDelegate
{
public:
    explicit JsonDelegate(JsonTreeView* view) : QStyledItemDelegate(view), m_view(view) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& t = theme();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.selection);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, t.hover);
        painter->setFont(font(FontRole::mono));
        painter->setPen(index.column() == 0 ? t.accent
                                            : jsonValueColour(index.data(JsonTreeModel::typeRole).toInt()));
        const QRect place = option.rect.adjusted(4, 0, -4, 0);
        const QString text = painter->fontMetrics().elidedText(literal(index.data().toString()),
                                                               Qt::ElideRight, place.width());
        paintMatch(*painter, place, text, option.state & QStyle::State_Selected);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const int width =
            QFontMetrics(font(FontRole::mono)).horizontalAdvance(index.data().toString().left(60));
        return {width + 12, 22};
    }

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override
    {
        if (event->type() != QEvent::ToolTip || !index.isValid())
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        QToolTip::showText(event->globalPos(),
                           plainToolTip(index.data(JsonTreeModel::fullValueRole).toString()),
                           view->viewport(), option.rect);
        return true;
    }

private:
    /// Behind the first place where the words stand; none where they lie beyond what is shown.
    void paintMatch(QPainter& painter, const QRect& place, const QString& text, bool current) const
    {
        const QString& words = m_view->words();
        const qsizetype at = words.isEmpty() ? -1 : text.indexOf(words, 0, Qt::CaseInsensitive);
        if (at < 0)
            return;
        const QFontMetrics metrics = painter.fontMetrics();
        const QRect behind(place.left() + metrics.horizontalAdvance(text.left(at)), place.top() + 2,
                           metrics.horizontalAdvance(text.mid(at, words.size())), place.height() - 4);
        painter.fillRect(behind.intersected(place), current ? theme().surface : theme().selection);
        painter.fillRect(QRect(behind.left(), behind.bottom(), behind.width(), 2).intersected(place),
                         theme().accent);
    }

    const JsonTreeView* m_view;
};

} // namespace

JsonTreeView::JsonTreeView(QWidget* parent) : QTreeView(parent)
{
    setItemDelegate(new JsonDelegate(this));
    setUniformRowHeights(true);
    setHeaderHidden(true);
    setFrameShape(NoFrame);
    setIndentation(14);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(true);
    setAccessibleName(tr("JSON, folded"));
}

void JsonTreeView::unfoldALittle()
{
    if (!model())
        return;
    int shown = model()->rowCount();
    // Breadth first, while all of it stays on about one screen.
    QModelIndexList level;
    for (int row = 0; row < shown && shown <= mostUnfolded; ++row)
        level << model()->index(row, 0);
    while (!level.isEmpty()) {
        QModelIndexList deeper;
        for (const QModelIndex& index : std::as_const(level)) {
            const int children = model()->rowCount(index);
            if (children == 0 || shown + children > mostUnfolded)
                continue;
            shown += children;
            expand(index);
            for (int row = 0; row < children; ++row)
                deeper << model()->index(row, 0, index);
        }
        level = deeper;
    }
    resizeColumnToContents(0);
    setColumnWidth(0, std::clamp(columnWidth(0), 60, std::max(180, viewport()->width() / 2)));
}

int JsonTreeView::search(const QString& words)
{
    const auto* json = qobject_cast<const JsonTreeModel*>(model());
    m_words = words;
    m_matches = json ? json->find(words) : std::vector<std::uint32_t>();
    m_currentMatch = -1;
    viewport()->update();
    showMatch(true);
    return matchCount();
}

void JsonTreeView::showMatch(bool forward)
{
    if (m_matches.empty())
        return;
    const int count = matchCount();
    m_currentMatch = m_currentMatch < 0 ? 0 : (m_currentMatch + (forward ? 1 : count - 1)) % count;
    const QModelIndex index = static_cast<const JsonTreeModel*>(model())->indexOf(
        m_matches[static_cast<std::size_t>(m_currentMatch)]);
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
}

/// The keys of the window go to whoever has the focus first.
bool JsonTreeView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        QKeySequence(static_cast<QKeyEvent*>(event)->keyCombination()) == copyPathKey()) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    QMenu menu(this);
    menu.addAction(tr("Copy value"), QKeySequence::Copy, this,
                   [this] { copy(JsonTreeModel::fullValueRole); });
    menu.addAction(tr("Copy path"), copyPathKey(), this, [this] { copy(JsonTreeModel::pathRole); });
    menu.addSeparator();
    menu.addAction(tr("Unfold everything below"), this, [this, index] { expandRecursively(index, 6); });
    menu.addAction(tr("Fold"), this, [this, index] { collapse(index); });
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void JsonTreeView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copy(JsonTreeModel::fullValueRole);
    if (QKeySequence(event->keyCombination()) == copyPathKey())
        return copy(JsonTreeModel::pathRole);
    QTreeView::keyPressEvent(event);
}

void JsonTreeView::copy(int role)
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentIndex().data(role).toString());
}

void JsonTreeView::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("JSON, folded"));
}

} // namespace spanglass::views
