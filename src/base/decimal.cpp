// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.h"

#include <charconv>
#include <cmath>

namespace spanglass {
namespace {

__extension__ using Wide = __int128;
constexpr Wide one = static_cast<Wide>(1'000'000'000'000'000'000);
constexpr Wide limit = one * 1'000'000'000'000'000'000; // 1e36 units = 1e18, well inside 2^127

Wide clamp(Wide units)
{
    return units > limit ? limit : units < -limit ? -limit : units;
}

/// Divides by `divisor` and rounds half to even.
Wide divideRounded(Wide units, Wide divisor)
{
    const Wide quotient = units / divisor;
    const Wide rest = units % divisor;
    const Wide twice = (rest < 0 ? -rest : rest) * 2;
    const bool away = twice > divisor || (twice == divisor && (quotient & 1) != 0);
    return away ? quotient + (units < 0 ? -1 : 1) : quotient;
}

struct Digits
{
    Wide value = 0;
    int scale = 0; ///< digits behind the point
    bool any = false;
    bool fits = true;
};

Digits readDigits(std::string_view& text)
{
    Digits digits;
    bool point = false;
    while (!text.empty()) {
        const char c = text.front();
        if (c == '.' && !point)
            point = true;
        else if (c >= '0' && c <= '9') {
            digits.any = true;
            if (digits.value < limit / 10) {
                digits.value = digits.value * 10 + (c - '0');
                digits.scale += point ? 1 : 0;
            } else if (!point)
                digits.fits =
                    false; // a digit before the point that has no room; behind it, too small to matter
        } else
            break;
        text.remove_prefix(1);
    }
    return digits;
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    Digits digits = readDigits(text);
    if (!digits.any || !digits.fits)
        return std::nullopt;
    int exponent = 0;
    if (!text.empty()) {
        if (text.front() != 'e' && text.front() != 'E')
            return std::nullopt;
        text.remove_prefix(text.starts_with("e+") || text.starts_with("E+") ? 2 : 1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
        if (error != std::errc{} || end != text.data() + text.size() || exponent > 100 || exponent < -100)
            return std::nullopt;
    }
    int shift = digitsBehindPoint - digits.scale + exponent;
    Wide units = digits.value;
    for (; shift > 0 && units != 0; --shift) {
        if (units > limit / 10)
            return std::nullopt;
        units *= 10;
    }
    if (shift < 0) {
        Wide divisor = 1;
        for (; shift < 0 && divisor < limit; ++shift)
            divisor *= 10;
        units = shift < 0 ? 0 : divideRounded(units, divisor);
    }
    return Decimal(negative ? -units : units);
}

std::optional<Decimal> Decimal::fromDouble(double value)
{
    if (!std::isfinite(value))
        return std::nullopt;
    char buffer[64];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc{} ? parse({buffer, static_cast<std::size_t>(end - buffer)}) : std::nullopt;
}

std::string Decimal::text() const
{
    const bool negative = m_units < 0;
    Wide rest = negative ? -m_units : m_units;
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
    } while (rest != 0);
    if (digits.size() <= digitsBehindPoint)
        digits.insert(0, digitsBehindPoint + 1 - digits.size(), '0');
    digits.insert(digits.size() - digitsBehindPoint, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.')
        digits.pop_back();
    return negative ? "-" + digits : digits;
}

double Decimal::toDouble() const
{
    return static_cast<double>(m_units) / 1e18;
}

Decimal Decimal::perMillion(std::int64_t count) const
{
    // units ≤ 1e36 would overflow when multiplied: divide first where the price is beyond 1e9 USD.
    constexpr Wide million = 1'000'000;
    const Wide bound = limit / (count == 0 ? 1 : count < 0 ? -static_cast<Wide>(count) : count);
    if (m_units > bound || m_units < -bound)
        return Decimal(clamp(m_units / million * count));
    return Decimal(divideRounded(m_units * count, million));
}

Decimal operator+(Decimal a, Decimal b)
{
    return Decimal(clamp(a.m_units + b.m_units));
}

Decimal operator-(Decimal a, Decimal b)
{
    return Decimal(clamp(a.m_units - b.m_units));
}

} // namespace spanglass
