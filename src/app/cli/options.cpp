// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the words; what a verb did not declare is an error, never ignored.
#include "app/cli/options.h"

#include <algorithm>
#include <charconv>

#include "store/store.h"

namespace spanglass::app {

namespace {

const std::vector<OptionSpec> everyVerbsOptions = {
    {"store", "DIR", "the store to use (default: $SPANGLASS_STORE, else the user's data directory)"},
    {"json", "", "print JSON"},
    {"help", "", "show this help"},
};

const OptionSpec* findOption(const Usage& usage, std::string_view name)
{
    for (const auto* list : {&usage.options, &everyVerbsOptions}) {
        const auto found = std::ranges::find(*list, name, &OptionSpec::name);
        if (found != list->end())
            return &*found;
    }
    return nullptr;
}

tl::unexpected<Error> wrongUse(std::string message)
{
    return fail(ErrorKind::usage, std::move(message));
}

} // namespace

Result<Options> Options::parse(const Usage& usage, std::span<const std::string> words)
{
    Options options;
    bool optionsEnded = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (optionsEnded || word == "-" || !word.starts_with('-')) {
            options.m_operands.push_back(word);
            continue;
        }
        if (word == "--") {
            optionsEnded = true;
            continue;
        }
        const auto equals = word.find('=');
        const std::size_t dashes = word.starts_with("--") ? 2 : 1;
        const std::string name = word.substr(dashes, equals == std::string::npos ? equals : equals - dashes);
        const OptionSpec* spec = (name.size() == 1) == (dashes == 1) ? findOption(usage, name) : nullptr;
        if (!spec)
            return wrongUse(std::string(usage.verb) + ": unknown option " + word.substr(0, equals));
        std::string value;
        const std::string shown = word.substr(0, equals);
        if (equals != std::string::npos) {
            if (spec->value.empty())
                return wrongUse(shown + ": takes no value");
            value = word.substr(equals + 1);
        } else if (!spec->value.empty()) {
            if (++i == words.size())
                return wrongUse(shown + ": needs a value (" + std::string(spec->value) + ")");
            value = words[i];
        }
        options.m_values[name].push_back(std::move(value));
    }
    if (options.has("help"))
        return options;
    if (options.m_operands.size() < usage.fewest)
        return wrongUse(std::string(usage.verb) + ": needs " + std::string(usage.operands));
    if (options.m_operands.size() > usage.most)
        return wrongUse(std::string(usage.verb) + ": does not know what to do with " +
                        options.m_operands[usage.most]);
    return options;
}

std::string Options::text(std::string_view name, std::string_view otherwise) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string(otherwise) : found->second.back();
}

std::vector<std::string> Options::all(std::string_view name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::vector<std::string>() : found->second;
}

Result<std::int64_t> Options::integer(std::string_view name, std::int64_t otherwise, std::int64_t least,
                                      std::int64_t most) const
{
    if (!has(name))
        return otherwise;
    const std::string digits = text(name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number < least || number > most)
        return wrongUse("--" + std::string(name) + ": " + digits + " is no number from " +
                        std::to_string(least) + " to " + std::to_string(most));
    return number;
}

std::filesystem::path Options::store() const
{
    return has("store") ? std::filesystem::path(text("store")) : store::Store::defaultDirectory();
}

std::string helpText(const Usage& usage)
{
    std::string help = "spanglass " + std::string(usage.verb);
    if (!usage.operands.empty())
        help += ' ' + std::string(usage.operands);
    help += "\n    " + std::string(usage.summary) + "\n\n";
    std::size_t width = 0;
    const auto left = [](const OptionSpec& option) {
        return (option.name.size() == 1 ? "-" : "--") + std::string(option.name) +
               (option.value.empty() ? std::string() : ' ' + std::string(option.value));
    };
    for (const auto* list : {&usage.options, &everyVerbsOptions})
        for (const OptionSpec& option : *list)
            width = std::max(width, left(option).size());
    for (const auto* list : {&usage.options, &everyVerbsOptions})
        for (const OptionSpec& option : *list) {
            std::string column = left(option);
            column.resize(width + 2, ' ');
            help += "    " + column + std::string(option.help) + '\n';
        }
    return help;
}

} // namespace spanglass::app
