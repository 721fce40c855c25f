// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/compare_limits.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace spanglass::trace {
namespace {

constexpr std::array figures{
    std::pair{std::string_view("duration"), LimitedFigure::duration},
    std::pair{std::string_view("cost"), LimitedFigure::cost},
    std::pair{std::string_view("tokens"), LimitedFigure::tokens},
    std::pair{std::string_view("errors"), LimitedFigure::errors},
    std::pair{std::string_view("spans"), LimitedFigure::spans},
};

std::optional<LimitedFigure> figureNamed(std::string_view name)
{
    for (const auto& [known, figure] : figures)
        if (known == name)
            return figure;
    return std::nullopt;
}

/// What one unit of a duration is in seconds; nothing for an unknown one.
std::optional<double> secondsPer(std::string_view unit)
{
    if (unit == "s")
        return 1;
    if (unit == "ms")
        return 1e-3;
    if (unit == "min")
        return 60;
    return std::nullopt;
}

std::optional<Limit> parseLimit(std::string_view word)
{
    const std::size_t sign = word.find('>');
    if (sign == std::string_view::npos)
        return std::nullopt;
    const auto figure = figureNamed(word.substr(0, sign));
    const std::string_view number = word.substr(sign + 1);
    Limit limit;
    limit.text = word;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), limit.amount);
    const std::string_view unit = number.substr(static_cast<std::size_t>(end - number.data()));
    if (!figure || error != std::errc{} || !(limit.amount >= 0))
        return std::nullopt;
    limit.figure = *figure;
    limit.percent = unit == "%";
    if (limit.percent)
        return limit;
    if (*figure != LimitedFigure::duration)
        return unit.empty() ? std::optional(limit) : std::nullopt;
    const auto seconds = secondsPer(unit);
    if (!seconds)
        return std::nullopt;
    limit.amount *= *seconds;
    return limit;
}

double figureOf(LimitedFigure figure, const RunTotals& total, std::size_t side)
{
    const Totals& run = total.run[side];
    switch (figure) {
    case LimitedFigure::duration:
        return static_cast<double>(total.durationNs[side].value_or(0)) / 1e9;
    case LimitedFigure::cost:
        return run.cost.value_or(Decimal()).toDouble();
    case LimitedFigure::tokens:
        return static_cast<double>(
            run.tokens.total.value_or(run.tokens.input.value_or(0) + run.tokens.output.value_or(0)));
    case LimitedFigure::errors:
        return static_cast<double>(run.errors);
    case LimitedFigure::spans:
        return static_cast<double>(run.spans);
    }
    return 0;
}

} // namespace

Result<std::vector<Limit>> parseLimits(std::string_view text)
{
    std::vector<Limit> limits;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        auto limit = parseLimit(word);
        if (!limit)
            return fail(ErrorKind::usage,
                        "'" + std::string(word) + "' at character " + std::to_string(at + 1) +
                            " is no limit such as cost>10%, errors>0, duration>2s or tokens>500");
        limits.push_back(std::move(*limit));
        at = end + 1;
    }
    return limits;
}

bool exceeds(const Limit& limit, const RunTotals& total)
{
    const double before = figureOf(limit.figure, total, 0);
    const double growth = figureOf(limit.figure, total, 1) - before;
    if (!limit.percent)
        return growth > limit.amount;
    return growth > 0 && growth * 100 > limit.amount * before;
}

} // namespace spanglass::trace
