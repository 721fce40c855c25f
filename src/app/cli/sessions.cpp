// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass sessions`: the conversations of the store, newest first; with a session's name, its traces in
// their order.
#include <cstdio>

#include "app/cli/span_json.h"
#include "app/cli/text_table.h"
#include "app/cli/trace_output.h"
#include "app/cli/verbs.h"
#include "base/text.h"
#include "store/keeper.h"
#include "store/store.h"

namespace spanglass::app {

namespace {

void writeSession(JsonWriter& json, const store::SessionRow& row)
{
    json.beginObject().member("session", row.session).member("title", row.title);
    json.member("lastMessage", row.lastMessage);
    json.member("startUnixNano", std::to_string(row.startUnixNs));
    json.member("endUnixNano", std::to_string(row.endUnixNs));
    json.member("traces", row.traces).member("running", row.running).member("spans", row.spans);
    json.member("errors", row.errors);
    writeTokens(json, row.tokens);
    writeCost(json, row.cost);
    json.key("users").beginArray();
    for (const std::string& user : row.users)
        json.value(user);
    json.endArray().endObject();
}

void printJson(const store::SessionPage& page)
{
    JsonWriter json;
    json.beginObject().key("sessions").beginArray();
    for (const store::SessionRow& row : page.rows)
        writeSession(json, row);
    json.endArray().key("next");
    page.next.empty() ? json.null() : json.value(page.next);
    std::puts(json.endObject().text().c_str());
}

std::string usersText(const std::vector<std::string>& users)
{
    std::string text;
    for (const std::string& user : users)
        text += (text.empty() ? "" : ", ") + user;
    return text;
}

void printTable(const store::SessionPage& page)
{
    const std::int64_t now = nowUnixNs();
    TextTable table({"SESSION", ">STARTED", ">LAST", ">TRACES", ">SPANS", ">ERRORS", ">TOKENS", ">COST",
                     "USERS", "TITLE", "LAST MESSAGE"});
    for (const store::SessionRow& row : page.rows)
        table.add({row.session, agoText(row.startUnixNs, now), agoText(row.endUnixNs, now),
                   countText(row.traces), countText(row.spans), row.errors ? countText(row.errors) : "",
                   row.tokens.total ? countText(*row.tokens.total) : std::string(),
                   row.cost ? costText(*row.cost) : std::string(), usersText(row.users), row.title,
                   row.lastMessage});
    if (page.rows.empty())
        std::puts("No trace names a session.");
    std::fputs(table.text().c_str(), stdout);
    if (!page.next.empty())
        std::printf("There are more: --after %s\n", page.next.c_str());
}

Result<int> printTraces(const store::Store& store, const Options& options, int limit)
{
    const std::string& session = options.operands().front();
    const auto traces = store.sessionTraces(session, limit);
    if (!traces)
        return tl::unexpected(traces.error());
    if (traces->empty())
        return fail(ErrorKind::unavailable, session + ": no such session in " + store.directory().string());
    const auto sync = syncStates(store.directory(), *traces);
    if (!sync)
        return tl::unexpected(sync.error());
    if (options.json())
        std::puts(tracesJson(*traces, *sync, {}).c_str());
    else
        std::fputs(tracesText(*traces, nowUnixNs()).c_str(), stdout);
    return exitDone;
}

Result<int> run(const Options& options)
{
    store::SessionQuery query;
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
    if (!options.operands().empty())
        return printTraces(*store, options, query.limit);
    const auto page = store->sessions(query);
    if (!page)
        return tl::unexpected(page.error());
    options.json() ? printJson(*page) : printTable(*page);
    return exitDone;
}

} // namespace

const Verb sessionsVerb{{.verb = "sessions",
                         .operands = "[SESSION]",
                         .fewest = 0,
                         .most = 1,
                         .summary = "list the sessions of the store, or the traces of one in their order",
                         .options = {{"limit", "N", "how many at most (default 100)"},
                                     {"after", "C", "go on where a list ended: the `next` it printed"}}},
                        run};

} // namespace spanglass::app
