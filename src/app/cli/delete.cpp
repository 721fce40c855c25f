// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass delete TRACE…`: traces out of the store, completely, and what that freed.
#include <cstdio>

#include "app/cli/upkeep_output.h"
#include "app/cli/verbs.h"
#include "store/keeper.h"

namespace spanglass::app {

namespace {

Result<int> run(const Options& options)
{
    std::vector<TraceId> traces;
    for (const std::string& operand : options.operands()) {
        const TraceId id = TraceId::fromHex(operand);
        if (!id.valid())
            return fail(ErrorKind::usage, operand + ": is no trace id (32 hex digits)");
        traces.push_back(id);
    }
    const auto directory = options.store();
    // What is in the journals yet would come after. A full disk must not stand in the way.
    (void)store::gatherOnce(directory);
    const auto report = store::deleteTraces(directory, traces);
    if (!report)
        return tl::unexpected(report.error());
    if (options.json()) {
        JsonWriter json;
        json.beginObject();
        writeReport(json, *report);
        json.member("running", report->running).member("unknown", report->unknown);
        std::puts(json.endObject().text().c_str());
    } else {
        std::fputs(reportText(*report).c_str(), stdout);
    }
    if (report->deleted.traces > 0 || report->running + report->unknown == 0)
        return exitDone;
    return fail(ErrorKind::unavailable, report->running > 0 ? "delete: a trace that runs cannot be deleted"
                                                            : "delete: the store has no such trace");
}

} // namespace

const Verb deleteVerb{{.verb = "delete",
                       .operands = "TRACE…",
                       .fewest = 1,
                       .most = anyNumber,
                       .summary = "take traces out of the store, completely",
                       .options = {}},
                      run};

} // namespace spanglass::app
