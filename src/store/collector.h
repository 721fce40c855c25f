// SPDX-License-Identifier: GPL-3.0-or-later
/// One keeper's work without its thread: finds the journals of a store, gathers them, and lets go of what is
/// safe. Whoever uses it holds the keeper's lock.
///
/// A journal's segments are released only after the WAL that holds the cursor beyond them was fsynced; so a
/// power cut takes nothing with it that is nowhere else. This is also the store's only checkpointer.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "store/gatherer.h"

namespace spanglass::store {

class Collector
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Collector>> open(const std::filesystem::path& directory);
    ~Collector();

    /// Gathers what the journals hold now, in transactions of a few MB. After an error the next call goes on
    /// from the last commit.
    [[nodiscard]] Result<GatherStats> gather();
    /// Syncs, releases journals and checkpoints where that is due; `now`: whether it is or not.
    [[nodiscard]] Result<void> secure(bool now);
    /// One step of upkeep (store/keeper_upkeep.h); true: there is more to do now.
    [[nodiscard]] Result<bool> upkeep();
    /// What a person should know of it; empty: nothing.
    [[nodiscard]] std::string upkeepNotice() const;
    /// The file that was opened is not the one that stands there any more.
    [[nodiscard]] bool storeIsGone() const;
    /// Journals whose process lives.
    [[nodiscard]] int livingJournals() const;

private:
    Collector();
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace spanglass::store
