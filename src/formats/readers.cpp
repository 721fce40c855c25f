// SPDX-License-Identifier: GPL-3.0-or-later
/// Which formats there are, and names for files that belong to none of them.
#include <array>

#include "formats/json_fault.h"
#include "formats/otlp_protobuf.h"
#include "formats/reader.h"

namespace spanglass::formats {
namespace {

constexpr std::array<const Reader*, 17> allReaders{
    &otlpJsonReader,    &chromeReader, &jaegerReader,           &speedscopeReader,   &langfuseReader,
    &langsmithReader,   &opikReader,   &mlflowReader,           &phoenixReader,      &otelPythonReader,
    &otelJsReader,      &zipkinReader, &otlpPrefixedJsonReader, &otlpPrefixedReader, &otlpProtobufReader,
    &langfuseCsvReader, &foldedReader};

struct Foreign
{
    std::string_view begins;
    std::string_view what;
};
constexpr std::array<Foreign, 8> foreigners{{
    {"PERFILE2", "it is a perf.data file; `perf script` and stackcollapse-perf.pl make folded stacks of it"},
    {"PAR1", "it is a Parquet file; export the spans as JSON"},
    {"SQLite format 3", "it is an SQLite database, not a trace file"},
    {"# tracer:", "it is ftrace text; convert it to JSON with Perfetto's traceconv"},
    {"<!DOCTYPE", "it is a web page; a systrace page holds its trace inside, export that as JSON"},
    {"<html", "it is a web page; a systrace page holds its trace inside, export that as JSON"},
    {"%PDF", "it is a PDF"},
    {"\x7f"
     "ELF",
     "it is a program"},
}};

} // namespace

std::span<const Reader* const> readers()
{
    return allReaders;
}

std::string recognised(const Shape& shape, std::string_view text)
{
    for (const Foreign& foreign : foreigners) {
        if (text.starts_with(foreign.begins))
            return std::string(foreign.what);
    }
    if (shape.has("log.version") && shape.has("log.entries"))
        return "it is an HTTP archive (HAR), not a trace";
    if (shape.form != Shape::Form::json && isPerfetto(text))
        return "it is a Perfetto trace; convert it to JSON first (traceconv json)";
    if (shape.form != Shape::Form::json)
        return {};
    // JSON that nobody takes: say so, or say where it is broken if that is why.
    if (const auto fault = findFault(text, text.find_first_not_of(" \n\r\t")))
        return "broken at " + placeText(text, fault->offset) + ": " + fault->what;
    return "it is JSON, but of no trace format that is known here";
}

} // namespace spanglass::formats
