// SPDX-License-Identifier: Apache-2.0
/// The states of all threads that ever traced: made, used again, and told that their run is over.
#pragma once

#include <chrono>

namespace spanglass::detail {

/// Once a process.
void prepareThreads() noexcept;
/// No thread begins a span of the run, and none is writing to one; false where `deadline` came first. What is
/// recorded from now on is another run's.
[[nodiscard]] bool takePensAway(std::chrono::steady_clock::time_point deadline) noexcept;

// ── In a forked child ──
/// For a kernel that cannot wipe memory. Those that were writing are not here to finish it.
void endThreadsInChild() noexcept;
/// The threads are the parent's, and their states are wiped.
void forgetThreadStates() noexcept;

} // namespace spanglass::detail
