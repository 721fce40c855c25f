// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass traces`: the trace list of the store, newest first, after gathering what the journals hold.
#include <chrono>
#include <cstdio>

#include "app/cli/span_json.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "base/text.h"
#include "store/keeper.h"
#include "store/store.h"

namespace spanglass::app {

namespace {

std::int64_t nowUnixNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
}

void printJson(const store::TracePage& page)
{
    JsonWriter json;
    json.beginObject().key("traces").beginArray();
    for (const store::TraceRow& row : page.rows)
        writeTrace(json, row);
    json.endArray();
    if (page.next.empty())
        json.key("next").null();
    else
        json.member("next", page.next);
    std::puts(json.endObject().text().c_str());
}

std::string orNothing(const std::optional<std::int64_t>& count)
{
    return count ? countText(*count) : std::string();
}

void printTable(const store::TracePage& page)
{
    const std::int64_t now = nowUnixNs();
    TextTable table({">STARTED", "NAME", "STATUS", ">DURATION", ">SPANS", ">ERRORS", ">TOKENS", ">COST",
                     "SERVICE", "SESSION", "TRACE"});
    for (const store::TraceRow& row : page.rows)
        table.add({agoText(row.startUnixNs, now), row.name, std::string(name(row.status)),
                   row.durationNs ? durationText(*row.durationNs) : std::string(), countText(row.spans),
                   row.errors ? countText(row.errors) : std::string(), orNothing(row.tokens.total),
                   row.cost ? costText(*row.cost) : std::string(), row.service, row.session, row.id.hex()});
    if (page.rows.empty())
        std::puts("No traces. `spanglass agents` makes some.");
    std::fputs(table.text().c_str(), stdout);
    if (!page.next.empty())
        std::printf("There are more: --after %s\n", page.next.c_str());
}

Result<int> run(const Options& options)
{
    store::TraceQuery query;
    query.text = options.text("query");
    query.after = options.text("after");
    const auto limit = options.integer("limit", 100, 1, 10'000);
    if (!limit)
        return tl::unexpected(limit.error());
    query.limit = static_cast<int>(*limit);

    if (const auto gathered = store::gatherOnce(options.store()); !gathered)
        return tl::unexpected(gathered.error());
    const auto store = store::Store::open(options.store());
    if (!store)
        return tl::unexpected(store.error());
    const auto page = store->traces(query);
    if (!page)
        return tl::unexpected(page.error());
    options.json() ? printJson(*page) : printTable(*page);
    return exitDone;
}

} // namespace

const Verb tracesVerb{{.verb = "traces",
                       .operands = "",
                       .summary = "list the traces of the store, newest first",
                       .options = {{"query", "Q", "only those that match"},
                                   {"limit", "N", "how many at most (default 100)"},
                                   {"after", "C", "go on where a list ended: the `next` it printed"}}},
                      run};

} // namespace spanglass::app
