// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/scores.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "store/settings.h"
#include "store/store_file.h"
#include "store/trace_columns.h"

namespace spanglass::store {
namespace {

constexpr const char* columns = "id, trace_id, span_id, name, value, comment, typeof(value), time_ns";

std::int64_t nowUnixNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
}

StoredScore readStored(const Statement& row)
{
    return {row.integer(0), traceIdFrom(row.bytes(1)), SpanId{static_cast<std::uint64_t>(row.integer(2))},
            readScore(row, 3), row.integer(7)};
}

Result<std::vector<StoredScore>> readAll(Database& database, Statement& statement)
{
    std::vector<StoredScore> scores;
    while (statement.next())
        scores.push_back(readStored(statement));
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    return scores;
}

Result<void> refuseUnknown(Database& database, const StoredScore& score)
{
    const std::string id = traceIdBytes(score.trace);
    Statement trace = database.prepare("SELECT id FROM traces WHERE trace_id = ?1");
    if (!trace.bindBlob(1, id).next())
        return fail(ErrorKind::usage, score.trace.hex() + ": there is no such trace in " +
                                          database.file().parent_path().string());
    if (!score.span.valid())
        return {};
    Statement span = database.prepare("SELECT 1 FROM spans WHERE span_id = ?1 AND id BETWEEN ?2 AND ?3");
    const std::int64_t row = trace.integer(0);
    span.bind(1, static_cast<std::int64_t>(score.span.value));
    span.bind(2, firstSpanOf(row)).bind(3, lastSpanOf(row));
    if (!span.next())
        return fail(ErrorKind::usage,
                    score.span.hex() + ": there is no such span in trace " + score.trace.hex());
    return {};
}

bool bindValue(Statement& statement, int parameter, const trace::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        statement.bind(parameter, std::string_view(*text));
    else if (const auto* integer = std::get_if<std::int64_t>(&value))
        statement.bind(parameter, *integer);
    else if (const auto* number = std::get_if<double>(&value); number != nullptr && std::isfinite(*number))
        statement.bind(parameter, *number);
    else if (const auto* truth = std::get_if<bool>(&value))
        statement.bind(parameter, std::int64_t{*truth ? 1 : 0});
    else
        return false;
    return true;
}

/// The number of the last score that was ever given. Removing the last one must not give its number to the
/// next: destinations that have the old one would never get the new one.
constexpr const char* lastScoreName = "last score";

std::int64_t lastScore(Database& database)
{
    std::int64_t noted = 0;
    if (const auto text = readSetting(database, lastScoreName))
        std::from_chars(text->data(), text->data() + text->size(), noted);
    return std::max(noted, database.integer("SELECT coalesce(max(id), 0) FROM scores"));
}

/// Every window looks at this counter to know that something changed.
void tellReaders(Database& database)
{
    database.execute("UPDATE totals SET change_counter = change_counter + 1");
}

} // namespace

Result<std::int64_t> addScore(const std::filesystem::path& directory, const StoredScore& score)
{
    if (score.score.name.empty())
        return fail(ErrorKind::usage, "a score needs a name");
    auto database = openDatabase(directory);
    if (!database)
        return tl::unexpected(database.error());
    Transaction transaction(**database);
    if (auto known = refuseUnknown(**database, score); !known)
        return tl::unexpected(known.error());
    Statement insert =
        (*database)->prepare("INSERT INTO scores (trace_id, span_id, name, value, comment, time_ns, id)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id");
    insert.bind(7, lastScore(**database) + 1);
    const std::string id = traceIdBytes(score.trace);
    insert.bindBlob(1, id).bind(2, static_cast<std::int64_t>(score.span.value));
    insert.bind(3, std::string_view(score.score.name)).bind(5, std::string_view(score.score.comment));
    insert.bind(6, score.timeUnixNs != 0 ? score.timeUnixNs : nowUnixNs());
    if (!bindValue(insert, 4, score.score.value))
        return fail(ErrorKind::usage, score.score.name + ": a score is a number or a text");
    const std::int64_t number = insert.next() ? insert.integer(0) : 0;
    insert.reset();
    tellReaders(**database);
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return number;
}

void keepLastScore(Database& database)
{
    const std::int64_t last = lastScore(database);
    if (last > 0)
        writeSetting(database, lastScoreName, std::to_string(last));
}

Result<void> removeScore(const std::filesystem::path& directory, std::int64_t id)
{
    auto database = openDatabase(directory);
    if (!database)
        return tl::unexpected(database.error());
    Transaction transaction(**database);
    keepLastScore(**database);
    Statement remove = (*database)->prepare("DELETE FROM scores WHERE id = ?1 RETURNING id");
    const bool there = remove.bind(1, id).next();
    remove.reset();
    if ((*database)->ok() && !there)
        return fail(ErrorKind::usage,
                    std::to_string(id) + ": there is no such score in " + directory.string());
    // A destination that refused it is not asked again.
    Statement forget = (*database)->prepare("DELETE FROM quarantine WHERE score = ?1");
    forget.bind(1, id).run();
    tellReaders(**database);
    return transaction.commit();
}

Result<std::vector<StoredScore>> scoresOf(Database& database, TraceId trace)
{
    Statement statement =
        database.prepare(std::string("SELECT ") + columns + " FROM scores WHERE trace_id = ?1 ORDER BY id");
    const std::string id = traceIdBytes(trace);
    statement.bindBlob(1, id);
    return readAll(database, statement);
}

trace::Value scoreValue(std::string_view typed)
{
    if (typed == "true")
        return std::int64_t{1};
    if (typed == "false")
        return std::int64_t{0};
    const char* end = typed.data() + typed.size();
    std::int64_t integer = 0;
    if (const auto read = std::from_chars(typed.data(), end, integer);
        read.ptr == end && read.ec == std::errc{})
        return integer;
    double number = 0;
    if (const auto read = std::from_chars(typed.data(), end, number);
        read.ptr == end && read.ec == std::errc{} && std::isfinite(number))
        return number;
    return std::string(typed);
}

trace::Score readScore(const Statement& row, int column)
{
    trace::Score score{row.text(column), {}, row.text(column + 2)};
    if (row.bytes(column + 3) == "integer")
        score.value = row.integer(column + 1);
    else if (row.bytes(column + 3) == "real")
        score.value = row.real(column + 1);
    else
        score.value = row.text(column + 1);
    return score;
}

} // namespace spanglass::store
