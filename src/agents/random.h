// SPDX-License-Identifier: Apache-2.0
/// Chance that repeats: the same seed gives the same run on every machine (std::distributions do not).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace agents {

class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}
    /// Chance that depends on a seed and on what it is for.
    Random(std::uint64_t seed, std::string_view purpose) : m_state(seed)
    {
        for (const char c : purpose)
            m_state = (m_state ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    }

    std::uint64_t next() // splitmix64
    {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    /// 0 … count − 1; `count` is not 0.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    /// low … high, both included.
    int between(int low, int high)
    {
        return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
    }

private:
    std::uint64_t m_state;
};

} // namespace agents
