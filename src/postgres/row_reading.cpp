// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/row_reading.h"

#include <algorithm>
#include <array>
#include <simdjson.h>

#include "postgres/stored_text.h"

namespace spanglass::postgres {
namespace {

template<class Enum, std::size_t n>
Enum byName(const std::array<std::string_view, n>& names, std::string_view name)
{
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? Enum{} : static_cast<Enum>(at - names.begin());
}

} // namespace

std::string original(const Rows& rows, int row, int column)
{
    return originalText(rows.text(row, column));
}

std::optional<std::int64_t> optionalInteger(const Rows& rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional(rows.integer(row, column));
}

std::optional<Decimal> optionalDecimal(const Rows& rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : Decimal::parse(rows.text(row, column));
}

trace::Tokens tokensOf(const Rows& rows, int row, int column)
{
    return {optionalInteger(rows, row, column), optionalInteger(rows, row, column + 1),
            optionalInteger(rows, row, column + 2), optionalInteger(rows, row, column + 3),
            optionalInteger(rows, row, column + 4)};
}

std::vector<std::string> textsOf(std::string_view json)
{
    std::vector<std::string> tags;
    simdjson::dom::parser parser;
    simdjson::dom::array array;
    if (parser.parse(json.data(), json.size()).get(array) != simdjson::SUCCESS)
        return tags;
    for (const simdjson::dom::element tag : array) {
        std::string_view text;
        if (tag.get(text) == simdjson::SUCCESS)
            tags.push_back(originalText(text));
    }
    return tags;
}

trace::TraceRow traceRowOf(const Rows& rows, int r)
{
    trace::TraceRow row;
    row.id = TraceId::fromHex(rows.text(r, 0));
    row.project = original(rows, r, 1);
    row.name = original(rows, r, 2);
    row.startUnixNs = rows.integer(r, 3);
    row.durationNs = optionalInteger(rows, r, 4);
    row.status = byName<trace::TraceStatus>(trace::traceStatusNames, rows.text(r, 5));
    row.spans = rows.integer(r, 6);
    row.errors = rows.integer(r, 7);
    row.tokens = tokensOf(rows, r, 8);
    row.cost = optionalDecimal(rows, r, 13);
    const std::array<std::string*, 7> texts{&row.user,    &row.session,       &row.environment, &row.release,
                                            &row.version, &row.operationType, &row.service};
    for (std::size_t i = 0; i < texts.size(); ++i)
        *texts[i] = original(rows, r, 14 + static_cast<int>(i));
    row.tags = textsOf(rows.text(r, 21));
    row.flags = static_cast<std::uint8_t>(rows.integer(r, 22));
    return row;
}

trace::Span spanOf(const Rows& rows, int r)
{
    constexpr std::array<std::string_view, 3> states{"ended", "running", "interrupted"};
    trace::Span span;
    span.trace = TraceId::fromHex(rows.text(r, 0));
    span.id = SpanId::fromHex(rows.text(r, 1));
    span.parent = SpanId::fromHex(rows.text(r, 2));
    span.sourceId = original(rows, r, 3);
    span.name = original(rows, r, 4);
    span.kind = byName<Kind>(kindNames, rows.text(r, 5));
    span.service = original(rows, r, 6);
    span.level = byName<Level>(levelNames, rows.text(r, 7));
    span.startUnixNs = rows.integer(r, 8);
    span.durationNs = optionalInteger(rows, r, 9);
    span.status = byName<Status>(statusNames, rows.text(r, 10));
    span.statusMessage = original(rows, r, 11);
    span.state = byName<trace::State>(states, rows.text(r, 12));
    span.flags = static_cast<std::uint8_t>(rows.integer(r, 13));
    span.model = original(rows, r, 14);
    span.tokens = tokensOf(rows, r, 15);
    span.cost = optionalDecimal(rows, r, 20);
    span.timeToFirstTokenNs = optionalInteger(rows, r, 21);
    return span;
}

} // namespace spanglass::postgres
