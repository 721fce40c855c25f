// SPDX-License-Identifier: GPL-3.0-or-later
/// One connection to the store's file. Opened through QSqlDatabase; the work is done on SQLite's own handle,
/// which is twice as fast in bulk and knows blobs, tokenizers and checkpoints.
///
/// Errors stick: after the first one every statement does nothing, and `takeError()` gives it. So a batch is
/// written plainly and checked once, before its commit.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace spanglass::store {

class Database;

/// A prepared statement. Parameters count from 1, columns from 0. Text and blobs that are bound must live
/// until the statement is reset.
class Statement
{
public:
    Statement() = default;
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bindBlob(int parameter, std::string_view bytes);
    Statement& bindNull(int parameter);
    Statement& bind(int parameter, const std::optional<std::int64_t>& value);

    /// Steps to the next row; false at the end, which also resets, and after an error.
    bool next();
    /// Runs to the end.
    void run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    /// Text or blob as it lies; valid until the next step.
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] std::string text(int column) const { return std::string(bytes(column)); }

private:
    friend class Database;
    Statement(Database* database, sqlite3_stmt* statement) : m_database(database), m_statement(statement) {}
    Database* m_database = nullptr;
    sqlite3_stmt* m_statement = nullptr;
};

class Database
{
public:
    /// Opens an existing file or makes it. The schema is somebody else's (migrations.h). A connection belongs
    /// to one thread at a time.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    [[nodiscard]] Statement prepare(std::string_view sql);
    void execute(const char* sql);
    /// The one value that `sql` gives, or 0.
    [[nodiscard]] std::int64_t integer(std::string_view sql);

    /// Brings the WAL into the file when it has grown beyond 16 MB, or `now`. Only the keeper calls it: with
    /// several checkpointers this SQLite has a race.
    [[nodiscard]] Result<void> checkpoint(bool now);
    /// Brings all of the WAL into the file and cuts it to nothing; false while somebody still reads from it.
    [[nodiscard]] bool emptyWal();
    [[nodiscard]] std::filesystem::path walFile() const { return m_file.string() + "-wal"; }

    [[nodiscard]] bool ok() const { return !m_error; }
    [[nodiscard]] std::optional<Error> takeError();
    /// `ok()`, or the error.
    [[nodiscard]] Result<void> result();
    [[nodiscard]] sqlite3* handle() const { return m_handle; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// The SQLite code of the last error that stuck: SQLITE_FULL, SQLITE_BUSY, …
    [[nodiscard]] int errorCode() const { return m_errorCode; }
    /// That error was a full disk.
    [[nodiscard]] bool wasFull() const;

private:
    friend class Statement;
    Database() = default;
    void noteError(int code);
    [[nodiscard]] Result<void> configure();

    struct Connection;
    std::unique_ptr<Connection> m_connection;
    sqlite3* m_handle = nullptr;
    std::filesystem::path m_file;
    std::optional<Error> m_error;
    int m_errorCode = 0;
};

/// A transaction that rolls back unless it was committed.
class Transaction
{
public:
    /// BEGIN IMMEDIATE: the right to write is taken now, so that nothing fails half-way for want of it.
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    [[nodiscard]] Result<void> commit();

private:
    Database& m_database;
    bool m_open = false;
};

} // namespace spanglass::store
