// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/written_table.h"

#include <cstdio>

#include "base/json_writer.h"
#include "base/text.h"

namespace spanglass::app {

namespace {

std::string formatNames()
{
    std::string names;
    for (const std::string_view name : formats::exportFormatNames())
        names += (names.empty() ? "" : ", ") + std::string(name);
    return names;
}

} // namespace

OptionSpec formatOption()
{
    return {.name = "format",
            .value = "FORMAT",
            .help = "otlp-json, otlp-jsonl, otlp-proto, chrome, jaeger, zipkin, csv, folded, dataset-jsonl "
                    "or html"};
}

Result<formats::ExportFormat> formatFor(const Options& options, std::string_view verb, const std::string& out)
{
    const std::string name = options.text("format");
    const auto format = options.has("format") ? formats::exportFormat(name) : formats::exportFormatOf(out);
    if (format)
        return *format;
    if (options.has("format"))
        return fail(ErrorKind::usage,
                    std::string(verb) + ": there is no format " + name + "; there are: " + formatNames());
    return fail(ErrorKind::usage, std::string(verb) + ": the name of " + out +
                                      " does not tell the format; give --format, one of " + formatNames());
}

Result<int> writeTable(const trace::SpanTable& table, formats::ExportFormat format, const Options& options,
                       const std::string& out)
{
    const auto written = formats::writeFile(table, format, out);
    if (!written)
        return tl::unexpected(written.error());
    for (const std::string& loss : written->notKept)
        std::fprintf(stderr, "spanglass: %s: %s cannot carry %s\n", visibleText(out).c_str(),
                     std::string(formats::name(format)).c_str(), loss.c_str());
    if (options.json() && out != "-") {
        JsonWriter json;
        json.beginObject()
            .member("file", out)
            .member("format", formats::name(format))
            .member("spans", written->spans);
        std::puts(json.endObject().text().c_str());
    }
    return exitDone;
}

} // namespace spanglass::app
