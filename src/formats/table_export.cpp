// SPDX-License-Identifier: GPL-3.0-or-later
/// Tables for people and programs: CSV, folded stacks, a dataset of examples.
#include <algorithm>

#include "base/json_writer.h"
#include "formats/exporting.h"
#include "formats/numbers.h"
#include "layout/aggregate.h"
#include "layout/time_order.h"

namespace spanglass::formats {
namespace {

/// A field that a spreadsheet would run is made text: it begins with a quote.
std::string csvField(std::string text)
{
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos &&
        !realNumber(text).has_value())
        text.insert(text.begin(), '\'');
    if (text.find_first_of("\",\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"')
            quoted += c;
    }
    return quoted + '"';
}

template<class Number> std::string countOrNothing(const std::optional<Number>& number)
{
    return number ? std::to_string(*number) : std::string();
}

std::string attributesJson(const trace::Attributes& attributes)
{
    JsonWriter json;
    json.beginObject();
    for (const trace::Attribute& attribute : attributes)
        json.member(attribute.key, plainText(attribute.value));
    return json.endObject().take();
}

/// JSON as it is, text as text.
void member(JsonWriter& json, std::string_view key, const trace::Value& value)
{
    if (const auto* inner = std::get_if<trace::Json>(&value))
        json.key(key).raw(inner->text);
    else if (std::holds_alternative<std::monostate>(value))
        json.key(key).null();
    else
        json.member(key, plainText(value));
}

std::string exampleOf(const trace::Span& span)
{
    JsonWriter json;
    json.beginObject();
    member(json, "input", span.input);
    member(json, "output", span.output);
    json.key("metadata").beginObject();
    json.member("trace_id", span.trace.hex()).member("span_id", span.id.hex()).member("name", span.name);
    json.member("kind", name(span.kind));
    if (!span.model.empty())
        json.member("model", span.model);
    if (span.tokens.input)
        json.member("input_tokens", *span.tokens.input);
    if (span.tokens.output)
        json.member("output_tokens", *span.tokens.output);
    if (span.cost)
        json.member("cost_usd", span.cost->text());
    if (span.status == Status::error)
        json.member("error", span.statusMessage);
    json.endObject().endObject();
    return json.take();
}

} // namespace

void writeCsv(Exporting& out)
{
    out.put(
        "trace_id,span_id,parent_span_id,name,kind,service,start,start_unix_nano,duration_nano,status,"
        "status_message,model,input_tokens,output_tokens,total_tokens,cost_usd,input,output,attributes\n");
    for (const std::uint32_t row : out.order()) {
        const trace::Span span = out.span(row);
        if (!span.events.empty())
            out.lose("events");
        if (!span.links.empty())
            out.lose("links between spans");
        const std::string fields[] = {span.trace.hex(),
                                      span.id.hex(),
                                      span.parent.valid() ? span.parent.hex() : std::string(),
                                      span.name,
                                      std::string(name(span.kind)),
                                      span.service,
                                      isoText(span.startUnixNs),
                                      std::to_string(span.startUnixNs),
                                      countOrNothing(span.durationNs),
                                      std::string(name(span.status)),
                                      span.statusMessage,
                                      span.model,
                                      countOrNothing(span.tokens.input),
                                      countOrNothing(span.tokens.output),
                                      countOrNothing(span.tokens.total),
                                      span.cost ? span.cost->text() : std::string(),
                                      plainText(span.input),
                                      plainText(span.output),
                                      attributesJson(span.attributes)};
        std::string line;
        for (const std::string& field : fields)
            line += (line.empty() ? "" : ",") + csvField(field);
        out.put(line + '\n');
        if (!out.next())
            return;
    }
}

void writeFolded(Exporting& out)
{
    const trace::SpanTable& table = out.table();
    const std::int64_t end = layout::lastKnownNs(table);
    const std::vector<std::int64_t> self = layout::selfTimes(table, out.tree(), end);
    const layout::Aggregate merged = layout::leftHeavy(
        table, out.tree(), [&](std::uint32_t row) { return table.name[row]; },
        [&](std::uint32_t row) { return self[row]; });
    out.lose("times, attributes and everything but the names and their self time");
    // One path that grows and shrinks: a path kept for each level of a deep chain would take its square.
    std::string path;
    std::vector<std::size_t> lengths; // of the path up to each level
    for (const layout::Aggregate::Node& node : merged.nodes) {
        std::string frame(table.strings.text(node.key));
        std::replace_if(
            frame.begin(), frame.end(), [](char c) { return c == ';' || c == '\n' || c == '\r'; }, ' ');
        lengths.resize(node.depth);
        path.resize(lengths.empty() ? 0 : lengths.back());
        path += (path.empty() ? "" : ";") + frame;
        lengths.push_back(path.size());
        if (node.self >= 500) { // half a microsecond rounds to one
            out.put(path);
            out.put(' ' + std::to_string((node.self + 500) / 1000) + '\n');
        }
        if (!out.next())
            return;
    }
}

/// Model calls with their input and output; a trace without any gives its root.
void writeDataset(Exporting& out)
{
    const trace::SpanTable& table = out.table();
    const bool anyCalls = std::find(table.kind.begin(), table.kind.end(), Kind::llm) != table.kind.end();
    for (const std::uint32_t row : out.order()) {
        const bool wanted = anyCalls ? table.kind[row] == Kind::llm : table.parent[row] == trace::noRow;
        if (!wanted)
            continue;
        const trace::Span span = out.span(row);
        if (!std::holds_alternative<std::monostate>(span.input) ||
            !std::holds_alternative<std::monostate>(span.output))
            out.put(exampleOf(span) + '\n');
        if (!out.next())
            return;
    }
    out.lose("spans that are no model calls");
}

} // namespace spanglass::formats
