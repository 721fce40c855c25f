// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/postgres_destination.h"

#include <fstream>
#include <unordered_set>

#include "postgres/schema.h"
#include "sync/outgoing_spans.h"
#include "sync/redaction.h"

namespace spanglass::sync {

using postgres::Failure;
using postgres::FailureKind;

namespace {

/// Two machines may score one trace, each with its own row ids: when and what makes the number.
std::int64_t scoreNumber(const ScoreItem& item)
{
    const std::size_t mixed = std::hash<std::string>{}(item.score.name) ^
                              static_cast<std::size_t>(item.timeUnixNs) * 0x9E3779B97F4A7C15u;
    return static_cast<std::int64_t>(mixed >> 33);
}

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
    if (auto prepared = postgres::prepareSchema(**opened); !prepared)
        return prepared;
    m_connection = std::move(*opened);
    m_writer = std::make_unique<postgres::Writer>(*m_connection);
    return {};
}

void PostgresDestination::printSql()
{
    if (m_sqlFile.empty())
        return;
    std::ofstream out(m_sqlFile, std::ios::trunc);
    out << postgres::migrationSql(0);
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
    if (failure.sqlState == "42501" && !sent && !m_sqlFile.empty()) {
        printSql();
        message += ": " + m_sqlFile.string();
    }
    return {Verdict::settings, message, {}, {}};
}

Reply PostgresDestination::deliver(const Parcel& parcel)
{
    if (auto connected = connect(); !connected)
        return replyOf(connected.error(), false);
    const Redaction redaction = redactionFor(parcel, m_config);
    std::vector<trace::Span> changed;
    if (changesAnything(redaction)) {
        for (const Item& item : parcel.spans)
            changed.push_back(redacted(item.span, redaction));
    }
    std::vector<trace::TraceRow> traces;
    std::vector<postgres::SpanRow> spans;
    for (std::size_t i = 0; i < parcel.spans.size(); ++i) {
        const Item& item = parcel.spans[i];
        const trace::TraceRow* row = parcel.traceRow(item.span.trace);
        spans.push_back({changed.empty() ? &item.span : &changed[i],
                         row ? std::string_view(row->project) : "", item.variant});
    }
    std::unordered_set<TraceId> seen;
    for (const Item& item : parcel.spans) {
        const trace::TraceRow* row = parcel.traceRow(item.span.trace);
        if (row && seen.insert(row->id).second)
            traces.push_back(*row);
    }
    std::vector<postgres::ScoreRow> scores;
    for (const ScoreItem& item : parcel.scores) {
        const trace::TraceRow* row = parcel.traceRow(item.trace);
        scores.push_back({item.trace, item.span, row ? std::string_view(row->project) : "", scoreNumber(item),
                          &item.score});
    }
    auto written = m_writer->write({traces, spans, scores});
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
