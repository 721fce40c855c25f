// SPDX-License-Identifier: GPL-3.0-or-later
/// What models cost: a dated table (resources/prices.json, built in), which the user's own file overrides.
///
///     PriceTable prices = PriceTable::builtIn();
///     prices.override(PriceTable::parse(text, "prices.json").value());
///     prices.price(span)->formula
///         // "692 input × 0.25/M + 512 cached × 0.025/M + 88 output × 2/M (gpt-5-mini since 2025-08-07)"
///
/// Exact decimals throughout. Immutable after it is made; shared freely between threads.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "trace/span.h"

namespace spanglass::trace {

class Facts;

/// USD per million tokens.
struct Price
{
    std::string since; ///< a date, YYYY-MM-DD, UTC
    std::int64_t sinceUnixNs = 0;
    Decimal input;
    std::optional<Decimal> cached;     ///< none: as input
    std::optional<Decimal> cacheWrite; ///< none: as input
    Decimal output;
};

struct PricedCost
{
    Decimal usd;
    std::string formula;
};

class PriceTable
{
public:
    /// The table that comes with the program.
    [[nodiscard]] static const PriceTable& builtIn();
    /// The built-in one with the file's models over it; the built-in one where there is no such file.
    [[nodiscard]] static Result<PriceTable> withFile(const std::filesystem::path& file);
    /// With the user's own file, read when it is first asked for, or what `use` was given last. A file that
    /// is broken changes nothing: `withFile(userPriceFile())` says why. Any thread.
    [[nodiscard]] static const PriceTable& inUse();
    /// What this process computes and explains costs with from now on. Tables in use before stay as they are.
    static void use(PriceTable table);
    /// Reads the form of resources/prices.json; `source` names it in an error.
    [[nodiscard]] static Result<PriceTable> parse(const std::string& json, const std::string& source);

    /// The models of `other` replace those of the same name here.
    void override(const PriceTable& other);

    /// The price of a model at a time. Names are compared without case, without what a gateway or a region
    /// puts before them ("openrouter/openai/gpt-5", "us.anthropic.claude-…") and, where there is no such
    /// entry, without the date or version behind them. Before its first date a model has its first price.
    [[nodiscard]] const Price* find(std::string_view model, std::int64_t timeUnixNs) const;

    /// What the tokens of `span` cost by this table; nothing for an unknown model or unknown tokens.
    [[nodiscard]] std::optional<PricedCost> price(const Span& span) const;
    /// The same without its words; `facts` are those of the span's attributes.
    [[nodiscard]] std::optional<Decimal> cost(const Span& span, const Facts& facts) const;

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
    };
    std::unordered_map<std::string, std::vector<Price>, Hash, std::equal_to<>> m_models; ///< prices by date
};

/// `$XDG_CONFIG_HOME/spanglass/prices.json`, or in ~/.config; empty without a home.
[[nodiscard]] std::filesystem::path userPriceFile();

/// How a span's cost came about, in words that can be checked: the producer's own, or the table's formula.
/// Empty where there is no cost.
[[nodiscard]] std::string costExplanation(const Span& span, const PriceTable& prices);

} // namespace spanglass::trace
