// SPDX-License-Identifier: Apache-2.0
/// Choice and calibration of the recorder's clock.
#include "journal/clock.h"

#include <cstdlib>
#include <cstring>
#include <ctime>

#include "journal/file.h"

namespace spanglass::journal::clock {

std::atomic<Source> g_source{Source::unknown};

namespace {

std::atomic<FakeClock*> fakeClock{nullptr};

/// The kernel uses the counter as its own clock only where it is invariant and the same on all processors.
bool kernelTrustsCounter() noexcept
{
#if defined(__x86_64__)
    const char* wish = std::getenv("SPANGLASS_CLOCK");
    if (wish != nullptr && std::strcmp(wish, "monotonic") == 0)
        return false;
    try {
        const auto name = readSmallFile("/sys/devices/system/clocksource/clocksource0/current_clocksource");
        return name && name->rfind("tsc", 0) == 0;
    } catch (...) {
        return false;
    }
#else
    return false;
#endif
}

std::int64_t readNs(clockid_t id) noexcept
{
    timespec time{};
    ::clock_gettime(id, &time);
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

Source source() noexcept
{
    Source known = g_source.load(std::memory_order_acquire);
    if (known == Source::unknown) {
        known = kernelTrustsCounter() ? Source::counter : Source::monotonic;
        g_source.store(known, std::memory_order_release);
    }
    return known;
}

void setFake(FakeClock* fake) noexcept
{
    fakeClock.store(fake);
    g_source.store(fake != nullptr ? Source::fake : Source::unknown, std::memory_order_release);
    if (fake == nullptr)
        source();
}

std::uint64_t slowTicks() noexcept
{
#if defined(__x86_64__)
    if (source() == Source::counter)
        return __rdtsc();
#endif
    return static_cast<std::uint64_t>(monoNs());
}

std::int64_t monoNs() noexcept
{
    if (const FakeClock* fake = fakeClock.load(std::memory_order_acquire))
        return fake->monoNs.load(std::memory_order_acquire);
    return readNs(CLOCK_MONOTONIC);
}

std::int64_t utcNs() noexcept
{
    if (const FakeClock* fake = fakeClock.load(std::memory_order_acquire))
        return fake->utcNs.load(std::memory_order_acquire);
    return readNs(CLOCK_REALTIME);
}

Pair pair() noexcept
{
    // Of several tries the one with the least time between the two readings of the counter.
    Pair best;
    std::uint64_t least = UINT64_MAX;
    for (int attempt = 0; attempt < 8; ++attempt) {
        const std::uint64_t before = ticks();
        const std::int64_t mono = monoNs();
        const std::uint64_t spread = ticks() - before;
        if (spread < least) {
            least = spread;
            best = {before + spread / 2, mono};
        }
    }
    return source() == Source::counter ? best : Pair{static_cast<std::uint64_t>(best.monoNs), best.monoNs};
}

double nsPerTick(const Pair& begin, std::int64_t atLeastNs) noexcept
{
    if (source() != Source::counter)
        return 1;
    Pair now = pair();
    while (now.monoNs - begin.monoNs < atLeastNs) {
        const timespec rest{0, 200'000};
        ::nanosleep(&rest, nullptr);
        now = pair();
    }
    const auto ticksPassed = static_cast<double>(now.ticks - begin.ticks);
    return ticksPassed > 0 ? static_cast<double>(now.monoNs - begin.monoNs) / ticksPassed : 1;
}

} // namespace spanglass::journal::clock
