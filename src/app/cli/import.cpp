// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass import`: files into the store, all of a file or nothing of it; with --partial what is whole of a
// damaged one. Stops at the first that cannot be taken.
#include <cstdio>

#include "app/cli/verbs.h"
#include "app/importer.h"
#include "base/json_writer.h"
#include "base/text.h"

namespace spanglass::app {

namespace {

std::string text(std::uint64_t count)
{
    return countText(static_cast<std::int64_t>(count));
}

void printLine(const std::string& file, const ImportCounts& counts)
{
    std::printf("%s: %s spans of %s traces", visibleText(file).c_str(), text(counts.spans).c_str(),
                text(counts.traces).c_str());
    if (counts.duplicates > 0)
        std::printf(", %s were there already", text(counts.duplicates).c_str());
    if (counts.rejected > 0)
        std::printf(", %s rejected", text(counts.rejected).c_str());
    std::puts("");
}

Result<int> run(const Options& options)
{
    JsonWriter json;
    json.beginObject().key("files").beginArray();
    std::optional<Error> error;
    for (const std::string& file : options.operands()) {
        const auto counts = importFile(
            options.store(), file, options.has("partial") ? Damaged::takenAsFarAsWhole : Damaged::refused);
        if (!counts) {
            error = counts.error();
            break;
        }
        if (!options.json())
            printLine(file, *counts);
        json.beginObject()
            .member("file", file)
            .member("traces", counts->traces)
            .member("spans", counts->spans);
        json.member("duplicates", counts->duplicates).member("rejected", counts->rejected).endObject();
    }
    // The files before the one at fault are in the store: say so also in JSON.
    if (options.json() && (!error || options.operands().size() > 1))
        std::puts(json.endArray().endObject().text().c_str());
    if (error)
        return tl::unexpected(std::move(*error));
    return exitDone;
}

} // namespace

const Verb importVerb{{.verb = "import",
                       .operands = "FILE…",
                       .fewest = 1,
                       .most = anyNumber,
                       .summary = "take files into the store",
                       .options = {{"partial", "", "of a damaged file take what is whole"}}},
                      run};

} // namespace spanglass::app
