// SPDX-License-Identifier: GPL-3.0-or-later
/// What a destination's rows mean to a person: one state with its mark, a line that says it, and what to do
/// where something is to be done. Pure functions of the rows and the time.
///
///     syncStateOf(destination, now);              // SyncState::retrying
///     syncLine(destination, now);                 // "312 waiting, next try in 8 s"
#pragma once

#include <QString>
#include <cstdint>

#include "sync/destination_config.h"
#include "sync/trace_states.h"

namespace spanglass::models {

/// A destination's rows, and whether any process delivers to it now (which the rows alone do not say).
struct SyncDestination
{
    sync::DestinationStatus status;
    bool served = false;
};

enum class SyncState
{
    delivered,  ///< nothing waits
    off,        ///< something waits, and no process delivers
    queued,     ///< something waits for its batch to fill: five seconds at most
    sending,    ///< a batch is under way
    catchingUp, ///< a backlog is worked off
    retrying,   ///< the last attempt failed, or the server asked to wait
    failing,    ///< five attempts failed: the server is left alone for a while
    probing,    ///< the one attempt that decides whether it is back
    paused,     ///< by the user
    stopped,    ///< by an answer that only mending a setting changes
};

/// The shape that stands for a state, so that colour is never alone.
enum class SyncMark
{
    done,    ///< a check
    waiting, ///< an arrow in a circle
    failing, ///< a cross
    paused,  ///< two bars
    asking,  ///< an exclamation mark: the user is needed
};

[[nodiscard]] SyncState syncStateOf(const SyncDestination& destination, std::int64_t nowUnixNs);
[[nodiscard]] SyncMark syncMarkOf(SyncState state);
/// One or two words for the state: "retrying".
[[nodiscard]] QString syncStateName(SyncState state);
/// Behind the name in the strip: "312 waiting, next try in 8 s".
[[nodiscard]] QString syncLine(const SyncDestination& destination, std::int64_t nowUnixNs);
/// What to do, in a sentence; empty where nothing is to be done.
[[nodiscard]] QString syncAdvice(const SyncDestination& destination, std::int64_t nowUnixNs);
/// Whole seconds to the next try, rounded up; -1 where none is due.
[[nodiscard]] int secondsToNextTry(const SyncDestination& destination, std::int64_t nowUnixNs);
/// "closed: it may be tried", "open: …".
[[nodiscard]] QString breakerReadable(const std::string& breaker);
/// What never leaves for this destination: "inputs and outputs stay here · 2 attributes stay here · cut at
/// 20 KB"; or that everything leaves.
[[nodiscard]] QString rulesReadable(const sync::Redaction& redaction);

} // namespace spanglass::models
