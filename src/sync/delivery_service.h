// SPDX-License-Identifier: GPL-3.0-or-later
/// All deliveries of a store in this process: a thread per destination, so that one that hangs holds up
/// nobody.
///
///     DeliveryService service(storeDirectory);
///     …
///     service.flush(2s);                       // on exit: what can leave leaves, the rest waits in the
///     store
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "sync/courier_thread.h"

namespace spanglass::sync {

class DeliveryService
{
public:
    explicit DeliveryService(std::filesystem::path store, CourierSettings settings = {});
    ~DeliveryService();
    DeliveryService(const DeliveryService&) = delete;
    DeliveryService& operator=(const DeliveryService&) = delete;

    /// The store has news, or somebody gave orders.
    void wake();
    /// Delivers what waits, up to `limit`; true when nothing waits any more. A destination that cannot
    /// deliver now does not hold it up.
    bool flush(Milliseconds limit);
    /// Nothing waits, or nothing can go.
    [[nodiscard]] bool quiet();

private:
    void watch();
    void lookForDestinations();

    std::filesystem::path m_store;
    CourierSettings m_settings;
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_stopping = false;
    bool m_flushing = false;
    std::vector<std::unique_ptr<CourierThread>> m_couriers;
    std::thread m_watcher; ///< finds added and removed destinations
};

} // namespace spanglass::sync
