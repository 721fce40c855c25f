// SPDX-License-Identifier: Apache-2.0
/// The process's tracer: started by the first span, switched off, started anew in a forked child.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include <spanglass/service.h>
#include <spanglass/tracer.h>

#include "tracer/thread_state.h"

namespace spanglass::detail {

inline constexpr std::uint32_t notStarted = 0; ///< or wiped: this is a forked child
inline constexpr std::uint32_t switchedOff = 0xfffffffe;

[[nodiscard]] inline bool isLive(std::uint32_t run) noexcept
{
    return run - 1 < switchedOff - 1;
}

/// Starts recording where nobody has yet; the run, or `switchedOff`.
[[nodiscard]] std::uint32_t start() noexcept;
/// Ends the run: drains, syncs, lets providers finish; false when that took longer than `timeout`. Recording
/// stays off until `start` is called after `allowStart`.
bool stop(std::chrono::milliseconds timeout) noexcept;
void allowStart() noexcept;
/// What the next start goes by.
void setOptions(ServiceOptions options);
/// Waits until what was recorded is on the disk.
bool flushRecorder(std::chrono::milliseconds timeout) noexcept;
[[nodiscard]] journal::Books books() noexcept;
/// Of the run that is on; for whoever knows that it stays. Null: nothing is stored.
[[nodiscard]] journal::Recorder* presentRecorder() noexcept;
/// This thread's state, made for `run`; nullptr when there is no memory.
[[nodiscard]] ThreadState* attach(std::uint32_t run) noexcept;

[[nodiscard]] inline ThreadState* threadFor(std::uint32_t run) noexcept
{
    auto* const thread = static_cast<ThreadState*>(t_thread);
    return thread != nullptr && thread->run == run ? thread : attach(run);
}

} // namespace spanglass::detail
