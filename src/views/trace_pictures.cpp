// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/trace_pictures.h"

#include <QCoreApplication>
#include <QItemSelectionModel>
#include <QPainter>
#include <algorithm>
#include <array>
#include <unordered_map>

#include "models/readable.h"
#include "models/span_tree_model.h"
#include "trace/display_table.h"
#include "trace/messages.h"
#include "trace/table_dashboard.h"
#include "views/agent_graph_picture.h"
#include "views/chat_view.h"
#include "views/dashboard_view.h"
#include "views/flame_picture.h"
#include "views/plain_text.h"
#include "views/theme.h"
#include "views/timeline_view.h"

namespace spanglass::views {
namespace {

struct Pictures
{
    Q_DECLARE_TR_FUNCTIONS(TracePictures)
};

constexpr std::array<std::string_view, 8> viewNames{"flame", "aggregate", "sandwich", "timeline",
                                                    "chat",  "graph",     "compare",  "dashboard"};
constexpr int headHeight = 32;
constexpr int highest = 16'384;
/// A conversation is looked for in so many of the last model calls.
constexpr int mostCalls = 500;

QString nameOf(const trace::SpanTable& table)
{
    std::uint32_t longest = trace::noRow;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (table.parent[row] == trace::noRow &&
            (longest == trace::noRow || table.durationNs[row] > table.durationNs[longest]))
            longest = row;
    }
    return longest == trace::noRow ? QString() : literal(table.strings.text(table.name[longest]));
}

QString factsOf(const trace::SpanTable& table)
{
    std::int64_t first = table.size() == 0 ? 0 : table.startUnixNs[0];
    std::int64_t last = first;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        first = std::min(first, table.startUnixNs[row]);
        last = std::max(last, table.startUnixNs[row] + std::max<std::int64_t>(table.durationNs[row], 0));
    }
    const int spans = static_cast<int>(table.size());
    return models::durationReadable(last - first) + QStringLiteral("  ·  ") +
           Pictures::tr("%n span(s)", nullptr, spans);
}

void paintHead(QPainter& painter, const TracePicture& picture)
{
    const QRect head(0, 0, picture.size.width(), headHeight);
    painter.fillRect(head, theme().window);
    painter.fillRect(QRect(0, headHeight - 1, head.width(), 1), theme().line);
    painter.setFont(font(FontRole::strong));
    painter.setPen(theme().text);
    painter.drawText(head.adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(titleOf(picture), Qt::ElideRight, head.width() - 20));
}

/// The name on which the most time was spent itself.
std::uint32_t heaviestName(const trace::SpanTable& table)
{
    const std::vector<std::int64_t> self = selfTimesOf(table);
    std::unordered_map<std::uint32_t, std::int64_t> ofName;
    std::uint32_t heaviest = table.size() == 0 ? 0 : table.name[0];
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        ofName[table.name[row]] += self[row];
        if (ofName[table.name[row]] > ofName[heaviest])
            heaviest = table.name[row];
    }
    return heaviest;
}

void paintFlameView(QPainter& painter, const TracePicture& picture)
{
    FlamePictureOptions options;
    options.size = picture.size;
    options.theme = &theme();
    auto table = picture.table;
    if (picture.view == TraceView::flame)
        table = trace::displayTable(table, {}).table; // as the window and the timeline's picture show it
    if (picture.view == TraceView::aggregate)
        options.flame.order = FlameOrder::leftHeavy;
    if (picture.view == TraceView::sandwich) {
        options.flame.order = FlameOrder::sandwich;
        options.flame.sandwichKey = heaviestName(*table);
    }
    if (picture.view == TraceView::compare) {
        options.flame.order = FlameOrder::leftHeavy;
        options.flame.colour = FlameColour::difference;
        options.flame.secondRunFrom = picture.table->size();
        options.title = titleOf(picture);
        table = trace::joined({picture.table, picture.other});
    } else if (std::ranges::all_of(table->kind, [&](Kind kind) { return kind == table->kind[0]; })) {
        options.flame.colour = FlameColour::name; // where every span is of one kind, names tell more
    }
    paintFlame(painter, std::move(table), options);
}

void paintTimeline(QPainter& painter, const TracePicture& picture)
{
    const trace::DisplayTable shown = trace::displayTable(picture.table, {});
    models::SpanTreeModel model;
    QItemSelectionModel selection(&model);
    TimelineView view;
    view.setReadsAtOnce(true);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.resize(picture.size - QSize(0, headHeight));
    view.setModel(&model, &selection);
    model.setTable(shown.table, shown.shiftNs);
    view.render(&painter, QPoint(0, headHeight));
    paintHead(painter, picture);
}

void paintGraph(QPainter& painter, const TracePicture& picture)
{
    const AgentGraphPicture graph(*picture.table);
    const QRectF area(0, headHeight, picture.size.width(), picture.size.height() - headHeight);
    if (!graph.isEmpty()) {
        const QRectF bounds = graph.bounds();
        const double scale = std::min({area.width() / bounds.width(), area.height() / bounds.height(), 1.5});
        painter.save();
        painter.translate(area.center() - bounds.center() * scale);
        painter.scale(scale, scale);
        graph.paint(painter, {});
        painter.restore();
    }
    paintHead(painter, picture);
}

struct Conversation
{
    trace::Messages input;
    trace::Messages output;
};

/// Agents send the whole conversation with every call, so the call with the most messages has seen it all.
Conversation conversationOf(const trace::SpanTable& table)
{
    Conversation longest;
    if (!table.details)
        return longest;
    int calls = 0;
    for (std::uint32_t row = table.size(); row-- > 0 && calls < mostCalls;) {
        if (table.kind[row] != Kind::llm && table.kind[row] != Kind::agent)
            continue;
        ++calls;
        const trace::Span span = table.details(row);
        Conversation found{trace::inputMessages(span), trace::outputMessages(span)};
        if (found.input.size() + found.output.size() > longest.input.size() + longest.output.size())
            longest = std::move(found);
    }
    return longest;
}

/// Laid out to a width.
std::unique_ptr<QWidget> conversationPage(const Conversation& conversation, int width)
{
    ChatView view;
    view.setMessages(conversation.input, conversation.output);
    std::unique_ptr<QWidget> page(view.takeWidget());
    for (QWidget* part : page->findChildren<QWidget*>())
        part->ensurePolished(); // never shown, so nobody else gives it its fonts
    page->resize(width, std::max(page->heightForWidth(width), 1));
    return page;
}

void paintChat(QPainter& painter, const TracePicture& picture)
{
    const Conversation conversation = conversationOf(*picture.table);
    paintHead(painter, picture);
    if (conversation.input.empty() && conversation.output.empty()) {
        painter.setFont(font(FontRole::body));
        painter.setPen(theme().secondary);
        painter.drawText(QRect(QPoint(), picture.size).adjusted(12, headHeight, -12, 0), Qt::AlignCenter,
                         Pictures::tr("No call of this trace holds messages."));
        return;
    }
    const auto page = conversationPage(conversation, picture.size.width());
    page->render(&painter, QPoint(0, headHeight), {}, QWidget::DrawChildren);
}

} // namespace

std::span<const std::string_view> traceViewNames()
{
    return viewNames;
}

std::optional<TraceView> traceViewOf(std::string_view name)
{
    const auto found = std::ranges::find(viewNames, name);
    if (found == viewNames.end())
        return std::nullopt;
    return static_cast<TraceView>(found - viewNames.begin());
}

QSize sizeOf(const TracePicture& picture)
{
    if (picture.view != TraceView::chat)
        return picture.size;
    const auto page = conversationPage(conversationOf(*picture.table), picture.size.width());
    const int wanted = page->height() + headHeight;
    return {picture.size.width(), std::clamp(wanted, std::min(picture.size.height(), 200), highest)};
}

QString titleOf(const TracePicture& picture)
{
    if (picture.view == TraceView::compare)
        return Pictures::tr("%1 (%2) compared with %3 (%4)")
            .arg(nameOf(*picture.table), factsOf(*picture.table), nameOf(*picture.other),
                 factsOf(*picture.other));
    return nameOf(*picture.table) + QStringLiteral("  ·  ") + factsOf(*picture.table);
}

void paint(QPainter& painter, const TracePicture& picture)
{
    switch (picture.view) {
    case TraceView::flame:
    case TraceView::aggregate:
    case TraceView::sandwich:
    case TraceView::compare:
        return paintFlameView(painter, picture);
    case TraceView::timeline:
        return paintTimeline(painter, picture);
    case TraceView::chat:
        return paintChat(painter, picture);
    case TraceView::graph:
        return paintGraph(painter, picture);
    case TraceView::dashboard:
        return paintDashboard(painter, trace::dashboardOf(*picture.table), picture.size);
    }
}

} // namespace spanglass::views
