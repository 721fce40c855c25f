// SPDX-License-Identifier: GPL-3.0-or-later
/// What the plain reader of OTLP/JSON asks of simdjson's on-demand values: members, elements, texts, whole
/// numbers, each false or nothing where it is not as the official exporters write it.
///
///     object(value, [&](std::string_view key, ondemand::value content) {
///         return key == "name" && textOf(content, name);
///     });
///
/// Texts are views into the body or into the parser's memory.
#pragma once

#include <cstdint>
#include <optional>
#include <simdjson.h>
#include <string_view>

namespace spanglass::receive {

namespace ondemand = simdjson::ondemand;

/// The parser's memory is a few times the largest document's; longer ones take the general way.
constexpr std::size_t mostPlainBytes = 8u << 20;

[[nodiscard]] inline bool isFine(simdjson::error_code error)
{
    return error == simdjson::SUCCESS;
}

/// A string without escapes is a view into the body; its bytes were checked when the document was indexed.
[[nodiscard]] bool isPlain(ondemand::raw_json_string raw, std::string_view& text);
[[nodiscard]] bool textOf(ondemand::value& value, std::string_view& text);
/// A scalar's bytes, without the blanks that stand behind it.
[[nodiscard]] std::string_view tokenOf(ondemand::value& value);
/// Digits as exporters write them, in quotes or not: what another spelling would say is not asked here.
[[nodiscard]] std::optional<std::int64_t> integerOf(ondemand::value& value);
/// Passed over, but checked: the on-demand parser checks only what is asked for.
[[nodiscard]] bool isTextOrInteger(ondemand::value value);

/// Calls `member` with each key and value, until it says no.
template<class Member> [[nodiscard]] bool object(ondemand::value value, Member member)
{
    ondemand::object object;
    if (!isFine(value.get_object().get(object)))
        return false;
    for (auto field : object) {
        ondemand::raw_json_string name;
        std::string_view key;
        ondemand::value content;
        if (!isFine(field.key().get(name)) || !isPlain(name, key) || !isFine(field.value().get(content)) ||
            !member(key, content))
            return false;
    }
    return true;
}

template<class Element> [[nodiscard]] bool list(ondemand::value value, Element element)
{
    ondemand::array array;
    if (!isFine(value.get_array().get(array)))
        return false;
    for (auto one : array) {
        ondemand::value content;
        if (!isFine(one.get(content)) || !element(content))
            return false;
    }
    return true;
}

} // namespace spanglass::receive
