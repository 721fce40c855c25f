// SPDX-License-Identifier: Apache-2.0
/// Wakes one sleeping thread. Ringing never blocks, and costs a system call only when that thread sleeps.
#pragma once

#include <atomic>
#include <chrono>
#include <ctime>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace spanglass::journal {

class Bell
{
public:
    /// Any thread.
    void ring() noexcept
    {
        if (m_state.exchange(rung, std::memory_order_acq_rel) == sleeping)
            ::syscall(SYS_futex, &m_state, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
    }

    /// The one listener: returns when rung since the last call, or after `timeout`.
    void wait(std::chrono::milliseconds timeout) noexcept
    {
        std::uint32_t before = awake;
        if (m_state.compare_exchange_strong(before, sleeping, std::memory_order_acq_rel)) {
            const timespec time{timeout.count() / 1000, timeout.count() % 1000 * 1'000'000};
            ::syscall(SYS_futex, &m_state, FUTEX_WAIT_PRIVATE, sleeping, &time, nullptr, 0);
        }
        m_state.store(awake, std::memory_order_release);
    }

private:
    static constexpr std::uint32_t awake = 0;
    static constexpr std::uint32_t sleeping = 1;
    static constexpr std::uint32_t rung = 2;
    std::atomic<std::uint32_t> m_state{awake};
};

} // namespace spanglass::journal
