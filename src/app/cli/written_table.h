// SPDX-License-Identifier: GPL-3.0-or-later
/// Writing spans in a format, as `convert` and `export` do: the choice of the format, the file, and what is
/// said afterwards.
#pragma once

#include <string>

#include "app/cli/options.h"
#include "app/cli/verb.h"
#include "formats/export.h"
#include "trace/span_table.h"

namespace spanglass::app {

/// `--format`, declared alike by both verbs.
[[nodiscard]] OptionSpec formatOption();

/// What `--format` says, else what the name of the file does.
[[nodiscard]] Result<formats::ExportFormat> formatFor(const Options& options, std::string_view verb,
                                                      const std::string& out);

/// Writes the table into `out` ("-" is standard output), names on stderr what the format cannot carry, and
/// prints `{file, format, spans}` with --json.
[[nodiscard]] Result<int> writeTable(const trace::SpanTable& table, formats::ExportFormat format,
                                     const Options& options, const std::string& out);

} // namespace spanglass::app
