// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trace_columns.h"

#include <algorithm>
#include <limits>

namespace spanglass::store {
namespace {

void appendBigEndian(std::string& to, std::uint64_t value)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        to.push_back(static_cast<char>(value >> shift & 0xff));
}

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

std::string joined(const std::vector<std::string>& tags)
{
    std::string text;
    for (std::string tag : tags) {
        std::replace(tag.begin(), tag.end(), '\n', ' ');
        text += '\n' + tag;
    }
    return text.empty() ? text : text + '\n';
}

std::vector<std::string> splitTags(std::string_view text)
{
    std::vector<std::string> tags;
    while (text.size() > 1) {
        text.remove_prefix(1);
        const std::size_t end = std::min(text.find('\n'), text.size());
        tags.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return tags;
}

/// The file may be damaged: what is none of the values is the nearest.
template<class Enum> Enum enumAt(const Statement& row, int column, Enum last)
{
    return static_cast<Enum>(
        std::clamp<std::int64_t>(row.integer(column), 0, static_cast<std::int64_t>(last)));
}

trace::Tokens readTokens(const Statement& row, int column)
{
    return {row.optionalInteger(column), row.optionalInteger(column + 1), row.optionalInteger(column + 2),
            row.optionalInteger(column + 3), row.optionalInteger(column + 4)};
}

} // namespace

std::string traceIdBytes(TraceId id)
{
    std::string bytes;
    appendBigEndian(bytes, id.high);
    appendBigEndian(bytes, id.low);
    return bytes;
}

TraceId traceIdFrom(std::string_view bytes)
{
    return bytes.size() == 16 ? TraceId{bigEndian(bytes.substr(0, 8)), bigEndian(bytes.substr(8))}
                              : TraceId{};
}

TraceSummary readSummary(const Statement& row)
{
    TraceSummary summary;
    summary.row = row.integer(0);
    summary.id = traceIdFrom(row.bytes(1));
    summary.name = row.text(2);
    summary.nameRank = enumAt(row, 3, TraceSummary::fromLabel);
    summary.rootStatus = enumAt(row, 4, Status::error);
    summary.startNs = row.integer(5);
    summary.endNs = row.integer(6);
    summary.spans = row.integer(7);
    summary.running = row.integer(8);
    summary.interrupted = row.integer(9);
    summary.errors = row.integer(10);
    summary.nextNumber = row.integer(11);
    summary.tokens = readTokens(row, 12);
    if (!row.isNull(17))
        summary.cost = Decimal::parse(row.bytes(17));
    summary.flags = static_cast<std::uint8_t>(row.integer(18));
    summary.labels.user = row.text(19);
    summary.labels.session = row.text(20);
    summary.labels.project = row.text(21);
    summary.labels.environment = row.text(22);
    summary.labels.release = row.text(23);
    summary.labels.version = row.text(24);
    summary.labels.operationType = row.text(25);
    summary.service = row.text(26);
    summary.labels.tags = splitTags(row.bytes(27));
    summary.stored = true;
    return summary;
}

/// Clocks of other centuries: what does not fit ends where the numbers end.
std::int64_t durationOf(const TraceSummary& summary)
{
    std::int64_t duration = 0;
    const bool beyond = __builtin_sub_overflow(summary.endNs, summary.startNs, &duration);
    return beyond ? std::numeric_limits<std::int64_t>::max() : std::max<std::int64_t>(0, duration);
}

trace::TraceRow readTraceRow(const Statement& row)
{
    TraceSummary summary = readSummary(row);
    trace::TraceRow line;
    line.id = summary.id;
    line.name = std::move(summary.name);
    line.startUnixNs = summary.startNs;
    line.status = enumAt(row, statusColumn, trace::TraceStatus::interrupted);
    if (line.status != trace::TraceStatus::running)
        line.durationNs = durationOf(summary);
    line.spans = summary.spans;
    line.errors = summary.errors;
    line.tokens = summary.tokens;
    line.cost = summary.cost;
    line.user = std::move(summary.labels.user);
    line.session = std::move(summary.labels.session);
    line.project = std::move(summary.labels.project);
    line.environment = std::move(summary.labels.environment);
    line.release = std::move(summary.labels.release);
    line.version = std::move(summary.labels.version);
    line.operationType = std::move(summary.labels.operationType);
    line.service = std::move(summary.service);
    line.tags = std::move(summary.labels.tags);
    line.flags = summary.flags;
    return line;
}

/// Every column that `traceColumns` names, then `changed` and `cost_sort`.
std::vector<std::string> allColumns()
{
    std::vector<std::string> columns;
    std::string_view names = traceColumns;
    while (!names.empty()) {
        const std::size_t comma = std::min(names.find(", "), names.size());
        columns.emplace_back(names.substr(0, comma));
        names.remove_prefix(std::min(names.size(), comma + 2));
    }
    columns.emplace_back("changed");
    columns.emplace_back("cost_sort");
    return columns;
}

std::string insertTraceSql()
{
    std::string names;
    std::string values;
    int parameter = 0;
    for (const std::string& column : allColumns()) {
        names += (names.empty() ? "" : ", ") + column;
        values += (values.empty() ? "?" : ", ?") + std::to_string(++parameter);
    }
    return "INSERT INTO traces (" + names + ") VALUES (" + values + ")";
}

/// Leaves `trace_id` alone: an UPDATE rewrites the entries of every index whose columns it names.
std::string updateTraceSql()
{
    std::string sets;
    int parameter = 0;
    for (const std::string& column : allColumns()) {
        if (++parameter > 2)
            sets += (sets.empty() ? "" : ", ") + column + " = ?" + std::to_string(parameter);
    }
    return "UPDATE traces SET " + sets + " WHERE id = ?1";
}

void writeTrace(Statement& statement, const TraceSummary& summary, std::int64_t changed)
{
    const std::string id = traceIdBytes(summary.id);
    const std::string tags = joined(summary.labels.tags);
    const std::string cost = summary.cost ? summary.cost->text() : std::string();
    const auto bindText = [&](int parameter, const std::string& text) {
        statement.bind(parameter, std::string_view(text));
    };
    statement.bind(1, summary.row).bindBlob(2, id);
    bindText(3, summary.name);
    statement.bind(4, std::int64_t{summary.nameRank}).bind(5, static_cast<std::int64_t>(summary.rootStatus));
    statement.bind(6, summary.startNs).bind(7, summary.endNs).bind(8, summary.spans).bind(9, summary.running);
    statement.bind(10, summary.interrupted).bind(11, summary.errors).bind(12, summary.nextNumber);
    statement.bind(13, summary.tokens.input).bind(14, summary.tokens.cached).bind(15, summary.tokens.output);
    statement.bind(16, summary.tokens.reasoning).bind(17, summary.tokens.total);
    statement.bind(19, std::int64_t{summary.flags});
    bindText(20, summary.labels.user);
    bindText(21, summary.labels.session);
    bindText(22, summary.labels.project);
    bindText(23, summary.labels.environment);
    bindText(24, summary.labels.release);
    bindText(25, summary.labels.version);
    bindText(26, summary.labels.operationType);
    bindText(27, summary.service);
    bindText(28, tags);
    statement.bind(29, static_cast<std::int64_t>(summary.status())).bind(30, changed);
    if (summary.cost) {
        bindText(18, cost);
        statement.bind(31, summary.cost->toDouble());
    } else {
        statement.bindNull(18).bindNull(31);
    }
    statement.run();
}

} // namespace spanglass::store
