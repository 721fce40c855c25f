// SPDX-License-Identifier: GPL-3.0-or-later
/// Where the details of spans lie: first in a row of their own (`span_details`), later, when the keeper has
/// packed them (store/packer.h), with those of their neighbours in a block (`detail_blocks`). A row of its
/// own counts before the block: that is how a packed span is changed.
///
/// This is the one door to them. In SQL it is the function details_of(row of a span), which every connection
/// has.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/detail_block.h"

namespace spanglass::store {

class DetailBlocks
{
public:
    explicit DetailBlocks(Database& database);
    DetailBlocks(const DetailBlocks&) = delete;
    DetailBlocks& operator=(const DetailBlocks&) = delete;
    ~DetailBlocks();

    /// Answers details_of() from now on; must then go before the connection does.
    void offer();

    /// Empty where there are none, or the block is damaged. Until the next call.
    [[nodiscard]] std::string_view detailsOf(std::int64_t spanRow);

    /// The spans lie in a row of their own from now on, or no longer anywhere: inside the caller's
    /// transaction.
    void insert(std::int64_t spanRow, std::string_view details);
    void replace(std::int64_t spanRow, std::string_view details);
    /// `spanRows` in their order. A block is written anew without them.
    void remove(const std::vector<std::int64_t>& spanRows);

    /// Every block back into rows of their own; gives the ids of those that are damaged, which are gone.
    [[nodiscard]] std::vector<std::int64_t> unpackAll();

private:
    struct Statements;
    struct Cached
    {
        std::int64_t id = 0;
        std::int64_t stamp = 0; ///< tells the block from what stood there before
        DetailBlock block;
    };
    [[nodiscard]] Statements* statements();
    [[nodiscard]] const DetailBlock* blockWith(Statements& use, std::int64_t spanRow);
    /// How many of `spanRows` from `at` on the block spans that has the first of them.
    std::size_t cutBlock(Statements& use, const std::vector<std::int64_t>& spanRows, std::size_t at);

    Database& m_database;
    std::unique_ptr<Statements> m_statements; ///< made when first needed: the schema may come later
    std::array<std::optional<Cached>, 4> m_cache;
    std::size_t m_oldest = 0;
    std::string m_own; ///< the last answer that came from a row of its own
};

/// Writes a block under its first entry's row; what stood there must be gone.
void writeBlock(Database& database, const std::vector<DetailEntry>& entries);

} // namespace spanglass::store
