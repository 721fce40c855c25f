// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass bench queries FILE`: how long the first page of each query takes on the store that is there.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

#include "app/cli/bench_figures.h"
#include "base/text.h"
#include "store/store.h"
#include "trace/query_syntax.h"

namespace spanglass::app {

namespace {

constexpr int rounds = 5;
constexpr std::size_t mostQueries = 1000;
constexpr std::size_t mostBytes = 1000;

/// Why the line is no query; empty when it is one.
std::string faultOf(const std::string& line)
{
    if (line.size() > mostBytes)
        return "is " + std::to_string(line.size()) + " bytes long";
    if (line.front() == '{' || line.front() == '[' || line.front() == '<')
        return "begins as JSON or XML does";
    if (std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) < ' '; }))
        return "has a control character";
    const auto parsed = trace::parseQueryText(line);
    if (parsed.faults.empty())
        return {};
    return visibleText(parsed.faults.front().term) + ": " + parsed.faults.front().sentence;
}

/// One query a line; lines that begin with # are comments. Nothing is asked before all of them are sound.
Result<std::vector<std::string>> readQueries(const std::string& file)
{
    std::ifstream lines(file);
    if (!lines)
        return fail(ErrorKind::io, file + ": cannot be read");
    const auto refused = [&](std::size_t number, const std::string& why) {
        return fail(ErrorKind::format,
                    file + ": is no list of queries: line " + std::to_string(number) + ": " + why);
    };
    std::vector<std::string> queries;
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.empty() || line.front() == '#')
            continue;
        if (const std::string fault = faultOf(line); !fault.empty())
            return refused(number, fault);
        if (queries.size() == mostQueries)
            return refused(number, "there are more than " + std::to_string(mostQueries));
        queries.push_back(std::move(line));
    }
    if (queries.empty())
        return fail(ErrorKind::format, file + ": holds no query");
    return queries;
}

struct Asked
{
    double ms = 0; ///< median
    std::size_t found = 0;
};

Result<Asked> ask(const store::Store& store, const std::string& query)
{
    Asked asked;
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        const auto page = store.traces({.text = query});
        if (!page)
            return tl::unexpected(page.error());
        asked.found = page->rows.size();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::nth_element(times, times.begin() + rounds / 2);
    asked.ms = times[rounds / 2];
    return asked;
}

} // namespace

Result<Figures> benchQueries(const Options& options)
{
    const auto queries = readQueries(options.operands()[1]);
    if (!queries)
        return tl::unexpected(queries.error());
    const auto store = store::Store::open(options.store());
    if (!store)
        return tl::unexpected(store.error());
    std::vector<double> medians;
    for (const std::string& query : *queries) {
        const auto asked = ask(*store, query);
        if (!asked)
            return tl::unexpected(asked.error());
        medians.push_back(asked->ms);
        if (!options.json())
            std::printf("%8.2f ms %5zu traces  %s\n", asked->ms, asked->found, visibleText(query).c_str());
    }
    std::ranges::sort(medians);
    return Figures{{"queries", static_cast<double>(medians.size())},
                   {"medianQueryMs", medians[medians.size() / 2]},
                   {"listQueryMs", medians.back()}};
}

} // namespace spanglass::app
