// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether every destination has got a trace. What a destination still has to get is written as intervals of
/// the change log (change_log.h), "CHANGED ROW CHANGED ROW;" each, first exclusive, last inclusive; sync
/// writes them. What it refused is not delivered either.
#pragma once

#include <string>
#include <vector>

#include "store/change_log.h"
#include "store/database.h"

namespace spanglass::store {

class Undelivered
{
public:
    explicit Undelivered(Database& database);

    /// The store delivers somewhere.
    [[nodiscard]] bool anywhere() const { return !m_destinations.empty(); }
    [[nodiscard]] bool holds(std::int64_t traceRow);

private:
    struct Interval
    {
        ChangePosition after, to;
    };
    static std::vector<Interval> intervalsOf(const std::string& lanes);

    std::vector<std::vector<Interval>> m_destinations;
    Statement m_waits, m_refused;
};

} // namespace spanglass::store
