// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>
#include <atomic>
#include <sqlite3.h>
#include <utility>

#include "store/detail_blocks.h"
#include "store/phrase_check.h"
#include "store/place.h"
#include "store/tokenizer.h"
#include "store/write_lock.h"

namespace spanglass::store {

struct Database::Connection
{
    QString name;
    QSqlDatabase database;
    // What answers SQL's details_of() and has_phrases(). They have statements: SQLite closes without any.
    std::unique_ptr<DetailBlocks> details;
    std::unique_ptr<PhraseCheck> phrases;

    ~Connection()
    {
        phrases.reset();
        details.reset();
        database.close();
        database = {};
        QSqlDatabase::removeDatabase(name);
    }
};

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file)
{
    static std::atomic<int> lastNumber{0};
    auto connection = std::make_unique<Connection>();
    connection->name = QStringLiteral("spanglass-%1").arg(++lastNumber);
    connection->database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->name);
    connection->database.setDatabaseName(QString::fromStdString(file.string()));
    connection->database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection->database.open())
        return fail(ErrorKind::io,
                    file.string() + ": " + connection->database.lastError().databaseText().toStdString());

    std::unique_ptr<Database> database(new Database);
    database->m_handle = *static_cast<sqlite3* const*>(connection->database.driver()->handle().constData());
    database->m_connection = std::move(connection);
    database->m_file = file;
    if (auto configured = database->configure(); !configured)
        return tl::unexpected(configured.error());
    return database;
}

/// - WAL: readers and the writer do not wait for each other. Not on a network file system, whose machines
/// share
///   no memory.
/// - synchronous NORMAL: a commit is not fsynced by itself, so a power cut may take the last commits with it,
/// but
///   never tears the file. Nothing is lost then either: the journals are released only after the keeper
///   fsynced the WAL that holds their cursor.
/// - wal_autocheckpoint 0, no checkpoint on close: only the keeper checkpoints, when it chooses.
/// - trusted_schema, cell_size_check, defensive: the file may be damaged or come from elsewhere.
/// - auto_vacuum, of a new file: what is deleted can be given back page by page.
/// - a 16 MB cache holds the inner pages of the indexes of some ten million spans.
Result<void> Database::configure()
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (integer("PRAGMA page_count") == 0)
        execute("PRAGMA auto_vacuum = INCREMENTAL"); // in an older file it would only take the right to write
    execute(onNetworkFileSystem(m_file.parent_path()) ? "PRAGMA journal_mode = DELETE"
                                                      : "PRAGMA journal_mode = WAL");
    execute("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA trusted_schema = OFF;"
            "PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;"
            "PRAGMA foreign_keys = OFF");
    if (ok()) {
        registerTokenizer(*this);
        m_connection->details = std::make_unique<DetailBlocks>(*this);
        m_connection->details->offer();
        m_connection->phrases = std::make_unique<PhraseCheck>(*this);
        m_connection->phrases->offer();
    }
    return result();
}

Database::~Database() = default;

Statement Database::prepare(std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    if (ok()) {
        const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK)
            noteError(code);
    }
    return {this, statement};
}

void Database::execute(const char* sql)
{
    if (!ok())
        return;
    if (const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
        noteError(code);
}

std::int64_t Database::integer(std::string_view sql)
{
    Statement statement = prepare(sql);
    return statement.next() ? statement.integer(0) : 0;
}

Result<void> Database::checkpoint(bool now)
{
    constexpr std::uintmax_t fromBytes = std::uintmax_t{16} << 20;
    // Beyond this even a reader must let go, so that the WAL can begin anew.
    constexpr std::uintmax_t limitBytes = std::uintmax_t{64} << 20;
    std::error_code missing;
    const std::uintmax_t bytes = std::filesystem::file_size(walFile(), missing);
    if (missing || bytes == 0 || (!now && bytes < fromBytes))
        return {};
    const int mode = bytes >= limitBytes ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE;
    const int code = sqlite3_wal_checkpoint_v2(m_handle, nullptr, mode, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_BUSY && code != SQLITE_LOCKED)
        return fail(ErrorKind::io, m_file.string() + ": checkpoint: " + sqlite3_errmsg(m_handle));
    return {};
}

bool Database::emptyWal()
{
    return sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) ==
           SQLITE_OK;
}

bool Database::wasFull() const
{
    return (m_errorCode & 0xff) == SQLITE_FULL;
}

void Database::noteError(int code)
{
    if (m_error)
        return;
    m_errorCode = code;
    const bool busy = (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED;
    const bool damaged = (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
    const std::string holder = busy ? writeLockHolder(m_file) : std::string();
    const bool stopped = (code & 0xff) == SQLITE_INTERRUPT;
    m_error =
        Error{busy      ? ErrorKind::unavailable
              : stopped ? ErrorKind::cancelled
              : damaged ? ErrorKind::format
                        : ErrorKind::io,
              m_file.string() + ": " +
                  (holder.empty() ? sqlite3_errmsg(m_handle) : "waiting for the lock held by " + holder)};
}

std::optional<Error> Database::takeError()
{
    return std::exchange(m_error, std::nullopt);
}

Result<void> Database::result()
{
    if (auto error = takeError())
        return tl::unexpected(std::move(*error));
    return {};
}

Transaction::Transaction(Database& database) : m_database(database)
{
    database.execute("BEGIN IMMEDIATE");
    m_open = database.ok();
}

Transaction::~Transaction()
{
    if (m_open)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit()
{
    if (m_open) {
        m_database.execute("COMMIT");
        if (m_database.ok())
            m_open = false;
    }
    return m_database.result();
}

} // namespace spanglass::store
