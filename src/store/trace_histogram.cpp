// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trace_histogram.h"

#include <algorithm>
#include <set>

#include "store/trace_rows.h"
#include "store/trace_search.h"
#include "trace/query_syntax.h"

namespace spanglass::store {
namespace {

constexpr const char* latestTraces = "(SELECT * FROM traces ORDER BY start_ns DESC LIMIT 20000)";
/// Of the latest traces; their spans lie together, so reading them is quick.
constexpr int tracesToAskForModels = 200;

/// `text` as the beginning of something for LIKE, whose own signs lose their meaning behind a backslash.
std::string beginning(std::string_view text)
{
    std::string pattern;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

Result<std::vector<std::string>> textsOf(Database& database, const std::string& sql, std::string_view prefix,
                                         int limit)
{
    Statement statement = database.prepare(sql);
    const std::string pattern = beginning(prefix);
    statement.bind(1, std::string_view(pattern)).bind(2, std::int64_t{limit});
    std::vector<std::string> texts;
    while (statement.next())
        texts.push_back(statement.text(0));
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    return texts;
}

Result<std::vector<std::string>> tagsOf(Database& database, std::string_view prefix, int limit)
{
    // Each row holds all tags of a trace between line feeds.
    const auto lists = textsOf(database,
                               std::string("SELECT DISTINCT tags FROM ") + latestTraces +
                                   " WHERE tags <> '' AND tags LIKE '%' || char(10) || ?1 ESCAPE '\\' LIMIT "
                                   "20 * ?2",
                               prefix, limit);
    if (!lists)
        return lists;
    const auto begins = [prefix](std::string_view tag) {
        return tag.size() >= prefix.size() &&
               std::equal(prefix.begin(), prefix.end(), tag.begin(), [](char a, char b) {
                   const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : int{c}; };
                   return low(a) == low(b);
               });
    };
    std::set<std::string> tags;
    for (std::string_view list : *lists) {
        while (!list.empty()) {
            const std::size_t end = std::min(list.find('\n'), list.size());
            if (end > 0 && begins(list.substr(0, end)))
                tags.emplace(list.substr(0, end));
            list.remove_prefix(std::min(list.size(), end + 1));
        }
    }
    std::vector<std::string> texts(tags.begin(), tags.end());
    texts.resize(std::min(texts.size(), static_cast<std::size_t>(limit)));
    return texts;
}

Result<std::vector<std::string>> modelsOf(Database& database, std::string_view prefix, int limit)
{
    const std::string sql =
        "SELECT DISTINCT model FROM (SELECT id AS latest FROM traces ORDER BY start_ns DESC LIMIT " +
        std::to_string(tracesToAskForModels) +
        ") JOIN trace_marks ON trace = latest WHERE model <> '' AND model LIKE ?1 ESCAPE '\\' ORDER BY 1 "
        "LIMIT ?2";
    return textsOf(database, sql, prefix, limit);
}

/// The columns of `traces` whose values are worth offering are called as their keys are, but for one.
std::string columnFor(const trace::QueryKeyInfo& info)
{
    switch (info.key) {
    case trace::QueryKey::service:
    case trace::QueryKey::session:
    case trace::QueryKey::user:
    case trace::QueryKey::name:
    case trace::QueryKey::project:
    case trace::QueryKey::environment:
    case trace::QueryKey::release:
    case trace::QueryKey::version:
        return std::string(info.name);
    case trace::QueryKey::operation:
        return "operation_type";
    default:
        return {};
    }
}

} // namespace

Result<trace::TraceHistogram> countOverTime(Database& database, const trace::TraceQuery& query, int bins)
{
    const auto condition = conditionOf(database, query);
    if (!condition)
        return tl::unexpected(condition.error());
    trace::TraceHistogram histogram;
    Statement ends =
        database.prepare("SELECT min(start_ns), max(start_ns) FROM traces WHERE 1" + condition->sql);
    condition->bind(ends);
    if (!ends.next() || ends.isNull(0)) {
        if (auto read = database.result(); !read)
            return tl::unexpected(read.error());
        return histogram;
    }
    bins = std::clamp(bins, 1, 1'000);
    histogram.fromNs = query.range.fromNs.value_or(ends.integer(0));
    const std::int64_t lastNs =
        std::max(histogram.fromNs, query.range.toNs ? *query.range.toNs - 1 : ends.integer(1));
    ends.reset();
    histogram.binNs = (lastNs - histogram.fromNs) / bins + 1;
    histogram.bins.resize(static_cast<std::size_t>(bins));
    Statement counts = database.prepare(
        "SELECT (start_ns - " + std::to_string(histogram.fromNs) + ") / " + std::to_string(histogram.binNs) +
        ", count(*), sum(status = 1) FROM traces WHERE 1" + condition->sql + " GROUP BY 1");
    condition->bind(counts);
    while (counts.next()) {
        const std::int64_t bin = std::clamp<std::int64_t>(counts.integer(0), 0, bins - 1);
        histogram.bins[static_cast<std::size_t>(bin)] = {counts.integer(1), counts.integer(2)};
    }
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    return histogram;
}

Result<std::vector<std::string>> knownValues(Database& database, std::string_view key,
                                             std::string_view prefix, int limit)
{
    const auto known = trace::findQueryKey(key);
    if (!known)
        return fail(ErrorKind::usage, std::string(key) + ": is no key of the query language");
    if (known->key == trace::QueryKey::model)
        return modelsOf(database, prefix, limit);
    if (known->key == trace::QueryKey::tag)
        return tagsOf(database, prefix, limit);
    if (known->key == trace::QueryKey::score)
        return textsOf(database,
                       "SELECT DISTINCT name FROM scores WHERE name LIKE ?1 ESCAPE '\\' ORDER BY 1 LIMIT ?2",
                       prefix, limit);
    if (known->key == trace::QueryKey::label)
        return textsOf(database,
                       "SELECT DISTINCT value FROM scores WHERE name = 'label' AND value LIKE ?1 ESCAPE '\\' "
                       "ORDER BY 1 LIMIT ?2",
                       prefix, limit);
    const std::string column = columnFor(*known);
    if (column.empty())
        return std::vector<std::string>();
    return textsOf(database,
                   "SELECT DISTINCT " + column + " FROM " + latestTraces + " WHERE " + column +
                       " <> '' AND " + column + " LIKE ?1 ESCAPE '\\' ORDER BY 1 LIMIT ?2",
                   prefix, limit);
}

} // namespace spanglass::store
