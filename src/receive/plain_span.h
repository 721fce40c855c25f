// SPDX-License-Identifier: GPL-3.0-or-later
/// A span as views into the request that brought it. Most spans are plain: scalar values, text that is UTF-8,
/// no links. They go into the journal without a string of their own; the others take the way through
/// trace::Span. Both ways write the same records (tst_otlp_intake compares them).
///
///     PlainSpan span;
///     if (readPlainProto(message, span)) span.write(sink);
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "receive/span_sink.h"

namespace spanglass::receive {

/// Used again and again: `clear` keeps the memory.
struct PlainSpan
{
    struct Attribute
    {
        std::string_view key;
        journal::ValueView value;
    };
    struct Event
    {
        std::int64_t timeUnixNs = 0;
        std::string_view name;
        std::string_view attributesJson;
    };

    TraceId trace;
    SpanId id;
    SpanId parent;
    std::string_view name;
    std::int64_t startUnixNs = 0;
    std::int64_t endUnixNs = 0; ///< 0: it still runs
    Status status = Status::unset;
    std::string_view statusMessage;
    std::vector<Attribute> attributes; ///< in the order in which they are written
    std::vector<Event> events;
    std::deque<std::string> texts; ///< what the request does not hold in one piece

    void clear();
    /// Keeps a text for as long as the span.
    std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }
    void write(SpanSink& sink) const;
};

/// A JSON object of plain attributes; empty for none.
[[nodiscard]] std::string attributesJson(const std::vector<PlainSpan::Attribute>& attributes);

/// Reads one Span message. False where it is not plain, broken or to be refused: `span` is of no use then.
[[nodiscard]] bool readPlainProto(std::string_view message, PlainSpan& span);

} // namespace spanglass::receive
