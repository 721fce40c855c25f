// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trace_output.h"

#include <chrono>

#include "app/cli/span_json.h"
#include "app/cli/text_table.h"
#include "base/text.h"
#include "sync/trace_states.h"

namespace spanglass::app {

Result<SyncStates> syncStates(const std::filesystem::path& store, const std::vector<trace::TraceRow>& rows)
{
    auto deliveries = sync::DeliveryStates::open(store);
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    const auto destinations = deliveries->deliveries().destinations();
    if (!destinations)
        return tl::unexpected(destinations.error());
    SyncStates states;
    if (destinations->empty())
        return states;
    for (const trace::TraceRow& row : rows) {
        auto ofTrace = deliveries->ofTrace(row.id);
        if (!ofTrace)
            return tl::unexpected(ofTrace.error());
        states.emplace(row.id, std::move(*ofTrace));
    }
    return states;
}

std::string tracesJson(const std::vector<trace::TraceRow>& rows, const SyncStates& states,
                       const std::string& next)
{
    JsonWriter json;
    json.beginObject().key("traces").beginArray();
    for (const trace::TraceRow& row : rows) {
        const auto known = states.find(row.id);
        writeTrace(json, row, known == states.end() ? std::map<std::string, std::string>() : known->second);
    }
    json.endArray().key("next");
    next.empty() ? json.null() : json.value(next);
    return json.endObject().take();
}

std::string tracesText(const std::vector<trace::TraceRow>& rows, std::int64_t nowNs)
{
    TextTable table({">STARTED", "NAME", "STATUS", ">DURATION", ">SPANS", ">ERRORS", ">TOKENS", ">COST",
                     "SERVICE", "SESSION", "TRACE"});
    for (const trace::TraceRow& row : rows)
        table.add({agoText(row.startUnixNs, nowNs), row.name, std::string(name(row.status)),
                   row.durationNs ? durationText(*row.durationNs) : std::string(), countText(row.spans),
                   row.errors ? countText(row.errors) : std::string(),
                   row.tokens.total ? countText(*row.tokens.total) : std::string(),
                   row.cost ? costText(*row.cost) : std::string(), row.service, row.session, row.id.hex()});
    return table.text();
}

std::int64_t nowUnixNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace spanglass::app
