// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass reprice [QUERY]`: the costs of stored spans, computed anew by the prices as they are now.
#include "store/reprice.h"

#include <cstdio>

#include "app/cli/verbs.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "store/keeper.h"
#include "trace/prices.h"

namespace spanglass::app {

namespace {

void print(const store::RepriceReport& report)
{
    std::printf("%s spans of %s traces have another cost now; %s keep the cost that their producer named, %s "
                "have no price\n",
                countText(report.spans).c_str(), countText(report.traces).c_str(),
                countText(report.kept).c_str(), countText(report.unpriced).c_str());
}

Result<int> run(const Options& options)
{
    const std::string file = options.has("prices") ? options.text("prices") : trace::userPriceFile().string();
    if (options.has("prices") && !std::filesystem::exists(file))
        return fail(ErrorKind::io, file + ": there is no such file");
    const auto prices = trace::PriceTable::withFile(file);
    if (!prices)
        return tl::unexpected(prices.error());
    if (const auto gathered = store::gatherOnce(options.store()); !gathered)
        return tl::unexpected(gathered.error());
    trace::TraceQuery query;
    if (!options.operands().empty())
        query.text = options.operands().front();
    const auto report = store::repriceTraces(options.store(), query, *prices);
    if (!report)
        return tl::unexpected(report.error());
    if (!options.json()) {
        print(*report);
        return exitDone;
    }
    JsonWriter json;
    json.beginObject().member("traces", report->traces).member("spans", report->spans);
    json.member("kept", report->kept).member("unpriced", report->unpriced);
    std::puts(json.endObject().text().c_str());
    return exitDone;
}

} // namespace

const Verb repriceVerb{
    {.verb = "reprice",
     .operands = "[QUERY]",
     .fewest = 0,
     .most = 1,
     .summary = "compute the costs of stored spans anew; a cost that its producer named stays",
     .options = {{"prices", "FILE", "by these prices over the built-in ones (default: your own file)"}}},
    run};

} // namespace spanglass::app
