// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass compare`: what the second of two runs does otherwise, and for scripts whether it grew too much.
#include <cstdio>

#include "app/cli/document.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "trace/compare.h"
#include "trace/compare_limits.h"

namespace spanglass::app {

namespace {

struct Runs
{
    Table before;
    Table after;
    trace::Comparison comparison;
};

std::string nameOf(const trace::SpanTable& table, std::uint32_t row)
{
    return std::string(table.strings.text(table.name[row]));
}

template<class T, class Write>
void writeBoth(JsonWriter& json, std::string_view key, const trace::Both<T>& figures, const Write& write)
{
    json.key(key).beginArray();
    for (const std::optional<T>& figure : figures)
        figure ? write(*figure) : static_cast<void>(json.null());
    json.endArray();
}

void writeOneSided(JsonWriter& json, std::string_view key, const trace::SpanTable& table,
                   const std::vector<trace::AlignedRow>& rows)
{
    json.key(key).beginArray();
    for (const trace::AlignedRow& row : rows) {
        const trace::Span span = table.details(row.added() ? row.b : row.a);
        json.beginObject()
            .member("name", span.name)
            .member("kind", name(span.kind))
            .member("spanId", span.id.hex());
        json.key("durationNano");
        span.durationNs ? json.value(std::to_string(*span.durationNs)) : json.null();
        json.key("cost");
        span.cost ? json.value(span.cost->text()) : json.null();
        json.endObject();
    }
    json.endArray();
}

void writeChanged(JsonWriter& json, const trace::SpanDifference& changed, const Runs& runs)
{
    json.beginObject().member("name", changed.name).member("kind", name(changed.kind));
    json.key("spanIds").beginArray();
    json.value(runs.before->id[changed.row.a].hex()).value(runs.after->id[changed.row.b].hex()).endArray();
    writeBoth(json, "durationNano", changed.durationNs,
              [&](std::int64_t durationNs) { json.value(std::to_string(durationNs)); });
    writeBoth(json, "cost", changed.cost, [&](const Decimal& cost) { json.value(cost.text()); });
    writeBoth(json, "tokens", changed.tokens, [&](std::int64_t tokens) { json.value(tokens); });
    json.key("status").beginArray().value(name(changed.status[0])).value(name(changed.status[1])).endArray();
    json.key("model").beginArray().value(changed.model[0]).value(changed.model[1]).endArray();
    json.member("inputDiffers", changed.inputDiffers).member("outputDiffers", changed.outputDiffers);
    json.endObject();
}

void printJson(const Runs& runs, const std::vector<trace::Limit>& exceeded)
{
    JsonWriter json;
    json.beginObject();
    writeOneSided(json, "added", *runs.after, runs.comparison.added);
    writeOneSided(json, "removed", *runs.before, runs.comparison.removed);
    json.key("changed").beginArray();
    for (const trace::SpanDifference& changed : runs.comparison.changed)
        writeChanged(json, changed, runs);
    json.endArray().key("exceeded").beginArray();
    for (const trace::Limit& limit : exceeded)
        json.value(limit.text);
    json.endArray().endObject();
    std::puts(json.text().c_str());
}

std::string durationCell(const std::optional<std::int64_t>& durationNs)
{
    return durationNs ? durationText(*durationNs) : std::string();
}

std::string costCell(const std::optional<Decimal>& cost)
{
    return cost ? costText(*cost) : std::string();
}

std::string wordsFor(const trace::SpanDifference& changed)
{
    std::string words;
    const auto add = [&](bool holds, std::string_view word) {
        if (holds)
            (words += words.empty() ? "" : ", ") += word;
    };
    add(changed.status[0] != changed.status[1] && changed.status[1] == Status::error, "fails");
    add(changed.status[0] != changed.status[1] && changed.status[0] == Status::error, "works again");
    add(changed.model[0] != changed.model[1], "other model");
    add(changed.inputDiffers, "other input");
    add(changed.outputDiffers, "other output");
    add(changed.row.renamed, "renamed");
    return words;
}

void printTable(const Runs& runs)
{
    TextTable text({"", "SPAN", ">BEFORE", ">AFTER", ">COST BEFORE", ">COST AFTER", "WHAT"});
    for (const trace::AlignedRow& row : runs.comparison.added)
        text.add({"+", nameOf(*runs.after, row.b), "", durationCell(runs.after->details(row.b).durationNs),
                  "", "", "new"});
    for (const trace::AlignedRow& row : runs.comparison.removed)
        text.add({"-", nameOf(*runs.before, row.a), durationCell(runs.before->details(row.a).durationNs), "",
                  "", "", "gone"});
    for (const trace::SpanDifference& changed : runs.comparison.changed)
        text.add({"~", changed.name, durationCell(changed.durationNs[0]), durationCell(changed.durationNs[1]),
                  costCell(changed.cost[0]), costCell(changed.cost[1]), wordsFor(changed)});
    const std::string lines = text.text();
    std::fputs(lines.empty() ? "nothing differs\n" : lines.c_str(), stdout);
}

Result<int> run(const Options& options)
{
    std::vector<trace::Limit> limits;
    if (options.has("fail-on")) {
        auto parsed = trace::parseLimits(options.text("fail-on"));
        if (!parsed)
            return fail(ErrorKind::usage, "--fail-on: " + parsed.error().message);
        limits = std::move(*parsed);
    }
    const auto before = tableOf(options.store(), options.operands()[0]);
    if (!before)
        return tl::unexpected(before.error());
    const auto after = tableOf(options.store(), options.operands()[1]);
    if (!after)
        return tl::unexpected(after.error());
    const Runs runs{*before, *after, trace::compare(**before, **after)};
    std::erase_if(limits, [&](const trace::Limit& limit) { return !exceeds(limit, runs.comparison.total); });
    options.json() ? printJson(runs, limits) : printTable(runs);
    for (const trace::Limit& limit : limits)
        std::fprintf(stderr, "spanglass: compare: the second run exceeds %s\n", limit.text.c_str());
    return limits.empty() ? exitDone : exitCouldNot;
}

} // namespace

const Verb compareVerb{
    {.verb = "compare",
     .operands = "A B",
     .fewest = 2,
     .most = 2,
     .summary = "what differs between two traces or files",
     .options = {{"fail-on", "LIMITS",
                  "exit with 1 when the second grew more: cost>10%,errors>0,duration>2s"}}},
    run};

} // namespace spanglass::app
