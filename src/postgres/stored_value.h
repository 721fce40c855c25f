// SPDX-License-Identifier: GPL-3.0-or-later
/// Values of spans as jsonb, and back again without loss.
///
/// Text, numbers, flags and JSON are what they are. What jsonb cannot hold is an object with one reserved
/// key:
/// {"$double":"NaN"}, {"$bytes":"00ff"}, {"$json":"…"} for JSON that jsonb would refuse or change, and in an
/// object of attributes {"$again":[[key,value],…]} for the earlier values of a key that comes twice.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "trace/span.h"

namespace spanglass::postgres {

[[nodiscard]] std::string storedValue(const trace::Value& value);
/// Keys that a span's row names as the home of its input and output.
struct LeftOut
{
    std::string_view input, output;
    [[nodiscard]] bool has(std::string_view key) const
    {
        return !key.empty() && (key == input || key == output);
    }
};
[[nodiscard]] std::string storedAttributes(const trace::Attributes& attributes, const LeftOut& leftOut = {});
[[nodiscard]] std::string storedEvents(const std::vector<trace::Event>& events);
[[nodiscard]] std::string storedLinks(const std::vector<trace::Link>& links);
[[nodiscard]] std::string storedScope(const trace::Scope& scope);

[[nodiscard]] trace::Value originalValue(std::string_view jsonb);
[[nodiscard]] trace::Attributes originalAttributes(std::string_view jsonb);
[[nodiscard]] std::vector<trace::Event> originalEvents(std::string_view jsonb);
[[nodiscard]] std::vector<trace::Link> originalLinks(std::string_view jsonb);
[[nodiscard]] trace::Scope originalScope(std::string_view jsonb);

} // namespace spanglass::postgres
