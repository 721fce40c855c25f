// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/undelivered.h"

#include <sstream>

#include "store/trace_rows.h"

namespace spanglass::store {

Undelivered::Undelivered(Database& database)
    : m_waits(database.prepare("SELECT 1 FROM spans WHERE id BETWEEN ?1 AND ?2 AND (changed, id) > (?3, ?4)"
                               " AND (changed, id) <= (?5, ?6) LIMIT 1")),
      m_refused(database.prepare("SELECT 1 FROM quarantine WHERE trace_id = (SELECT trace_id FROM traces"
                                 " WHERE id = ?1) LIMIT 1"))
{
    Statement lanes = database.prepare("SELECT lanes FROM destinations");
    while (lanes.next())
        m_destinations.push_back(intervalsOf(lanes.text(0)));
}

/// A text that says nothing, or nothing that can be read, means that everything is still to go.
std::vector<Undelivered::Interval> Undelivered::intervalsOf(const std::string& lanes)
{
    std::vector<Interval> intervals;
    std::istringstream text(lanes);
    Interval next;
    char end = 0;
    while (text >> next.after.changed >> next.after.row >> next.to.changed >> next.to.row >> end)
        intervals.push_back(next);
    if (intervals.empty())
        intervals.push_back({{}, endOfLog});
    return intervals;
}

bool Undelivered::holds(std::int64_t traceRow)
{
    if (m_destinations.empty())
        return false;
    const auto found = [](Statement& statement) {
        const bool any = statement.next();
        statement.reset();
        return any;
    };
    if (found(m_refused.bind(1, traceRow)))
        return true;
    for (const auto& intervals : m_destinations) {
        for (const Interval& interval : intervals) {
            m_waits.bind(1, firstSpanOf(traceRow)).bind(2, lastSpanOf(traceRow));
            m_waits.bind(3, interval.after.changed).bind(4, interval.after.row);
            if (found(m_waits.bind(5, interval.to.changed).bind(6, interval.to.row)))
                return true;
        }
    }
    return false;
}

} // namespace spanglass::store
