// SPDX-License-Identifier: GPL-3.0-or-later
/// A thread that delivers to one destination for as long as it may: takes the destination's lock, finds its
/// secret, runs its courier, and begins anew when the configuration changed.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "sync/courier.h"
#include "sync/own_receiver.h"

namespace spanglass::sync {

class CourierThread
{
public:
    enum class Phase
    {
        working,
        idle,    ///< nothing waits
        waiting, ///< something waits for its next try
        stuck, ///< something waits and will for long: paused, open breaker, no secret, the lock is another's
    };

    CourierThread(std::filesystem::path store, std::int64_t destination, CourierSettings settings,
                  ReceiverAddresses receiver);
    /// Ends within two seconds, whatever the destination does.
    ~CourierThread();

    /// What waits is to leave now, without waiting for a batch to fill.
    void flush();
    void wake();
    [[nodiscard]] Phase phase() const { return m_phase.load(); }
    /// How often the thread has looked since it began: a phase is news only after another look.
    [[nodiscard]] std::int64_t rounds() const { return m_rounds.load(); }
    [[nodiscard]] std::int64_t destination() const { return m_destination; }

private:
    void run();
    void runWithLock();
    bool refusesItself(const DestinationConfig& config);
    void report(const std::string& problem);
    void signOff();
    void rest(Milliseconds time);
    void setDestination(Destination* destination);

    std::filesystem::path m_store;
    std::int64_t m_destination;
    CourierSettings m_settings;
    ReceiverAddresses m_receiver;
    SystemClock m_clock;
    std::mutex m_mutex;
    std::condition_variable m_condition;
    Destination* m_current = nullptr; ///< for stop, under the mutex
    bool m_stopping = false;
    bool m_woken = false;
    bool m_spoke = false; ///< the health row says that this process delivers
    std::atomic<bool> m_flush = false;
    std::atomic<Phase> m_phase = Phase::working;
    std::atomic<std::int64_t> m_rounds = 0;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace spanglass::sync
