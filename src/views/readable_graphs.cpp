// SPDX-License-Identifier: GPL-3.0-or-later
// One interface for the view, one for each item that was asked for; items are numbers of an ItemSource.
#include "views/readable_graphs.h"

#include <QAccessibleInterface>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHash>
#include <functional>
#include <memory>

#include "models/readable.h"
#include "views/agent_graph_view.h"
#include "views/chat_view.h"
#include "views/dashboard_view.h"
#include "views/facts_view.h"
#include "views/flame_graph_view.h"
#include "views/long_text_view.h"
#include "views/plain_text.h"
#include "views/sync_chips.h"
#include "views/time_histogram.h"
#include "views/timeline_view.h"

namespace spanglass::views {
namespace {

/// What a view offers; -1 is the view itself.
class ItemSource
{
public:
    virtual ~ItemSource() = default;
    [[nodiscard]] virtual int childCount(int item) const = 0;
    [[nodiscard]] virtual int child(int item, int position) const = 0;
    [[nodiscard]] virtual int parent(int item) const = 0;
    [[nodiscard]] virtual int positionOf(int item) const = 0;
    [[nodiscard]] virtual QString name(int item) const = 0;
    [[nodiscard]] virtual QRect rect(int item) const = 0; ///< in the widget
    [[nodiscard]] virtual int chosen() const = 0;         ///< -1: none
    virtual void choose(int item) = 0;
};

/// Spans by their rows, as a tree.
class SpanSource : public ItemSource
{
public:
    using Model = models::SpanTreeModel;
    SpanSource(std::function<const Model*()> model, std::function<QRect(std::uint32_t)> place,
               std::function<std::uint32_t()> chosen, std::function<void(std::uint32_t)> choose)
        : m_model(std::move(model)), m_place(std::move(place)), m_chosen(std::move(chosen)),
          m_choose(std::move(choose))
    {
    }

    int childCount(int item) const override
    {
        return m_model() == nullptr ? 0 : m_model()->rowCount(index(item));
    }
    int child(int item, int position) const override
    {
        return number(m_model()->index(position, 0, index(item)));
    }
    int parent(int item) const override { return number(index(item).parent()); }
    int positionOf(int item) const override { return index(item).row(); }
    QString name(int item) const override
    {
        const auto row = static_cast<std::uint32_t>(item);
        const trace::SpanTable& table = *m_model()->table();
        if (row >= table.size())
            return {}; // of a trace that was shown before
        QStringList parts{literal(table.strings.text(table.name[row])), models::kindName(table.kind[row])};
        if (table.durationNs[row] >= 0)
            parts << models::durationReadable(table.durationNs[row]);
        else
            parts << SpanTextTr::tr("running");
        if (table.status[row] == Status::error)
            parts << SpanTextTr::tr("failed");
        return parts.join(QLatin1String(", "));
    }
    QRect rect(int item) const override { return m_place(static_cast<std::uint32_t>(item)); }
    int chosen() const override
    {
        const std::uint32_t row = m_chosen();
        return row == trace::noRow ? -1 : static_cast<int>(row);
    }
    void choose(int item) override { m_choose(static_cast<std::uint32_t>(item)); }

private:
    struct SpanTextTr
    {
        Q_DECLARE_TR_FUNCTIONS(ReadableGraphs)
    };
    [[nodiscard]] QModelIndex index(int item) const
    {
        return item < 0 ? QModelIndex() : m_model()->indexOfRow(static_cast<std::uint32_t>(item));
    }
    [[nodiscard]] int number(const QModelIndex& index) const
    {
        return index.isValid() ? static_cast<int>(m_model()->tableRow(index)) : -1;
    }

    std::function<const Model*()> m_model;
    std::function<QRect(std::uint32_t)> m_place;
    std::function<std::uint32_t()> m_chosen;
    std::function<void(std::uint32_t)> m_choose;
};

/// Boxes, one after the other.
class BoxSource : public ItemSource
{
public:
    explicit BoxSource(AgentGraphView* view) : m_view(view) {}
    int childCount(int item) const override
    {
        return item < 0 ? static_cast<int>(m_view->picture().graph().nodes.size()) : 0;
    }
    int child(int, int position) const override { return position; }
    int parent(int) const override { return -1; }
    int positionOf(int item) const override { return item; }
    QString name(int item) const override
    {
        return item < childCount(-1) ? m_view->sentenceOf(static_cast<std::size_t>(item)) : QString();
    }
    QRect rect(int item) const override
    {
        if (item >= childCount(-1))
            return {}; // of a trace that was shown before
        const QRectF box = m_view->picture().nodeRect(static_cast<std::size_t>(item));
        return QRectF(m_view->viewPoint(box.topLeft()), m_view->viewPoint(box.bottomRight())).toRect();
    }
    int chosen() const override
    {
        const auto node = m_view->selectedNode();
        return node ? static_cast<int>(*node) : -1;
    }
    void choose(int item) override
    {
        if (item < childCount(-1))
            m_view->selectNode(static_cast<std::size_t>(item));
    }

private:
    AgentGraphView* m_view;
};

class ReadableView;

class ReadableItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ReadableItem(ReadableView* view, int item) : m_view(view), m_item(item) {}
    [[nodiscard]] int item() const { return m_item; }

    bool isValid() const override;
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override;
    int childCount() const override;
    QAccessibleInterface* child(int position) const override;
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface* child) const override;
    QString text(QAccessible::Text part) const override;
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::TreeItem; }
    QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& action) override;
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    ReadableView* m_view; ///< outlives its items
    int m_item;
};

class ReadableView : public QAccessibleWidget
{
public:
    ReadableView(QWidget* widget, std::unique_ptr<ItemSource> source)
        : QAccessibleWidget(widget, QAccessible::Tree), m_source(std::move(source))
    {
    }
    ~ReadableView() override
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] ItemSource& source() const { return *m_source; }

    QAccessibleInterface* interfaceOf(int item) const
    {
        if (item < 0)
            return const_cast<ReadableView*>(this);
        const auto known = m_items.constFind(item);
        if (known != m_items.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto* made = new ReadableItem(const_cast<ReadableView*>(this), item);
        m_items.insert(item, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    int childCount() const override { return m_source->childCount(-1); }
    QAccessibleInterface* child(int position) const override
    {
        return position < 0 || position >= childCount() ? nullptr
                                                        : interfaceOf(m_source->child(-1, position));
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* of = dynamic_cast<const ReadableItem*>(child);
        return of == nullptr ? -1 : m_source->positionOf(of->item());
    }
    QAccessibleInterface* focusChild() const override
    {
        const int chosen = m_source->chosen();
        return chosen < 0 ? nullptr : interfaceOf(chosen);
    }

private:
    std::unique_ptr<ItemSource> m_source;
    mutable QHash<int, QAccessible::Id> m_items;
};

bool ReadableItem::isValid() const
{
    return m_view->isValid();
}

QAccessibleInterface* ReadableItem::parent() const
{
    return m_view->interfaceOf(m_view->source().parent(m_item));
}

int ReadableItem::childCount() const
{
    return m_view->source().childCount(m_item);
}

QAccessibleInterface* ReadableItem::child(int position) const
{
    return position < 0 || position >= childCount()
               ? nullptr
               : m_view->interfaceOf(m_view->source().child(m_item, position));
}

int ReadableItem::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* of = dynamic_cast<const ReadableItem*>(child);
    return of == nullptr ? -1 : m_view->source().positionOf(of->item());
}

QString ReadableItem::text(QAccessible::Text part) const
{
    return part == QAccessible::Name ? m_view->source().name(m_item) : QString();
}

QRect ReadableItem::rect() const
{
    const auto* widget = qobject_cast<QWidget*>(m_view->object());
    return m_view->source().rect(m_item).translated(widget->mapToGlobal(QPoint()));
}

QAccessible::State ReadableItem::state() const
{
    QAccessible::State state;
    state.selectable = state.focusable = true;
    state.selected = state.focused = m_view->source().chosen() == m_item;
    state.offscreen = !m_view->rect().intersects(rect());
    state.expandable = childCount() > 0;
    return state;
}

void ReadableItem::doAction(const QString& action)
{
    if (action == pressAction())
        m_view->source().choose(m_item);
}

template<class View, class Place> std::unique_ptr<ItemSource> spansOf(View* view, Place place)
{
    return std::make_unique<SpanSource>([view] { return view->model(); }, std::move(place),
                                        [view] { return view->selectedRow(); },
                                        [view](std::uint32_t row) { view->selectRow(row); });
}

/// Of what is painted and has no items to walk through; its name says the rest.
QAccessible::Role roleOf(const QWidget* widget)
{
    if (qobject_cast<const TimeHistogram*>(widget) || widget->inherits("QCustomPlot"))
        return QAccessible::Chart;
    if (qobject_cast<const SyncChips*>(widget))
        return QAccessible::List;
    if (qobject_cast<const ChatView*>(widget) || qobject_cast<const LongTextView*>(widget))
        return QAccessible::Document;
    if (qobject_cast<const FactsView*>(widget) || qobject_cast<const DashboardView*>(widget))
        return QAccessible::Pane;
    return QAccessible::NoRole;
}

QAccessibleInterface* readable(const QString&, QObject* object)
{
    if (auto* flame = qobject_cast<FlameGraphView*>(object))
        return new ReadableView(flame, spansOf(flame, [flame](std::uint32_t row) {
                                    const FlameScene* scene = flame->scene();
                                    const std::uint32_t bar = scene ? scene->bar(row) : layout::noBar;
                                    return bar == layout::noBar ? QRect()
                                                                : flame->barRect(bar).toAlignedRect();
                                }));
    if (auto* timeline = qobject_cast<TimelineView*>(object))
        return new ReadableView(timeline, spansOf(timeline, [timeline](std::uint32_t row) {
                                    const std::uint32_t line = timeline->rows().lineOf(row);
                                    return line == trace::noRow ? QRect() : timeline->lineRect(line);
                                }));
    if (auto* graph = qobject_cast<AgentGraphView*>(object))
        return new ReadableView(graph, std::make_unique<BoxSource>(graph));
    if (auto* widget = qobject_cast<QWidget*>(object)) {
        if (const QAccessible::Role role = roleOf(widget); role != QAccessible::NoRole)
            return new QAccessibleWidget(widget, role);
    }
    return nullptr;
}

} // namespace

void makeGraphsReadable()
{
    static const bool installed = [] {
        QAccessible::installFactory(readable);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace spanglass::views
