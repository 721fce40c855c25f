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

/// A steady stream, as several agents make it together.
struct Stream
{
    int clients = 8;
    int spansPerSecond = 20'000; ///< of all of them
    int seconds = 20;
};

/// Sends to the receiver on 127.0.0.1 until the time is over; what is turned away is sent again. Gives how
/// many spans were answered with success; no two of them are the same. Blocks.
[[nodiscard]] std::int64_t sendStream(std::uint16_t port, const Stream& stream);

} // namespace spanglass::receive
