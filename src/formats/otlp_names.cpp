// SPDX-License-Identifier: GPL-3.0-or-later
/// Keys, ids, times and kinds of OTLP/JSON as they occur.
#include <algorithm>
#include <array>
#include <optional>

#include "base/saturated.h"
#include "formats/numbers.h"
#include "formats/otlp_values.h"
#include "trace/span_table.h"

namespace spanglass::formats {
namespace {

struct KeyName
{
    std::string_view text;
    OtlpKey key;
};
constexpr std::array<KeyName, 29> spanKeys{{
    {"traceId", OtlpKey::traceId},
    {"trace_id", OtlpKey::traceId},
    {"spanId", OtlpKey::spanId},
    {"span_id", OtlpKey::spanId},
    {"parentSpanId", OtlpKey::parentSpanId},
    {"parent_span_id", OtlpKey::parentSpanId},
    {"name", OtlpKey::name},
    {"kind", OtlpKey::kind},
    {"startTimeUnixNano", OtlpKey::startTime},
    {"start_time_unix_nano", OtlpKey::startTime},
    {"endTimeUnixNano", OtlpKey::endTime},
    {"end_time_unix_nano", OtlpKey::endTime},
    {"attributes", OtlpKey::attributes},
    {"status", OtlpKey::status},
    {"events", OtlpKey::events},
    {"links", OtlpKey::links},
    {"traceState", OtlpKey::traceState},
    {"trace_state", OtlpKey::traceState},
    {"flags", OtlpKey::flags},
    {"droppedAttributesCount", OtlpKey::droppedAttributes},
    {"dropped_attributes_count", OtlpKey::droppedAttributes},
    {"droppedEventsCount", OtlpKey::droppedEvents},
    {"dropped_events_count", OtlpKey::droppedEvents},
    {"droppedLinksCount", OtlpKey::droppedLinks},
    {"dropped_links_count", OtlpKey::droppedLinks},
    {"startTimeUnixNanos", OtlpKey::startTime},
    {"endTimeUnixNanos", OtlpKey::endTime},
    {"start_time", OtlpKey::startTime},
    {"end_time", OtlpKey::endTime},
}};

} // namespace

OtlpKey otlpSpanKey(std::string_view key)
{
    // By length and first character there are at most three to compare with.
    constexpr std::size_t longest = 24;
    struct Bucket
    {
        std::array<std::uint8_t, 3> keys{}; // numbers in spanKeys, plus one
    };
    static constexpr auto buckets = [] {
        std::array<Bucket, (longest + 1) * 32> made{};
        for (std::size_t number = 0; number < spanKeys.size(); ++number) {
            const std::string_view text = spanKeys[number].text;
            auto& keys = made[text.size() * 32 + (static_cast<unsigned char>(text[0]) & 31U)].keys;
            std::size_t at = 0;
            while (keys.at(at) != 0)
                ++at;
            keys.at(at) = static_cast<std::uint8_t>(number + 1);
        }
        return made;
    }();
    if (key.empty() || key.size() > longest)
        return OtlpKey::other;
    for (const std::uint8_t number :
         buckets[key.size() * 32 + (static_cast<unsigned char>(key[0]) & 31U)].keys) {
        if (number != 0 && spanKeys[number - 1U].text == key)
            return spanKeys[number - 1U].key;
    }
    return OtlpKey::other;
}

bool otlpTraceId(std::string_view text, TraceId& id)
{
    id = traceIdOf(text);
    if (!id.valid() && text.find_first_not_of("0xX-=A") != std::string_view::npos)
        id = derivedTraceId(text);
    return id.valid();
}

bool otlpSpanId(std::string_view text, SpanId& id)
{
    id = spanIdOf(text);
    if (!id.valid() && text.find_first_not_of("0xX-=A") != std::string_view::npos)
        id = derivedSpanId(text);
    return id.valid();
}

std::optional<std::int64_t> otlpTime(std::string_view digits)
{
    if (const auto number = scaled(digits, 0))
        return number;
    return isoTimeNs(digits);
}

std::int64_t otlpDuration(std::int64_t start, std::int64_t end)
{
    const std::int64_t duration = std::max(saturatedSub(end, start), INT64_MIN + 1);
    return duration == trace::unfinished ? duration - 1 : duration;
}

namespace otlp {

constexpr std::array<std::string_view, 6> kindNames{"",       "internal", "server",
                                                    "client", "producer", "consumer"};

std::string_view kindName(std::int64_t kind)
{
    return kind >= 2 && kind <= 5 ? kindNames[static_cast<std::size_t>(kind)] : std::string_view();
}

void keepKind(std::int64_t number, Kind kind, trace::Attributes& attributes)
{
    const bool callsOut = kind == Kind::llm || kind == Kind::embedding || kind == Kind::reranker;
    const std::string_view name = number == 1 && callsOut ? kindNames[1] : kindName(number);
    if (!name.empty())
        attributes.push_back({std::string(spanKind), std::string(name)});
}

int kindNumber(std::string_view name)
{
    const std::size_t prefix = name.starts_with("SPAN_KIND_") ? 10 : name.starts_with("SpanKind.") ? 9 : 0;
    std::string lower(name.substr(prefix));
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (std::size_t kind = 1; kind < kindNames.size(); ++kind) {
        if (lower == kindNames[kind])
            return static_cast<int>(kind);
    }
    return 0;
}

} // namespace otlp

} // namespace spanglass::formats
