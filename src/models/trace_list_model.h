// SPDX-License-Identifier: GPL-3.0-or-later
/// The list of traces, read by pages as far as somebody scrolls.
///
///     model.setSource(&source);
///     model.setQuery("refund", TraceListModel::Order::longest);
///
/// When the source changes, the model asks again and merges: rows are inserted, removed, moved and changed
/// one by one, so that selection and scroll position stay with their traces. All answers are asynchronous.
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <span>
#include <unordered_set>
#include <vector>

#include "models/trace_source.h"

namespace spanglass::models {

class TraceBadges;

class TraceListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        idRole = Qt::UserRole + 1, ///< QString, 32 hex digits
        stateRole,                 ///< int of State
        startRole,                 ///< qint64, Unix ns
        durationRole,              ///< qint64 ns, -1 while running
        spansRole,                 ///< qint64
        errorsRole,                ///< qint64
        tokensRole,                ///< qint64, or invalid
        costRole,                  ///< QString as shown, or empty
        costExactRole,             ///< QString, or empty
        serviceRole,               ///< QString
        tagsRole,                  ///< QStringList
        sessionRole,               ///< QString
        userRole,                  ///< QString
        badgeRole,                 ///< int of TraceBadge::State: what became of it at its destinations
        badgeWordsRole,            ///< QString, a line per destination
        scoresRole,                ///< QString: "helpful 0.9, good"
        projectRole,               ///< QString
        environmentRole,           ///< QString
        releaseRole,               ///< QString
    };
    using State = trace::TraceStatus;
    using Order = trace::TraceOrder;

    explicit TraceListModel(QObject* parent = nullptr);

    void setSource(TraceSource* source);
    /// Null: no badges. Stays the caller's and outlives this, or is taken back.
    void setBadges(TraceBadges* badges);
    void setQuery(const QString& text, Order order);
    /// Only traces that began then; asks again.
    void setRange(const trace::TimeRange& range);
    [[nodiscard]] const trace::TimeRange& range() const { return m_range; }
    /// The first page is awaited.
    [[nodiscard]] bool asking() const { return m_source && !m_loaded; }
    /// The first page, or a further one, is awaited: what a user may want to cancel.
    [[nodiscard]] bool reading() const { return m_reading; }
    /// Ends that; the rows read so far stay.
    void cancel();
    /// Until something else is asked.
    [[nodiscard]] bool cancelled() const { return m_cancelled; }
    [[nodiscard]] QString queryText() const { return m_text; }
    [[nodiscard]] Order order() const { return m_order; }

    [[nodiscard]] TraceId traceAt(const QModelIndex& index) const;
    /// Among the rows that were read so far.
    [[nodiscard]] QModelIndex indexOf(TraceId trace) const;
    /// The first answer to the current query has come.
    [[nodiscard]] bool loaded() const { return m_loaded; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// While it is paused, what changes in the source waits; a query is still answered.
    void setPaused(bool paused);

public Q_SLOTS:
    /// Soon; calls in between are one.
    void refresh();

Q_SIGNALS:
    /// reading() is another.
    void readingChanged();
    /// An answer was merged: rows, or none.
    void answered();
    void failed(const QString& message);

private:
    void setReading(bool reading);
    void requestFirst();
    void requestRefreshPage(const std::string& after);
    void requestUnfinished();
    void mergeFresh(bool wholeList);
    void removeMissing(std::size_t windowSize);
    void reorder(std::size_t windowSize);
    void insertNew();
    void updateKept();
    void replaceRow(int row, trace::TraceRow fresh);
    void remember(std::span<const trace::TraceRow> rows);
    void fail(const Error& error);
    [[nodiscard]] trace::TraceQuery query(int limit, const std::string& after) const;
    [[nodiscard]] bool known(TraceId trace) const { return m_known.contains(trace); }

    TraceSource* m_source = nullptr;
    TraceBadges* m_badges = nullptr;
    QString m_text;
    trace::TimeRange m_range;
    Order m_order = Order::newest;
    std::vector<trace::TraceRow> m_rows;
    std::unordered_set<TraceId> m_known; ///< the ids of m_rows
    std::string m_next;                  ///< where the next page begins; empty: there is none
    bool m_loaded = false;

    int m_generation = 0; ///< of the query; an answer to an older one is dropped
    bool m_asking = false;
    bool m_reading = false; ///< asking for a page, not only for what changed
    bool m_cancelled = false;
    bool m_paused = false;
    bool m_missed = false; ///< something changed meanwhile
    bool m_refreshWanted = false;
    QTimer m_refreshSoon;
    std::vector<trace::TraceRow> m_fresh; ///< the pages of a refresh so far
};

} // namespace spanglass::models
