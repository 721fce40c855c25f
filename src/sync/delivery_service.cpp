// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/delivery_service.h"

#include <algorithm>

#include "store/deliveries.h"
#include "sync/project_rules.h"

namespace spanglass::sync {
namespace {

constexpr Milliseconds lookInterval(1000);
constexpr Milliseconds quietPoll(20);

} // namespace

DeliveryService::DeliveryService(std::filesystem::path store, CourierSettings settings,
                                 ReceiverAddresses receiver, MaskRules rules)
    : m_store(std::move(store)), m_settings(settings), m_receiver(std::move(receiver)),
      m_rules(std::move(rules))
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
    auto deliveries = store::Deliveries::open(m_store);
    if (!deliveries)
        return;
    // A destination whose rules cannot be written now keeps its old ones; the next look tries again.
    if (m_rules)
        (void)bringMaskRules(*deliveries, m_rules());
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
        m_couriers.push_back(std::make_unique<CourierThread>(m_store, row.id, m_settings, m_receiver));
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

/// A courier's phase is news when it looked again after it was told, twice to be sure. Under the mutex.
bool DeliveryService::looked()
{
    return std::all_of(m_couriers.begin(), m_couriers.end(), [this](const auto& courier) {
        const auto before = m_roundsBefore.find(courier->destination());
        return courier->rounds() >= (before == m_roundsBefore.end() ? 0 : before->second) + 2;
    });
}

void DeliveryService::startFlush()
{
    lookForDestinations();
    const std::lock_guard lock(m_mutex);
    m_flushing = true;
    m_roundsBefore.clear();
    for (const auto& courier : m_couriers) {
        m_roundsBefore[courier->destination()] = courier->rounds();
        courier->flush();
    }
}

bool DeliveryService::settled()
{
    using Phase = CourierThread::Phase;
    const std::lock_guard lock(m_mutex);
    return looked() && std::all_of(m_couriers.begin(), m_couriers.end(), [](const auto& courier) {
               return courier->phase() == Phase::idle || courier->phase() == Phase::stuck;
           });
}

bool DeliveryService::flush(Milliseconds limit)
{
    using Phase = CourierThread::Phase;
    const auto until = std::chrono::steady_clock::now() + limit;
    startFlush();
    std::unique_lock lock(m_mutex);
    const auto all = [this](auto accepted) {
        return std::all_of(m_couriers.begin(), m_couriers.end(),
                           [&](const auto& courier) { return accepted(courier->phase()); });
    };
    while (!(looked() && all([](Phase phase) { return phase != Phase::working; })) &&
           std::chrono::steady_clock::now() < until)
        m_condition.wait_for(lock, quietPoll);
    return looked() && all([](Phase phase) { return phase == Phase::idle; });
}

} // namespace spanglass::sync
