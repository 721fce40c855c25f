// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a trace list and its traces come from: the local store, a team's Postgres, a test.
///
/// Every answer comes later, on the GUI thread, never from within the call; none comes after the source or
/// the receiver is gone. Answers come in the order of the questions.
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <vector>

#include "base/result.h"
#include "trace/span_table.h"
#include "trace/trace_row.h"

namespace spanglass::models {

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

    using QObject::QObject;

    /// Why it cannot, for the user; empty: it can. What cannot be done is disabled with this reason.
    [[nodiscard]] virtual QString whyNot(Ability) const { return {}; }

    virtual void requestPage(QObject* receiver, const trace::TraceQuery& query,
                             std::function<void(Page)> done) = 0;
    /// What is known now of these traces; those that are gone are missing from the answer.
    virtual void requestRows(QObject* receiver, std::vector<TraceId> traces,
                             std::function<void(Rows)> done) = 0;
    virtual void requestTrace(QObject* receiver, TraceId trace, std::function<void(Table)> done) = 0;

Q_SIGNALS:
    /// There may be new traces, and known ones may have gone on.
    void changed();
};

} // namespace spanglass::models
