// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass findings`: what a good engineer would point at in a trace of the store, or in those of a file.
#include <cstdio>

#include "app/cli/document.h"
#include "app/cli/verbs.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "trace/findings.h"

namespace spanglass::app {
namespace {

void printJson(const trace::Findings& findings)
{
    JsonWriter json;
    json.beginObject().key("findings").beginArray();
    for (const auto& finding : findings) {
        json.beginObject().member("kind", trace::name(finding.kind)).member("message", finding.message);
        json.key("spanIds").beginArray();
        for (const SpanId& id : finding.spans)
            json.value(id.hex());
        json.endArray();
        if (finding.costNs)
            json.member("costNano", std::to_string(*finding.costNs));
        if (finding.saving)
            json.member("saving", finding.saving->text());
        json.endObject();
    }
    std::puts(json.endArray().endObject().text().c_str());
}

void printText(const trace::Findings& findings)
{
    if (findings.empty())
        std::puts("Nothing stands out.");
    for (const auto& finding : findings) {
        std::string line = finding.message;
        if (finding.saving)
            line += "; " + costText(*finding.saving) + " could be saved";
        line += "\n   ";
        for (const SpanId& id : finding.spans)
            line += ' ' + id.hex();
        std::puts(line.c_str());
    }
}

Result<int> run(const Options& options)
{
    const auto table = tableOf(options.store(), options.operands().front());
    if (!table)
        return tl::unexpected(table.error());
    const auto findings = trace::findingsIn(**table);
    options.json() ? printJson(findings) : printText(findings);
    return exitDone;
}

} // namespace

const Verb findingsVerb{{.verb = "findings",
                         .operands = "TRACE | FILE",
                         .fewest = 1,
                         .most = 1,
                         .summary = "what stands out in a trace: where time and money went, and why",
                         .options = {}},
                        run};

} // namespace spanglass::app
