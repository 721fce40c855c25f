// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/detail_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace spanglass::trace {
namespace {

constexpr std::uint32_t progressEvery = 1'000;
/// A value longer than this is no group anyone could read.
constexpr std::size_t longestGroup = 200;

std::int64_t nanoUsd(const Decimal& cost)
{
    const double nano = std::round(cost.toDouble() * 1e9);
    constexpr double most = 9e18;
    return static_cast<std::int64_t>(std::clamp(nano, 0.0, most));
}

std::int64_t tokensOf(const Tokens& tokens)
{
    return std::max<std::int64_t>(tokens.total.value_or(tokens.input.value_or(0) + tokens.output.value_or(0)),
                                  0);
}

std::string groupText(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return text->substr(0, longestGroup);
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    if (const auto* number = std::get_if<double>(&value))
        return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? "true" : "false";
    if (const auto* json = std::get_if<Json>(&value))
        return json->text.substr(0, longestGroup);
    return {};
}

/// A figure counts only where nothing below reports one of its kind.
void countOnce(const SpanTable& table, std::vector<std::int64_t>& figures)
{
    std::vector<std::uint8_t> repeats(figures.size());
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (figures[row] == 0)
            continue;
        for (std::uint32_t up = table.parent[row]; up != noRow && repeats[up] == 0; up = table.parent[up])
            repeats[up] = 1;
    }
    for (std::size_t row = 0; row < figures.size(); ++row) {
        if (repeats[row] != 0)
            figures[row] = 0;
    }
}

} // namespace

DetailColumns readDetailColumns(const SpanTable& table, std::string_view attributeKey,
                                const DetailProgress& progress)
{
    DetailColumns columns;
    columns.attributeKey = attributeKey;
    columns.tokens.resize(table.size());
    columns.costNanoUsd.resize(table.size());
    columns.model.resize(table.size());
    columns.attribute.resize(table.size());
    if (!table.details)
        return columns;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (progress && row % progressEvery == 0 && !progress(row))
            break;
        const Span span = table.details(row);
        columns.tokens[row] = tokensOf(span.tokens);
        columns.costNanoUsd[row] = span.cost ? nanoUsd(*span.cost) : 0;
        columns.model[row] = columns.texts.intern(span.model);
        if (attributeKey.empty())
            continue;
        for (const Attributes* attributes : {&span.attributes, &span.resource}) {
            const auto found = std::ranges::find(*attributes, attributeKey, &Attribute::key);
            if (found == attributes->end())
                continue;
            columns.attribute[row] = columns.texts.intern(groupText(found->value));
            break;
        }
    }
    countOnce(table, columns.tokens);
    countOnce(table, columns.costNanoUsd);
    return columns;
}

std::vector<std::string> attributeKeys(const SpanTable& table, std::uint32_t sampleRows, std::size_t most)
{
    std::map<std::string, std::uint32_t> uses;
    const std::uint32_t rows = table.details ? std::min(table.size(), sampleRows) : 0;
    for (std::uint32_t row = 0; row < rows; ++row) {
        const Span span = table.details(row);
        for (const Attributes* attributes : {&span.attributes, &span.resource}) {
            for (const Attribute& attribute : *attributes)
                ++uses[attribute.key];
        }
    }
    std::vector<std::string> keys;
    for (const auto& [key, count] : uses)
        keys.push_back(key);
    std::ranges::stable_sort(keys,
                             [&](const std::string& a, const std::string& b) { return uses[a] > uses[b]; });
    keys.resize(std::min(keys.size(), most));
    return keys;
}

} // namespace spanglass::trace
