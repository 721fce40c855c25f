// SPDX-License-Identifier: Apache-2.0
// SQLite through its C interface.
#include "agents/database.h"

#include <sqlite3.h>
#include <stdexcept>

#include "agents/corpus.h"
#include "agents/json.h"

namespace agents {
namespace {

constexpr int maxRows = 50;

void execute(sqlite3* database, std::string_view sql)
{
    if (sqlite3_exec(database, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database));
}

std::string_view columnText(sqlite3_stmt* statement, int column)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

std::string row(sqlite3_stmt* statement)
{
    JsonObject json;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const char* name = sqlite3_column_name(statement, i);
        switch (sqlite3_column_type(statement, i)) {
        case SQLITE_INTEGER:
            json.add(name, sqlite3_column_int64(statement, i));
            break;
        case SQLITE_FLOAT:
            json.add(name, sqlite3_column_double(statement, i));
            break;
        case SQLITE_NULL:
            json.add(name, Json{"null"});
            break;
        default:
            json.add(name, columnText(statement, i));
        }
    }
    return json.text();
}

} // namespace

void Database::Close::operator()(sqlite3* database) const
{
    sqlite3_close(database);
}

Database::Database()
{
    sqlite3* database = nullptr;
    const int opened = sqlite3_open(":memory:", &database);
    m_database.reset(database);
    if (opened != SQLITE_OK)
        throw std::runtime_error("cannot make a database in memory");
    for (const auto& file : embeddedFiles())
        if (file.name.ends_with(".sql"))
            execute(database, file.text);
    execute(database, "PRAGMA query_only = 1");
}

std::string Database::query(const std::string& sql) const
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(m_database.get(), sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(m_database.get()));
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(prepared, &sqlite3_finalize);
    JsonArray rows;
    for (int count = 0; count < maxRows; ++count) {
        const int step = sqlite3_step(prepared);
        if (step == SQLITE_DONE)
            break;
        if (step != SQLITE_ROW)
            throw std::runtime_error(sqlite3_errmsg(m_database.get()));
        rows.add(Json{row(prepared)});
    }
    return rows.text();
}

std::string Database::schema() const
{
    for (const auto& file : embeddedFiles())
        if (file.name.ends_with(".sql"))
            return std::string(file.text.substr(0, file.text.find("INSERT")));
    return {};
}

} // namespace agents
