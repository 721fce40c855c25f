// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/delivery_service.h"

#include <algorithm>

#include "store/deliveries.h"

namespace spanglass::sync {
namespace {

constexpr Milliseconds lookInterval(1000);
constexpr Milliseconds quietPoll(20);

} // namespace

DeliveryService::DeliveryService(std::filesystem::path store, CourierSettings settings)
    : m_store(std::move(store)), m_settings(settings)
{
    lookForDestinations();
    m_watcher = std::thread([this] { watch(); });
}

DeliveryService::~DeliveryService()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_condition.notify_all();
    m_watcher.join();
}

void DeliveryService::watch()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        if (m_condition.wait_for(lock, lookInterval, [this] { return m_stopping; }))
            return;
        lock.unlock();
        lookForDestinations();
    }
}

void DeliveryService::lookForDestinations()
{
    const auto deliveries = store::Deliveries::open(m_store);
    if (!deliveries)
        return;
    const auto rows = deliveries->destinations();
    if (!rows)
        return;
    std::vector<std::unique_ptr<CourierThread>> gone;
    const std::lock_guard lock(m_mutex);
    const auto known = [&](std::int64_t id) {
        return std::any_of(m_couriers.begin(), m_couriers.end(),
                           [&](const auto& courier) { return courier->destination() == id; });
    };
    for (const store::DestinationRow& row : *rows) {
        if (known(row.id))
            continue;
        m_couriers.push_back(std::make_unique<CourierThread>(m_store, row.id, m_settings));
        if (m_flushing)
            m_couriers.back()->flush();
    }
    for (auto& courier : m_couriers) {
        if (std::none_of(rows->begin(), rows->end(),
                         [&](const auto& row) { return row.id == courier->destination(); }))
            gone.push_back(std::move(courier));
    }
    std::erase(m_couriers, nullptr);
}

void DeliveryService::wake()
{
    const std::lock_guard lock(m_mutex);
    for (const auto& courier : m_couriers)
        courier->wake();
}

bool DeliveryService::quiet()
{
    const std::lock_guard lock(m_mutex);
    return std::all_of(m_couriers.begin(), m_couriers.end(),
                       [](const auto& courier) { return courier->phase() != CourierThread::Phase::working; });
}

bool DeliveryService::flush(Milliseconds limit)
{
    const auto until = std::chrono::steady_clock::now() + limit;
    std::unique_lock lock(m_mutex);
    m_flushing = true;
    std::vector<std::int64_t> before;
    for (const auto& courier : m_couriers) {
        before.push_back(courier->rounds());
        courier->flush();
    }
    // A courier is done when it looked again after it was told, twice to be sure, and found nothing to do.
    const auto done = [&] {
        for (std::size_t i = 0; i < m_couriers.size() && i < before.size(); ++i) {
            if (m_couriers[i]->rounds() < before[i] + 2 ||
                m_couriers[i]->phase() == CourierThread::Phase::working)
                return false;
        }
        return true;
    };
    while (!done() && std::chrono::steady_clock::now() < until)
        m_condition.wait_for(lock, quietPoll);
    return std::all_of(m_couriers.begin(), m_couriers.end(),
                       [](const auto& courier) { return courier->phase() == CourierThread::Phase::idle; });
}

} // namespace spanglass::sync
