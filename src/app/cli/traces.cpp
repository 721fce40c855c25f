// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass traces`: the trace list of the store, newest first, after gathering what the journals hold.
#include <cstdio>

#include "app/cli/trace_output.h"
#include "app/cli/verbs.h"
#include "store/keeper.h"
#include "store/store.h"
#include "trace/query_syntax.h"

namespace spanglass::app {

namespace {

void printTable(const store::TracePage& page)
{
    if (page.rows.empty())
        std::puts("No traces. `spanglass agents` makes some.");
    std::fputs(tracesText(page.rows, nowUnixNs()).c_str(), stdout);
    if (!page.next.empty())
        std::printf("There are more: --after %s\n", page.next.c_str());
}

Result<int> run(const Options& options)
{
    store::TraceQuery query;
    query.text = options.text("query");
    if (const auto parsed = trace::parseQueryText(query.text); !parsed.faults.empty()) {
        std::fprintf(stderr, "%s\n", trace::caretText(query.text, parsed.faults.front()).c_str());
        return fail(ErrorKind::usage,
                    "--query: " + parsed.faults.front().term + ": " + parsed.faults.front().sentence);
    }
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
    if (!options.json()) {
        printTable(*page);
        return exitDone;
    }
    const auto sync = syncStates(options.store(), page->rows);
    if (!sync)
        return tl::unexpected(sync.error());
    std::puts(tracesJson(page->rows, *sync, page->next).c_str());
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
