// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/deliveries.h"

#include "store/store_file.h"
#include "store/trace_columns.h"

namespace spanglass::store {
namespace {

constexpr const char* selectDestinations =
    "SELECT d.id, d.name, d.kind, d.url, d.settings, d.paused, d.paused_reason, d.lanes, d.scores_to, "
    "d.delivered,"
    " d.retry_requests, h.state, h.breaker, h.sending, h.sending_to, h.uncertain, h.rate, h.last_success_ns,"
    " h.last_error_ns, h.last_error, h.next_try_ns, h.courier"
    " FROM destinations d LEFT JOIN delivery_health h ON h.destination = d.id";

DestinationRow readRow(const Statement& row)
{
    DestinationRow out;
    out.id = row.integer(0);
    out.name = row.text(1);
    out.kind = row.text(2);
    out.url = row.text(3);
    out.settings = row.text(4);
    out.paused = row.integer(5) != 0;
    out.pausedReason = row.text(6);
    out.lanes = row.text(7);
    out.scoresTo = row.integer(8);
    out.delivered = row.integer(9);
    out.retryRequests = row.integer(10);
    if (row.isNull(11))
        return out;
    out.health.state = row.text(11);
    out.health.breaker = row.text(12);
    out.health.sending = row.integer(13);
    out.health.sendingTo = row.integer(14);
    out.health.uncertain = row.integer(15);
    out.health.ratePerSecond = row.real(16);
    out.health.lastSuccessUnixNs = row.integer(17);
    out.health.lastErrorUnixNs = row.integer(18);
    out.health.lastError = row.text(19);
    out.health.nextTryUnixNs = row.integer(20);
    out.health.courier = row.text(21);
    return out;
}

trace::Value valueOf(const Statement& row, int column, std::string_view type)
{
    if (type == "integer")
        return row.integer(column);
    if (type == "real")
        return row.real(column);
    return row.text(column);
}

} // namespace

Result<Deliveries> Deliveries::open(const std::filesystem::path& directory)
{
    auto database = openDatabase(directory);
    if (!database)
        return tl::unexpected(database.error());
    return Deliveries(std::shared_ptr<Database>(std::move(*database)));
}

Result<std::vector<DestinationRow>> Deliveries::destinations() const
{
    std::vector<DestinationRow> rows;
    Statement select = m_database->prepare(std::string(selectDestinations) + " ORDER BY d.name");
    while (select.next())
        rows.push_back(readRow(select));
    if (auto read = m_database->result(); !read)
        return tl::unexpected(read.error());
    return rows;
}

Result<std::optional<DestinationRow>> Deliveries::destination(std::int64_t id) const
{
    std::optional<DestinationRow> row;
    Statement select = m_database->prepare(std::string(selectDestinations) + " WHERE d.id = ?1");
    if (select.bind(1, id).next())
        row = readRow(select);
    if (auto read = m_database->result(); !read)
        return tl::unexpected(read.error());
    return row;
}

Result<std::optional<DestinationRow>> Deliveries::destination(const std::string& name) const
{
    std::optional<DestinationRow> row;
    Statement select = m_database->prepare(std::string(selectDestinations) + " WHERE d.name = ?1");
    if (select.bind(1, std::string_view(name)).next())
        row = readRow(select);
    if (auto read = m_database->result(); !read)
        return tl::unexpected(read.error());
    return row;
}

Result<std::int64_t> Deliveries::add(const std::string& name, const std::string& kind, const std::string& url,
                                     const std::string& settings)
{
    Transaction transaction(*m_database);
    Statement insert =
        m_database->prepare("INSERT INTO destinations (name, kind, url, settings) VALUES (?1, ?2, ?3, ?4)");
    insert.bind(1, std::string_view(name)).bind(2, std::string_view(kind));
    insert.bind(3, std::string_view(url)).bind(4, std::string_view(settings)).run();
    const std::int64_t id = m_database->integer("SELECT last_insert_rowid()");
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return id;
}

Result<void> Deliveries::update(std::int64_t id, const std::string& url, const std::string& settings)
{
    Transaction transaction(*m_database);
    Statement update = m_database->prepare("UPDATE destinations SET url = ?2, settings = ?3 WHERE id = ?1");
    update.bind(1, id).bind(2, std::string_view(url)).bind(3, std::string_view(settings)).run();
    return transaction.commit();
}

Result<void> Deliveries::change(const char* sql, std::int64_t id) const
{
    Transaction transaction(*m_database);
    Statement statement = m_database->prepare(sql);
    statement.bind(1, id).run();
    return transaction.commit();
}

Result<void> Deliveries::remove(std::int64_t id)
{
    Transaction transaction(*m_database);
    for (const char* sql :
         {"DELETE FROM destinations WHERE id = ?1", "DELETE FROM delivery_health WHERE destination = ?1",
          "DELETE FROM quarantine WHERE destination = ?1"}) {
        Statement statement = m_database->prepare(sql);
        statement.bind(1, id).run();
    }
    return transaction.commit();
}

Result<void> Deliveries::setPaused(std::int64_t id, bool paused, const std::string& reason)
{
    Transaction transaction(*m_database);
    Statement update =
        m_database->prepare("UPDATE destinations SET paused = ?2, paused_reason = ?3 WHERE id = ?1");
    update.bind(1, id).bind(2, std::int64_t{paused ? 1 : 0}).bind(3, std::string_view(reason)).run();
    return transaction.commit();
}

Result<void> Deliveries::requestRetry(std::int64_t id)
{
    Transaction transaction(*m_database);
    for (const char* sql : {"UPDATE destinations SET retry_requests = retry_requests + 1 WHERE id = ?1",
                            "UPDATE quarantine SET again = 1 WHERE destination = ?1"}) {
        Statement statement = m_database->prepare(sql);
        statement.bind(1, id).run();
    }
    return transaction.commit();
}

Result<void> Deliveries::startOver(std::int64_t id)
{
    Transaction transaction(*m_database);
    for (const char* sql : {"UPDATE destinations SET lanes = '', scores_to = 0, delivered = 0,"
                            " retry_requests = retry_requests + 1 WHERE id = ?1",
                            "DELETE FROM quarantine WHERE destination = ?1"}) {
        Statement statement = m_database->prepare(sql);
        statement.bind(1, id).run();
    }
    return transaction.commit();
}

Result<void> Deliveries::setHealth(std::int64_t id, const DeliveryHealth& health)
{
    Transaction transaction(*m_database);
    Statement write = m_database->prepare(
        "INSERT OR REPLACE INTO delivery_health SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12"
        " WHERE EXISTS (SELECT 1 FROM destinations WHERE id = ?1)");
    write.bind(1, id).bind(2, std::string_view(health.state)).bind(3, std::string_view(health.breaker));
    write.bind(4, health.sending)
        .bind(5, health.sendingTo)
        .bind(6, health.uncertain)
        .bind(7, health.ratePerSecond);
    write.bind(8, health.lastSuccessUnixNs).bind(9, health.lastErrorUnixNs);
    write.bind(10, std::string_view(health.lastError)).bind(11, health.nextTryUnixNs);
    write.bind(12, std::string_view(health.courier)).run();
    return transaction.commit();
}

void Deliveries::addQuarantine(std::int64_t id, const std::vector<QuarantineRow>& refused) const
{
    if (refused.empty())
        return;
    Statement insert = m_database->prepare(
        "INSERT OR REPLACE INTO quarantine (destination, span_row, score, trace_id, span_id, reason, time_ns)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    for (const QuarantineRow& row : refused) {
        const std::string trace = traceIdBytes(row.trace);
        insert.bind(1, id).bind(2, row.spanRow).bind(3, row.score).bindBlob(4, trace);
        insert.bind(5, static_cast<std::int64_t>(row.span.value)).bind(6, std::string_view(row.reason));
        insert.bind(7, row.timeUnixNs).run();
    }
}

Result<void> Deliveries::settle(std::int64_t id, const std::string& before, const std::string& lanes,
                                std::int64_t delivered, const std::vector<QuarantineRow>& refused)
{
    Transaction transaction(*m_database);
    Statement update = m_database->prepare(
        "UPDATE destinations SET lanes = ?2, delivered = delivered + ?3 WHERE id = ?1 AND lanes = ?4");
    update.bind(1, id)
        .bind(2, std::string_view(lanes))
        .bind(3, delivered)
        .bind(4, std::string_view(before))
        .run();
    addQuarantine(id, refused);
    return transaction.commit();
}

Result<void> Deliveries::settleScores(std::int64_t id, std::int64_t scoresTo, std::int64_t delivered,
                                      const std::vector<QuarantineRow>& refused)
{
    Transaction transaction(*m_database);
    Statement update = m_database->prepare(
        "UPDATE destinations SET scores_to = ?2, delivered = delivered + ?3 WHERE id = ?1");
    update.bind(1, id).bind(2, scoresTo).bind(3, delivered).run();
    addQuarantine(id, refused);
    return transaction.commit();
}

Result<void> Deliveries::settleRetries(std::int64_t id, const std::vector<std::int64_t>& deliveredRows,
                                       const std::vector<QuarantineRow>& refused)
{
    Transaction transaction(*m_database);
    Statement remove = m_database->prepare("DELETE FROM quarantine WHERE destination = ?1 AND span_row = ?2");
    for (const std::int64_t row : deliveredRows)
        remove.bind(1, id).bind(2, row).run();
    Statement update =
        m_database->prepare("UPDATE destinations SET delivered = delivered + ?2 WHERE id = ?1");
    update.bind(1, id).bind(2, static_cast<std::int64_t>(deliveredRows.size())).run();
    addQuarantine(id, refused);
    return transaction.commit();
}

Result<std::vector<QuarantineRow>> Deliveries::quarantine(std::int64_t id, int limit) const
{
    std::vector<QuarantineRow> rows;
    Statement select = m_database->prepare("SELECT span_row, score, trace_id, span_id, reason, time_ns, again"
                                           " FROM quarantine WHERE destination = ?1 ORDER BY id LIMIT ?2");
    select.bind(1, id).bind(2, std::int64_t{limit});
    while (select.next())
        rows.push_back({select.integer(0),
                        select.integer(1),
                        traceIdFrom(select.bytes(2)),
                        {static_cast<std::uint64_t>(select.integer(3))},
                        select.text(4),
                        select.integer(5),
                        select.integer(6) != 0});
    if (auto read = m_database->result(); !read)
        return tl::unexpected(read.error());
    return rows;
}

Result<std::int64_t> Deliveries::quarantined(std::int64_t id) const
{
    Statement count = m_database->prepare("SELECT count(*) FROM quarantine WHERE destination = ?1");
    const std::int64_t rows = count.bind(1, id).next() ? count.integer(0) : 0;
    if (auto read = m_database->result(); !read)
        return tl::unexpected(read.error());
    return rows;
}

Result<bool> Deliveries::quarantined(std::int64_t id, TraceId trace) const
{
    Statement any =
        m_database->prepare("SELECT 1 FROM quarantine WHERE trace_id = ?2 AND destination = ?1 LIMIT 1");
    const std::string bytes = traceIdBytes(trace);
    const bool found = any.bind(1, id).bindBlob(2, bytes).next();
    if (auto read = m_database->result(); !read)
        return tl::unexpected(read.error());
    return found;
}

Result<std::vector<std::int64_t>> Deliveries::retries(std::int64_t id, int limit)
{
    std::vector<std::int64_t> rows;
    std::int64_t gone = 0;
    Statement select = m_database->prepare(
        "SELECT q.span_row, s.id FROM quarantine q LEFT JOIN spans s ON s.id = q.span_row"
        " WHERE q.destination = ?1 AND q.again = 1 AND q.span_row <> 0 ORDER BY q.id LIMIT ?2");
    select.bind(1, id).bind(2, std::int64_t{limit});
    while (select.next()) {
        if (select.isNull(1))
            ++gone;
        else
            rows.push_back(select.integer(0));
    }
    if (gone > 0) {
        if (auto cleared =
                change("DELETE FROM quarantine WHERE destination = ?1 AND again = 1 AND span_row <> 0"
                       " AND NOT EXISTS (SELECT 1 FROM spans WHERE spans.id = span_row)",
                       id);
            !cleared)
            return tl::unexpected(cleared.error());
    }
    if (auto read = m_database->result(); !read)
        return tl::unexpected(read.error());
    return rows;
}

Result<std::vector<ScoreRow>> Deliveries::scoresAfter(std::int64_t id, int limit) const
{
    std::vector<ScoreRow> rows;
    Statement select = m_database->prepare(
        "SELECT id, trace_id, span_id, name, value, comment, time_ns, typeof(value),"
        " coalesce((SELECT project FROM traces t WHERE t.trace_id = scores.trace_id), '') FROM scores"
        " WHERE id > (SELECT scores_to FROM destinations WHERE id = ?1) ORDER BY id LIMIT ?2");
    select.bind(1, id).bind(2, std::int64_t{limit});
    while (select.next()) {
        ScoreRow row;
        row.id = select.integer(0);
        row.trace = traceIdFrom(select.bytes(1));
        row.span = {static_cast<std::uint64_t>(select.integer(2))};
        row.score = {select.text(3), valueOf(select, 4, select.bytes(7)), select.text(5)};
        row.timeUnixNs = select.integer(6);
        row.project = select.text(8);
        rows.push_back(std::move(row));
    }
    if (auto read = m_database->result(); !read)
        return tl::unexpected(read.error());
    return rows;
}

} // namespace spanglass::store
