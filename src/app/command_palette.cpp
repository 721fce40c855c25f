// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_palette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "views/icons.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

constexpr int hintRole = Qt::UserRole + 1;
constexpr int commandRole = Qt::UserRole + 2;
constexpr int mostFound = 100;

class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const views::Theme& t = views::theme();
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, option.state & QStyle::State_Selected ? t.selection : t.hover);
        const QRect line = option.rect.adjusted(12, 0, -12, 0);
        painter->setFont(views::font(views::FontRole::secondary));
        painter->setPen(t.secondary);
        const QString hint = index.data(hintRole).toString();
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, hint);
        const int room = line.width() - painter->fontMetrics().horizontalAdvance(hint) - 16;
        painter->setFont(views::font(views::FontRole::body));
        painter->setPen(t.text);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, views::measure::rowHeight + 4};
    }
};

/// "View › Theme": the menus above an action, without the signs for shortcuts.
QString pathOf(const QAction* action)
{
    for (const QObject* object : action->associatedObjects()) {
        const auto* menu = qobject_cast<const QMenu*>(object);
        if (menu == nullptr || menu->title().isEmpty())
            continue;
        const QString above = pathOf(menu->menuAction());
        const QString title = actionText(menu->title());
        return above.isEmpty() ? title : above + QStringLiteral(" › ") + title;
    }
    return {};
}

} // namespace

QString actionText(QString text)
{
    // Where letters of the language make no shortcuts one stands behind, in brackets: "開く(&O)…".
    static const QRegularExpression behind(QStringLiteral("\\s*\\(&.\\)"));
    return text.remove(behind).remove(QLatin1Char('&'));
}

QList<Command> commandsOf(const QList<QAction*>& actions)
{
    QList<Command> commands;
    for (QAction* action : actions) {
        const QString text = actionText(action->text()).remove(QStringLiteral("…"));
        if (text.isEmpty() || action->isSeparator() || action->menu() != nullptr || !action->isEnabled())
            continue;
        const QString path = pathOf(action);
        if (path.isEmpty() && action->shortcut().isEmpty())
            continue; // of a line's own menu, or a widget's inner life
        commands << Command{path.isEmpty() ? text : path + QStringLiteral(" › ") + text,
                            action->shortcut().toString(QKeySequence::NativeText),
                            [action] { action->trigger(); }};
    }
    // What has keys is what is done most.
    std::ranges::stable_sort(commands, [](const Command& a, const Command& b) {
        return a.hint.isEmpty() != b.hint.isEmpty() ? b.hint.isEmpty()
                                                    : QString::localeAwareCompare(a.text, b.text) < 0;
    });
    return commands;
}

int fuzzyRank(const QString& typed, const QString& text)
{
    int rank = 0;
    qsizetype at = 0;
    bool joined = false;
    for (const QChar letter : typed) {
        if (letter.isSpace()) {
            joined = false;
            continue;
        }
        const qsizetype found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return -1;
        // Letters that stand together, and those that begin a word, are what was meant.
        if (joined && found == at)
            rank += 4;
        if (found == 0 || !text[found - 1].isLetterOrNumber())
            rank += 6;
        rank -= static_cast<int>(std::min<qsizetype>(found - at, 3));
        at = found + 1;
        joined = true;
    }
    // Found as typed in one piece is better than any scattering of the letters.
    if (!typed.isEmpty() && text.contains(typed, Qt::CaseInsensitive))
        rank += 100;
    return std::max(0, rank + 10 * static_cast<int>(typed.size()));
}

CommandPalette::CommandPalette(QList<Command> commands, QWidget* parent)
    : QDialog(parent, Qt::Popup), m_commands(std::move(commands)), m_edit(new QLineEdit(this)),
      m_list(new QListView(this)), m_found(new QStandardItemModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Commands"));
    m_edit->setPlaceholderText(tr("What do you want to do?"));
    m_edit->setAccessibleName(tr("What do you want to do?"));
    m_edit->addAction(views::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->setMinimumHeight(32);
    m_edit->installEventFilter(this);
    m_list->setModel(m_found);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Commands"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    fill({});
    resize(std::min(560, parent->width() - 40), std::min(420, parent->height() - 80));
    move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 48)));
    m_edit->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::fill(const QString& typed)
{
    std::vector<std::pair<int, qsizetype>> ranks;
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        if (const int rank = fuzzyRank(typed, m_commands[i].text); rank >= 0)
            ranks.emplace_back(-rank, i);
    }
    std::sort(ranks.begin(), ranks.end());
    ranks.resize(std::min<std::size_t>(ranks.size(), mostFound));
    m_found->clear();
    for (const auto& [rank, place] : ranks) {
        const Command& command = m_commands[place];
        auto* item = new QStandardItem(views::literal(command.text));
        item->setData(command.hint, hintRole);
        item->setData(place, commandRole);
        m_found->appendRow(item);
    }
    m_list->setCurrentIndex(m_found->index(0, 0));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int count = m_found->rowCount();
        const int row = m_list->currentIndex().row();
        const auto go = [this, count](int to) {
            if (count > 0)
                m_list->setCurrentIndex(m_found->index((to + count) % count, 0));
            return true;
        };
        switch (key) {
        case Qt::Key_Down:
            return go(row + 1);
        case Qt::Key_Up:
            return go(row - 1);
        case Qt::Key_PageDown:
            return go(std::min(row + 10, count - 1));
        case Qt::Key_PageUp:
            return go(std::max(row - 10, 0));
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const auto run = m_commands[index.data(commandRole).toLongLong()].run;
    close();
    // Once this is gone, so that what is done has the keyboard.
    QTimer::singleShot(0, parent(), run);
}

} // namespace spanglass::app
