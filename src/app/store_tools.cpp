// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store_tools.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QPointer>

#include "app/command_palette.h"
#include "app/dashboard_tab.h"
#include "app/document_tabs.h"
#include "app/merged_tab.h"
#include "app/query_panel.h"
#include "app/reprice_dialog.h"
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
/// Log records may come to a span after it ended (live views show them within half a second).
constexpr int readDetailsMs = 400;

} // namespace

StoreTools::StoreTools(StoreToolsParts parts)
    : QObject(parts.window), m_parts(parts),
      m_panel(new QueryPanel(parts.source, parts.settings, parts.window)),
      m_scores(new views::ScoreEditor(parts.window)), m_showDashboard(new QAction(parts.window)),
      m_showSessions(new QAction(parts.window)), m_showMerged(new QAction(parts.window)),
      m_showPalette(new QAction(parts.window)), m_columns(new QAction(parts.window)),
      m_annotate(new QAction(parts.window)), m_reprice(new QAction(parts.window))
{
    createActions();
    connect(m_panel, &QueryPanel::asked, m_parts.store, &StoreTab::setQuery);
    connect(m_panel, &QueryPanel::asked, this, [this](const QString& query, const trace::TimeRange& range) {
        if (m_dashboard)
            m_dashboard->ask(query, range);
    });
    connect(m_panel, &QueryPanel::entered, this, [this] {
        m_parts.store->askAgain();
        m_parts.store->list()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_parts.details, &views::SpanPanel::spanRequested, this, &StoreTools::goToSpan);
    m_readDetails.setSingleShot(true);
    m_readDetails.setInterval(readDetailsMs);
    connect(&m_readDetails, &QTimer::timeout, m_parts.details, &views::SpanPanel::readAgain);
    connect(m_parts.store, &StoreTab::shownMayHaveChanged, this, [this] {
        if (m_parts.documents->storeInFront() && !m_readDetails.isActive())
            m_readDetails.start();
    });
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
    connect(m_scores, &views::ScoreEditor::removeAsked, this, &StoreTools::removeScore);
    connect(m_parts.details, &views::SpanPanel::shown, this, [this] {
        documentChanged();
        readScores();
    });
    connect(m_parts.details, &views::SpanPanel::foundUnchanged, this, &StoreTools::readScores);
    useColumns();
    documentChanged();
    retranslate();
}

/// Of the span in the details and of its trace, so that they can be taken back.
void StoreTools::readScores()
{
    const auto& span = m_parts.details->span();
    if (!span || m_scores->isHidden())
        return;
    m_parts.source->requestScores(
        this, span->trace, [this, trace = span->trace, id = span->id](models::TraceSource::Scores scores) {
            const auto& now = m_parts.details->span();
            if (!scores || !now || now->trace != trace || now->id != id)
                return;
            std::vector<views::KeptScore> kept;
            for (const store::StoredScore& stored : *scores) {
                if (!stored.span.valid() || stored.span == id)
                    kept.push_back({stored.id, stored.score, !stored.span.valid()});
            }
            m_scores->setKept(kept);
        });
}

void StoreTools::removeScore(qint64 id)
{
    m_parts.source->removeScore(this, id, [this](Result<void> removed) {
        if (!removed)
            return Q_EMIT failed(QString::fromStdString(removed.error().message));
        m_parts.details->readAgain();
    });
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
    set(m_showMerged, "actionMerged", "Ctrl+6");
    set(m_showPalette, "actionPalette", "Ctrl+K");
    set(m_columns, "actionColumns", "Ctrl+Shift+C");
    set(m_annotate, "actionAnnotate", "Ctrl+Shift+A");
    set(m_reprice, "actionReprice", "");
    m_showPalette->setEnabled(true);
    m_columns->setCheckable(true);
    m_columns->setChecked(!m_parts.settings->listColumns().isEmpty());
    connect(m_showDashboard, &QAction::triggered, this, &StoreTools::showDashboard);
    connect(m_showSessions, &QAction::triggered, this, [this] { showSessions(); });
    connect(m_showMerged, &QAction::triggered, this, &StoreTools::showMerged);
    connect(m_showPalette, &QAction::triggered, this, &StoreTools::showPalette);
    connect(m_reprice, &QAction::triggered, this, &StoreTools::showRepricing);
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
    view->insertActions(before, {m_showDashboard, m_showSessions, m_showMerged, m_columns});
    view->insertSeparator(before);
    edit->addSeparator();
    edit->addActions({m_annotate, m_reprice, m_showPalette});
    edit->setToolTipsVisible(true); // why something cannot be done
}

void StoreTools::retranslate()
{
    m_showDashboard->setText(tr("&Dashboard"));
    m_showSessions->setText(tr("S&essions"));
    m_showMerged->setText(tr("Flame &graph of all shown traces"));
    m_showPalette->setText(tr("&Commands…"));
    m_columns->setText(tr("List traces in &columns"));
    m_annotate->setText(tr("&Annotate this span"));
    m_reprice->setText(tr("&Re-price…"));
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
    const QString whyNot =
        m_parts.source ? m_parts.source->whyNot(models::TraceSource::Ability::change) : QString();
    const bool can = m_parts.source && m_parts.documents->storeInFront() && whyNot.isEmpty();
    m_scores->setVisible(can && m_parts.details->span());
    m_annotate->setEnabled(can);
    m_annotate->setToolTip(views::plainToolTip(whyNot));
    m_reprice->setEnabled(m_parts.source && whyNot.isEmpty());
    m_reprice->setToolTip(views::plainToolTip(whyNot));
}

void StoreTools::showDashboard()
{
    if (m_dashboard)
        return m_parts.documents->showTab(m_dashboard);
    m_dashboard = new DashboardTab(m_parts.source);
    connect(m_dashboard, &DashboardTab::tracesAsked, this, &StoreTools::goToTraces);
    m_dashboard->view()->setAccessibleName(tr("Dashboard"));
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

trace::TraceQuery StoreTools::shownQuery() const
{
    const models::TraceListModel* traces = m_parts.store->traces();
    trace::TraceQuery query;
    query.text = traces->queryText().toStdString();
    query.order = traces->order();
    query.range = traces->range();
    return query;
}

void StoreTools::showRepricing()
{
    auto* dialog = new RepriceDialog(m_parts.source, shownQuery(), m_parts.window);
    connect(dialog, &RepriceDialog::finished, m_parts.store, &StoreTab::readAgain);
    connect(dialog, &RepriceDialog::finished, m_parts.details, &views::SpanPanel::readAgain);
    dialog->show();
}

/// A tab each time: what was found before stays beside it.
void StoreTools::showMerged()
{
    const trace::TraceQuery query = shownQuery();
    auto* tab = new MergedTab(m_parts.source);
    connect(tab->page(), &TracePage::traceAsked, this, &StoreTools::goToSpan);
    connect(tab->page(), &TracePage::namesakesAsked, this, &StoreTools::goToNamesakes);
    connect(tab->page(), &TracePage::troubled, this, &StoreTools::failed);
    m_parts.documents->add(tab, QStringLiteral("flame"),
                           query.text.empty() ? tr("All traces") : QString::fromStdString(query.text),
                           tr("Every trace that the query finds, merged"));
    tab->ask(query);
    tab->setFocus(Qt::OtherFocusReason);
}

void StoreTools::goToSpan(TraceId trace, SpanId span)
{
    goToTrace(trace);
    m_parts.store->chooseSpan(trace, span);
}

/// A span's name is found as words of its trace, together.
void StoreTools::goToNamesakes(Kind kind, const QString& name)
{
    const std::string_view kindName = kindNames[static_cast<std::size_t>(kind)];
    goToTraces(QStringLiteral("kind:%1 \"%2\"")
                   .arg(QString::fromUtf8(kindName.data(), qsizetype(kindName.size())),
                        QString(name).remove(QLatin1Char('"'))),
               m_panel->range());
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
    // Some menus are filled as they open; what they hold can be done from here too.
    QList<QPointer<QMenu>> menus; // filling one may delete another
    for (QMenu* menu : m_parts.window->findChildren<QMenu*>())
        menus << menu;
    for (const QPointer<QMenu>& menu : menus) {
        if (menu)
            Q_EMIT menu->aboutToShow();
    }
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
