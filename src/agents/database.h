// SPDX-License-Identifier: Apache-2.0
/// A small database to ask questions of: a month of agent runs (resources/agents/runs.sql), held in memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sqlite3;

namespace agents {

class Database
{
public:
    Database();
    /// The rows as a JSON list of objects, at most 50. Throws std::runtime_error with SQLite's own message.
    /// Only reading is possible.
    [[nodiscard]] std::string query(const std::string& sql) const;
    /// The CREATE statements.
    [[nodiscard]] std::string schema() const;

private:
    struct Close
    {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace agents
