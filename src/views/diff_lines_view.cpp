// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diff_lines_view.h"

#include <QStyledItemDelegate>

#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

using models::DiffModel;

class LineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto kind = static_cast<trace::DiffKind>(index.data(DiffModel::kindRole).toInt());
        const bool kept = kind == trace::DiffKind::kept;
        const QColor colour = kept                             ? theme().secondary
                              : kind == trace::DiffKind::added ? theme().ok
                                                               : theme().error;
        option->font = views::font(FontRole::mono);
        option->text = (kept                             ? QStringLiteral("  ")
                        : kind == trace::DiffKind::added ? QStringLiteral("+ ")
                                                         : QStringLiteral("− ")) +
                       literal(option->text);
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }
};

/// A long line goes on in the next; of a text of many lines each has the same height, or it would take long
/// to place them.
void wrapLines(QListView* list)
{
    constexpr int mostWrapped = 2'000;
    const bool wraps = list->model()->rowCount() <= mostWrapped;
    list->setWordWrap(wraps);
    list->setUniformItemSizes(!wraps);
    list->setResizeMode(wraps ? QListView::Adjust : QListView::Fixed);
    list->setHorizontalScrollBarPolicy(wraps ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

} // namespace

void useDiffLines(QListView* list, DiffModel* model)
{
    list->setModel(model);
    list->setItemDelegate(new LineDelegate(list));
    QObject::connect(model, &DiffModel::modelReset, list, [list] { wrapLines(list); });
    wrapLines(list);
}

DiffLinesView::DiffLinesView(QWidget* parent) : QListView(parent)
{
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setAccessibleName(tr("Lines that went and came"));
    useDiffLines(this, &m_model);
}

void DiffLinesView::setTexts(std::string before, std::string after)
{
    m_model.setTexts(std::move(before), std::move(after));
}

} // namespace spanglass::views
