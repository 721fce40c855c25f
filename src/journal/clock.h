// SPDX-License-Identifier: Apache-2.0
/// The recorder's clock: the processor's counter where the kernel itself trusts it, else CLOCK_MONOTONIC.
///
/// Ticks are recorded as they are; the reader turns them into time. UTC is monotonic time plus an offset that
/// holds for a whole trace, so that a jump of the wall clock changes no duration.
#pragma once

#include <atomic>
#include <cstdint>

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace spanglass::journal {

/// Stands in for both clocks in tests. Ticks are nanoseconds then.
struct FakeClock
{
    std::atomic<std::int64_t> monoNs{1'000'000'000};
    std::atomic<std::int64_t> utcNs{1'700'000'000'000'000'000};

    void advance(std::int64_t ns)
    {
        monoNs += ns;
        utcNs += ns;
    }
};

namespace clock {

enum class Source : std::uint8_t
{
    unknown,
    counter,
    monotonic,
    fake,
};
extern std::atomic<Source> g_source;

/// Finds out what this machine offers; `SPANGLASS_CLOCK=monotonic` forbids the counter. Cheap when repeated.
Source source() noexcept;
/// The clock of all recorders opened from now on; nullptr: the real one again.
void setFake(FakeClock* fake) noexcept;

[[nodiscard]] std::uint64_t slowTicks() noexcept;
/// Ticks are the processor's counter, which can be read without a call.
[[nodiscard]] inline bool hasCounter() noexcept
{
#if defined(__x86_64__)
    return g_source.load(std::memory_order_relaxed) == Source::counter;
#else
    return false;
#endif
}
/// Only where it is there.
[[nodiscard]] inline std::uint64_t counter() noexcept
{
#if defined(__x86_64__)
    return __rdtsc();
#else
    return slowTicks();
#endif
}
[[nodiscard]] inline std::uint64_t ticks() noexcept
{
    return hasCounter() ? counter() : slowTicks();
}

[[nodiscard]] std::int64_t monoNs() noexcept;
[[nodiscard]] std::int64_t utcNs() noexcept;

/// The same instant on two clocks.
struct Pair
{
    std::uint64_t ticks = 0;
    std::int64_t monoNs = 0;
};
[[nodiscard]] Pair pair() noexcept;

/// Nanoseconds per tick, measured since `begin`; waits until that was `atLeastNs` ago. 1 without the counter.
[[nodiscard]] double nsPerTick(const Pair& begin, std::int64_t atLeastNs) noexcept;

} // namespace clock
} // namespace spanglass::journal
