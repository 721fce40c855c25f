// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backoff.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <charconv>

namespace spanglass::sync {

Milliseconds Backoff::bound() const
{
    // 2^20 seconds are far beyond the cap: the shift cannot overflow.
    return std::min(longestWait, m_first * (std::int64_t{1} << std::min(m_failures, 20)));
}

Milliseconds Backoff::next()
{
    const Milliseconds most = bound();
    ++m_failures;
    return Milliseconds(std::uniform_int_distribution<std::int64_t>(0, most.count())(m_random));
}

std::optional<Milliseconds> retryAfter(std::string_view header, std::int64_t nowUnixNs)
{
    while (header.starts_with(' '))
        header.remove_prefix(1);
    while (header.ends_with(' '))
        header.remove_suffix(1);
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(header.data(), header.data() + header.size(), seconds);
    if (!header.empty() && end == header.data() + header.size() && error == std::errc())
        return std::clamp(Milliseconds(std::clamp<std::int64_t>(seconds, 0, 100'000) * 1000), Milliseconds(0),
                          longestWait);
    if (error == std::errc::result_out_of_range)
        return longestWait;
    const QString text = QString::fromLatin1(header.data(), static_cast<qsizetype>(header.size()));
    QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return std::clamp(Milliseconds(date.toMSecsSinceEpoch() - nowUnixNs / 1'000'000), Milliseconds(0),
                      longestWait);
}

} // namespace spanglass::sync
