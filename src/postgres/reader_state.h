// SPDX-License-Identifier: GPL-3.0-or-later
/// What a reader's answers share: one connection, opened again when it broke, and one question at a time.
#pragma once

#include <mutex>
#include <span>
#include <string>
#include <unordered_map>

#include "postgres/reader.h"

namespace spanglass::postgres {

inline constexpr Connection::Duration readDeadline(10'000);

struct Reader::State
{
    std::string conninfo;
    std::string password;
    std::stop_token stop;
    std::mutex mutex;
    std::unique_ptr<Connection> connection;

    Outcome<Rows> query(const std::string& sql, std::span<const std::optional<std::string>> parameters);
    Outcome<Rows> query(const std::string& sql, std::initializer_list<std::optional<std::string>> parameters)
    {
        return query(sql, std::span(parameters.begin(), parameters.size()));
    }

    Outcome<trace::Value> payload(TraceId trace, SpanId span, const char* name);
    Outcome<std::optional<trace::Span>> span(TraceId trace, SpanId id);
    Outcome<std::unordered_map<TraceId, trace::Turn>> turns(const std::vector<TraceId>& traces);
    Outcome<void> restoreValue(trace::Span& span, trace::Value& value, const Rows& rows, int column,
                               const char* name);
};

} // namespace spanglass::postgres
