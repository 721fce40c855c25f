// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen in the list is shown; what is shown is read again while it runs.
#include "app/store_tab.h"

#include <algorithm>
#include <utility>

#include "app/first_run_page.h"
#include "app/progress_strip.h"
#include "app/settings.h"
#include "models/readable.h"
#include "models/trace_source.h"
#include "views/trace_list_view.h"

namespace spanglass::app {
namespace {

using Model = models::TraceListModel;

/// "12 s ago" is true for a second; the list says it again this often.
constexpr int ageEveryMs = 5'000;
/// What is read sooner needs no progress; later the seconds are told.
constexpr int quietMs = 500;
constexpr int lookEveryMs = 250;

QString factsOf(const QModelIndex& index)
{
    QStringList facts;
    const qint64 durationNs = index.data(Model::durationRole).toLongLong();
    facts << (durationNs < 0 ? StoreTab::tr("running") : models::durationReadable(durationNs));
    const int spans = index.data(Model::spansRole).toInt();
    facts << StoreTab::tr("%n span(s)", nullptr, spans);
    if (const int errors = index.data(Model::errorsRole).toInt(); errors > 0)
        facts << StoreTab::tr("%n error(s)", nullptr, errors);
    if (const QVariant tokens = index.data(Model::tokensRole); tokens.isValid())
        facts << StoreTab::tr("%1 tokens").arg(models::countReadable(tokens.toLongLong()));
    if (const QString cost = index.data(Model::costRole).toString(); !cost.isEmpty())
        facts << cost;
    facts << models::timeExact(index.data(Model::startRole).toLongLong());
    return facts.join(QStringLiteral(" · "));
}

} // namespace

StoreTab::StoreTab(models::TraceSource* source, Settings* settings, QWidget* parent)
    : QStackedWidget(parent), m_source(source), m_settings(settings), m_page(new TracePage(this)),
      m_firstRun(new FirstRunPage(this)), m_listProgress(new ProgressStrip(this))
{
    addWidget(m_page);
    addWidget(m_firstRun);
    createList();
    connect(&m_traces, &Model::answered, this, &StoreTab::listAnswered);
    connect(&m_traces, &Model::failed, this, &StoreTab::failed);
    connect(&m_traces, &Model::readingChanged, this, &StoreTab::readingChanged);
    connect(m_listProgress, &ProgressStrip::cancelAsked, &m_traces, &Model::cancel);
    connect(&m_listTimer, &QTimer::timeout, this, &StoreTab::showListProgress);
    if (m_source) {
        connect(m_source, &models::TraceSource::changed, this, &StoreTab::refresh);
        m_traces.setQuery({}, m_settings->order());
        m_traces.setSource(m_source);
    }
    retranslate();
}

StoreTab::~StoreTab() = default;

void StoreTab::createList()
{
    m_list = new views::TraceListView(this);
    m_list->setModel(&m_traces);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &StoreTab::selectionChanged);
    connect(m_list, &views::TraceListView::opened, this, &StoreTab::opened);
    m_ageTimer.setInterval(ageEveryMs);
    connect(&m_ageTimer, &QTimer::timeout, m_list->viewport(), qOverload<>(&QWidget::update));
    m_ageTimer.start();
}

void StoreTab::setQuery(const QString& query, const trace::TimeRange& range)
{
    m_query = query;
    if (m_traces.range() != range)
        m_traces.setRange(range);
    if (m_traces.cancelled() || m_traces.queryText() != m_query || m_traces.order() != m_settings->order())
        m_traces.setQuery(m_query, m_settings->order());
    nameEmptyList();
}

void StoreTab::askAgain()
{
    if (m_traces.cancelled())
        m_traces.setQuery(m_query, m_settings->order());
    nameEmptyList();
}

void StoreTab::readingChanged()
{
    if (m_traces.reading()) {
        m_listSince.start();
        return m_listTimer.start(quietMs);
    }
    m_listTimer.stop();
    m_listProgress->hide();
}

void StoreTab::showListProgress()
{
    m_listTimer.setInterval(lookEveryMs);
    m_listProgress->showProgress(
        tr("Looking for traces … %1 s").arg(models::countReadable(m_listSince.elapsed() / 1000)), 0, 0);
}

void StoreTab::orderChanged()
{
    m_traces.setQuery(m_query, m_settings->order());
}

void StoreTab::setFollowing(bool follow)
{
    m_following = follow;
    m_list->setFollowing(follow);
    if (follow)
        showNewest();
}

void StoreTab::setPaused(bool paused)
{
    m_paused = paused;
    m_traces.setPaused(paused);
    if (!paused)
        refresh();
}

void StoreTab::goToNewest()
{
    m_list->goToNewest();
    select(m_traces.index(0));
}

void StoreTab::chooseFirst()
{
    m_firstWanted = m_traces.asking();
    if (!m_firstWanted && m_traces.rowCount() > 0)
        choose(m_traces.index(0));
}

void StoreTab::chooseSpan(TraceId trace, SpanId span)
{
    m_wantedTrace = trace;
    m_wantedSpan = span;
    selectWanted();
}

void StoreTab::selectWanted()
{
    if (!m_wantedTrace.valid() || !m_page->model()->indexOf(m_wantedTrace, m_wantedSpan).isValid())
        return;
    m_page->selectSpan(m_wantedTrace, m_wantedSpan);
    m_wantedTrace = {};
}

void StoreTab::showFirstRun()
{
    setCurrentWidget(m_firstRun);
}

void StoreTab::retranslate()
{
    m_list->setAccessibleName(tr("Traces"));
    nameEmptyList();
    showHeader();
}

void StoreTab::nameEmptyList()
{
    if (m_traces.cancelled())
        m_list->setEmptyText(tr("The search was cancelled"), tr("Enter in the search line asks again."));
    else if (!m_traces.range().everything())
        m_list->setEmptyText(tr("Nothing found in this time"), tr("Choose a longer time beside the search."));
    else if (m_query.isEmpty())
        m_list->setEmptyText(tr("No traces yet"), tr("Run an agent: its traces appear here while it works."));
    else
        m_list->setEmptyText(tr("Nothing found"), tr("No trace has these words. Esc clears the search."));
}

void StoreTab::listAnswered()
{
    nameEmptyList();
    const bool nothingAtAll = !m_traces.cancelled() && m_traces.rowCount() == 0 && m_query.isEmpty() &&
                              m_traces.range().everything();
    if (m_source && nothingAtAll && m_source->whyNot(models::TraceSource::Ability::record).isEmpty())
        showFirstRun();
    else if (currentWidget() == m_firstRun && !m_shown.valid())
        setCurrentWidget(m_page);
    if (std::exchange(m_firstWanted, false) && m_traces.rowCount() > 0)
        choose(m_traces.index(0));
    if (m_shown.valid() && !m_list->selectionModel()->hasSelection()) {
        const QModelIndex index = m_traces.indexOf(m_shown);
        if (index.isValid())
            choose(index);
    }
    if (!m_shown.valid() || m_following)
        showNewest();
    showHeader();
}

void StoreTab::choose(const QModelIndex& index)
{
    m_choosing = true;
    select(index);
    m_choosing = false;
}

/// The view's own way would toggle while Ctrl is held, as it is by whoever came here by a shortcut.
void StoreTab::select(const QModelIndex& index)
{
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void StoreTab::selectionChanged()
{
    // What is selected, not what is current: gaining the focus makes a row current without choosing it.
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    Q_EMIT comparableChanged(m_firstSet.empty() ? selected.size() == 2 : !selected.isEmpty());
    if (selected.size() != 1)
        return;
    const TraceId trace = m_traces.traceAt(selected.constFirst());
    if (!trace.valid() || trace == m_shown)
        return;
    if (!m_choosing)
        Q_EMIT userChose();
    m_shown = trace;
    showHeader();
    load(trace);
}

void StoreTab::load(TraceId trace)
{
    m_loading = true;
    m_source->requestTrace(this, trace, [this, trace](models::TraceSource::Table table) {
        m_loading = false;
        if (trace != m_shown)
            return;
        if (table)
            show(trace, *table);
        else
            Q_EMIT failed(QString::fromStdString(table.error().message));
    });
}

void StoreTab::show(TraceId trace, Table table)
{
    const bool another =
        !m_page->model()->indexOfRow(0).isValid() || m_page->model()->table()->trace[0] != trace;
    setCurrentWidget(m_page);
    m_page->showTable(std::move(table));
    if (std::exchange(m_detailsChanged, false)) {
        models::SpanTreeModel* spans = m_page->model();
        Q_EMIT spans->dataChanged(spans->index(0, 0), spans->index(spans->rowCount() - 1, 0));
    }
    showHeader();
    // Something is always selected, so that the details are never empty for want of a click.
    if (another && m_page->model()->rowCount() > 0)
        m_page->selection()->setCurrentIndex(m_page->model()->index(0, 0),
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    selectWanted();
    if (!another)
        Q_EMIT shownMayHaveChanged();
}

/// The store changed: the trace in view is read again while it may go on.
void StoreTab::refresh()
{
    if (!m_shown.valid() || m_loading || m_paused)
        return;
    for (const trace::State state : m_page->model()->table()->state) {
        if (state == trace::State::running)
            return load(m_shown);
    }
    const QModelIndex index = m_traces.indexOf(m_shown);
    if (index.isValid() &&
        index.data(Model::spansRole).toLongLong() != qint64(m_page->model()->table()->size()))
        return load(m_shown);
    Q_EMIT shownMayHaveChanged();
}

void StoreTab::readAgain()
{
    m_detailsChanged = m_shown.valid();
    if (m_detailsChanged && !m_loading)
        load(m_shown);
}

void StoreTab::showHeader()
{
    const QModelIndex index = m_traces.indexOf(m_shown);
    if (!index.isValid())
        return;
    const QString name = index.data().toString();
    m_page->showHeader(name, factsOf(index), name + QLatin1Char('\n') + index.data(Model::idRole).toString());
}

/// The newest trace is shown, unless the one in view still runs or a file is in front: nothing is taken from
/// under the eye.
void StoreTab::showNewest()
{
    if (m_traces.rowCount() == 0 || isHidden())
        return;
    const QModelIndex shown = m_traces.indexOf(m_shown);
    const bool stillRuns = shown.isValid() && shown.data(Model::stateRole).toInt() ==
                                                  static_cast<int>(trace::TraceStatus::running);
    if (stillRuns || (shown.isValid() && shown.row() == 0))
        return;
    choose(m_traces.index(0));
}

/// From the top of the list to its end.
std::vector<TraceId> StoreTab::selectedTraces() const
{
    QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    std::sort(selected.begin(), selected.end(),
              [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    std::vector<TraceId> traces;
    for (const QModelIndex& index : selected)
        traces.push_back(m_traces.traceAt(index));
    return traces;
}

void StoreTab::keepFirstSet()
{
    m_firstSet = selectedTraces();
    Q_EMIT firstSetChanged(static_cast<int>(m_firstSet.size()));
    Q_EMIT comparableChanged(!m_firstSet.empty());
}

void StoreTab::compareSelected()
{
    std::vector<TraceId> after = selectedTraces();
    if (!m_firstSet.empty()) {
        const int first = static_cast<int>(m_firstSet.size()), second = static_cast<int>(after.size());
        if (second == 0)
            return;
        compareSets(tr("%1 ↔ %2").arg(tr("%n trace(s)", nullptr, first), tr("%n trace(s)", nullptr, second)),
                    std::exchange(m_firstSet, {}), after);
        Q_EMIT firstSetChanged(0);
        return Q_EMIT comparableChanged(second == 2);
    }
    if (after.size() != 2)
        return;
    // The older one is what the newer is measured against.
    const auto startOf = [this](TraceId trace) {
        return m_traces.indexOf(trace).data(Model::startRole).toLongLong();
    };
    if (startOf(after[0]) > startOf(after[1]))
        std::swap(after[0], after[1]);
    const auto nameOf = [this](TraceId trace) { return m_traces.indexOf(trace).data().toString(); };
    compareSets(tr("%1 ↔ %2").arg(nameOf(after[0]), nameOf(after[1])), {after[0]}, {after[1]});
}

void StoreTab::compareSets(const QString& title, const std::vector<TraceId>& before,
                           const std::vector<TraceId>& after)
{
    using Answer = models::TraceSource::Table;
    m_source->requestJoined(this, before, [this, title, after](Answer first) {
        if (!first)
            return Q_EMIT failed(QString::fromStdString(first.error().message));
        m_source->requestJoined(this, after, [this, title, one = *first](Answer second) {
            if (!second)
                return Q_EMIT failed(QString::fromStdString(second.error().message));
            Q_EMIT comparisonReady(title, one, *second);
        });
    });
}

} // namespace spanglass::app
