// SPDX-License-Identifier: GPL-3.0-or-later
/// The outbox of one destination in the local store: the store's change log is the queue, a position in it
/// and the quarantine are all that is written (store/deliveries.h).
#pragma once

#include <filesystem>
#include <memory>

#include "base/masking.h"
#include "store/change_reader.h"
#include "store/deliveries.h"
#include "sync/clock.h"
#include "sync/outbox.h"
#include "sync/read_ahead.h"

namespace spanglass::sync {

class StoreOutbox final : public Outbox
{
public:
    [[nodiscard]] static Result<std::unique_ptr<StoreOutbox>>
    open(const std::filesystem::path& store, std::int64_t destination, const Clock& clock);

    Result<Orders> orders() override;
    Result<void> pause(const std::string& reason) override;
    Result<Lanes> lanes() override;
    Result<std::int64_t> waiting(const Lane& lane, std::int64_t most) override;
    Result<ChangePosition> end() override;
    Result<Window> read(const Lane& lane, const Limits& limits, bool withRunning,
                        std::int64_t heldAfterNs) override;
    Result<void> settle(const Lanes& lanes, std::int64_t delivered,
                        const std::vector<Quarantined>& refused) override;
    Result<std::vector<ScoreItem>> scores(std::size_t limit) override;
    Result<void> settleScores(std::int64_t upTo, std::int64_t delivered,
                              const std::vector<Quarantined>& refused) override;
    Result<Window> retries(const Limits& limits) override;
    Result<void> settleRetries(const std::vector<const Item*>& delivered,
                               const std::vector<Quarantined>& refused) override;
    Result<void> setHealth(const Health& health) override;
    /// The courier ends: nothing is under way any more and nobody delivers.
    Result<void> signOff();

    /// What is handed out from now on is masked.
    void setMasking(Masking masking) { m_masking = std::move(masking); }
    /// From now on, while a backlog is delivered, the window behind is read and prepared on a thread beside.
    using Prepare = std::function<std::shared_ptr<const Prepared>(const Window&)>;
    void readAhead(Prepare prepare);
    void stopReadingAhead();

    /// The row as the last `orders` saw it.
    [[nodiscard]] const store::DestinationRow& row() const { return m_row; }

private:
    [[nodiscard]] Result<Window> readNow(const store::ChangeQuery& query);
    void mask(Window& window) const;
    StoreOutbox(std::filesystem::path store, store::Deliveries deliveries, std::int64_t destination,
                const Clock& clock);
    [[nodiscard]] std::vector<store::QuarantineRow> rowsOf(const std::vector<Quarantined>& refused) const;

    std::filesystem::path m_store;
    store::Deliveries m_deliveries;
    store::ChangeReader m_reader;
    std::int64_t m_destination;
    const Clock& m_clock;
    store::DestinationRow m_row;
    std::string m_lanes; ///< as they stand in the row, as far as this courier knows
    Masking m_masking;
    std::unique_ptr<ReadAhead> m_ahead; ///< last: its thread uses the masking
};

} // namespace spanglass::sync
