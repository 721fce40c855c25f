// SPDX-License-Identifier: GPL-3.0-or-later
/// gzip and zstd, told by their first bytes, with caps on what may come out: a bomb is stopped while it
/// explodes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/bytes.h"

namespace spanglass::formats {

enum class Compression : std::uint8_t
{
    none,
    gzip,
    zstd
};
[[nodiscard]] std::string_view name(Compression compression);
[[nodiscard]] Compression compressionOf(std::string_view bytes);
/// A compression or container that is recognised but not read ("bzip2", "7z", "lz4", "tar", "xz", "zip"),
/// else empty.
[[nodiscard]] std::string_view foreignContainer(std::string_view bytes);

struct InflateLimits
{
    std::uint64_t bytes = std::uint64_t(16) << 30; ///< of output
    /// Output over input may grow to this once `ratioFrom` bytes are out: real traces shrink to a hundredth
    /// at most.
    std::uint64_t ratio = 200;
    std::uint64_t ratioFrom = 16 << 20;
    std::uint64_t windowBytes = 128 << 20; ///< zstd frames that want more are refused
};

struct Inflated
{
    Bytes bytes;
    /// Why not all of it could be read, and where in the compressed bytes; what is whole is in `bytes`.
    std::string problem;
    std::uint64_t problemOffset = 0;
    bool cut = false; ///< the problem is not only what stands behind the compressed data
};

/// All members or frames one after another. Damage behind whole output is a `problem`; nothing readable, a
/// limit or cancelling is an error.
[[nodiscard]] Result<Inflated> inflate(std::string_view packed, Compression compression,
                                       const InflateLimits& limits, const OnProgress& progress);

} // namespace spanglass::formats
