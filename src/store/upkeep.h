// SPDX-License-Identifier: GPL-3.0-or-later
/// Deleting and retention as a command does them: now, to the end, with a report. Works beside a keeper,
/// which then scrubs, and without one.
///
///     auto report = deleteTraces(directory, {id});
///     report->deleted.bytes                             // freed
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/deleter.h"
#include "store/settings.h"
#include "trace/span.h"

namespace spanglass::store {

struct UpkeepReport
{
    Deleted deleted;
    std::int64_t running = 0;         ///< traces that stayed because they run
    std::int64_t unknown = 0;         ///< ids that the store does not have
    std::int64_t undelivered = 0;     ///< of what was deleted, not (wholly) delivered
    std::int64_t keptUndelivered = 0; ///< beyond a limit, and kept
    /// The full-text index, the file's free pages and the WAL hold nothing of it any more. False while
    /// somebody reads an older state of the store, or its keeper is busy: whoever keeps it goes on trying.
    bool scrubbed = false;
};

/// What others of the same trace still record comes back as a trace of those spans. A full disk is no
/// hindrance (store/reserve.h). Blocks for at most about `timeoutMs` when all is deleted and only scrubbing
/// is left.
[[nodiscard]] Result<UpkeepReport> deleteTraces(const std::filesystem::path& directory,
                                                const std::vector<TraceId>& traces, int timeoutMs = 15'000);

/// What the policy lets go, as a person decided it. `onlyCount`: deletes nothing, `deleted.traces` says what
/// would go.
[[nodiscard]] Result<UpkeepReport> retainNow(const std::filesystem::path& directory,
                                             const RetentionPolicy& policy, bool onlyCount,
                                             int timeoutMs = 15'000);

/// The policy that whoever keeps the store obeys from now on.
[[nodiscard]] Result<RetentionPolicy> retentionOf(const std::filesystem::path& directory);
[[nodiscard]] Result<void> setRetention(const std::filesystem::path& directory,
                                        const RetentionPolicy& policy);

} // namespace spanglass::store
