// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a trace list and its traces come from: the local store, a team's Postgres, a test.
///
/// Every answer comes later, on the GUI thread, never from within the call; none comes after the source or
/// the receiver is gone. Answers come in the order of the questions.
#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include "base/result.h"
#include "store/reprice.h"
#include "store/scores.h"
#include "store/sessions.h"
#include "trace/dashboard.h"
#include "trace/span_table.h"
#include "trace/trace_row.h"

namespace spanglass::models {

/// How far a long answer is. Who asked looks at it now and then, and may cancel: then an error of kind
/// cancelled is the answer. Any thread.
struct Progress
{
    std::atomic<std::int64_t> done = 0;
    std::atomic<std::int64_t> total = 0; ///< 0: not known yet
    std::atomic<bool> cancelled = false;
};

class TraceSource : public QObject
{
    Q_OBJECT
public:
    using Page = Result<trace::TracePage>;
    using Rows = Result<std::vector<trace::TraceRow>>;
    using Table = Result<std::shared_ptr<const trace::SpanTable>>;

    /// What not every source can do.
    enum class Ability
    {
        record,  ///< agents may be started to record into it
        change,  ///< traces may be scored, noted, deleted
        deliver, ///< it has destinations
    };
    using Histogram = Result<trace::TraceHistogram>;
    using Texts = Result<std::vector<std::string>>;
    using Dashboard = Result<trace::Dashboard>;
    using Sessions = Result<store::SessionPage>;
    using Scores = Result<std::vector<store::StoredScore>>;
    using Repriced = Result<store::RepriceReport>;
    /// Many traces as one table.
    struct Merged
    {
        std::shared_ptr<const trace::SpanTable> table;
        std::int64_t traces = 0;
        bool complete = true; ///< the query finds no more than these
    };
    using MergedAnswer = Result<Merged>;

    using QObject::QObject;

    /// Why it cannot, for the user; empty: it can. What cannot be done is disabled with this reason.
    [[nodiscard]] virtual QString whyNot(Ability) const { return {}; }

    virtual void requestPage(QObject* receiver, const trace::TraceQuery& query,
                             std::function<void(Page)> done) = 0;
    /// What is known now of these traces; those that are gone are missing from the answer.
    virtual void requestRows(QObject* receiver, std::vector<TraceId> traces,
                             std::function<void(Rows)> done) = 0;
    virtual void requestTrace(QObject* receiver, TraceId trace, std::function<void(Table)> done) = 0;
    /// Several as one table (trace/display_table.h); what is gone is left out, unless all are.
    virtual void requestJoined(QObject* receiver, const std::vector<TraceId>& traces,
                               std::function<void(Table)> done);
    /// Pages that were asked for and are not answered yet are not wanted any more; they answer soon.
    virtual void cancelPages() {}

    // What not every source can say; the answer is then an error of kind refused.

    virtual void requestHistogram(QObject* receiver, const trace::TraceQuery& query, int bins,
                                  std::function<void(Histogram)> done)
    {
        (void)query, (void)bins;
        refuse(receiver, std::move(done));
    }
    /// What completion offers behind `key:`.
    virtual void requestValues(QObject* receiver, const std::string& key, const std::string& prefix,
                               std::function<void(Texts)> done)
    {
        (void)key, (void)prefix;
        refuse(receiver, std::move(done));
    }
    virtual void requestDashboard(QObject* receiver, const trace::TraceQuery& query, int bins,
                                  std::shared_ptr<Progress> progress, std::function<void(Dashboard)> done)
    {
        (void)query, (void)bins, (void)progress;
        refuse(receiver, std::move(done));
    }
    /// The spans of what the query finds, in its order, until `mostSpans` or a little more are read.
    virtual void requestMerged(QObject* receiver, const trace::TraceQuery& query, std::int64_t mostSpans,
                               std::shared_ptr<Progress> progress, std::function<void(MergedAnswer)> done)
    {
        (void)query, (void)mostSpans, (void)progress;
        refuse(receiver, std::move(done));
    }
    virtual void requestSessions(QObject* receiver, const store::SessionQuery& query,
                                 std::function<void(Sessions)> done)
    {
        (void)query;
        refuse(receiver, std::move(done));
    }
    /// From the first to the last.
    virtual void requestSessionTraces(QObject* receiver, const std::string& session,
                                      std::function<void(Rows)> done)
    {
        (void)session;
        refuse(receiver, std::move(done));
    }
    /// An invalid span: of the trace as a whole. `changed` follows.
    virtual void addScore(QObject* receiver, TraceId trace, SpanId span, const trace::Score& score,
                          std::function<void(Result<void>)> done)
    {
        (void)trace, (void)span, (void)score;
        refuse(receiver, std::move(done));
    }
    /// Of a trace and its spans, in the order in which they were given.
    virtual void requestScores(QObject* receiver, TraceId trace, std::function<void(Scores)> done)
    {
        (void)trace;
        refuse(receiver, std::move(done));
    }
    /// By StoredScore::id. `changed` follows.
    virtual void removeScore(QObject* receiver, std::int64_t id, std::function<void(Result<void>)> done)
    {
        (void)id;
        refuse(receiver, std::move(done));
    }
    /// The costs of what the query finds, by the prices as they are now: the user's file is read again, and
    /// is in use from then on. What was cancelled answers with what was done until then. `changed` follows.
    virtual void requestRepricing(QObject* receiver, const trace::TraceQuery& query,
                                  std::shared_ptr<Progress> progress, std::function<void(Repriced)> done)
    {
        (void)query, (void)progress;
        refuse(receiver, std::move(done));
    }

Q_SIGNALS:
    /// There may be new traces, and known ones may have gone on.
    void changed();

private:
    template<class Answer> static void refuse(QObject* receiver, std::function<void(Answer)> done)
    {
        QTimer::singleShot(0, receiver, [done = std::move(done)] {
            done(fail(ErrorKind::refused, "this place of traces does not offer that"));
        });
    }
};

} // namespace spanglass::models
