// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass convert`: a trace file in, the same spans in another format out.
#include <cstdio>

#include "app/cli/verbs.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "formats/document.h"
#include "formats/export.h"

namespace spanglass::app {

namespace {

std::string formatNames()
{
    std::string names;
    for (const std::string_view name : formats::exportFormatNames())
        names += (names.empty() ? "" : ", ") + std::string(name);
    return names;
}

Result<formats::ExportFormat> formatFor(const Options& options, const std::string& out)
{
    if (!options.has("format")) {
        if (const auto byName = formats::exportFormatOf(out))
            return *byName;
        return fail(ErrorKind::usage, "convert: the name of " + out +
                                          " does not tell the format; give --format, one of " +
                                          formatNames());
    }
    const std::string name = options.text("format");
    if (const auto format = formats::exportFormat(name))
        return *format;
    return fail(ErrorKind::usage, "convert: there is no format " + name + "; there are: " + formatNames());
}

Result<int> run(const Options& options)
{
    const std::string& in = options.operands()[0];
    const std::string& out = options.operands()[1];
    const auto format = formatFor(options, out);
    if (!format)
        return tl::unexpected(format.error());
    const auto document = formats::open(in);
    if (!document)
        return tl::unexpected(document.error());
    const auto written = formats::writeFile(*document->table, *format, out);
    if (!written)
        return tl::unexpected(written.error());
    for (const std::string& loss : written->notKept)
        std::fprintf(stderr, "spanglass: %s: %s cannot carry %s\n", visibleText(out).c_str(),
                     std::string(formats::name(*format)).c_str(), loss.c_str());
    if (options.json() && out != "-") {
        JsonWriter json;
        json.beginObject()
            .member("file", out)
            .member("format", formats::name(*format))
            .member("spans", written->spans);
        std::puts(json.endObject().text().c_str());
    }
    return exitDone;
}

} // namespace

const Verb convertVerb{{.verb = "convert",
                        .operands = "IN OUT",
                        .fewest = 2,
                        .most = 2,
                        .summary = "write a trace file in another format",
                        .options = {{.name = "format",
                                     .value = "FORMAT",
                                     .help = "otlp-json, otlp-jsonl, otlp-proto, chrome, jaeger, zipkin, "
                                             "csv, folded, dataset-jsonl or html"}}},
                       run};

} // namespace spanglass::app
