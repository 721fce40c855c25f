// SPDX-License-Identifier: GPL-3.0-or-later
/// What `delete` and `retain` say about what they did.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "store/upkeep.h"

namespace spanglass::app {

/// Members of an open object: traces, spans, payloads, bytesFreed, undelivered, complete.
void writeReport(JsonWriter& json, const store::UpkeepReport& report);
[[nodiscard]] std::string reportText(const store::UpkeepReport& report);

} // namespace spanglass::app
