// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/plain_json_fields.h"

#include <charconv>
#include <cstring>

namespace spanglass::receive {

bool isPlain(ondemand::raw_json_string raw, std::string_view& text)
{
    const char* const begin = raw.raw();
    const auto* end = static_cast<const char*>(std::memchr(begin, '"', mostPlainBytes));
    text = {begin, static_cast<std::size_t>(end - begin)};
    return std::memchr(begin, '\\', text.size()) == nullptr;
}

bool textOf(ondemand::value& value, std::string_view& text)
{
    ondemand::raw_json_string raw;
    return isFine(value.get_raw_json_string().get(raw)) &&
           (isPlain(raw, text) || isFine(value.get_string().get(text)));
}

std::string_view tokenOf(ondemand::value& value)
{
    const std::string_view token = value.raw_json_token();
    return token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
}

std::optional<std::int64_t> integerOf(ondemand::value& value)
{
    std::string_view token = tokenOf(value);
    if (token.size() >= 2 && token.front() == '"' && token.back() == '"')
        token = token.substr(1, token.size() - 2);
    const std::string_view digits = token.starts_with('-') ? token.substr(1) : token;
    if (digits.empty() || (digits.front() == '0' && token.size() > 1))
        return {};
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
    if (error != std::errc() || end != token.data() + token.size())
        return {};
    return number;
}

bool isTextOrInteger(ondemand::value value)
{
    std::string_view text;
    return integerOf(value).has_value() || textOf(value, text);
}

} // namespace spanglass::receive
