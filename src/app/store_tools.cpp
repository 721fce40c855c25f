// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store_tools.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

#include "app/command_palette.h"
#include "app/dashboard_tab.h"
#include "app/document_tabs.h"
#include "app/query_panel.h"
#include "app/sessions_tab.h"
#include "app/store_tab.h"
#include "models/trace_source.h"
#include "views/dashboard_view.h"
#include "views/plain_text.h"
#include "views/query_edit.h"
#include "views/score_editor.h"
#include "views/span_panel.h"
#include "views/trace_list_view.h"

namespace spanglass::app {
namespace {

constexpr int tracesInPalette = 30;

} // namespace

StoreTools::StoreTools(StoreToolsParts parts)
    : QObject(parts.window), m_parts(parts),
      m_panel(new QueryPanel(parts.source, parts.settings, parts.window)),
      m_scores(new views::ScoreEditor(parts.window)), m_showDashboard(new QAction(parts.window)),
      m_showSessions(new QAction(parts.window)), m_showPalette(new QAction(parts.window)),
      m_columns(new QAction(parts.window)), m_annotate(new QAction(parts.window))
{
    createActions();
    connect(m_panel, &QueryPanel::asked, m_parts.store, &StoreTab::setQuery);
    connect(m_panel, &QueryPanel::asked, this, [this](const QString& query, const trace::TimeRange& range) {
        if (m_dashboard)
            m_dashboard->ask(query, range);
    });
    connect(m_panel, &QueryPanel::entered, this,
            [this] { m_parts.store->list()->setFocus(Qt::OtherFocusReason); });
    connect(m_panel, &QueryPanel::viewApplied, this, [this] {
        useColumns();
        m_parts.store->orderChanged();
    });
    views::TraceHeader* header = m_parts.store->list()->header();
    connect(header, &views::TraceHeader::columnsChanged, this, &StoreTools::keepColumns);
    connect(header, &views::TraceHeader::orderAsked, this, &StoreTools::orderAsked);
    connect(header, &views::TraceHeader::compactAsked, this, [this] { m_columns->setChecked(false); });
    connect(m_parts.documents, &DocumentTabs::changed, this, &StoreTools::documentChanged);
    connect(m_parts.documents, &DocumentTabs::closing, this, [this](const QWidget* tab) {
        if (tab == m_dashboard)
            m_dashboard = nullptr;
        else if (tab == m_sessions)
            m_sessions = nullptr;
    });
    connect(m_scores, &views::ScoreEditor::given, this, [this](const trace::Score& score, bool wholeTrace) {
        const auto& span = m_parts.details->span();
        if (!span)
            return;
        m_parts.source->addScore(this, span->trace, wholeTrace ? SpanId() : span->id, score,
                                 [this](Result<void> added) {
                                     if (!added)
                                         return Q_EMIT failed(QString::fromStdString(added.error().message));
                                     m_scores->clear();
                                     m_parts.details->readAgain();
                                 });
    });
    useColumns();
    documentChanged();
    retranslate();
}

void StoreTools::createActions()
{
    const auto set = [this](QAction* action, const char* name, const char* shortcut) {
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(QKeySequence(QString::fromLatin1(shortcut)));
        action->setEnabled(m_parts.source != nullptr);
    };
    set(m_showDashboard, "actionDashboard", "Ctrl+4");
    set(m_showSessions, "actionSessions", "Ctrl+5");
    set(m_showPalette, "actionPalette", "Ctrl+K");
    set(m_columns, "actionColumns", "Ctrl+Shift+C");
    set(m_annotate, "actionAnnotate", "Ctrl+Shift+A");
    m_showPalette->setEnabled(true);
    m_columns->setCheckable(true);
    m_columns->setChecked(!m_parts.settings->listColumns().isEmpty());
    connect(m_showDashboard, &QAction::triggered, this, &StoreTools::showDashboard);
    connect(m_showSessions, &QAction::triggered, this, [this] { showSessions(); });
    connect(m_showPalette, &QAction::triggered, this, &StoreTools::showPalette);
    connect(m_annotate, &QAction::triggered, m_scores, &views::ScoreEditor::startEditing);
    connect(m_columns, &QAction::toggled, this, [this](bool on) {
        const bool there = !m_parts.settings->listColumns().isEmpty();
        if (on != there)
            m_parts.settings->setListColumns(on ? keysOfColumns(views::usualColumns()) : QStringList());
        useColumns();
    });
}

void StoreTools::addActions(QMenu* view, QAction* before, QMenu* edit)
{
    view->insertActions(before, {m_showDashboard, m_showSessions, m_columns});
    view->insertSeparator(before);
    edit->addSeparator();
    edit->addActions({m_annotate, m_showPalette});
}

void StoreTools::retranslate()
{
    m_showDashboard->setText(tr("&Dashboard"));
    m_showSessions->setText(tr("S&essions"));
    m_showPalette->setText(tr("&Commands…"));
    m_columns->setText(tr("List traces in &columns"));
    m_annotate->setText(tr("&Annotate this span"));
    m_panel->retranslate();
}

void StoreTools::useColumns()
{
    const QList<views::TraceColumn> columns = views::columnsOfKeys(m_parts.settings->listColumns());
    views::TraceListView* list = m_parts.store->list();
    list->setColumns(columns);
    list->header()->showOrder(m_parts.settings->order());
    m_columns->setChecked(!columns.isEmpty());
}

void StoreTools::keepColumns()
{
    m_parts.settings->setListColumns(views::keysOfColumns(m_parts.store->list()->header()->columns()));
}

void StoreTools::orderAsked(trace::TraceOrder order)
{
    m_parts.settings->setOrder(order);
    m_parts.store->list()->header()->showOrder(order);
    m_parts.store->orderChanged();
}

void StoreTools::documentChanged()
{
    // A file is what it is: only what the store keeps can be annotated.
    const bool can = m_parts.source && m_parts.documents->storeInFront() &&
                     m_parts.source->whyNot(models::TraceSource::Ability::change).isEmpty();
    m_scores->setVisible(can);
    m_annotate->setEnabled(can);
}

void StoreTools::showDashboard()
{
    if (m_dashboard)
        return m_parts.documents->showTab(m_dashboard);
    m_dashboard = new DashboardTab(m_parts.source);
    connect(m_dashboard, &DashboardTab::tracesAsked, this, &StoreTools::goToTraces);
    m_dashboard->ask(m_panel->query(), m_panel->range());
    m_parts.documents->add(m_dashboard, QStringLiteral("timeline"), tr("Dashboard"),
                           tr("Figures of the traces that the query finds"));
    m_dashboard->setFocus(Qt::OtherFocusReason);
}

void StoreTools::showSessions(const QString& session)
{
    if (m_sessions) {
        m_parts.documents->showTab(m_sessions);
    } else {
        m_sessions = new SessionsTab(m_parts.source);
        connect(m_sessions, &SessionsTab::traceAsked, this, &StoreTools::goToTrace);
        connect(m_sessions, &SessionsTab::failed, this, &StoreTools::failed);
        m_parts.documents->add(m_sessions, QStringLiteral("text"), tr("Sessions"),
                               tr("Conversations over several traces"));
    }
    m_sessions->setFocus(Qt::OtherFocusReason);
    if (!session.isEmpty())
        m_sessions->choose(session);
}

void StoreTools::goToTrace(TraceId trace)
{
    goToTraces(QStringLiteral("trace:") + QString::fromStdString(trace.hex()), {});
}

void StoreTools::goToTraces(const QString& query, const trace::TimeRange& range)
{
    m_parts.documents->showStore();
    if (range != m_panel->range())
        range.everything() ? m_panel->setLast(0) : m_panel->setRange(range);
    m_panel->setQuery(query);
    m_parts.store->chooseFirst();
    m_parts.store->list()->setFocus(Qt::OtherFocusReason);
}

void StoreTools::showPalette()
{
    QList<Command> commands = commandsOf(m_parts.window->findChildren<QAction*>());
    for (const SavedView& view : m_parts.settings->savedViews())
        commands << Command{view.name, tr("saved view"), [this, view] { m_panel->apply(view); }};
    const models::TraceListModel* traces = m_parts.store->traces();
    for (int row = 0; row < std::min(traces->rowCount(), tracesInPalette); ++row) {
        const QModelIndex index = traces->index(row);
        commands << Command{index.data().toString(), tr("trace"),
                            [this, place = QPersistentModelIndex(index)] {
                                m_parts.documents->showStore();
                                m_parts.store->list()->setCurrentIndex(place);
                            }};
    }
    (new CommandPalette(std::move(commands), m_parts.window))->show();
}

} // namespace spanglass::app
