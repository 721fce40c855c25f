// SPDX-License-Identifier: GPL-3.0-or-later
/// Both decompressors: whatever comes in, no more comes out than the limits allow.
#include <cstdint>
#include <cstdlib>

#include "formats/inflate.h"

using namespace spanglass::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view packed(reinterpret_cast<const char*>(data), size);
    InflateLimits limits;
    limits.bytes = 8 << 20;
    limits.ratioFrom = 1 << 20;
    limits.windowBytes = 8 << 20;
    for (const Compression compression : {Compression::gzip, Compression::zstd}) {
        const auto inflated = inflate(packed, compression, limits, {});
        if (inflated && inflated->bytes.size() > limits.bytes)
            std::abort();
    }
    return 0;
}
