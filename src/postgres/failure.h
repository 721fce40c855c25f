// SPDX-License-Identifier: GPL-3.0-or-later
/// What a failure of Postgres means for the one who wanted something of it: wait, mend a setting, or look at
/// the rows themselves.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace spanglass::postgres {

enum class FailureKind
{
    unreachable, ///< no server, or the connection broke: what was sent last may or may not have happened
    busy,        ///< the server said no for now: locks, restart, connections, memory, disk
    settings,    ///< credentials, permissions, a missing database: nothing helps but mending them
    schema,      ///< our tables are not there, or are newer than this program
    rejected,    ///< these rows cannot be stored; others can
    cancelled,
};

/// `message` is one line, names the cause, and never holds the password.
struct Failure
{
    FailureKind kind = FailureKind::unreachable;
    std::string sqlState; ///< five characters, empty where the server said nothing
    std::string message;
};

template<class T> using Outcome = tl::expected<T, Failure>;

/// By SQLSTATE (PostgreSQL 15, appendix A); an empty one is a connection that broke.
[[nodiscard]] FailureKind kindOfSqlState(std::string_view sqlState);

/// The same for a failed connection attempt, from libpq's verbose text ("FATAL:  28P01: …"), with advice.
[[nodiscard]] Failure connectFailure(std::string_view libpqMessage);

} // namespace spanglass::postgres
