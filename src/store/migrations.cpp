// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include <QDir>
#include <QFile>
#include <array>
#include <filesystem>
#include <sqlite3.h>
#include <string>

#include "store/place.h"
#include "store/trace_words.h"

// Outside any namespace, as Q_INIT_RESOURCE wants it: in a static library nothing else pulls the files in.
static void initResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace spanglass::store {
namespace {

/// "SGLS", in the file's header: tells a store from any other SQLite file.
constexpr std::int64_t applicationId = 0x53474c53;

constexpr std::array<const char*, schemaVersion> files{
    ":/migrations/001_first.sql",         ":/migrations/002_deliveries.sql",
    ":/migrations/003_upkeep.sql",        ":/migrations/004_trace_marks.sql",
    ":/migrations/005_detail_blocks.sql", ":/migrations/006_trace_words.sql"};

/// The one that has another full-text index, which only this program can fill.
constexpr int wordsMigration = 6;

Result<void> refuseForeign(Database& database, std::int64_t version)
{
    const std::int64_t id = database.integer("PRAGMA application_id");
    const std::int64_t tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (auto read = database.result(); !read)
        return read;
    const bool empty = id == 0 && version == 0 && tables == 0;
    if (id != applicationId && !empty)
        return fail(ErrorKind::refused, database.file().string() + ": is a SQLite file of another program");
    if (version > schemaVersion)
        return fail(ErrorKind::refused,
                    database.file().string() + ": was written by a newer Spanglass (schema " +
                        std::to_string(version) + ", this one knows " + std::to_string(schemaVersion) + ")");
    return {};
}

/// The store as it is, beside it: an upgrade that went wrong can be taken back. A connection of its own reads
/// while the caller's transaction keeps everybody from writing.
Result<void> backUp(Database& database, std::int64_t version)
{
    const std::filesystem::path file = database.file();
    const std::filesystem::path backup = file.string() + ".schema-" + std::to_string(version);
    const std::filesystem::path part = backup.string() + ".part";
    const auto cannot = [&](const std::string& why) {
        return fail(ErrorKind::io, backup.string() + ": cannot back up the store before its upgrade: " + why);
    };
    std::error_code error;
    std::filesystem::remove(part, error);
    if (auto made = preparePrivateFile(part); !made)
        return cannot(made.error().message);
    auto from = Database::open(file);
    if (!from)
        return cannot(from.error().message);
    sqlite3* to = nullptr;
    int code = sqlite3_open_v2(part.c_str(), &to, SQLITE_OPEN_READWRITE, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_backup* copy = sqlite3_backup_init(to, "main", (*from)->handle(), "main");
        if (copy != nullptr)
            sqlite3_backup_step(copy, -1);
        code = copy != nullptr ? sqlite3_backup_finish(copy) : sqlite3_errcode(to);
    }
    sqlite3_close(to);
    if (code == SQLITE_OK)
        std::filesystem::rename(part, backup, error);
    if (code == SQLITE_OK && !error)
        return {};
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    return cannot(error ? error.message() : sqlite3_errstr(code));
}

Result<void> apply(Database& database, int number)
{
    QFile file(QString::fromLatin1(files[static_cast<std::size_t>(number - 1)]));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::io, database.file().string() + ": migration " + std::to_string(number) +
                                       " is missing from this program");
    database.execute(file.readAll().constData());
    if (number == wordsMigration && database.ok())
        TraceWords(database).rebuild();
    database.execute(("PRAGMA user_version = " + std::to_string(number)).c_str());
    database.execute(("PRAGMA application_id = " + std::to_string(applicationId)).c_str());
    return database.result();
}

} // namespace

Result<void> migrate(Database& database)
{
    initResources();
    const std::int64_t before = database.integer("PRAGMA user_version");
    if (auto mine = refuseForeign(database, before); !mine || before == schemaVersion)
        return mine;
    Transaction transaction(database);
    // Again, now that nobody else can be at it.
    const std::int64_t version = database.integer("PRAGMA user_version");
    if (version > 0 && version < schemaVersion) {
        if (auto saved = backUp(database, version); !saved)
            return saved;
    }
    for (auto number = static_cast<int>(version) + 1; number <= schemaVersion; ++number) {
        if (auto applied = apply(database, number); !applied)
            return applied;
    }
    return transaction.commit();
}

} // namespace spanglass::store
