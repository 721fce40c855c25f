// SPDX-License-Identifier: GPL-3.0-or-later
// ISO 8601 in and out, by days of the civil calendar: no time zones of the machine, no locale.
#include <array>
#include <cstdio>
#include <ctime>

#include "formats/numbers.h"

namespace spanglass::formats {
namespace {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
std::int64_t daysFromCivil(std::int64_t year, unsigned month, unsigned day)
{
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const auto yearOfEra = static_cast<unsigned>(year - era * 400);
    const unsigned dayOfYear = (153 * (month + (month > 2 ? -3U : 9U)) + 2) / 5 + day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + static_cast<std::int64_t>(dayOfEra) - 719468;
}

std::optional<unsigned> fixedDigits(std::string_view& text, std::size_t count)
{
    unsigned value = 0;
    if (text.size() < count)
        return std::nullopt;
    for (std::size_t at = 0; at < count; ++at) {
        if (text[at] < '0' || text[at] > '9')
            return std::nullopt;
        value = value * 10 + static_cast<unsigned>(text[at] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char expected)
{
    if (text.empty() || text.front() != expected)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Fraction digits, cut at nanoseconds.
std::int64_t fractionNs(std::string_view& text)
{
    std::int64_t ns = 0;
    std::int64_t unit = 100'000'000;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        ns += (text.front() - '0') * unit;
        unit /= 10;
        text.remove_prefix(1);
    }
    return ns;
}

/// Seconds east of UTC; nothing for what is no zone.
std::optional<std::int64_t> zoneSeconds(std::string_view text)
{
    if (text.empty() || text == "Z" || text == "z")
        return 0;
    const char sign = text.front();
    if (sign != '+' && sign != '-')
        return std::nullopt;
    text.remove_prefix(1);
    const auto hours = fixedDigits(text, 2);
    take(text, ':');
    const auto minutes = text.empty() ? std::optional<unsigned>(0) : fixedDigits(text, 2);
    if (!hours || !minutes || !text.empty() || *hours > 23 || *minutes > 59)
        return std::nullopt;
    const std::int64_t seconds = *hours * 3600 + *minutes * 60;
    return sign == '-' ? -seconds : seconds;
}

} // namespace

std::optional<std::int64_t> isoTimeNs(std::string_view text)
{
    const auto year = fixedDigits(text, 4);
    if (!year || !take(text, '-'))
        return std::nullopt;
    const auto month = fixedDigits(text, 2);
    if (!month || !take(text, '-'))
        return std::nullopt;
    const auto day = fixedDigits(text, 2);
    if (!day || *month < 1 || *month > 12 || *day < 1 || *day > 31 ||
        !(take(text, 'T') || take(text, ' ') || take(text, 't')))
        return std::nullopt;
    const auto hour = fixedDigits(text, 2);
    if (!hour || !take(text, ':'))
        return std::nullopt;
    const auto minute = fixedDigits(text, 2);
    if (!minute || *hour > 24 || *minute > 59)
        return std::nullopt;
    std::int64_t seconds = 0;
    std::int64_t ns = 0;
    if (take(text, ':')) {
        const auto second = fixedDigits(text, 2);
        if (!second || *second > 60)
            return std::nullopt;
        seconds = *second;
        if (take(text, '.') || take(text, ','))
            ns = fractionNs(text);
    }
    take(text, ' ');
    const auto zone = text == "UTC" ? std::optional<std::int64_t>(0) : zoneSeconds(text);
    if (!zone)
        return std::nullopt;
    seconds += daysFromCivil(*year, *month, *day) * 86'400 + *hour * 3600 + *minute * 60 - *zone;
    if (seconds > INT64_MAX / 1'000'000'000 - 1)
        return INT64_MAX;
    if (seconds < INT64_MIN / 1'000'000'000 + 1)
        return INT64_MIN;
    return seconds * 1'000'000'000 + ns;
}

std::string isoText(std::int64_t unixNs)
{
    std::int64_t seconds = unixNs / 1'000'000'000;
    std::int64_t ns = unixNs % 1'000'000'000;
    if (ns < 0) {
        ns += 1'000'000'000;
        --seconds;
    }
    const std::time_t time = seconds;
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%09lldZ", parts.tm_year + 1900,
                  parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                  static_cast<long long>(ns));
    return text.data();
}

} // namespace spanglass::formats
