// SPDX-License-Identifier: GPL-3.0-or-later
/// Digits are accumulated as integers; nothing goes through a double on its way to an integer.
#include "formats/numbers.h"

#include <array>
#include <charconv>
#include <cmath>

namespace spanglass::formats {
namespace {

__extension__ using Wide = __int128;

struct Digits
{
    bool negative = false;
    Wide value = 0;   // of the first digits
    int exponent = 0; // of the last of them
    bool any = false;
};

/// The digits of a number up to 36 significant ones, and its exponent; nothing for what is no number.
std::optional<Digits> digitsOf(std::string_view text)
{
    constexpr Wide most = static_cast<Wide>(1'000'000'000'000'000'000) * 1'000'000'000'000'000'000;
    Digits digits;
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        digits.negative = text[at++] == '-';
    bool point = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '.' && !point) {
            point = true;
        } else if (text[at] >= '0' && text[at] <= '9') {
            digits.any = true;
            if (digits.value < most / 10) {
                digits.value = digits.value * 10 + (text[at] - '0');
                digits.exponent -= point ? 1 : 0;
            } else {
                digits.exponent += point ? 0 : 1;
            }
        } else {
            break;
        }
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E') && digits.any) {
        ++at;
        if (at < text.size() && text[at] == '+')
            ++at;
        int exponent = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
        if (error == std::errc::invalid_argument)
            return std::nullopt;
        if (error == std::errc::result_out_of_range)
            exponent = text[at] == '-' ? -10'000 : 10'000;
        digits.exponent += std::clamp(exponent, -10'000, 10'000);
        at = static_cast<std::size_t>(end - text.data());
    }
    if (!digits.any || at != text.size())
        return std::nullopt;
    return digits;
}

/// What nearly every number in a trace file is: a few digits, nothing else.
std::optional<std::int64_t> plainScaled(std::string_view text, int scale)
{
    constexpr std::array<std::uint64_t, 10> powers{
        1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};
    if (text.empty() || text.size() + static_cast<std::size_t>(scale) > 18 || scale < 0 || scale > 9) {
        if (scale != 0 || text.size() != 19)
            return std::nullopt;
    }
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    value *= powers[static_cast<std::size_t>(scale)];
    return value > INT64_MAX ? INT64_MAX : static_cast<std::int64_t>(value);
}

} // namespace

std::optional<std::int64_t> scaled(std::string_view number, int scale)
{
    if (const auto fast = plainScaled(number, scale))
        return fast;
    const auto digits = digitsOf(number);
    if (!digits)
        return std::nullopt;
    Wide value = digits->value;
    int exponent = digits->exponent + scale;
    constexpr Wide limit = static_cast<Wide>(INT64_MAX) + 1;
    for (; exponent > 0 && value < limit; --exponent) {
        if (value == 0)
            break;
        value *= 10;
    }
    if (exponent < -40)
        value = 0;
    for (bool last = false; exponent < 0 && value != 0 && !last; ++exponent) {
        last = exponent == -1;
        const int dropped = static_cast<int>(value % 10);
        value = value / 10 + (last && dropped >= 5 ? 1 : 0);
    }
    if (digits->negative)
        return value >= limit ? INT64_MIN : static_cast<std::int64_t>(-value);
    return value >= limit ? INT64_MAX : static_cast<std::int64_t>(value);
}

std::optional<std::int64_t> wholeNumber(std::string_view number)
{
    auto digits = digitsOf(number);
    if (!digits)
        return std::nullopt;
    for (; digits->exponent < 0 && digits->value % 10 == 0 && digits->value != 0; ++digits->exponent)
        digits->value /= 10;
    if (digits->exponent < 0 && digits->value != 0)
        return std::nullopt;
    return scaled(number, 0);
}

std::optional<double> realNumber(std::string_view number)
{
    if (number == "NaN")
        return std::nan("");
    if (number == "Infinity" || number == "-Infinity")
        return number.front() == '-' ? -INFINITY : INFINITY;
    if (!number.empty() && number.front() == '+')
        number.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (end != number.data() + number.size() || number.empty() || error == std::errc::invalid_argument)
        return std::nullopt;
    return value;
}

} // namespace spanglass::formats
