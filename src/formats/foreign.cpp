// SPDX-License-Identifier: GPL-3.0-or-later
/// Names for files that no reader takes: what each is, and what its owner can do with it.
#include <algorithm>
#include <array>

#include "formats/json_fault.h"
#include "formats/otlp_protobuf.h"
#include "formats/reader.h"

namespace spanglass::formats {
namespace {

struct Foreign
{
    std::string_view begins;
    std::string_view what;
};
using namespace std::string_view_literals;
constexpr std::array<Foreign, 16> foreigners{{
    {"PERFILE2", "it is a perf.data file; `perf script` and stackcollapse-perf.pl make folded stacks of it"},
    {"PAR1", "it is a Parquet file; export the spans as JSON"},
    {"ARROW1", "it is an Arrow file; export the spans as JSON"},
    {"Obj\x01", "it is an Avro file; export the spans as JSON"},
    {"SQLite format 3", "it is an SQLite database, not a trace file"},
    {"# tracer:", "it is ftrace text; convert it to JSON with Perfetto's traceconv"},
    {"FLR\0"sv, "it is a Java flight recording; async-profiler's jfrconv makes folded stacks of it"},
    {"Nettrace", "it is a .NET trace; `dotnet-trace convert --format Speedscope` makes a file that opens"},
    {"go 1.", "it is an execution trace of Go; `go tool trace` shows it"},
    {"\xc1\x1f\xfc\xc1", "it is a stream of a CTF trace (LTTng); babeltrace2 reads it"},
    {"/* CTF", "it is the description of a CTF trace (LTTng); babeltrace2 reads the folder it is in"},
    {"trace_id,span_id,parent_span_id,name,kind,service,",
     "it is a table that Spanglass wrote, for other programs; OTLP, Chrome, Jaeger and Zipkin files open "
     "again"},
    {"<!DOCTYPE",
     "it is a web page, for a browser; a systrace page holds its trace inside, export that as JSON"},
    {"<html", "it is a web page, for a browser; a systrace page holds its trace inside, export that as JSON"},
    {"%PDF", "it is a PDF"},
    {"\x7f"
     "ELF",
     "it is a program"},
}};

struct ForeignShape
{
    std::array<const char*, 2> names; ///< all of them are there
    std::string_view what;
};
constexpr std::array<ForeignShape, 8> foreignShapes{{
    {{"log.version", "log.entries"}, "it is an HTTP archive (HAR), not a trace"},
    {{"nodes", "timeDeltas"},
     "it is a CPU profile of V8, not a trace; Chrome's DevTools and speedscope show it"},
    {{"head.callFrame", "samples"}, "it is a heap profile of V8, not a trace; Chrome's DevTools show it"},
    {{"snapshot.meta", "nodes"}, "it is a heap snapshot of V8, not a trace; Chrome's DevTools show it"},
    {{"meta.interval", "threads"}, "it is a profile of the Firefox Profiler; profiler.firefox.com shows it"},
    {{"[].traceId", "[].binaryAnnotations"},
     "it is Zipkin's first JSON format; Zipkin gives the second one at /api/v2/trace/ID"},
    {{"[][].traceId", "[][].binaryAnnotations"},
     "it is Zipkin's first JSON format; Zipkin gives the second one at /api/v2/trace/ID"},
    {{"data", "errors"}, "it is an answer without a trace in it"},
}};

/// `{ resource: {`, as util.inspect writes objects: names without quotes.
bool isPrintedJavaScript(std::string_view text)
{
    const std::size_t name = text.find_first_not_of(" \n\r\t", text.find('{') + 1);
    if (!text.starts_with('{') || name == std::string_view::npos)
        return false;
    const std::size_t end =
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", name);
    return end != std::string_view::npos && end > name && text[end] == ':';
}

std::string ofJson(const Shape& shape, std::string_view text)
{
    for (const ForeignShape& foreign : foreignShapes) {
        if (std::all_of(foreign.names.begin(), foreign.names.end(),
                        [&](const char* name) { return shape.has(name); }))
            return std::string(foreign.what);
    }
    if (isPrintedJavaScript(text))
        return "it is what JavaScript's console prints, not JSON; let the SDK export OTLP to a file or to "
               "here";
    // JSON that nobody takes: say so, or say where it is broken if that is why.
    if (const auto fault = findFault(text, text.find_first_not_of(" \n\r\t")))
        return "broken at " + placeText(text, fault->offset) + ": " + fault->what;
    std::string squeezed;
    for (const char c : text.substr(0, 64)) {
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            squeezed += c;
    }
    if (squeezed == "[]" || squeezed == "[[]]" || squeezed == "{}")
        return "it is JSON with nothing in it";
    return "it is JSON, but of no trace format that is known here";
}

} // namespace

std::string recognised(const Shape& shape, std::string_view text)
{
    for (const Foreign& foreign : foreigners) {
        if (text.starts_with(foreign.begins))
            return std::string(foreign.what);
    }
    if (shape.form == Shape::Form::json)
        return ofJson(shape, text);
    if (isPprof(text))
        return "it is a pprof profile; `go tool pprof -raw` or speedscope reads it";
    if (isPerfetto(text))
        return "it is a Perfetto trace; convert it to JSON first (traceconv json)";
    return {};
}

} // namespace spanglass::formats
