// SPDX-License-Identifier: GPL-3.0-or-later
// Pages in, merges out. One question is under way at a time; `m_generation` tells late answers.
#include "models/trace_list_model.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "models/readable.h"
#include "models/score_text.h"
#include "models/trace_badges.h"

namespace spanglass::models {
namespace {

constexpr int pageSize = 100;
/// A refresh reads further pages until it meets a row it knows; after this many rows it starts afresh.
constexpr std::size_t mostFreshRows = 20'000;
constexpr int refreshPageSize = 500;
/// Rows further down that still run and are asked about one by one.
constexpr std::size_t mostUnfinished = 100;
/// New traces are to be seen within 200 ms of their start; gathering takes its share of that.
constexpr int refreshDelayMs = 40;

QString toQString(const std::string& text)
{
    return QString::fromStdString(text);
}

bool looksTheSame(const trace::TraceRow& a, const trace::TraceRow& b)
{
    return a.name == b.name && a.startUnixNs == b.startUnixNs && a.durationNs == b.durationNs &&
           a.spans == b.spans && a.errors == b.errors && tokensTotal(a.tokens) == tokensTotal(b.tokens) &&
           a.cost == b.cost && a.status == b.status && a.tags == b.tags && a.flags == b.flags &&
           a.session == b.session && a.scores.size() == b.scores.size() && a.user == b.user &&
           a.service == b.service;
}

} // namespace

TraceListModel::TraceListModel(QObject* parent) : QAbstractListModel(parent)
{
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(refreshDelayMs);
    connect(&m_refreshSoon, &QTimer::timeout, this, [this] {
        if (m_asking || !m_source) {
            m_refreshWanted = m_source != nullptr;
            return;
        }
        m_fresh.clear();
        requestRefreshPage({});
    });
}

void TraceListModel::setSource(TraceSource* source)
{
    if (m_source)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = source;
    if (m_source) {
        connect(m_source, &TraceSource::changed, this, &TraceListModel::refresh);
        connect(m_source, &QObject::destroyed, this, [this] { m_source = nullptr; });
    }
    setQuery(m_text, m_order);
}

void TraceListModel::setBadges(TraceBadges* badges)
{
    if (m_badges)
        disconnect(m_badges, nullptr, this, nullptr);
    m_badges = badges;
    if (m_badges)
        connect(m_badges, &TraceBadges::changed, this, [this](const std::vector<TraceId>& traces) {
            for (const TraceId trace : traces) {
                if (const QModelIndex row = indexOf(trace); row.isValid())
                    Q_EMIT dataChanged(row, row, {badgeRole, badgeWordsRole});
            }
        });
}

void TraceListModel::setQuery(const QString& text, Order order)
{
    m_text = text;
    m_order = order;
    if (m_source && m_asking)
        m_source->cancelPages();
    ++m_generation;
    m_asking = false;
    m_refreshWanted = false;
    m_loaded = false;
    m_cancelled = false;
    beginResetModel();
    m_rows.clear();
    m_known.clear();
    m_next.clear();
    endResetModel();
    if (m_source)
        requestFirst();
}

void TraceListModel::cancel()
{
    if (!m_reading || !m_source)
        return;
    m_source->cancelPages();
    ++m_generation; // its answer is dropped
    m_asking = false;
    m_loaded = true;
    m_cancelled = true;
    setReading(false);
    Q_EMIT answered();
}

void TraceListModel::setReading(bool reading)
{
    if (m_reading == reading)
        return;
    m_reading = reading;
    Q_EMIT readingChanged();
}

void TraceListModel::setRange(const trace::TimeRange& range)
{
    if (m_range == range)
        return;
    m_range = range;
    setQuery(m_text, m_order);
}

TraceId TraceListModel::traceAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.model() != this)
        return {};
    return m_rows[static_cast<std::size_t>(index.row())].id;
}

QModelIndex TraceListModel::indexOf(TraceId trace) const
{
    const auto found = std::ranges::find(m_rows, trace, &trace::TraceRow::id);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int TraceListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TraceListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const trace::TraceRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return toQString(row.name);
    case Qt::AccessibleTextRole: {
        // What a screen reader says of the row.
        const char* const states[] = {QT_TR_NOOP("ended well"), QT_TR_NOOP("failed"), QT_TR_NOOP("running"),
                                      QT_TR_NOOP("interrupted")};
        QStringList words{toQString(row.name), tr(states[static_cast<std::size_t>(row.status)])};
        if (row.durationNs)
            words << durationReadable(*row.durationNs);
        if (row.cost)
            words << costReadable(*row.cost);
        return words.join(QStringLiteral(", "));
    }
    case idRole:
        return toQString(row.id.hex());
    case stateRole:
        return static_cast<int>(row.status);
    case startRole:
        return qint64(row.startUnixNs);
    case durationRole:
        return qint64(row.durationNs.value_or(-1));
    case spansRole:
        return qint64(row.spans);
    case errorsRole:
        return qint64(row.errors);
    case tokensRole: {
        const auto tokens = tokensTotal(row.tokens);
        return tokens ? QVariant(qint64(*tokens)) : QVariant();
    }
    case costRole:
        return row.cost ? costReadable(*row.cost) : QString();
    case costExactRole:
        return row.cost ? costExact(*row.cost) : QString();
    case serviceRole:
        return toQString(row.service);
    case tagsRole: {
        QStringList tags;
        for (const std::string& tag : row.tags)
            tags << toQString(tag);
        return tags;
    }
    case sessionRole:
        return toQString(row.session);
    case userRole:
        return toQString(row.user);
    case badgeRole:
        return m_badges ? static_cast<int>(m_badges->badge(row.id).state) : 0;
    case badgeWordsRole:
        return m_badges ? m_badges->badge(row.id).words : QString();
    case scoresRole:
        return scoresReadable(row.scores);
    case projectRole:
        return toQString(row.project);
    case environmentRole:
        return toQString(row.environment);
    case releaseRole:
        return toQString(row.release);
    default:
        return {};
    }
}

bool TraceListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_next.empty() && !m_asking;
}

void TraceListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_asking = true;
    setReading(true);
    m_source->requestPage(
        this, query(pageSize, m_next), [this, generation = m_generation](TraceSource::Page page) {
            if (generation != m_generation)
                return;
            m_asking = false;
            setReading(false);
            if (!page)
                return fail(page.error());
            // A trace that moved between two pages would otherwise stand in the list twice.
            std::erase_if(page->rows, [this](const trace::TraceRow& row) { return known(row.id); });
            m_next = page->next;
            if (!page->rows.empty()) {
                const int first = static_cast<int>(m_rows.size());
                beginInsertRows({}, first, first + static_cast<int>(page->rows.size()) - 1);
                remember(page->rows);
                std::ranges::move(page->rows, std::back_inserter(m_rows));
                endInsertRows();
            }
            Q_EMIT answered();
            if (m_refreshWanted)
                refresh();
        });
}

void TraceListModel::refresh()
{
    m_refreshWanted = false;
    m_missed = m_paused;
    if (!m_paused && !m_refreshSoon.isActive())
        m_refreshSoon.start();
}

void TraceListModel::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && m_missed)
        refresh();
}

void TraceListModel::requestFirst()
{
    m_asking = true;
    setReading(true);
    m_source->requestPage(this, query(pageSize, {}),
                          [this, generation = m_generation](TraceSource::Page page) {
                              if (generation != m_generation)
                                  return;
                              m_asking = false;
                              setReading(false);
                              m_loaded = true;
                              if (!page)
                                  return fail(page.error());
                              beginResetModel();
                              m_rows = std::move(page->rows);
                              m_known.clear();
                              remember(m_rows);
                              m_next = page->next;
                              endResetModel();
                              Q_EMIT answered();
                              if (m_refreshWanted)
                                  refresh();
                          });
}

void TraceListModel::requestRefreshPage(const std::string& after)
{
    m_asking = true;
    // The newest come first, so a page or two show all that is new; in any other order it may be anywhere
    // among what was read so far.
    const int limit = m_order == Order::newest
                          ? (after.empty() ? pageSize : refreshPageSize)
                          : std::clamp(static_cast<int>(m_rows.size()), pageSize, 10'000);
    m_source->requestPage(
        this, query(limit, after), [this, generation = m_generation](TraceSource::Page page) {
            if (generation != m_generation)
                return;
            m_asking = false;
            if (!page)
                return fail(page.error());
            const bool meetsKnown =
                m_order != Order::newest || m_rows.empty() ||
                std::ranges::any_of(page->rows, [this](const trace::TraceRow& row) { return known(row.id); });
            std::ranges::move(page->rows, std::back_inserter(m_fresh));
            if (!meetsKnown && !page->next.empty() && m_fresh.size() < mostFreshRows)
                return requestRefreshPage(page->next);
            const bool wholeList =
                page->next.empty() || !meetsKnown || m_order != Order::newest || m_rows.empty();
            mergeFresh(wholeList);
            if (wholeList)
                m_next = page->next;
            requestUnfinished();
        });
}

void TraceListModel::requestUnfinished()
{
    std::vector<TraceId> unfinished;
    std::unordered_set<TraceId> answeredIds;
    for (const trace::TraceRow& row : m_fresh)
        answeredIds.insert(row.id);
    m_fresh.clear();
    for (const trace::TraceRow& row : m_rows) {
        if (row.status == trace::TraceStatus::running && !answeredIds.contains(row.id) &&
            unfinished.size() < mostUnfinished)
            unfinished.push_back(row.id);
    }
    const auto finish = [this] {
        Q_EMIT answered();
        if (m_refreshWanted)
            refresh();
    };
    if (unfinished.empty())
        return finish();
    m_asking = true;
    m_source->requestRows(this, std::move(unfinished),
                          [this, finish, generation = m_generation](TraceSource::Rows rows) {
                              if (generation != m_generation)
                                  return;
                              m_asking = false;
                              if (!rows)
                                  return fail(rows.error());
                              m_fresh = std::move(*rows);
                              updateKept();
                              m_fresh.clear();
                              finish();
                          });
}

/// `m_fresh` is what the list's beginning looks like now; `wholeList`: it has no further rows than these.
void TraceListModel::mergeFresh(bool wholeList)
{
    std::size_t windowSize = m_rows.size();
    if (!wholeList) {
        // The window reaches to the last row that both know: what follows it was not asked about.
        std::unordered_set<TraceId> freshIds;
        for (const trace::TraceRow& row : m_fresh)
            freshIds.insert(row.id);
        while (windowSize > 0 && !freshIds.contains(m_rows[windowSize - 1].id))
            --windowSize;
        // Fresh rows after the last known one are known further down or will be read by fetchMore.
        const auto lastKnown = std::find_if(m_fresh.rbegin(), m_fresh.rend(),
                                            [this](const trace::TraceRow& row) { return known(row.id); });
        m_fresh.erase(lastKnown.base(), m_fresh.end());
    }
    removeMissing(windowSize);
    windowSize = wholeList ? m_rows.size() : std::min(windowSize, m_rows.size());
    reorder(windowSize);
    insertNew();
    updateKept();
}

void TraceListModel::removeMissing(std::size_t windowSize)
{
    std::unordered_set<TraceId> freshIds;
    for (const trace::TraceRow& row : m_fresh)
        freshIds.insert(row.id);
    std::size_t end = windowSize;
    while (end > 0) {
        if (freshIds.contains(m_rows[end - 1].id)) {
            --end;
            continue;
        }
        std::size_t begin = end - 1;
        while (begin > 0 && !freshIds.contains(m_rows[begin - 1].id))
            --begin;
        beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
        for (std::size_t row = begin; row < end; ++row)
            m_known.erase(m_rows[row].id);
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(begin),
                     m_rows.begin() + static_cast<std::ptrdiff_t>(end));
        endRemoveRows();
        end = begin;
    }
}

void TraceListModel::reorder(std::size_t windowSize)
{
    std::unordered_map<TraceId, std::size_t> rank;
    for (std::size_t i = 0; i < m_fresh.size(); ++i)
        rank.emplace(m_fresh[i].id, i);
    // Only rows that fresh knows are left in the window, but a removal may have moved others into its count.
    while (windowSize > 0 && !rank.contains(m_rows[windowSize - 1].id))
        --windowSize;
    const auto window = std::span(m_rows).first(windowSize);
    const auto byRank = [&rank](const trace::TraceRow& a, const trace::TraceRow& b) {
        return rank.at(a.id) < rank.at(b.id);
    };
    if (std::ranges::is_sorted(window, byRank))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<TraceId> ids;
    for (const QModelIndex& kept : before)
        ids.push_back(m_rows[static_cast<std::size_t>(kept.row())].id);
    std::ranges::stable_sort(window, byRank);
    QModelIndexList after;
    for (const TraceId& id : ids)
        after << indexOf(id);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TraceListModel::insertNew()
{
    // m_rows begins with the known rows of m_fresh in its order: walk both and open gaps in runs.
    for (std::size_t at = 0; at < m_fresh.size();) {
        if (at < m_rows.size() && m_rows[at].id == m_fresh[at].id) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < m_fresh.size() && !(at < m_rows.size() && m_rows[at].id == m_fresh[end].id))
            ++end;
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
        remember(std::span(m_fresh).subspan(at, end - at));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at),
                      m_fresh.begin() + static_cast<std::ptrdiff_t>(at),
                      m_fresh.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        at = end;
    }
}

void TraceListModel::updateKept()
{
    std::unordered_map<TraceId, const trace::TraceRow*> freshById;
    for (const trace::TraceRow& row : m_fresh)
        freshById.emplace(row.id, &row);
    for (std::size_t i = 0; i < m_rows.size() && !freshById.empty(); ++i) {
        const auto found = freshById.find(m_rows[i].id);
        if (found == freshById.end())
            continue;
        replaceRow(static_cast<int>(i), *found->second);
        freshById.erase(found);
    }
}

void TraceListModel::replaceRow(int row, trace::TraceRow fresh)
{
    trace::TraceRow& kept = m_rows[static_cast<std::size_t>(row)];
    const bool same = looksTheSame(kept, fresh);
    kept = std::move(fresh);
    if (!same)
        Q_EMIT dataChanged(index(row), index(row));
}

void TraceListModel::remember(std::span<const trace::TraceRow> rows)
{
    for (const trace::TraceRow& row : rows)
        m_known.insert(row.id);
}

void TraceListModel::fail(const Error& error)
{
    Q_EMIT failed(QString::fromStdString(error.message));
}

trace::TraceQuery TraceListModel::query(int limit, const std::string& after) const
{
    trace::TraceQuery result;
    result.text = m_text.toStdString();
    result.order = m_order;
    result.limit = limit;
    result.after = after;
    result.range = m_range;
    return result;
}

} // namespace spanglass::models
