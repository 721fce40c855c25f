// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass spans`: every span of a trace of the store, or of a file, in start order.
#include <algorithm>
#include <cstdio>
#include <numeric>

#include "app/cli/document.h"
#include "app/cli/span_json.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "base/text.h"
#include "trace/tree.h"

namespace spanglass::app {

namespace {

std::vector<std::uint32_t> rowsByStart(const trace::SpanTable& table)
{
    std::vector<std::uint32_t> rows(table.size());
    std::iota(rows.begin(), rows.end(), 0u);
    std::ranges::stable_sort(rows, {}, [&table](std::uint32_t row) { return table.startUnixNs[row]; });
    return rows;
}

/// Span by span, so that a file with millions of them needs no room for their JSON.
void printJson(const trace::SpanTable& table)
{
    std::fputs("{\"spans\":[", stdout);
    bool first = true;
    for (const std::uint32_t row : rowsByStart(table)) {
        JsonWriter json;
        writeSpan(json, table.details(row));
        std::fputs(first ? "" : ",", stdout);
        std::fputs(json.text().c_str(), stdout);
        first = false;
    }
    std::puts("]}");
}

std::string statusWord(const trace::Span& span)
{
    if (span.state != trace::State::ended)
        return std::string(name(span.state));
    return span.status == Status::error ? "error" : "";
}

void printTree(const trace::SpanTable& table)
{
    const trace::Tree tree(table);
    TextTable text({"SPAN", "KIND", ">DURATION", "STATUS", "MODEL", ">TOKENS", ">COST", "MESSAGE"});
    for (const std::uint32_t row : tree.preorder()) {
        const trace::Span span = table.details(row);
        // Deep trees are indented no further than this, or nothing else would fit.
        const std::size_t indent = 2 * std::min<std::size_t>(tree.depth(row), 16);
        text.add({std::string(indent, ' ') + span.name, std::string(name(span.kind)),
                  span.durationNs ? durationText(*span.durationNs) : std::string(), statusWord(span),
                  span.model, span.tokens.total ? countText(*span.tokens.total) : std::string(),
                  span.cost ? costText(*span.cost) : std::string(), span.statusMessage});
    }
    std::fputs(text.text().c_str(), stdout);
}

Result<int> run(const Options& options)
{
    const bool fromFile = options.has("file");
    if (fromFile == !options.operands().empty())
        return fail(ErrorKind::usage, "spans: needs either TRACE or --file FILE");
    const auto table = fromFile ? tableOfFile(options.text("file"))
                                : tableOfTrace(options.store(), options.operands().front());
    if (!table)
        return tl::unexpected(table.error());
    options.json() ? printJson(**table) : printTree(**table);
    return exitDone;
}

} // namespace

const Verb spansVerb{{.verb = "spans",
                      .operands = "TRACE | --file FILE",
                      .most = 1,
                      .summary = "the spans of a trace, or of a file",
                      .options = {{"file", "FILE", "read a trace file instead of the store"}}},
                     run};

} // namespace spanglass::app
