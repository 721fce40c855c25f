// SPDX-License-Identifier: GPL-3.0-or-later
/// A source of traces under a test's hand: keeps rows in memory, pages by start and id, answers through the
/// event loop.
#pragma once

#include <QTimer>
#include <algorithm>
#include <map>

#include "models/trace_source.h"

namespace spanglass::models {

class FakeSource : public TraceSource
{
public:
    std::vector<trace::TraceRow> rows; ///< in any order
    std::map<TraceId, std::shared_ptr<const trace::SpanTable>> tables;
    std::optional<Error> broken; ///< the answer to everything
    int questions = 0;

    static trace::TraceRow row(std::uint64_t number, std::int64_t startNs)
    {
        trace::TraceRow row;
        row.id = TraceId{1, number};
        row.name = "trace " + std::to_string(number);
        row.startUnixNs = startNs;
        row.durationNs = std::int64_t(number) * 1'000'000;
        row.spans = 3;
        return row;
    }
    void add(std::uint64_t number, std::int64_t startNs) { rows.push_back(row(number, startNs)); }
    trace::TraceRow& find(std::uint64_t number)
    {
        return *std::ranges::find(rows, TraceId{1, number}, &trace::TraceRow::id);
    }
    void remove(std::uint64_t number)
    {
        std::erase_if(rows, [number](const auto& r) { return r.id.low == number; });
    }

    void requestPage(QObject* receiver, const trace::TraceQuery& query,
                     std::function<void(Page)> done) override
    {
        ++questions;
        later<Page>(receiver, std::move(done), [this, query]() -> Page {
            if (broken)
                return tl::unexpected(*broken);
            return page(query);
        });
    }
    void requestRows(QObject* receiver, std::vector<TraceId> traces, std::function<void(Rows)> done) override
    {
        later<Rows>(receiver, std::move(done), [this, traces]() -> Rows {
            std::vector<trace::TraceRow> found;
            for (const trace::TraceRow& candidate : rows) {
                if (std::ranges::find(traces, candidate.id) != traces.end())
                    found.push_back(candidate);
            }
            return found;
        });
    }
    void requestTrace(QObject* receiver, TraceId trace, std::function<void(Table)> done) override
    {
        later<Table>(receiver, std::move(done), [this, trace]() -> Table {
            const auto found = tables.find(trace);
            if (found == tables.end())
                return fail(ErrorKind::unavailable, "trace " + trace.hex() + ": it is not in the store");
            return found->second;
        });
    }

private:
    template<class Answer, class Ask> void later(QObject* receiver, std::function<void(Answer)> done, Ask ask)
    {
        QTimer::singleShot(0, receiver, [done = std::move(done), ask = std::move(ask)] { done(ask()); });
    }

    trace::TracePage page(const trace::TraceQuery& query) const
    {
        std::vector<trace::TraceRow> sorted;
        for (const trace::TraceRow& candidate : rows) {
            if (candidate.name.find(query.text) != std::string::npos)
                sorted.push_back(candidate);
        }
        std::ranges::sort(sorted, [&query](const auto& a, const auto& b) {
            if (query.order == trace::TraceOrder::longest)
                return std::pair(a.durationNs, a.id) > std::pair(b.durationNs, b.id);
            return std::pair(a.startUnixNs, a.id) > std::pair(b.startUnixNs, b.id);
        });
        auto from = sorted.begin();
        if (!query.after.empty()) {
            const TraceId last = TraceId::fromHex(query.after);
            from = std::ranges::find(sorted, last, &trace::TraceRow::id);
            from = from == sorted.end() ? from : from + 1;
        }
        trace::TracePage result;
        while (from != sorted.end() && result.rows.size() < std::size_t(query.limit))
            result.rows.push_back(*from++);
        if (from != sorted.end())
            result.next = result.rows.back().id.hex();
        return result;
    }
};

} // namespace spanglass::models
