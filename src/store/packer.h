// SPDX-License-Identifier: GPL-3.0-or-later
/// Packs the details of spans into blocks (store/detail_block.h), when gathering has nothing to do:
/// compressing them as they come would take a third of its speed, and one by one they repeat what their
/// neighbours say.
///
/// Only the keeper does it, a short step at a time. Spans of running traces wait, because others will come
/// beside them.
#pragma once

#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/detail_block.h"

namespace spanglass::store {

class Packer
{
public:
    explicit Packer(Database& database);

    /// One step of some milliseconds; true when nothing is left to do.
    [[nodiscard]] Result<bool> step();

private:
    struct Block
    {
        std::int64_t id = 0;
        std::int64_t last = 0;
        std::vector<DetailEntry> entries;
        bool damaged = false;
    };
    [[nodiscard]] bool findNext();
    [[nodiscard]] std::vector<DetailEntry> readOwn(std::int64_t to);
    [[nodiscard]] Block blockBefore(std::int64_t row);
    void pack(const std::vector<DetailEntry>& own, Block before);
    [[nodiscard]] bool giveBackPages();

    Database& m_database;
    Statement m_next, m_running, m_rows, m_before, m_after, m_removeRow, m_removeBlock;
    std::int64_t m_from = 0; ///< of the spans from here on nothing was packed yet in this round
    bool m_givingBack = false;
};

} // namespace spanglass::store
