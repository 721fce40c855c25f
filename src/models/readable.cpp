// SPDX-License-Identifier: GPL-3.0-or-later
// What base/text.h says in the C locale, said in the user's.
#include "models/readable.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "base/text.h"

namespace spanglass::models {
namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Readable", text);
}

QString dollars(const QString& digits)
{
    const QString language = QLocale().name();
    // English, Japanese and Chinese put the sign first.
    const bool signFirst = language.startsWith(QLatin1String("en")) || language == QLatin1String("C") ||
                           language.startsWith(QLatin1String("ja")) ||
                           language.startsWith(QLatin1String("zh"));
    return signFirst ? QStringLiteral("$") + digits : digits + QStringLiteral("\u00a0$");
}

} // namespace

QString durationReadable(std::int64_t durationNs)
{
    return numbersReadable(durationText(durationNs));
}

QString durationExact(std::int64_t durationNs)
{
    return QLocale().toString(qlonglong(durationNs)) + QStringLiteral("\u00a0ns");
}

QString countReadable(std::int64_t count)
{
    return QLocale().toString(qlonglong(count));
}

QString costReadable(const Decimal& usd)
{
    const std::string text = costText(usd);
    return text.starts_with('$') ? dollars(numbersReadable(text.substr(1))) : numbersReadable(text);
}

QString costExact(const Decimal& usd)
{
    return dollars(numbersReadable(usd.text()));
}

QString percentReadable(double share)
{
    if (share > 0 && share < 0.0005)
        return QStringLiteral("< ") + QLocale().toString(0.1, 'f', 1) + QStringLiteral("\u00a0%");
    return QLocale().toString(100 * share, 'f', share < 0.1 ? 1 : 0) + QStringLiteral("\u00a0%");
}

/// A number and its unit stay on one line.
QString numbersReadable(std::string_view text)
{
    QString result;
    for (const QChar c : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))) {
        if (c == QLatin1Char('.'))
            result += QLocale().decimalPoint();
        else if (c == QLatin1Char(','))
            result += QLocale().groupSeparator();
        else
            result += c == QLatin1Char(' ') ? QChar(QChar::Nbsp) : c;
    }
    return result;
}

std::optional<std::int64_t> tokensTotal(const trace::Tokens& tokens)
{
    if (tokens.total)
        return tokens.total;
    if (!tokens.input && !tokens.output)
        return std::nullopt;
    return tokens.input.value_or(0) + tokens.output.value_or(0);
}

QString timeRelative(std::int64_t unixNs, std::int64_t nowUnixNs)
{
    const std::int64_t seconds = (nowUnixNs - unixNs) / 1'000'000'000;
    // A clock a little ahead of ours is not the future.
    if (seconds < 2 && seconds > -60)
        return translated(QT_TRANSLATE_NOOP("Readable", "just now"));
    if (seconds >= 0 && seconds < 60)
        return translated(QT_TRANSLATE_NOOP("Readable", "%1 s ago")).arg(seconds);
    if (seconds >= 0 && seconds < 3600)
        return translated(QT_TRANSLATE_NOOP("Readable", "%1 min ago")).arg(seconds / 60);
    if (seconds >= 0 && seconds < 12 * 3600)
        return translated(QT_TRANSLATE_NOOP("Readable", "%1 h ago")).arg(seconds / 3600);
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(unixNs / 1'000'000);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowUnixNs / 1'000'000);
    const QString clock = QLocale().toString(then.time(), QLocale::ShortFormat);
    const qint64 days = then.date().daysTo(now.date());
    if (days == 0)
        return translated(QT_TRANSLATE_NOOP("Readable", "today %1")).arg(clock);
    if (days == 1)
        return translated(QT_TRANSLATE_NOOP("Readable", "yesterday %1")).arg(clock);
    return QLocale().toString(then.date(), QLocale::ShortFormat) + QLatin1Char(' ') + clock;
}

QString timeExact(std::int64_t unixNs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(unixNs / 1'000'000);
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

std::int64_t nowUnixNs()
{
    return QDateTime::currentMSecsSinceEpoch() * 1'000'000;
}

QString kindName(Kind kind)
{
    static const char* const names[] = {
        QT_TRANSLATE_NOOP("Readable", "Span"),      QT_TRANSLATE_NOOP("Readable", "Agent"),
        QT_TRANSLATE_NOOP("Readable", "LLM"),       QT_TRANSLATE_NOOP("Readable", "Tool"),
        QT_TRANSLATE_NOOP("Readable", "Retriever"), QT_TRANSLATE_NOOP("Readable", "Embedding"),
        QT_TRANSLATE_NOOP("Readable", "Chain"),     QT_TRANSLATE_NOOP("Readable", "Reranker"),
        QT_TRANSLATE_NOOP("Readable", "Guardrail"), QT_TRANSLATE_NOOP("Readable", "Evaluator"),
    };
    static_assert(std::size(names) == kindNames.size());
    return translated(names[static_cast<std::size_t>(kind)]);
}

} // namespace spanglass::models
