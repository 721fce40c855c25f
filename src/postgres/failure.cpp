// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/failure.h"

#include <array>

namespace spanglass::postgres {
namespace {

struct Rule
{
    std::string_view prefix;
    FailureKind kind;
};

// The first match counts: single states before their classes.
constexpr std::array rules{
    Rule{"08", FailureKind::unreachable},
    Rule{"57014", FailureKind::busy}, // statement_timeout, or cancelled by an administrator
    Rule{"57P04", FailureKind::settings},
    Rule{"57", FailureKind::unreachable}, // shutting down, starting up
    Rule{"53", FailureKind::busy},        // disk full, memory, connections
    Rule{"40", FailureKind::busy},        // deadlock, serialization
    Rule{"55", FailureKind::busy},        // locks
    Rule{"58", FailureKind::busy},        // the server's own I/O
    Rule{"XX", FailureKind::busy},
    Rule{"25006", FailureKind::settings}, // read-only
    Rule{"25", FailureKind::busy},
    Rule{"28", FailureKind::settings},
    Rule{"3D", FailureKind::settings},
    Rule{"42501", FailureKind::settings},
    Rule{"42P01", FailureKind::schema},
    Rule{"42703", FailureKind::schema},
    Rule{"42P10", FailureKind::schema},
    Rule{"3F", FailureKind::schema},
    Rule{"0A", FailureKind::settings},
    Rule{"22", FailureKind::rejected},
    Rule{"23", FailureKind::rejected},
    Rule{"54", FailureKind::rejected},
};

std::string oneLine(std::string_view text)
{
    std::string line(text.substr(0, text.find('\n')));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r'))
        line.pop_back();
    return line;
}

bool isState(std::string_view text)
{
    if (text.size() < 5)
        return false;
    for (const char c : text.substr(0, 5)) {
        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')))
            return false;
    }
    return true;
}

std::string_view advice(std::string_view state, std::string_view message)
{
    if (state == "28P01")
        return " (set the password again)";
    if (state == "3D000")
        return " (create the database, or name another one)";
    if (state == "28000" && message.find("no encryption") != std::string_view::npos)
        return " (the server wants TLS: add sslmode=require or verify-full)";
    if (state == "28000")
        return " (the server does not let this user in: pg_hba.conf or the user name)";
    return {};
}

} // namespace

FailureKind kindOfSqlState(std::string_view sqlState)
{
    if (sqlState.empty())
        return FailureKind::unreachable;
    for (const Rule& rule : rules) {
        if (sqlState.starts_with(rule.prefix))
            return rule.kind;
    }
    return FailureKind::rejected;
}

Failure connectFailure(std::string_view libpqMessage)
{
    const std::size_t fatal = libpqMessage.find("FATAL:  ");
    if (fatal != std::string_view::npos && isState(libpqMessage.substr(fatal + 8))) {
        const std::string state(libpqMessage.substr(fatal + 8, 5));
        const std::string text = oneLine(libpqMessage.substr(fatal + 15));
        return {kindOfSqlState(state), state, text + std::string(advice(state, text))};
    }
    std::string text = oneLine(libpqMessage);
    constexpr std::array settings{"server does not support SSL",
                                  "no password supplied",
                                  "certificate",
                                  "definition of service",
                                  "invalid sslmode",
                                  "invalid connection option",
                                  "root certificate"};
    for (const std::string_view sign : settings) {
        if (text.find(sign) != std::string::npos)
            return {FailureKind::settings, {}, std::move(text)};
    }
    return {FailureKind::unreachable, {}, std::move(text)};
}

} // namespace spanglass::postgres
