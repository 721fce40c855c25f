// SPDX-License-Identifier: GPL-3.0-or-later
/// One Chrome trace event, and the details of a span that came of one.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/json_cursor.h"
#include "formats/reader.h"
#include "trace/span.h"

namespace spanglass::formats {

/// Views into the file's text; what had escapes lives in the event.
struct ChromeEvent
{
    char phase = '\0';
    std::string_view name;
    std::string_view category;
    std::string_view process; ///< pid: digits, or the inside of a string
    std::string_view thread;
    std::string_view id;
    std::string_view scope;
    bool idIsLocal = false;
    bool enclosing = false; ///< bp = "e"
    std::string_view bindId;
    bool flowIn = false;
    bool flowOut = false;
    bool hasArguments = false;
    bool timeKnown = false;
    std::int64_t timeNs = 0;
    std::int64_t durationNs = 0;
    std::string_view argumentName; ///< args.name, where it is text

    std::string nameText, argumentNameText; // where there were escapes
};

/// Called with each member of `args`; the value only where it is text.
using OnArgument = std::function<void(std::string_view key, std::string_view value)>;
void readChromeEvent(JsonCursor& at, ChromeEvent& event, const OnArgument& onArgument);

/// Arguments that our own export writes, so that ids and tree come back; they are no attributes.
namespace chrome {
inline constexpr std::string_view traceId = "trace_id";
inline constexpr std::string_view spanId = "span_id";
inline constexpr std::string_view parentSpanId = "parent_span_id";
inline constexpr std::string_view status = "status";
inline constexpr std::string_view statusMessage = "status_message";
} // namespace chrome

struct ChromeTrack
{
    std::string process, thread, processName, threadName;
};

/// What reading details needs besides the text; filled while the file is read. Keys are places of events.
struct ChromeDetails
{
    SharedBytes bytes;
    std::vector<ChromeTrack> tracks;
    std::unordered_map<std::uint64_t, std::uint64_t> ends; ///< begin → end event that has arguments too
    std::multimap<std::uint64_t, std::uint64_t> instants;
    std::multimap<std::uint64_t, SpanId> links;
};
void readChromeDetails(const ChromeDetails& shared, std::uint64_t place, std::uint32_t track,
                       trace::Span& span);

} // namespace spanglass::formats
