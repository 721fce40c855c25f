// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass info`: what a trace file holds, and what is wrong with it.
#include <cstdio>

#include "app/cli/verbs.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "formats/document.h"

namespace spanglass::app {

namespace {

void printJson(const std::string& file, const formats::Document& document)
{
    JsonWriter json;
    json.beginObject().member("file", file).member("format", document.format);
    json.member("compression", document.compression).member("traces", document.traces);
    json.member("spans", document.spans()).member("events", document.events);
    json.member("orphans", document.orphans).member("errors", document.errors);
    json.member("unfinished", document.unfinished).member("rejected", document.rejected);
    json.member("startUnixNano", std::to_string(document.startUnixNs));
    json.member("durationNano", std::to_string(document.durationNs));
    json.key("services").beginArray();
    for (const std::string& service : document.services)
        json.value(service);
    json.endArray().key("warnings").beginArray();
    for (const formats::Warning& warning : document.warnings)
        json.beginObject().member("offset", warning.offset).member("message", warning.message).endObject();
    std::puts(json.endArray().endObject().text().c_str());
}

void printCount(const char* what, std::uint64_t count)
{
    if (count > 0)
        std::printf("%-12s %s\n", what, countText(static_cast<std::int64_t>(count)).c_str());
}

void printText(const std::string& file, const formats::Document& document)
{
    const std::string packed = document.compression == "none" ? "" : ", " + document.compression;
    std::printf("%s: %s%s\n", visibleText(file).c_str(), document.format.c_str(), packed.c_str());
    printCount("traces", document.traces);
    printCount("spans", document.spans());
    printCount("events", document.events);
    printCount("orphans", document.orphans);
    printCount("errors", document.errors);
    printCount("unfinished", document.unfinished);
    printCount("rejected", document.rejected);
    std::printf("%-12s %s\n", "duration", durationText(document.durationNs).c_str());
    for (const std::string& service : document.services)
        std::printf("%-12s %s\n", "service", visibleText(service).c_str());
    for (const formats::Warning& warning : document.warnings)
        std::printf("%-12s at byte %llu: %s\n", "warning", static_cast<unsigned long long>(warning.offset),
                    visibleText(warning.message).c_str());
    if (document.warningCount > document.warnings.size())
        printCount("warnings", document.warningCount);
}

Result<int> run(const Options& options)
{
    const std::string& file = options.operands().front();
    const auto document = formats::open(file);
    if (!document)
        return tl::unexpected(document.error());
    options.json() ? printJson(file, *document) : printText(file, *document);
    return exitDone;
}

} // namespace

const Verb infoVerb{{.verb = "info",
                     .operands = "FILE",
                     .fewest = 1,
                     .most = 1,
                     .summary = "what a trace file holds",
                     .options = {}},
                    run};

} // namespace spanglass::app
