// SPDX-License-Identifier: GPL-3.0-or-later
/// The store's traces: the list of them, and the views of the chosen one as the window's first tab. Keeps the
/// chosen trace up to date while it runs, and chooses the newest one when it follows.
///
///     StoreTab tab(&source, &settings);
///     dock->setWidget(tab.list());
///     tab.setQuery("refund");
#pragma once

#include <QElapsedTimer>
#include <QStackedWidget>
#include <QTimer>
#include <functional>
#include <memory>

#include "app/trace_page.h"
#include "models/trace_list_model.h"

namespace spanglass::views {
class TraceListView;
}

namespace spanglass::app {

class FirstRunPage;
class ProgressStrip;
class Settings;

class StoreTab : public QStackedWidget
{
    Q_OBJECT
public:
    using Table = std::shared_ptr<const trace::SpanTable>;

    /// `source` may be null: then there is no list. Both stay the caller's and outlive this.
    StoreTab(models::TraceSource* source, Settings* settings, QWidget* parent = nullptr);
    ~StoreTab() override;

    [[nodiscard]] models::TraceListModel* traces() { return &m_traces; }
    /// To be placed by the caller, who owns it from then on.
    [[nodiscard]] views::TraceListView* list() const { return m_list; }
    /// How long the list is being read already, and how to end it; to be placed like the list.
    [[nodiscard]] ProgressStrip* listProgress() const { return m_listProgress; }
    [[nodiscard]] TracePage* page() const { return m_page; }
    [[nodiscard]] FirstRunPage* firstRun() const { return m_firstRun; }

    [[nodiscard]] const QString& query() const { return m_query; }
    void setQuery(const QString& query, const trace::TimeRange& range = {});
    /// The list is read again in the order that the settings name.
    void orderChanged();
    void setFollowing(bool follow);
    void goToNewest();
    /// Nothing moves while it is paused; then the list and the shown trace catch up.
    void setPaused(bool paused);
    /// The first trace of the list, once it is there.
    void chooseFirst();
    /// Chosen in the views as soon as its trace is there.
    void chooseSpan(TraceId trace, SpanId span);
    /// The trace in view, whose spans were changed in the store.
    void readAgain();
    /// What was cancelled is asked once more.
    void askAgain();
    void showFirstRun();
    /// The selected traces are what others are compared with from now on, once.
    void keepFirstSet();
    /// Asks for the two selected traces, or for the set kept before and the one selected now, and emits
    /// `comparisonReady`.
    void compareSelected();
    void retranslate();

Q_SIGNALS:
    /// By hand, which ends following: the choice stays.
    void userChose();
    /// The list's choice asks for the keyboard in the views.
    void opened();
    void comparableChanged(bool comparable);
    /// The store changed, and the trace in view has the spans it had: what they say may be more.
    void shownMayHaveChanged();
    /// How many traces were kept; 0: none any more.
    void firstSetChanged(int traces);
    void comparisonReady(const QString& title, const Table& before, const Table& after);
    void failed(const QString& message);

private:
    void createList();
    void listAnswered();
    void selectionChanged();
    void choose(const QModelIndex& index);
    void select(const QModelIndex& index);
    void load(TraceId trace);
    void show(TraceId trace, Table table);
    void refresh();
    void showHeader();
    void showNewest();
    void nameEmptyList();
    void readingChanged();
    void showListProgress();
    void selectWanted();
    [[nodiscard]] std::vector<TraceId> selectedTraces() const;
    void compareSets(const QString& title, const std::vector<TraceId>& before,
                     const std::vector<TraceId>& after);

    models::TraceSource* m_source;
    Settings* m_settings;
    models::TraceListModel m_traces;
    views::TraceListView* m_list = nullptr;
    TracePage* m_page;
    FirstRunPage* m_firstRun;
    ProgressStrip* m_listProgress;
    QTimer m_ageTimer;
    QTimer m_listTimer; ///< while the list is being read
    QElapsedTimer m_listSince;
    QString m_query;
    TraceId m_shown;
    std::vector<TraceId> m_firstSet;
    TraceId m_wantedTrace;
    SpanId m_wantedSpan;
    bool m_following = false;
    bool m_paused = false;
    bool m_loading = false;
    bool m_detailsChanged = false; ///< though the columns of the table may be as before
    bool m_firstWanted = false;
    bool m_choosing = false; ///< the selection moves by the program, not by the user
};

} // namespace spanglass::app
