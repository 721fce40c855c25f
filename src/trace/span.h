// SPDX-License-Identifier: GPL-3.0-or-later
/// A span as a value: everything that is known of one span, whoever recorded it.
/// Stores and formats produce it, views show it, the command line prints it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <spanglass/types.h>

#include "base/decimal.h"

namespace spanglass::trace {

/// JSON text that is a value (an object, a list), not a string that looks like one.
struct Json
{
    std::string text;
    friend bool operator==(const Json&, const Json&) = default;
};
using Bytes = std::vector<std::uint8_t>;
/// monostate: an empty value, which OTLP allows.
using Value = std::variant<std::monostate, std::string, std::int64_t, double, bool, Json, Bytes>;

struct Attribute
{
    std::string key;
    Value value;
    friend bool operator==(const Attribute&, const Attribute&) = default;
};
using Attributes = std::vector<Attribute>;

enum class State : std::uint8_t
{
    ended,
    running,     ///< no duration yet
    interrupted, ///< its process died; the duration reaches to the process's last record
};

enum SpanFlag : std::uint8_t
{
    flagDetached = 1,
    flagEndedLate = 2,
    flagOrphan = 4, ///< names a parent that is not there
    flagCycle = 8,  ///< was its own ancestor; cut here
    flagDuplicate = 16,
};

struct Tokens
{
    std::optional<std::int64_t> input;  ///< with cached ones (OTel's meaning)
    std::optional<std::int64_t> cached; ///< a part of input
    std::optional<std::int64_t> output; ///< with reasoning
    std::optional<std::int64_t> reasoning;
    std::optional<std::int64_t> total;
};

struct Event
{
    std::int64_t timeUnixNs = 0;
    std::string name;
    Attributes attributes;
};

struct Link
{
    TraceId trace;
    SpanId span;
    std::string traceState;
    Attributes attributes;
};

struct Score
{
    std::string name;
    Value value;
    std::string comment;
};

struct Scope
{
    std::string name;
    std::string version;
    Attributes attributes;
};

struct Span
{
    TraceId trace;
    SpanId id;
    SpanId parent;
    std::string sourceId; ///< the id it came with, where that is no W3C id
    std::string name;
    Kind kind = Kind::span;
    std::string service;
    Level level = Level::normal;
    std::int64_t startUnixNs = 0;
    std::optional<std::int64_t> durationNs; ///< none while running
    Status status = Status::unset;
    std::string statusMessage;
    State state = State::ended;
    std::uint8_t flags = 0; ///< SpanFlag

    // What the attributes mean (trace/meaning.h).
    std::string model;
    std::string provider;
    Tokens tokens;
    std::optional<Decimal> cost; ///< USD
    std::optional<std::int64_t> timeToFirstTokenNs;
    Value input;
    Value output;

    Attributes attributes;
    std::vector<Event> events;
    std::vector<Link> links;
    std::vector<Score> scores;
    Attributes resource;
    Scope scope;
};

} // namespace spanglass::trace
