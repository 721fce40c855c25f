// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/inspection.h"

#include "postgres/schema.h"
#include "sync/destination_factory.h"
#include "sync/langfuse_destination.h"
#include "sync/secret.h"
#include "sync/secret_store.h"

namespace spanglass::sync {
namespace {

using Found = Inspection::Verdict;
using postgres::Connection;
using postgres::FailureKind;

Inspection ofFailure(const postgres::Failure& failure, const Credentials& credentials)
{
    const std::string message = scrubbed(failure.message, credentials.all());
    if (failure.kind == FailureKind::settings)
        return {Found::error, message, "mend it with `spanglass sync add`, or in the database"};
    return {Found::warning, message, "start the server or mend the address; what waits is kept"};
}

/// "" where the role may all that delivering needs.
postgres::Outcome<std::string> missingRight(Connection& connection)
{
    auto rows =
        connection.execute("SELECT 'TEMPORARY ON DATABASE ' || quote_ident(current_database()) WHERE NOT"
                           " has_database_privilege(current_database(), 'TEMPORARY')"
                           " UNION ALL SELECT 'SELECT, INSERT, UPDATE ON spanglass.' || t FROM"
                           " unnest(ARRAY['traces', 'spans', 'payloads', 'scores']) t WHERE NOT"
                           " (has_table_privilege('spanglass.' || t, 'INSERT') AND"
                           " has_table_privilege('spanglass.' || t, 'SELECT') AND"
                           " has_table_privilege('spanglass.' || t, 'UPDATE')) LIMIT 1");
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->size() == 0 ? std::string() : std::string(rows->text(0, 0));
}

postgres::Outcome<bool> mayMakeTables(Connection& connection, bool schemaThere)
{
    auto rows =
        connection.execute(schemaThere ? "SELECT has_schema_privilege('spanglass', 'CREATE')::int"
                                       : "SELECT has_database_privilege(current_database(), 'CREATE')::int");
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->integer(0, 0) == 1;
}

postgres::Outcome<Inspection> ofSchema(Connection& connection, const std::string& name)
{
    const auto version = postgres::installedVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    const std::string found = connection.place() + ", schema " + std::to_string(*version);
    if (*version > postgres::schemaVersion)
        return Inspection{Found::error,
                          found + ", newer than this program's " + std::to_string(postgres::schemaVersion),
                          "bring spanglass up to date"};
    if (*version < postgres::schemaVersion) {
        const auto may = mayMakeTables(connection, *version > 0);
        if (!may)
            return tl::unexpected(may.error());
        const std::string tables = *version == 0 ? "no tables yet" : found + ", older than this program's";
        if (*may)
            return Inspection{
                Found::ok, connection.place() + ": " + tables + "; the next delivery makes them", {}};
        return Inspection{Found::error,
                          connection.place() + ": " + tables + ", and this role may not make them",
                          "`spanglass sync test " + name + "` writes the SQL for somebody who may"};
    }
    const auto missing = missingRight(connection);
    if (!missing)
        return tl::unexpected(missing.error());
    if (!missing->empty())
        return Inspection{Found::error, found + ": this role may not write",
                          "have one who may run: GRANT " + *missing + " TO this role"};
    return Inspection{Found::ok, found, {}};
}

Inspection ofPostgres(const DestinationConfig& config, const Credentials& credentials, Milliseconds deadline)
{
    auto connection = Connection::open(resolvedUrl(config), credentials.secret.reveal(), deadline);
    if (!connection)
        return ofFailure(connection.error(), credentials);
    auto inspection = ofSchema(**connection, config.name);
    return inspection ? *inspection : ofFailure(inspection.error(), credentials);
}

Inspection ofHttp(const DestinationConfig& config, Credentials credentials, Milliseconds deadline)
{
    const SystemClock clock;
    std::unique_ptr<Destination> destination;
    if (config.kind == DestinationKind::langfuse)
        destination = std::make_unique<LangfuseDestination>(config, std::move(credentials), clock, deadline);
    else
        destination = std::make_unique<OtlpDestination>(config, std::move(credentials), clock, deadline);
    const Reply reply = destination->check();
    if (reply.verdict == Verdict::delivered)
        return {Found::ok,
                tracesUrl(config) + " takes spans" + (reply.message.empty() ? "" : ": ") + reply.message,
                {}};
    if (reply.verdict == Verdict::settings)
        return {Found::error, reply.message, "mend it with `spanglass sync add " + config.name + "`"};
    return {Found::warning, reply.message, "start the server or mend the URL; what waits is kept"};
}

} // namespace

Inspection inspectKeychain()
{
    const auto answered = askKeychain();
    if (answered)
        return {Found::ok, "answers", {}};
    return {Found::warning, answered.error().message,
            "secrets of destinations: --secret-env VAR, or agree to a file of mode 0600"};
}

Inspection inspect(const store::DestinationRow& row, Milliseconds deadline)
{
    const auto config = configOf(row);
    if (!config)
        return {Found::error, config.error().message, "bring spanglass up to date, or remove it"};
    auto credentials = findCredentials(*config);
    if (!credentials) // a variable may be set where delivery runs
        return {Found::warning, credentials.error().message,
                "set it where delivery runs, or anew with `spanglass sync add " + config->name + "`"};
    return config->kind == DestinationKind::postgres ? ofPostgres(*config, *credentials, deadline)
                                                     : ofHttp(*config, std::move(*credentials), deadline);
}

} // namespace spanglass::sync
