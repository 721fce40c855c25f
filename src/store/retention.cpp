// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/retention.h"

#include <algorithm>
#include <unordered_set>

#include "store/undelivered.h"

namespace spanglass::store {
namespace {

constexpr std::int64_t dayNs = 86'400LL * 1'000'000'000;
/// What may go by age at once without a person: a quarter of the traces, but a small store may empty itself.
constexpr std::int64_t alwaysAllowed = 100;

class Picker
{
public:
    Picker(Database& database, const RetentionQuestion& question)
        : m_database(database), m_question(question), m_undelivered(database),
          m_traces(database.integer("SELECT traces FROM totals"))
    {
    }

    Victims pick()
    {
        const RetentionPolicy& policy = m_question.policy;
        if (policy.days)
            byAge(*policy.days);
        if (policy.traces && m_traces > *policy.traces)
            oldest(m_traces - *policy.traces, std::int64_t{1} << 62);
        if (policy.bytes)
            if (const std::int64_t tooMuch = bytesInUse(m_database) - *policy.bytes; tooMuch > 0)
                bySize(tooMuch);
        return std::move(m_victims);
    }

private:
    void byAge(std::int64_t days)
    {
        if (!m_question.asked && !m_question.clockBelieved) {
            m_victims.held = "the clock jumped; nothing is deleted by age until it is steady for an hour";
            return;
        }
        std::int64_t cutoffNs = 0;
        if (days > 100'000 || __builtin_sub_overflow(m_question.nowUnixNs, days * dayNs, &cutoffNs))
            return;
        Statement count = m_database.prepare(
            "SELECT count(*) FROM traces WHERE start_ns < ?1 AND end_ns < ?1 AND running = 0");
        const std::int64_t old = count.bind(1, cutoffNs).next() ? count.integer(0) : 0;
        count.reset();
        if (!m_question.asked && old > std::max(alwaysAllowed, m_traces / 4)) {
            m_victims.held = std::to_string(old) + " of " + std::to_string(m_traces) +
                             " traces are older than " + std::to_string(days) +
                             " days at once; if the clock is right, `spanglass retain --days " +
                             std::to_string(days) + "` deletes them";
            return;
        }
        Statement rows =
            m_database.prepare("SELECT id, 0 FROM traces WHERE start_ns < ?1 AND end_ns < ?1 AND "
                               "running = 0 ORDER BY start_ns, id");
        take(rows.bind(1, cutoffNs), old, std::int64_t{1} << 62);
    }

    void bySize(std::int64_t bytes)
    {
        const std::int64_t spans = std::max<std::int64_t>(1, m_database.integer("SELECT spans FROM totals"));
        const std::int64_t perSpan = std::max<std::int64_t>(1, bytesInUse(m_database) / spans);
        oldest(std::int64_t{1} << 62, bytes / perSpan + 1);
    }

    void oldest(std::int64_t traces, std::int64_t spans)
    {
        Statement rows =
            m_database.prepare("SELECT id, spans FROM traces WHERE running = 0 ORDER BY start_ns, id");
        take(rows, traces, spans);
    }

    /// The first rows, until there are `traces` or they have `spans` spans; those that stay do not count.
    void take(Statement& rows, std::int64_t traces, std::int64_t spans)
    {
        auto& picked = m_victims.traceRows;
        while (traces > 0 && spans > 0 && picked.size() < static_cast<std::size_t>(m_question.most) &&
               rows.next()) {
            const std::int64_t row = rows.integer(0);
            const bool known = m_known.contains(row);
            if (!known && m_undelivered.holds(row)) {
                if (!m_question.policy.undelivered) {
                    ++m_victims.keptUndelivered;
                    --traces;
                    continue;
                }
                ++m_victims.undelivered;
            }
            if (m_known.insert(row).second)
                picked.push_back(row);
            --traces;
            spans -= rows.integer(1);
        }
        rows.reset();
    }

    Database& m_database;
    const RetentionQuestion& m_question;
    Undelivered m_undelivered;
    std::int64_t m_traces;
    std::unordered_set<std::int64_t> m_known; ///< among the victims
    Victims m_victims;
};

} // namespace

std::int64_t bytesInUse(Database& database)
{
    return (database.integer("PRAGMA page_count") - database.integer("PRAGMA freelist_count")) *
           database.integer("PRAGMA page_size");
}

Result<Victims> pickVictims(Database& database, const RetentionQuestion& question)
{
    Victims victims = Picker(database, question).pick();
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    return victims;
}

} // namespace spanglass::store
