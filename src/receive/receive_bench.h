// SPDX-License-Identifier: GPL-3.0-or-later
/// How fast the receiver takes spans over loopback HTTP, into a journal: every request answered only once it
/// is written, and everything read back and counted afterwards.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"

namespace spanglass::receive {

struct ReceiveFigures
{
    double jsonSpansPerSecond = 0;
    double protoSpansPerSecond = 0;
    std::int64_t lost = 0; ///< answered with success, and not in the journal
};

/// Sends `spans` spans in batches of 512 as JSON, then as protobuf, over `clients` connections. Works in a
/// directory of its own under `directory`, which it removes.
[[nodiscard]] Result<ReceiveFigures> benchReceive(const std::filesystem::path& directory,
                                                  std::int64_t spans = 1'000'000, int clients = 2);

} // namespace spanglass::receive
