// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/trace_header.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include "models/readable.h"
#include "models/trace_list_model.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

using Model = models::TraceListModel;
using Order = trace::TraceOrder;

struct ColumnFacts
{
    const char* key;
    const char* title;
    int width;
    bool number;
    std::optional<Order> order;
};

constexpr ColumnFacts facts[traceColumnCount] = {
    {"name", QT_TRANSLATE_NOOP("TraceHeader", "Name"), 190, false, Order::byName},
    {"started", QT_TRANSLATE_NOOP("TraceHeader", "Started"), 110, true, Order::newest},
    {"duration", QT_TRANSLATE_NOOP("TraceHeader", "Duration"), 86, true, Order::longest},
    {"spans", QT_TRANSLATE_NOOP("TraceHeader", "Spans"), 64, true, Order::mostSpans},
    {"errors", QT_TRANSLATE_NOOP("TraceHeader", "Errors"), 64, true, Order::mostErrors},
    {"tokens", QT_TRANSLATE_NOOP("TraceHeader", "Tokens"), 76, true, Order::mostTokens},
    {"cost", QT_TRANSLATE_NOOP("TraceHeader", "Cost"), 76, true, Order::costliest},
    {"service", QT_TRANSLATE_NOOP("TraceHeader", "Service"), 120, false, Order::byService},
    {"session", QT_TRANSLATE_NOOP("TraceHeader", "Session"), 110, false, {}},
    {"user", QT_TRANSLATE_NOOP("TraceHeader", "User"), 100, false, {}},
    {"tags", QT_TRANSLATE_NOOP("TraceHeader", "Tags"), 120, false, {}},
    {"scores", QT_TRANSLATE_NOOP("TraceHeader", "Scores"), 130, false, {}},
    {"environment", QT_TRANSLATE_NOOP("TraceHeader", "Environment"), 100, false, {}},
    {"release", QT_TRANSLATE_NOOP("TraceHeader", "Release"), 90, false, {}},
};

const ColumnFacts& factsOf(TraceColumn column)
{
    return facts[static_cast<int>(column)];
}

} // namespace

QString columnKey(TraceColumn column)
{
    return QString::fromLatin1(factsOf(column).key);
}

std::optional<TraceColumn> columnOfKey(const QString& key)
{
    for (int i = 0; i < traceColumnCount; ++i) {
        if (key == QLatin1String(facts[i].key))
            return static_cast<TraceColumn>(i);
    }
    return std::nullopt;
}

QString columnTitle(TraceColumn column)
{
    return QCoreApplication::translate("TraceHeader", factsOf(column).title);
}

bool isNumber(TraceColumn column)
{
    return factsOf(column).number;
}

std::optional<Order> orderOf(TraceColumn column)
{
    return factsOf(column).order;
}

QString columnText(TraceColumn column, const QModelIndex& index)
{
    const auto count = [&index](int role) {
        const QVariant value = index.data(role);
        return value.isValid() ? models::countReadable(value.toLongLong()) : QString();
    };
    const auto text = [&index](int role) { return literal(index.data(role).toString()); };
    switch (column) {
    case TraceColumn::name:
        return text(Qt::DisplayRole);
    case TraceColumn::started:
        return models::timeRelative(index.data(Model::startRole).toLongLong(), models::nowUnixNs());
    case TraceColumn::duration: {
        const qint64 ns = index.data(Model::durationRole).toLongLong();
        return ns < 0 ? QCoreApplication::translate("TraceHeader", "running") : models::durationReadable(ns);
    }
    case TraceColumn::spans:
        return count(Model::spansRole);
    case TraceColumn::errors:
        return index.data(Model::errorsRole).toLongLong() > 0 ? count(Model::errorsRole) : QString();
    case TraceColumn::tokens:
        return count(Model::tokensRole);
    case TraceColumn::cost:
        return text(Model::costRole);
    case TraceColumn::service:
        return text(Model::serviceRole);
    case TraceColumn::session:
        return text(Model::sessionRole);
    case TraceColumn::user:
        return text(Model::userRole);
    case TraceColumn::tags:
        return literal(index.data(Model::tagsRole).toStringList().join(QStringLiteral(", ")));
    case TraceColumn::scores:
        return text(Model::scoresRole);
    case TraceColumn::environment:
        return text(Model::environmentRole);
    case TraceColumn::release:
        return text(Model::releaseRole);
    }
    return {};
}

QList<TraceColumn> columnsOfKeys(const QStringList& keys)
{
    QList<TraceColumn> columns;
    for (const QString& key : keys) {
        if (const auto column = columnOfKey(key); column && !columns.contains(*column))
            columns << *column;
    }
    return columns;
}

QStringList keysOfColumns(const QList<TraceColumn>& columns)
{
    QStringList keys;
    for (const TraceColumn column : columns)
        keys << columnKey(column);
    return keys;
}

QList<TraceColumn> usualColumns()
{
    return {TraceColumn::name, TraceColumn::duration, TraceColumn::tokens, TraceColumn::cost,
            TraceColumn::started};
}

TraceHeader::TraceHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_sections(new QStandardItemModel(this))
{
    setModel(m_sections);
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setMinimumSectionSize(40);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setFont(views::font(FontRole::secondary));
    connect(this, &QHeaderView::sectionMoved, this, &TraceHeader::columnsChanged);
    connect(this, &QHeaderView::sectionClicked, this, [this](int section) {
        const auto order = orderOf(m_columns[section]);
        if (!order)
            return;
        // A second click on time or duration turns it round.
        const bool again = sortIndicatorSection() == section;
        const bool turned = sortIndicatorOrder() == Qt::AscendingOrder;
        if (*order == Order::newest && again && !turned)
            Q_EMIT orderAsked(Order::oldest);
        else if (*order == Order::longest && again && !turned)
            Q_EMIT orderAsked(Order::shortest);
        else
            Q_EMIT orderAsked(*order);
    });
}

void TraceHeader::setColumns(const QList<TraceColumn>& columns)
{
    const QSignalBlocker quiet(this);
    m_columns = columns;
    m_sections->clear();
    m_sections->setColumnCount(static_cast<int>(columns.size()));
    for (int i = 0; i < columns.size(); ++i)
        resizeSection(i, factsOf(columns[i]).width);
    nameSections();
}

QList<TraceColumn> TraceHeader::columns() const
{
    QList<TraceColumn> columns;
    for (int visual = 0; visual < count(); ++visual)
        columns << columnAt(visual);
    return columns;
}

TraceColumn TraceHeader::columnAt(int visualIndex) const
{
    return m_columns[logicalIndex(visualIndex)];
}

void TraceHeader::showOrder(Order order)
{
    const Order meant = order == Order::oldest     ? Order::newest
                        : order == Order::shortest ? Order::longest
                                                   : order;
    const bool up = order == Order::oldest || order == Order::shortest || order == Order::byName ||
                    order == Order::byService;
    for (int i = 0; i < m_columns.size(); ++i) {
        if (orderOf(m_columns[i]) == meant)
            return setSortIndicator(i, up ? Qt::AscendingOrder : Qt::DescendingOrder);
    }
    setSortIndicator(-1, Qt::DescendingOrder);
}

void TraceHeader::nameSections()
{
    for (int i = 0; i < m_columns.size(); ++i) {
        auto* item = new QStandardItem(columnTitle(m_columns[i]));
        item->setTextAlignment((isNumber(m_columns[i]) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        m_sections->setHorizontalHeaderItem(i, item);
    }
}

void TraceHeader::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    const QList<TraceColumn> shown = columns();
    for (int i = 0; i < traceColumnCount; ++i) {
        const auto column = static_cast<TraceColumn>(i);
        QAction* action = menu.addAction(columnTitle(column));
        action->setCheckable(true);
        action->setChecked(shown.contains(column));
        // Something has to be left to call the menu from.
        action->setEnabled(!shown.contains(column) || shown.size() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            QList<TraceColumn> changed = columns();
            on ? changed.append(column) : void(changed.removeOne(column));
            setColumns(changed);
            Q_EMIT columnsChanged();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Rows of two lines")), &QAction::triggered, this, &TraceHeader::compactAsked);
    menu.exec(event->globalPos());
}

void TraceHeader::changeEvent(QEvent* event)
{
    QHeaderView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameSections();
}

} // namespace spanglass::views
