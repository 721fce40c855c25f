// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass salvage STORE OUT`: what can be read of a damaged store, as a new one.
#include <cstdio>

#include "app/cli/verbs.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "store/salvage.h"

namespace spanglass::app {

namespace {

void printJson(const store::SalvageReport& report)
{
    JsonWriter json;
    json.beginObject().member("pages", report.pages).member("damagedFrames", report.damagedFrames);
    json.member("traces", report.traces).member("spans", report.spans).member("payloads", report.payloads);
    json.member("rebuiltTraces", report.rebuiltTraces).member("lostSpans", report.lostSpans);
    json.member("lostPayloads", report.lostPayloads).member("journals", report.journals);
    json.member("livingJournals", report.livingJournals).key("losses").beginArray();
    for (const std::string& loss : report.losses)
        json.value(loss);
    std::puts(json.endArray().endObject().text().c_str());
}

void printText(const store::SalvageReport& report)
{
    std::printf("%s spans of %s traces saved, %s large values, %s journals\n",
                countText(report.spans).c_str(), countText(report.traces).c_str(),
                countText(report.payloads).c_str(), countText(report.journals).c_str());
    if (report.lostSpans > 0)
        std::printf("%s spans are lost\n", countText(report.lostSpans).c_str());
    if (report.rebuiltTraces > 0)
        std::printf("%s traces were made anew from their spans\n", countText(report.rebuiltTraces).c_str());
    if (report.livingJournals > 0)
        std::printf("%s processes still record into the old store; their journals are left there\n",
                    countText(report.livingJournals).c_str());
    for (const std::string& loss : report.losses)
        std::printf("lost: %s\n", visibleText(loss).c_str());
}

Result<int> run(const Options& options)
{
    const auto report = store::salvage(options.operands()[0], options.operands()[1]);
    if (!report)
        return tl::unexpected(report.error());
    options.json() ? printJson(*report) : printText(*report);
    return exitDone;
}

} // namespace

const Verb salvageVerb{
    {.verb = "salvage",
     .operands = "STORE OUT",
     .fewest = 2,
     .most = 2,
     .summary = "make a new store of what can be read in a damaged one, which stays as it is",
     .options = {}},
    run};

} // namespace spanglass::app
