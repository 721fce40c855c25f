// SPDX-License-Identifier: GPL-3.0-or-later
// Reads ISO 8601 with fractions of up to nine digits; more are cut.
#include "trace/iso_time.h"

#include <chrono>

namespace spanglass::trace {
namespace {

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] bool good() const { return m_good; }

    int digits(int count)
    {
        int value = 0;
        for (int i = 0; i < count; ++i) {
            const char c = atEnd() ? ' ' : m_text[m_at++];
            m_good = m_good && c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        return value;
    }
    bool take(char wanted)
    {
        if (atEnd() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }
    void need(bool taken) { m_good = m_good && taken; }
    [[nodiscard]] bool atDigit() const { return !atEnd() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_good = true;
};

std::int64_t fractionNs(Reader& reader)
{
    std::int64_t ns = 0;
    std::int64_t unit = 100'000'000;
    for (; reader.atDigit(); unit /= 10)
        ns += reader.digits(1) * unit;
    return ns;
}

std::optional<std::chrono::minutes> zone(Reader& reader)
{
    if (reader.take('Z') || reader.take('z'))
        return std::chrono::minutes(0);
    const bool east = reader.take('+');
    if (!east && !reader.take('-'))
        return {};
    const int hours = reader.digits(2);
    reader.take(':');
    const std::chrono::minutes offset(hours * 60 + reader.digits(2));
    return east ? offset : -offset;
}

} // namespace

std::optional<std::int64_t> isoTimeNs(std::string_view text)
{
    namespace chrono = std::chrono;
    Reader reader(text);
    const int year = reader.digits(4);
    reader.need(reader.take('-'));
    const int month = reader.digits(2);
    reader.need(reader.take('-'));
    const int day = reader.digits(2);
    reader.need(reader.take('T') || reader.take(' '));
    const int hour = reader.digits(2);
    reader.need(reader.take(':'));
    const int minute = reader.digits(2);
    const int second = reader.take(':') ? reader.digits(2) : 0;
    const std::int64_t fraction = reader.take('.') || reader.take(',') ? fractionNs(reader) : 0;
    const auto offset = zone(reader);

    const chrono::year_month_day date{chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                      chrono::day(static_cast<unsigned>(day))};
    const bool inRange = year > 1677 && year < 2262 && hour < 24 && minute < 60 && second <= 60;
    if (!reader.good() || !reader.atEnd() || !offset || !date.ok() || !inRange)
        return {};
    const auto time = chrono::sys_days(date) + chrono::hours(hour) + chrono::minutes(minute) +
                      chrono::seconds(second) - *offset;
    return chrono::nanoseconds(time.time_since_epoch()).count() + fraction;
}

} // namespace spanglass::trace
