// SPDX-License-Identifier: GPL-3.0-or-later
/// What stands behind a verb on the command line, checked against what the verb declares.
///
///     const auto options = Options::parse(usage, {"--limit", "10", "--json"});
///     options->integer("limit", 100);                                             // 10
///
/// `--name value` and `--name=value` are the same, `--` ends the options, `-` is a file. `--store DIR`,
/// `--json` and `--help` belong to every verb. A mistake is an Error of kind usage that names the word at
/// fault.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace spanglass::app {

struct OptionSpec
{
    std::string_view name;  ///< of one letter: written with one dash
    std::string_view value; ///< what to call its value in the help; empty: the option is a switch
    std::string_view help;
};

/// How a verb is called.
struct Usage
{
    std::string_view verb;
    std::string_view operands; ///< as the help shows them: "FILE…"
    std::size_t fewest = 0;    ///< operands
    std::size_t most = 0;
    std::string_view summary;
    std::vector<OptionSpec> options;
};

inline constexpr std::size_t anyNumber = static_cast<std::size_t>(-1);

class Options
{
public:
    [[nodiscard]] static Result<Options> parse(const Usage& usage, std::span<const std::string> words);

    [[nodiscard]] bool has(std::string_view name) const { return m_values.contains(name); }
    /// The last value given for an option, or `otherwise`.
    [[nodiscard]] std::string text(std::string_view name, std::string_view otherwise = {}) const;
    /// Every value given for an option that may be repeated.
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
    /// A whole number from `least` to `most`; anything else is an error of kind usage.
    [[nodiscard]] Result<std::int64_t> integer(std::string_view name, std::int64_t otherwise,
                                               std::int64_t least, std::int64_t most) const;

    [[nodiscard]] const std::vector<std::string>& operands() const { return m_operands; }
    [[nodiscard]] bool json() const { return has("json"); }
    /// `--store`, else what the environment says (store::Store::defaultDirectory).
    [[nodiscard]] std::filesystem::path store() const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_values;
    std::vector<std::string> m_operands;
};

/// The help of one verb, ready to print.
[[nodiscard]] std::string helpText(const Usage& usage);

} // namespace spanglass::app
