// SPDX-License-Identifier: GPL-3.0-or-later
/// Destinations of deliveries as rows: their configuration, how far each is, how it fares, and what it
/// refused. What the rows mean is the room sync's affair; here they are read and written, each change in a
/// short transaction of its own, so that every Spanglass process sees and may change them.
///
///     auto deliveries = Deliveries::open(storeDirectory);
///     for (const DestinationRow& row : *deliveries->destinations()) …
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/change_log.h"
#include "store/database.h"
#include "trace/span.h"

namespace spanglass::store {

struct DeliveryHealth
{
    std::string state = "idle";     ///< idle, sending, catching up, waiting, failing, paused, stopped
    std::string breaker = "closed"; ///< closed, open, half-open
    std::int64_t sending = 0;       ///< spans in flight
    std::int64_t sendingTo = 0;     ///< commit number of the last of them
    std::int64_t uncertain = 0;     ///< spans that were sent without an answer
    double ratePerSecond = 0;
    std::int64_t lastSuccessUnixNs = 0; ///< 0: never
    std::int64_t lastErrorUnixNs = 0;
    std::string lastError;
    std::int64_t nextTryUnixNs = 0; ///< 0: none is due
    std::string courier;            ///< who delivers, "pid 1234"
    friend bool operator==(const DeliveryHealth&, const DeliveryHealth&) = default;
};

struct DestinationRow
{
    std::int64_t id = 0;
    std::string name, kind, url, settings;
    bool paused = false;
    std::string pausedReason;
    std::string lanes;
    std::int64_t scoresTo = 0;
    std::int64_t delivered = 0;
    std::int64_t retryRequests = 0;
    DeliveryHealth health;
};

struct QuarantineRow
{
    std::int64_t spanRow = 0; ///< 0: a score
    std::int64_t score = 0;   ///< 0: a span
    TraceId trace;
    SpanId span;
    std::string reason;
    std::int64_t timeUnixNs = 0;
    bool again = false;
};

struct ScoreRow
{
    std::int64_t id = 0;
    TraceId trace;
    SpanId span; ///< invalid: of the trace
    trace::Score score;
    std::int64_t timeUnixNs = 0;
    std::string project; ///< of its trace; empty where that is not there
};

class Deliveries
{
public:
    /// A connection of its own; used by one thread.
    [[nodiscard]] static Result<Deliveries> open(const std::filesystem::path& directory);
    /// For whoever has a connection already.
    explicit Deliveries(std::shared_ptr<Database> database) : m_database(std::move(database)) {}

    [[nodiscard]] Result<std::vector<DestinationRow>> destinations() const;
    [[nodiscard]] Result<std::optional<DestinationRow>> destination(std::int64_t id) const;
    [[nodiscard]] Result<std::optional<DestinationRow>> destination(const std::string& name) const;

    [[nodiscard]] Result<std::int64_t> add(const std::string& name, const std::string& kind,
                                           const std::string& url, const std::string& settings);
    [[nodiscard]] Result<void> update(std::int64_t id, const std::string& url, const std::string& settings);
    [[nodiscard]] Result<void> remove(std::int64_t id);
    [[nodiscard]] Result<void> setPaused(std::int64_t id, bool paused, const std::string& reason = {});
    /// Wakes the courier out of any wait, and gives what is quarantined another try.
    [[nodiscard]] Result<void> requestRetry(std::int64_t id);
    /// As if nothing had been delivered.
    [[nodiscard]] Result<void> startOver(std::int64_t id);
    [[nodiscard]] Result<void> setHealth(std::int64_t id, const DeliveryHealth& health);

    /// What is settled, in one transaction, on top of the lanes `before`: where somebody started over
    /// meanwhile, that stands. A destination that was removed meanwhile stays removed.
    [[nodiscard]] Result<void> settle(std::int64_t id, const std::string& before, const std::string& lanes,
                                      std::int64_t delivered, const std::vector<QuarantineRow>& refused);
    [[nodiscard]] Result<void> settleScores(std::int64_t id, std::int64_t scoresTo, std::int64_t delivered,
                                            const std::vector<QuarantineRow>& refused);
    /// Of spans tried again: what arrived leaves the quarantine, what did not has its new reason.
    [[nodiscard]] Result<void> settleRetries(std::int64_t id, const std::vector<std::int64_t>& deliveredRows,
                                             const std::vector<QuarantineRow>& refused);

    [[nodiscard]] Result<std::vector<QuarantineRow>> quarantine(std::int64_t id, int limit = 1000) const;
    [[nodiscard]] Result<std::int64_t> quarantined(std::int64_t id) const;
    [[nodiscard]] Result<bool> quarantined(std::int64_t id, TraceId trace) const;
    [[nodiscard]] Result<std::vector<ScoreRow>> scoresAfter(std::int64_t id, int limit) const;

    /// Rows of spans in the quarantine that are to be tried again; those whose span was deleted leave it
    /// here.
    [[nodiscard]] Result<std::vector<std::int64_t>> retries(std::int64_t id, int limit);

    [[nodiscard]] const std::shared_ptr<Database>& shared() const { return m_database; }

private:
    [[nodiscard]] Result<void> change(const char* sql, std::int64_t id) const;
    void addQuarantine(std::int64_t id, const std::vector<QuarantineRow>& refused) const;
    std::shared_ptr<Database> m_database;
};

} // namespace spanglass::store
