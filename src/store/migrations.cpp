// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include <QDir>
#include <QFile>
#include <array>
#include <string>

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
    ":/migrations/001_first.sql", ":/migrations/002_deliveries.sql", ":/migrations/003_upkeep.sql"};

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

Result<void> apply(Database& database, int number)
{
    QFile file(QString::fromLatin1(files[static_cast<std::size_t>(number - 1)]));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::io, database.file().string() + ": migration " + std::to_string(number) +
                                       " is missing from this program");
    database.execute(file.readAll().constData());
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
    for (auto number = static_cast<int>(database.integer("PRAGMA user_version")) + 1; number <= schemaVersion;
         ++number) {
        if (auto applied = apply(database, number); !applied)
            return applied;
    }
    return transaction.commit();
}

} // namespace spanglass::store
