// SPDX-License-Identifier: Apache-2.0
/// CRC-32C (Castagnoli), the checksum of journal blocks.
#pragma once

#include <cstddef>
#include <cstdint>

namespace spanglass::journal {

/// Of `bytes` bytes at `data`, going on from `before` (0 at the start). SSE4.2 where the processor has it.
[[nodiscard]] std::uint32_t crc32c(const void* data, std::size_t bytes, std::uint32_t before = 0);

/// The same by tables, for processors without the instruction.
[[nodiscard]] std::uint32_t crc32cByTable(const void* data, std::size_t bytes, std::uint32_t before = 0);

} // namespace spanglass::journal
