// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the table, finds a model by the name it is called in the wild, and multiplies.
#include "trace/prices.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <forward_list>
#include <fstream>
#include <mutex>
#include <simdjson.h>
#include <sstream>

#include "base/text.h"
#include "trace/facts.h"
#include "trace/iso_time.h"
#include "trace/usage_meaning.h"

namespace spanglass::trace {

std::string_view builtInPrices(); // made by CMake from resources/prices.json

namespace {

namespace dom = simdjson::dom;

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

bool isDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "openrouter/openai/gpt-5" → "gpt-5"; "us.anthropic.claude-x" → "claude-x"; "models/gemini" → "gemini".
std::string_view withoutVendor(std::string_view name)
{
    name = name.substr(name.rfind('/') + 1);
    for (const std::string_view vendor : {"anthropic.", "amazon.", "cohere.", "mistral.", "deepseek."})
        if (const auto at = name.find(vendor); at != std::string_view::npos)
            name.remove_prefix(at + vendor.size());
    return name;
}

/// Cuts one ending that only says which build it is: a date, "-latest", "-preview", "-v1:0", "@…", "-001".
bool cutEnding(std::string_view& name)
{
    if (const auto at = name.find_first_of("@:"); at != std::string_view::npos) {
        name = name.substr(0, at);
        return true;
    }
    const auto dash = name.rfind('-');
    if (dash == std::string_view::npos || dash == 0)
        return false;
    const auto ending = name.substr(dash + 1);
    const bool version = ending == "latest" || ending == "preview" || ending == "exp" ||
                         (ending.starts_with('v') && isDigits(ending.substr(1)));
    const bool number =
        isDigits(ending) && (ending.size() >= 2 && ending.size() <= 8); // -08, -2025, -20250929
    if (!version && !number)
        return false;
    name = name.substr(0, dash);
    return true;
}

std::optional<Decimal> decimalAt(dom::element object, std::string_view key)
{
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? Decimal::parse(text) : std::nullopt;
}

std::optional<Price> readPrice(dom::element json)
{
    std::string_view since;
    const auto input = decimalAt(json, "input");
    const auto output = decimalAt(json, "output");
    if (!input || !output || json["from"].get(since) != simdjson::SUCCESS)
        return {};
    const auto sinceNs = isoTimeNs(std::string(since) + "T00:00:00Z");
    if (!sinceNs)
        return {};
    return Price{std::string(since),
                 *sinceNs,
                 *input,
                 decimalAt(json, "cached"),
                 decimalAt(json, "cacheWrite"),
                 *output};
}

/// One product of what a span costs.
struct Term
{
    std::int64_t count = 0;
    std::string_view what;
    Decimal price;
};
using Terms = std::array<Term, 4>;

bool countsTokens(const Span& span)
{
    return span.tokens.input || span.tokens.output;
}

Terms termsOf(const Span& span, const Price& price, const Facts& facts)
{
    const std::int64_t input = span.tokens.input.value_or(0);
    const std::int64_t cached = std::min(input, span.tokens.cached.value_or(0));
    const std::int64_t written = std::min(input - cached, cacheWriteTokens(facts));
    return {{{input - cached - written, "input", price.input},
             {cached, "cached", price.cached.value_or(price.input)},
             {written, "cache write", price.cacheWrite.value_or(price.input)},
             {span.tokens.output.value_or(0), "output", price.output}}};
}

Decimal sumOf(const Terms& terms)
{
    Decimal sum;
    for (const Term& term : terms)
        sum = sum + term.price.perMillion(term.count);
    return sum;
}

std::string formulaOf(const Terms& terms)
{
    std::string formula;
    for (const Term& term : terms) {
        if (term.count != 0)
            formula += (formula.empty() ? "" : " + ") + countText(term.count) + ' ' + std::string(term.what) +
                       " × " + term.price.text() + "/M";
    }
    return formula;
}

} // namespace

Result<PriceTable> PriceTable::parse(const std::string& json, const std::string& source)
{
    const auto broken = [&source](const std::string& why) {
        return fail(ErrorKind::format, source + ": " + why);
    };
    dom::parser parser;
    dom::element root;
    dom::array models;
    if (parser.parse(json).get(root) != simdjson::SUCCESS || root["models"].get(models) != simdjson::SUCCESS)
        return broken("not a price table: there is no list \"models\"");
    PriceTable table;
    std::size_t number = 0;
    for (const auto model : models) {
        const std::string place = "models[" + std::to_string(number++) + "]";
        dom::array modelNames;
        dom::array prices;
        if (model["names"].get(modelNames) != simdjson::SUCCESS ||
            model["prices"].get(prices) != simdjson::SUCCESS)
            return broken(place + " needs \"names\" and \"prices\"");
        std::vector<Price> read;
        for (const auto price : prices) {
            if (auto one = readPrice(price))
                read.push_back(std::move(*one));
            else
                return broken(place + ": a price needs a date \"from\" and texts \"input\" and \"output\"");
        }
        if (read.empty())
            return broken(place + " has no price");
        std::sort(read.begin(), read.end(),
                  [](const Price& a, const Price& b) { return a.sinceUnixNs < b.sinceUnixNs; });
        for (const auto element : modelNames) {
            std::string_view text;
            if (element.get(text) == simdjson::SUCCESS)
                table.m_models[lowerCase(text)] = read;
        }
    }
    return table;
}

const PriceTable& PriceTable::builtIn()
{
    static const PriceTable table = [] {
        auto parsed = parse(std::string(builtInPrices()), "the built-in price table");
        return parsed ? std::move(*parsed) : PriceTable(); // a test reads it: it is never empty
    }();
    return table;
}

Result<PriceTable> PriceTable::withFile(const std::filesystem::path& file)
{
    PriceTable table = builtIn();
    std::error_code ignored;
    if (file.empty() || !std::filesystem::exists(file, ignored))
        return table;
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream)
        return fail(ErrorKind::io, file.native() + ": the prices cannot be read");
    const auto own = parse(text.str(), file.native());
    if (!own)
        return tl::unexpected(own.error());
    table.override(*own);
    return table;
}

namespace {

/// One after the other; somebody may still be reading an earlier one, so all of them stay.
struct TablesInUse
{
    TablesInUse() { add(PriceTable::withFile(userPriceFile()).value_or(PriceTable::builtIn())); }
    void add(PriceTable table)
    {
        const std::lock_guard lock(mutex);
        last = &all.emplace_front(std::move(table));
    }

    std::mutex mutex;
    std::forward_list<PriceTable> all;
    std::atomic<const PriceTable*> last = nullptr;
};

TablesInUse& tablesInUse()
{
    static TablesInUse tables;
    return tables;
}

} // namespace

const PriceTable& PriceTable::inUse()
{
    return *tablesInUse().last;
}

void PriceTable::use(PriceTable table)
{
    tablesInUse().add(std::move(table));
}

std::filesystem::path userPriceFile()
{
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::filesystem::path(value ? value : "");
    };
    const auto config = variable("XDG_CONFIG_HOME");
    if (config.is_absolute())
        return config / "spanglass" / "prices.json";
    const auto home = variable("HOME");
    return home.empty() ? home : home / ".config" / "spanglass" / "prices.json";
}

void PriceTable::override(const PriceTable& other)
{
    for (const auto& [model, prices] : other.m_models)
        m_models[model] = prices;
}

const Price* PriceTable::find(std::string_view model, std::int64_t timeUnixNs) const
{
    const std::string lower = lowerCase(model);
    std::string_view key = lower;
    auto found = m_models.find(key);
    if (found == m_models.end())
        found = m_models.find(key = withoutVendor(key));
    while (found == m_models.end() && cutEnding(key))
        found = m_models.find(key);
    if (found == m_models.end())
        return nullptr;
    const auto& prices = found->second;
    const auto later =
        std::upper_bound(prices.begin(), prices.end(), timeUnixNs,
                         [](std::int64_t ns, const Price& price) { return ns < price.sinceUnixNs; });
    return later == prices.begin() ? &prices.front() : &*std::prev(later);
}

std::optional<PricedCost> PriceTable::price(const Span& span) const
{
    const Price* price = span.model.empty() ? nullptr : find(span.model, span.startUnixNs);
    if (!price || !countsTokens(span))
        return {};
    const Terms terms = termsOf(span, *price, Facts(span.attributes));
    std::string formula = formulaOf(terms);
    formula += (formula.empty() ? "no tokens (" : " (") + span.model + " since " + price->since + ')';
    return PricedCost{sumOf(terms), std::move(formula)};
}

std::optional<Decimal> PriceTable::cost(const Span& span, const Facts& facts) const
{
    const Price* price = span.model.empty() ? nullptr : find(span.model, span.startUnixNs);
    if (!price || !countsTokens(span))
        return {};
    return sumOf(termsOf(span, *price, facts));
}

std::string costExplanation(const Span& span, const PriceTable& prices)
{
    if (const auto own = producersCost(Facts(span.attributes)))
        return own->text() + " USD, named by the producer";
    if (const auto priced = prices.price(span))
        return priced->formula + " = " + priced->usd.text() + " USD";
    return span.cost ? span.cost->text() + " USD, named by the source" : std::string();
}

} // namespace spanglass::trace
