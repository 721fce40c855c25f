// SPDX-License-Identifier: Apache-2.0
/// An exact decimal number for money: 0.045 stays 0.045 through sums, storage and display.
///
///     const auto cost = Decimal::parse("0.045").value() + Decimal::parse("1.2").value();   // 1.245
///
/// Range: 18 significant digits with up to 18 behind the point (units of 1e-12 USD and sums of billions fit).
/// A result out of range saturates. Values, freely copied between threads.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spanglass {

class Decimal
{
public:
    constexpr Decimal() = default;

    /// `-?digits[.digits][e±n]`; nothing for anything else, NaN or a number out of range. Digits beyond the
    /// 18th behind the point are rounded half to even.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);
    /// The shortest decimal that reads back as `value`; nothing for NaN and infinities.
    [[nodiscard]] static std::optional<Decimal> fromDouble(double value);

    /// Plain digits without exponent and without trailing zeros: "0.045", "-3", "0".
    [[nodiscard]] std::string text() const;
    [[nodiscard]] double toDouble() const;
    [[nodiscard]] bool isZero() const { return m_units == 0; }

    /// `count` × this price / 1,000,000: what `count` tokens cost at a price per million.
    [[nodiscard]] Decimal perMillion(std::int64_t count) const;

    friend Decimal operator+(Decimal a, Decimal b);
    friend Decimal operator-(Decimal a, Decimal b);
    friend auto operator<=>(Decimal, Decimal) = default;

private:
    // Units of 1e-18. 2^127 / 1e18 = 1.7e20, far beyond any bill.
    __extension__ using Units = __int128;
    explicit constexpr Decimal(Units units) : m_units(units) {}
    static constexpr int digitsBehindPoint = 18;
    Units m_units = 0;
};

} // namespace spanglass
