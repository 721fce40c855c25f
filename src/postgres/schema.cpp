// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/schema.h"

#include <QFile>
#include <array>

// Outside any namespace, as Q_INIT_RESOURCE wants it: in a static library nothing else pulls the files in.
static void initResources()
{
    Q_INIT_RESOURCE(postgres_schema);
}

namespace spanglass::postgres {
namespace {

constexpr std::array<const char*, schemaVersion> files{":/postgres/001_first.sql",
                                                       ":/postgres/002_scores.sql"};

std::string resourceText(const char* name)
{
    QFile file(QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string withPartitions(std::string sql, bool partitioned)
{
    constexpr std::string_view mark = "@partition_spans@";
    for (auto at = sql.find(mark); at != std::string::npos; at = sql.find(mark))
        sql.replace(at, mark.size(), partitioned ? "PARTITION BY RANGE (start_day)" : "");
    return sql;
}

/// Rolls back unless it was committed, as far as the connection still answers.
class Transaction
{
public:
    explicit Transaction(Connection& connection) : m_connection(connection) {}
    ~Transaction()
    {
        if (m_open && m_connection.isOpen())
            (void)m_connection.execute("ROLLBACK");
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Outcome<Rows> begin()
    {
        m_open = true;
        return m_connection.execute("BEGIN");
    }
    Outcome<Rows> commit()
    {
        m_open = false;
        return m_connection.execute("COMMIT");
    }

private:
    Connection& m_connection;
    bool m_open = false;
};

Failure newerThanUs(int version)
{
    return {FailureKind::schema,
            {},
            "the schema in the database is version " + std::to_string(version) + ", this program knows " +
                std::to_string(schemaVersion) + ": use a newer Spanglass"};
}

Failure explained(Failure failure)
{
    if (failure.sqlState == "42501")
        failure.message += " (this role may not make the tables: have the printed SQL run by one who may)";
    return failure;
}

Outcome<void> runMigrations(Connection& connection, const SchemaOptions& options)
{
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return tl::unexpected(begun.error());
    auto locked =
        connection.execute("SELECT pg_advisory_xact_lock(hashtextextended('spanglass.migrations', 0))");
    if (!locked)
        return tl::unexpected(locked.error());
    const auto version = installedVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > schemaVersion)
        return tl::unexpected(newerThanUs(*version));
    if (*version < schemaVersion) {
        if (auto made = connection.execute(migrationSql(*version, options)); !made)
            return tl::unexpected(explained(made.error()));
    }
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return {};
}

} // namespace

Outcome<int> installedVersion(Connection& connection)
{
    // Asked of the catalogue first: a failing SELECT would spoil a transaction around it. A scan, not
    // to_regclass: that answers from a cache which does not hear of another session's commit inside a
    // transaction.
    auto table =
        connection.execute("SELECT count(*) > 0 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                           " ON n.oid = c.relnamespace"
                           " WHERE n.nspname = 'spanglass' AND c.relname = 'migrations'");
    if (!table)
        return tl::unexpected(table.error());
    if (table->text(0, 0) != "t")
        return 0;
    auto version = connection.execute("SELECT coalesce(max(version), 0) FROM spanglass.migrations");
    if (!version)
        return tl::unexpected(version.error());
    return static_cast<int>(version->integer(0, 0));
}

Outcome<void> prepareSchema(Connection& connection, const SchemaOptions& options)
{
    const auto version = installedVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > schemaVersion)
        return tl::unexpected(newerThanUs(*version));
    if (*version == schemaVersion)
        return {};
    return runMigrations(connection, options);
}

std::string migrationSql(int version, const SchemaOptions& options, int last)
{
    initResources();
    std::string sql;
    for (int number = version + 1; number <= last; ++number)
        sql +=
            withPartitions(resourceText(files[static_cast<std::size_t>(number - 1)]), options.partitionSpans);
    if (version == 0 && options.partitionSpans)
        sql += resourceText(":/postgres/partitions.sql");
    return sql;
}

} // namespace spanglass::postgres
