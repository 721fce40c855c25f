// SPDX-License-Identifier: GPL-3.0-or-later
/// Langfuse's CSV exports: a header, every field in quotes, objects as JSON in their field.
#include "formats/csv.h"
#include "formats/json_fault.h"
#include "formats/langfuse.h"

namespace spanglass::formats {
namespace {

/// A cell as a value: JSON where it is an object or a list, nothing where it is empty.
trace::Value valueIn(const std::string& cell)
{
    if (cell.empty() || cell == "null")
        return {};
    if (cell.front() == '{' || cell.front() == '[') {
        const Bytes padded{std::string_view(cell)};
        if (!findFault(padded.text(), 0))
            return trace::Json{cell};
    }
    return cell;
}

Fields fieldsOf(const std::vector<std::string>& header, const std::vector<std::string>& cells)
{
    Fields fields;
    for (std::size_t at = 0; at < header.size(); ++at) // a short row lacks its last cells
        fields.all().push_back({header[at], at < cells.size() ? valueIn(cells[at]) : trace::Value()});
    return fields;
}

void decode(const Fields& fields, trace::Span& span)
{
    if (fields.find("startTime") == nullptr)
        decodeTraceAlone(fields, span);
    else
        decodeObservation(fields, span);
}

bool mine(const Shape& shape, std::string_view text)
{
    if (shape.form != Shape::Form::text)
        return false;
    CsvCursor csv(text);
    std::vector<std::string> header;
    if (!csv.next(header))
        return false;
    const auto has = [&](const char* name) {
        return std::find(header.begin(), header.end(), name) != header.end();
    };
    return has("id") && (has("startTime") || has("timestamp")) && (has("traceId") || has("sessionId"));
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    CsvCursor csv(bytes->text());
    auto header = std::make_shared<std::vector<std::string>>();
    csv.next(*header);
    builder.setDetails([bytes, header](std::uint64_t place, std::uint32_t, trace::Span& span) {
        CsvCursor at(bytes->text(), place);
        std::vector<std::string> cells;
        at.next(cells);
        const SpanId parent = span.parent;
        decode(fieldsOf(*header, cells), span);
        span.parent = parent;
    });
    std::vector<std::string> cells;
    for (std::size_t place = csv.offset(); csv.next(cells) && builder.goOn(place); place = csv.offset()) {
        if (cells.size() == 1 && cells.front().empty())
            continue;
        trace::Span span;
        decode(fieldsOf(*header, cells), span);
        if (span.trace.valid() && span.id.valid())
            addInterpreted(builder, std::move(span), place);
        else
            builder.reject(place, "a row without an id at " + builder.placeText(place));
    }
    if (csv.endedEarly())
        builder.lost(bytes->size(), "the file ended early at " + builder.placeText(bytes->size()));
    return {};
}

} // namespace

const Reader langfuseCsvReader{"langfuse-csv", mine, read};

} // namespace spanglass::formats
