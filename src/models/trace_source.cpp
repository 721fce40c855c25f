// SPDX-License-Identifier: GPL-3.0-or-later
// What a source does that has no better way.
#include "models/trace_source.h"

#include "trace/display_table.h"

namespace spanglass::models {
namespace {

/// One trace after the other: each answer asks for the next.
struct Joining
{
    std::vector<TraceId> left; ///< the next one last
    std::vector<std::shared_ptr<const trace::SpanTable>> tables;
    Error lastError;
    std::function<void(TraceSource::Table)> done;
};

void joinNext(TraceSource* source, QObject* receiver, const std::shared_ptr<Joining>& joining)
{
    if (joining->left.empty()) {
        if (joining->tables.empty())
            return joining->done(tl::unexpected(joining->lastError));
        return joining->done(trace::joined(joining->tables));
    }
    const TraceId next = joining->left.back();
    joining->left.pop_back();
    source->requestTrace(receiver, next, [source, receiver, joining](TraceSource::Table table) {
        if (table)
            joining->tables.push_back(std::move(*table));
        else
            joining->lastError = table.error();
        joinNext(source, receiver, joining);
    });
}

} // namespace

void TraceSource::requestJoined(QObject* receiver, const std::vector<TraceId>& traces,
                                std::function<void(Table)> done)
{
    auto joining = std::make_shared<Joining>();
    joining->left.assign(traces.rbegin(), traces.rend());
    joining->lastError = {ErrorKind::unavailable, "no trace was chosen"};
    joining->done = std::move(done);
    joinNext(this, receiver, joining);
}

} // namespace spanglass::models
