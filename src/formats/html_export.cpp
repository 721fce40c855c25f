// SPDX-License-Identifier: GPL-3.0-or-later
/// One page with everything in it. Data stand in a script element that is no script, with every `<` escaped,
/// so that no text of a trace can end it.
#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "formats/exporting.h"
#include "formats/html_page.h"
#include "formats/numbers.h"
#include "layout/time_order.h"

namespace spanglass::formats {
namespace {

constexpr std::size_t mostListed = 5'000;    // lines of the tree
constexpr std::size_t mostDetailed = 20'000; // spans that bring their attributes
constexpr std::size_t mostText = 100'000;    // of one value

std::string cut(std::string text, Exporting& out)
{
    if (text.size() <= mostText)
        return text;
    const std::size_t whole = text.size();
    std::size_t end = mostText; // where a character begins
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80)
        --end;
    text.resize(end);
    out.lose("the rest of texts over 100,000 bytes");
    return text + "… (" + countText(static_cast<std::int64_t>(whole)) + " bytes)";
}

/// Inside a script element only `<` could end it; inside JSON it can be written as an escape.
std::string inScript(const std::string& json)
{
    std::string safe;
    safe.reserve(json.size());
    for (const char c : json) {
        if (c == '<')
            safe += "\\u003c";
        else
            safe += c;
    }
    return safe;
}

void writePairs(JsonWriter& json, const trace::Attributes& attributes, Exporting& out)
{
    json.beginArray();
    for (const trace::Attribute& attribute : attributes)
        json.beginArray().value(attribute.key).value(cut(plainText(attribute.value), out)).endArray();
    json.endArray();
}

void writeDetails(JsonWriter& json, const trace::Span& span, Exporting& out)
{
    if (!span.statusMessage.empty())
        json.member("message", span.statusMessage);
    if (!span.model.empty())
        json.member("model", span.model);
    if (span.tokens.total || span.tokens.input || span.tokens.output)
        json.member("tokens", countText(span.tokens.total.value_or(span.tokens.input.value_or(0) +
                                                                   span.tokens.output.value_or(0))));
    if (span.cost)
        json.member("cost", costText(*span.cost));
    if (const std::string text = plainText(span.input); !text.empty())
        json.member("input", cut(text, out));
    if (const std::string text = plainText(span.output); !text.empty())
        json.member("output", cut(text, out));
    json.key("attributes");
    writePairs(json, span.attributes, out);
    json.key("events").beginArray();
    for (const trace::Event& event : span.events) {
        json.beginObject().member("name", event.name).key("attributes");
        writePairs(json, event.attributes, out);
        json.endObject();
    }
    json.endArray();
}

std::string titleOf(const trace::SpanTable& table, const trace::Tree& tree)
{
    return tree.roots().empty() ? std::string("Trace")
                                : visibleText(table.strings.text(table.name[tree.roots().front()]));
}

} // namespace

void writeHtml(Exporting& out)
{
    const trace::SpanTable& table = out.table();
    const trace::Tree& tree = out.tree();
    const layout::Bars bars = layout::timeOrder(table, tree, layout::lastKnownNs(table));
    JsonWriter head;
    head.beginObject().member("title", titleOf(table, tree)).member("duration", bars.last - bars.first);
    head.member("listed", std::min<std::size_t>(mostListed, table.size())).endObject();
    out.put(pageHead);
    std::string opening = inScript(head.take());
    opening.pop_back(); // the list of spans goes on inside
    out.put(opening + ",\"spans\":[");
    const bool detailed = table.size() <= mostDetailed;
    if (!detailed)
        out.lose("details of spans (there are more than 20,000)");
    bool first = true;
    for (const std::uint32_t row : out.order()) {
        const trace::Span span = out.span(row);
        JsonWriter json;
        json.beginObject().member("name", visibleText(span.name)).member("kind", name(span.kind));
        json.member("service", visibleText(span.service))
            .member("lane", bars.lane[row])
            .member("depth", tree.depth(row));
        json.member("start", span.startUnixNs - bars.first).key("duration");
        if (span.durationNs)
            json.value(std::max<std::int64_t>(*span.durationNs, 0));
        else
            json.null();
        json.member("startText", isoText(span.startUnixNs)).member("status", name(span.status));
        json.member("trace", span.trace.hex()).member("id", span.id.hex());
        if (detailed)
            writeDetails(json, span, out);
        json.endObject();
        out.put(first ? "\n" : ",\n");
        first = false;
        out.put(inScript(json.text()));
        if (!out.next())
            return;
    }
    out.put("]}");
    out.put(pageTail);
}

} // namespace spanglass::formats
