// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/upkeep_output.h"

#include "base/text.h"

namespace spanglass::app {

void writeReport(JsonWriter& json, const store::UpkeepReport& report)
{
    json.member("traces", report.deleted.traces).member("spans", report.deleted.spans);
    json.member("payloads", report.deleted.payloads).member("bytesFreed", report.deleted.bytes);
    json.member("undelivered", report.undelivered).member("complete", report.scrubbed);
}

std::string reportText(const store::UpkeepReport& report)
{
    std::string text = countText(report.deleted.traces) +
                       " traces deleted: " + countText(report.deleted.spans) + " spans, " +
                       countText(report.deleted.bytes) + " bytes freed\n";
    if (report.undelivered > 0)
        text += countText(report.undelivered) + " of them had not reached every destination\n";
    if (report.keptUndelivered > 0)
        text += countText(report.keptUndelivered) +
                " more are kept: a destination has not got them yet (--undelivered deletes them)\n";
    if (report.running > 0)
        text += countText(report.running) + " run and stay\n";
    if (report.unknown > 0)
        text += countText(report.unknown) + " are not in the store\n";
    if (!report.scrubbed && report.deleted.traces > 0)
        text += "Traces of them are left in the log and the index until nobody reads an older state of the "
                "store; whoever keeps it removes them.\n";
    return text;
}

} // namespace spanglass::app
