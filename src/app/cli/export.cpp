// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass export`: traces of the store into a file of any format that is written here.
#include "app/cli/document.h"
#include "app/cli/joined_table.h"
#include "app/cli/verbs.h"
#include "app/cli/written_table.h"
#include "store/store.h"

namespace spanglass::app {

namespace {

/// The ids of every trace in the store, newest first.
Result<std::vector<TraceId>> allTraces(const store::Store& store)
{
    std::vector<TraceId> ids;
    store::TraceQuery query;
    query.limit = 1000;
    do {
        const auto page = store.traces(query);
        if (!page)
            return tl::unexpected(page.error());
        for (const auto& row : page->rows)
            ids.push_back(row.id);
        query.after = page->next;
    } while (!query.after.empty());
    return ids;
}

Result<std::vector<TraceId>> namedTraces(const std::vector<std::string>& names)
{
    std::vector<TraceId> ids;
    for (const std::string& name : names) {
        ids.push_back(TraceId::fromHex(name));
        if (!ids.back().valid())
            return fail(ErrorKind::unavailable, name + ": is no trace id (32 hex digits)");
    }
    return ids;
}

Result<int> run(const Options& options)
{
    if (options.has("all") != options.operands().empty())
        return fail(ErrorKind::usage, "export: needs either TRACE… or --all");
    if (!options.has("o"))
        return fail(ErrorKind::usage, "export: needs -o OUT");
    const std::string out = options.text("o");
    const auto format = formatFor(options, "export", out);
    if (!format)
        return tl::unexpected(format.error());
    const auto store = gatheredStore(options.store());
    if (!store)
        return tl::unexpected(store.error());
    const auto ids = options.has("all") ? allTraces(*store) : namedTraces(options.operands());
    if (!ids)
        return tl::unexpected(ids.error());
    std::vector<Table> tables;
    for (const TraceId id : *ids) {
        auto table = store->trace(id);
        if (!table)
            return tl::unexpected(table.error());
        tables.push_back(std::move(*table));
    }
    return writeTable(tables.size() == 1 ? *tables.front() : joined(tables), *format, options, out);
}

} // namespace

const Verb exportVerb{{.verb = "export",
                       .operands = "TRACE… | --all",
                       .most = anyNumber,
                       .summary = "write traces of the store into a file",
                       .options = {formatOption(),
                                   {"o", "OUT", "the file to write; - is standard output"},
                                   {"all", "", "every trace"}}},
                      run};

} // namespace spanglass::app
