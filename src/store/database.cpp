// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>
#include <atomic>
#include <fstream>
#include <sqlite3.h>
#include <sys/stat.h>
#include <utility>

#include "base/text.h"
#include "store/place.h"
#include "store/tokenizer.h"

namespace spanglass::store {

// --- Statement

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, double value)
{
    sqlite3_bind_double(m_statement, parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text)
{
    // An empty view may have no address, which SQLite would take for NULL.
    sqlite3_bind_text64(m_statement, parameter, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
    return *this;
}

Statement& Statement::bindBlob(int parameter, std::string_view bytes)
{
    sqlite3_bind_blob64(m_statement, parameter, bytes.empty() ? "" : bytes.data(), bytes.size(),
                        SQLITE_STATIC);
    return *this;
}

Statement& Statement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement, parameter);
    return *this;
}

Statement& Statement::bind(int parameter, const std::optional<std::int64_t>& value)
{
    return value ? bind(parameter, *value) : bindNull(parameter);
}

bool Statement::next()
{
    if (m_statement == nullptr || !m_database->ok())
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_database->noteError(code);
    sqlite3_reset(m_statement);
    return false;
}

void Statement::run()
{
    while (next()) {
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::string_view Statement::bytes(int column) const
{
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return data == nullptr ? std::string_view() : std::string_view(data, static_cast<std::size_t>(size));
}

// --- Database

namespace {

/// "pid 1234 (sqlite3)": who has the right to write, by the kernel's list of locks. SQLite locks byte 120 of
/// the -shm file for it. We must not ask with fcntl: closing the file would drop our own locks on it.
std::string writeLockHolder(const std::filesystem::path& file)
{
    struct stat shared
    {
    };
    if (::stat((file.string() + "-shm").c_str(), &shared) != 0)
        return {};
    std::ifstream locks("/proc/locks");
    std::string number, type, mode, access, pid, place, first, last;
    while (locks >> number >> type >> mode >> access >> pid >> place >> first >> last) {
        const bool ours = place.ends_with(':' + std::to_string(shared.st_ino));
        if (type != "POSIX" || access != "WRITE" || !ours || first != "120")
            continue;
        std::ifstream nameFile("/proc/" + pid + "/comm");
        std::string name;
        std::getline(nameFile, name);
        return "pid " + pid + (name.empty() ? "" : " (" + visibleText(name) + ")");
    }
    return {};
}

} // namespace

struct Database::Connection
{
    QString name;
    QSqlDatabase database;

    ~Connection()
    {
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
    if (ok())
        registerTokenizer(*this);
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

// --- Transaction

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
