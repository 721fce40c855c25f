// SPDX-License-Identifier: GPL-3.0-or-later
/// The rows that stand on the pages of a damaged SQLite file, whatever SQLite thinks of it.
///
///     RowScan scan(pages);
///     for (std::uint32_t root : …) scan.tree(root, [](const FoundRow& row) { … });
///     scan.orphans(…);           // leaves that no tree reaches any more, and that are not free
///
/// A row is handed out when its record is consistent: the sizes that its header names add up to its length.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <variant>
#include <vector>

#include "store/salvage/page_file.h"

namespace spanglass::store {

/// NULL, an integer, a real number, a text, a blob.
struct FoundBlob
{
    std::string bytes;
};
using FoundValue = std::variant<std::monostate, std::int64_t, double, std::string, FoundBlob>;

struct FoundRow
{
    std::uint32_t page = 0;
    bool ofIndex = false;   ///< on a page of an index, or of a table without row ids
    std::int64_t rowId = 0; ///< of a table
    std::vector<FoundValue> values;

    [[nodiscard]] std::int64_t integer(std::size_t column) const;
    /// Text or blob; empty where it is neither.
    [[nodiscard]] std::string_view bytes(std::size_t column) const;
    template<class Kind> [[nodiscard]] bool is(std::size_t column) const
    {
        return column < values.size() && std::holds_alternative<Kind>(values[column]);
    }
};

class RowScan
{
public:
    using Visit = std::function<void(const FoundRow&)>;
    /// A cell that could not be read; `rowId` where at least that could.
    struct Loss
    {
        std::uint32_t page = 0;
        std::optional<std::int64_t> rowId;
    };

    explicit RowScan(PageFile& pages);

    /// All rows below `root`. Each page is visited once, whatever points to it.
    void tree(std::uint32_t root, const Visit& visit);
    /// The rows on leaves that no tree() reached.
    void orphans(const Visit& visit);
    [[nodiscard]] const std::vector<Loss>& losses() const { return m_losses; }

private:
    void noteFreePages();
    void leaf(std::uint32_t number, std::string_view page, const Visit& visit);
    [[nodiscard]] std::optional<std::string> payload(std::string_view page, std::size_t at,
                                                     std::uint64_t bytes, bool ofIndex);
    [[nodiscard]] bool cell(std::uint32_t number, std::string_view page, std::size_t at, bool ofIndex,
                            const Visit& visit);

    PageFile& m_pages;
    std::unordered_set<std::uint32_t> m_seen;
    std::vector<Loss> m_losses;
};

} // namespace spanglass::store
