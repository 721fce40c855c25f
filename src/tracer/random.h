// SPDX-License-Identifier: Apache-2.0
/// Random numbers of one thread: unpredictable ones for trace ids, fast unique ones for span ids.
#pragma once

#include <array>
#include <cstdint>

#include <spanglass/types.h>

namespace spanglass::detail {

/// Seeded from the kernel. A forked child must not go on with its parent's: `seed()` it anew.
class Random
{
public:
    void seed() noexcept;

    /// Steps of the golden ratio, which come to every number once; every thread begins at random.
    [[nodiscard]] SpanId spanId() noexcept
    {
        constexpr std::uint64_t step = 0x9E3779B97F4A7C15u;
        m_counter += step;
        if (m_counter + 1 <= 1) [[unlikely]] // 0 and the greatest number mean that there is none
            m_counter = step;
        return {m_counter};
    }

    [[nodiscard]] TraceId traceId() noexcept
    {
        for (;;) {
            if (m_left < 4) [[unlikely]]
                refill();
            const auto high = take();
            const TraceId id{high, take()};
            if (id.valid()) [[likely]]
                return id;
        }
    }

private:
    std::uint64_t take() noexcept
    {
        m_left -= 2;
        return std::uint64_t{m_block[m_left]} << 32 | m_block[m_left + 1];
    }
    void refill() noexcept;

    std::uint64_t m_counter = 0;
    std::array<std::uint32_t, 16> m_input{}; ///< of ChaCha20 (RFC 8439, 2.3): constants, key, counter, nonce
    std::array<std::uint32_t, 16> m_block{};
    unsigned m_left = 0;
};

} // namespace spanglass::detail
