// SPDX-License-Identifier: GPL-3.0-or-later
/// What stands around the store's tab: the query panel, columns, the dashboard, the sessions, annotations and
/// the command palette, with their actions.
///
///     auto* tools = new StoreTools({.window = this, .store = m_store, …});
///     toolBar->addWidget(tools->panel());
#pragma once

#include <QObject>
#include <QTimer>

#include "app/settings.h"
#include "trace/trace_row.h"

class QAction;
class QMainWindow;
class QMenu;
class QWidget;
namespace spanglass::models {
class TraceSource;
}
namespace spanglass::views {
class ScoreEditor;
class SpanPanel;
} // namespace spanglass::views

namespace spanglass::app {

class DashboardTab;
class DocumentTabs;
class QueryPanel;
class SessionsTab;
class StoreTab;

/// All stay the caller's and outlive the tools.
struct StoreToolsParts
{
    QMainWindow* window = nullptr;
    StoreTab* store = nullptr;
    DocumentTabs* documents = nullptr;
    views::SpanPanel* details = nullptr;
    models::TraceSource* source = nullptr; ///< null: there is no store
    Settings* settings = nullptr;
};

class StoreTools : public QObject
{
    Q_OBJECT
public:
    explicit StoreTools(StoreToolsParts parts);

    /// To be placed by the caller, who owns it from then on.
    [[nodiscard]] QueryPanel* panel() const { return m_panel; }
    /// Where a score is given; to be placed below the details.
    [[nodiscard]] views::ScoreEditor* scoreEditor() const { return m_scores; }
    /// Puts the actions into the menus, before `before`.
    void addActions(QMenu* view, QAction* before, QMenu* edit);
    void showDashboard();
    void showSessions(const QString& session = {});
    /// What the list shows, and all that it would show further down, as one flame graph.
    void showMerged();
    /// In the store's tab, whatever the list shows now.
    void goToSpan(TraceId trace, SpanId span);
    /// Costs by the prices of today.
    void showRepricing();
    void showPalette();
    void retranslate();

Q_SIGNALS:
    void failed(const QString& message);

private:
    /// What the list asks for.
    [[nodiscard]] trace::TraceQuery shownQuery() const;
    void createActions();
    void useColumns();
    void keepColumns();
    void orderAsked(trace::TraceOrder order);
    void documentChanged();
    void readScores();
    void removeScore(qint64 id);
    void goToTrace(TraceId trace);
    void goToNamesakes(Kind kind, const QString& name);
    void goToTraces(const QString& query, const trace::TimeRange& range);

    StoreToolsParts m_parts;
    QueryPanel* m_panel;
    views::ScoreEditor* m_scores;
    DashboardTab* m_dashboard = nullptr; ///< while its tab is open
    SessionsTab* m_sessions = nullptr;
    QAction* m_showDashboard;
    QAction* m_showSessions;
    QAction* m_showMerged;
    QAction* m_showPalette;
    QAction* m_columns;
    QAction* m_annotate;
    QAction* m_reprice;
    QTimer m_readDetails; ///< soon: the store changes many times a second
};

} // namespace spanglass::app
