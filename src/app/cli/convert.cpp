// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass convert`: a trace file in, the same spans in another format out.
#include "app/cli/document.h"
#include "app/cli/verbs.h"
#include "app/cli/written_table.h"

namespace spanglass::app {

namespace {

Result<int> run(const Options& options)
{
    const std::string& out = options.operands()[1];
    const auto format = formatFor(options, "convert", out);
    if (!format)
        return tl::unexpected(format.error());
    const auto table = tableOfFile(options.operands()[0]);
    if (!table)
        return tl::unexpected(table.error());
    return writeTable(**table, *format, options, out);
}

} // namespace

const Verb convertVerb{{.verb = "convert",
                        .operands = "IN OUT",
                        .fewest = 2,
                        .most = 2,
                        .summary = "write a trace file in another format",
                        .options = {formatOption()}},
                       run};

} // namespace spanglass::app
