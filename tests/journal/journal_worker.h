// SPDX-License-Identifier: GPL-3.0-or-later
/// What a killed journal-worker was sure of, in a file that both map.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

inline constexpr unsigned workerThreads = 8;
inline constexpr std::size_t openKept = 1024;

struct ThreadTruth
{
    std::atomic<std::uint64_t> root;
    std::atomic<std::uint64_t> started; ///< spans "outer" whose constructor returned
    std::atomic<std::uint64_t> ended;   ///< and whose end() returned
    std::array<std::atomic<std::uint64_t>, openKept> lastStarted;
};

struct Truth
{
    // What the disk shim does to files of the store.
    std::atomic<int> full;      ///< no space
    std::atomic<int> frozen;    ///< writing takes until this is 0 again
    std::atomic<int> syncFails; ///< EIO
    std::atomic<int> stop;
    std::atomic<int> flushed; ///< 1: true, 2: false
    std::atomic<std::int64_t> worstNs;
    std::array<ThreadTruth, workerThreads> threads;
};
