// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/postgres_destination.h"

#include <fstream>

#include "postgres/schema.h"
#include "sync/postgres_parcel.h"

namespace spanglass::sync {

using postgres::Failure;
using postgres::FailureKind;

namespace {

constexpr std::string_view insufficientPrivilege = "42501";

struct PreparedRows final : Prepared
{
    PreparedRows(postgres::Outcome<postgres::RowStreams> inStreams, std::string inAnnouncement)
        : streams(std::move(inStreams)), announcement(std::move(inAnnouncement))
    {
    }
    postgres::Outcome<postgres::RowStreams> streams;
    std::string announcement;
};

} // namespace

PostgresDestination::PostgresDestination(DestinationConfig config, Credentials credentials,
                                         std::filesystem::path sqlFile, Milliseconds deadline)
    : m_config(std::move(config)), m_credentials(std::move(credentials)), m_sqlFile(std::move(sqlFile)),
      m_deadline(deadline)
{
}

PostgresDestination::~PostgresDestination() = default;

void PostgresDestination::stop()
{
    m_stop.request_stop();
}

void PostgresDestination::rest()
{
    m_writer.reset();
    m_connection.reset();
}

postgres::Outcome<void> PostgresDestination::connect()
{
    if (m_connection && m_connection->isOpen())
        return {};
    rest();
    auto opened = postgres::Connection::open(m_config.url, m_credentials.secret.reveal(), m_deadline,
                                             m_stop.get_token());
    if (!opened)
        return tl::unexpected(opened.error());
    if (auto prepared = postgres::prepareSchema(**opened); !prepared) {
        if (prepared.error().sqlState == insufficientPrivilege)
            printSql(postgres::installedVersion(**opened).value_or(0));
        return prepared;
    }
    m_connection = std::move(*opened);
    m_writer = std::make_unique<postgres::Writer>(*m_connection);
    return {};
}

/// For whoever may, from where the database is.
void PostgresDestination::printSql(int version)
{
    if (m_sqlFile.empty())
        return;
    std::ofstream out(m_sqlFile, std::ios::trunc);
    out << postgres::migrationSql(version);
}

Reply PostgresDestination::replyOf(const Failure& failure, bool sent)
{
    std::string message = scrubbed(failure.message, m_credentials.all());
    switch (failure.kind) {
    case FailureKind::unreachable:
        rest();
        return {sent ? Verdict::uncertain : Verdict::busy, message, {}, {}};
    case FailureKind::busy:
        return {Verdict::busy, message, {}, {}};
    case FailureKind::rejected:
        return {Verdict::bad, message, {}, {}};
    case FailureKind::cancelled:
        return {Verdict::cancelled, "stopped", {}, {}};
    case FailureKind::schema:
        if (sent) { // dropped under our feet: made again at the next connection
            rest();
            return {Verdict::busy, message, {}, {}};
        }
        return {Verdict::settings, message, {}, {}};
    case FailureKind::settings:
        break;
    }
    if (failure.sqlState == insufficientPrivilege && !sent && !m_sqlFile.empty())
        message += ": " + m_sqlFile.string();
    return {Verdict::settings, message, {}, {}};
}

std::shared_ptr<const Prepared> PostgresDestination::prepare(const Parcel& parcel) const
{
    const PostgresParcel rows(parcel, m_config);
    return std::make_shared<PreparedRows>(postgres::encoded(rows.batch()),
                                          postgres::Writer::announcement(rows.batch()));
}

Reply PostgresDestination::deliver(const Parcel& parcel)
{
    if (auto connected = connect(); !connected)
        return replyOf(connected.error(), false);
    std::shared_ptr<const Prepared> made;
    const Prepared* prepared = parcel.prepared;
    if (!prepared) {
        made = prepare(parcel);
        prepared = made.get();
    }
    const auto& rows = static_cast<const PreparedRows&>(*prepared);
    if (!rows.streams)
        return replyOf(rows.streams.error(), true);
    auto written = m_writer->write(*rows.streams, rows.announcement);
    return written ? Reply{Verdict::delivered, {}, {}, {}} : replyOf(written.error(), true);
}

Reply PostgresDestination::check()
{
    if (auto connected = connect(); !connected)
        return replyOf(connected.error(), false);
    if (auto answered = m_connection->execute("SELECT 1"); !answered)
        return replyOf(answered.error(), false);
    return {Verdict::delivered,
            m_connection->place() + ", schema " + std::to_string(postgres::schemaVersion),
            {},
            {}};
}

} // namespace spanglass::sync
