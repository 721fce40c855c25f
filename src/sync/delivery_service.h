// SPDX-License-Identifier: GPL-3.0-or-later
/// All deliveries of a store in this process: a thread per destination, so that one that hangs holds up
/// nobody.
///
///     DeliveryService service(storeDirectory, deliverySettings());
///     …
///     service.flush(2s);              // on exit: what can leave leaves, the rest waits in the store
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "sync/courier_thread.h"

namespace spanglass::sync {

class DeliveryService
{
public:
    using MaskRules = std::function<std::vector<std::string>()>;

    /// `receiver` says where the store's own receiver listens: no destination there is delivered to. `rules`
    /// are the project's for masking, asked for again and again: every destination gets those it lacks
    /// (sync/project_rules.h), the first ones before anything leaves.
    explicit DeliveryService(std::filesystem::path store, CourierSettings settings = {},
                             ReceiverAddresses receiver = {}, MaskRules rules = {});
    ~DeliveryService();
    DeliveryService(const DeliveryService&) = delete;
    DeliveryService& operator=(const DeliveryService&) = delete;

    /// The store has news, or somebody gave orders.
    void wake();
    /// Delivers what waits, up to `limit`; true when nothing waits any more. A destination that cannot
    /// deliver now does not hold it up.
    bool flush(Milliseconds limit);
    /// As `flush`, without waiting: what waits is to leave now.
    void startFlush();
    /// Since `startFlush`: nothing waits any more, or what waits will not go soon (paused, breaker open, no
    /// secret, delivered by another process). What is only between two tries counts as waiting.
    [[nodiscard]] bool settled();

private:
    void watch();
    void lookForDestinations();
    [[nodiscard]] bool looked();

    std::filesystem::path m_store;
    CourierSettings m_settings;
    ReceiverAddresses m_receiver;
    MaskRules m_rules;
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_stopping = false;
    bool m_flushing = false;
    std::vector<std::unique_ptr<CourierThread>> m_couriers;
    std::map<std::int64_t, std::int64_t> m_roundsBefore; ///< of each courier when the flush began
    std::thread m_watcher;                               ///< finds added and removed destinations
};

} // namespace spanglass::sync
