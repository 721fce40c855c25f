// SPDX-License-Identifier: GPL-3.0-or-later
/// What tells the scores of one trace or span apart, the same on every machine and every retry: row numbers
/// of a local store would not be.
#pragma once

#include <cstdint>
#include <string_view>

namespace spanglass::sync {

/// Of a score's name and when it was given (or, of those logged on a span, which of them it is): 31 bits,
/// never negative. FNV-1a.
[[nodiscard]] constexpr std::int64_t scoreNumber(std::string_view name, std::int64_t which)
{
    std::uint64_t hash = 0xcbf29ce484222325u;
    const auto mix = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3u; };
    for (const char c : name)
        mix(static_cast<unsigned char>(c));
    for (int shift = 0; shift < 64; shift += 8)
        mix(static_cast<unsigned char>(static_cast<std::uint64_t>(which) >> shift));
    return static_cast<std::int64_t>(hash >> 33);
}

} // namespace spanglass::sync
