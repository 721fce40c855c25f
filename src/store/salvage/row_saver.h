// SPDX-License-Identifier: GPL-3.0-or-later
/// Puts found rows into the tables of a new store. A row belongs to the table whose tree it was found in; one
/// that no tree reaches is known by its shape.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/salvage/row_scan.h"

namespace spanglass::store {

class RowSaver
{
public:
    explicit RowSaver(Database& to);

    /// Every table that may be copied as it is.
    [[nodiscard]] std::vector<std::string> tables() const;
    /// False where the row does not fit the table.
    bool save(const std::string& table, const FoundRow& row);
    /// The table whose rows look like this; empty: none.
    [[nodiscard]] static std::string tableOf(const FoundRow& row);
    [[nodiscard]] static bool fits(const std::string& table, const FoundRow& row);

private:
    struct Table
    {
        std::size_t columns = 0;
        Statement insert;
    };
    /// A span as it stood before its details had a place of their own.
    bool saveBroad(FoundRow row);

    Database& m_to;
    std::map<std::string, Table> m_tables;
};

} // namespace spanglass::store
