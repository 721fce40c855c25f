// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_bench.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

#include "base/names.h"
#include "journal/writer.h"
#include "store/collector.h"
#include "store/details.h"
#include "store/packer.h"
#include "store/payloads.h"
#include "store/span_rows.h"
#include "store/store.h"
#include "store/store_file.h"
#include "store/trace_columns.h"
#include "store/trace_words.h"
#include "store/words.h"

namespace spanglass::store {
namespace {

constexpr int spansPerTrace = 20;
constexpr std::size_t spansPerBlock = 2000;

class Stopwatch
{
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    }

private:
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

/// A span as agents make them: every other one a model call with figures and a prompt, the others tools.
void writeSpan(journal::Writer& writer, TraceId trace, std::uint64_t number)
{
    static const char* const topics[] = {"invoices overdue since March", "a flight to Lisbon on Tuesday",
                                         "why the nightly build is red", "the warranty of order 4711"};
    const std::uint64_t firstId = trace.high << 40 | trace.low * spansPerTrace;
    const SpanId id{firstId + number + 1};
    const SpanId parent{number == 0 ? 0 : firstId + number / 4 + 1};
    const auto startNs = std::int64_t{1'760'000'000'000'000'000} +
                         static_cast<std::int64_t>(trace.low * 50'000'000 + number * 900'000);
    const bool call = number % 2 == 1;
    const std::uint8_t flags = number == 0 ? std::uint8_t{journal::rootOfTrace} : std::uint8_t{0};
    writer.start({trace, id, parent,
                  number == 0 ? Kind::agent
                  : call      ? Kind::llm
                              : Kind::tool,
                  Level::normal, flags, 1, startNs,
                  number == 0 ? "answer"
                  : call      ? "chat gpt-5-mini"
                              : "execute_tool search"});
    const auto text = [&](std::string_view key, std::string_view value) {
        writer.attribute({trace, id, key, {journal::ValueType::text, value, 0, 0}});
    };
    const auto integer = [&](std::string_view key, std::int64_t value) {
        writer.attribute({trace, id, key, {journal::ValueType::integer, {}, value, 0}});
    };
    const std::string topic = std::string(topics[trace.low % 4]) + ", case " + std::to_string(trace.low);
    text(names::input, "Please look into " + topic + " and tell me what to do about it.");
    if (call) {
        text(names::model, "gpt-5-mini");
        integer(names::inputTokens, 700 + static_cast<std::int64_t>(number));
        integer(names::outputTokens, 80);
    } else {
        text("gen_ai.tool.name", "search");
        integer("search.hits", static_cast<std::int64_t>(number));
    }
    writer.end({trace, id, Status::ok, 0, startNs + 700'000});
}

/// `traces` traces of `spans` spans each; `family` is the high half of their ids.
Result<void> writeJournal(const std::filesystem::path& directory, int traces, int spans = spansPerTrace,
                          std::uint64_t family = 1)
{
    auto writer = journal::Writer::open({directory, {}, std::uint64_t{64} << 30});
    if (!writer)
        return tl::unexpected(writer.error());
    writer->beginContext(R"({"service.name":"bench"})");
    std::size_t collected = 0;
    for (int trace = 0; trace < traces; ++trace) {
        for (int number = 0; number < spans; ++number) {
            writeSpan(*writer, {family, static_cast<std::uint64_t>(trace) + 1},
                      static_cast<std::uint64_t>(number));
            if (++collected < spansPerBlock)
                continue;
            if (auto written = writer->write(); !written)
                return written;
            collected = 0;
        }
    }
    return writer->write();
}

/// What gathering made, in the order of its rows.
struct FinalRows
{
    std::vector<SpanRow> spans;
    std::vector<TraceSummary> traces; ///< with their marks
    std::vector<std::string> words;   ///< of the traces, each line once
    std::int64_t commits = 0;
};

FinalRows readFinalRows(Database& database)
{
    FinalRows rows;
    Statement spans = database.prepare(std::string("SELECT ") + spanColumns + " FROM spans ORDER BY id");
    const PayloadFetch fetch = [&](std::int64_t payload) { return fetchPayload(database, payload); };
    LineSet lines;
    std::int64_t trace = 0;
    while (spans.next()) {
        rows.spans.push_back(readSpanRow(spans));
        trace::Span span = rows.spans.back().span;
        decodeDetails(rows.spans.back().details, fetch, span);
        if (traceOfSpan(rows.spans.back().row) != trace) {
            trace = traceOfSpan(rows.spans.back().row);
            rows.words.emplace_back();
            lines.clear();
        }
        lines.appendNew(wordsOf(span), rows.words.back());
    }
    Statement traces = database.prepare(std::string("SELECT ") + traceColumns + " FROM traces ORDER BY id");
    while (traces.next()) {
        rows.traces.push_back(readSummary(traces));
        rows.traces.back().stored = false;
    }
    Statement marks = database.prepare("SELECT trace, kind, model FROM trace_marks ORDER BY trace");
    for (std::size_t at = 0; marks.next();) {
        while (rows.traces[at].row < marks.integer(0))
            ++at;
        rows.traces[at].marks.add(static_cast<Kind>(marks.integer(1)), marks.bytes(2));
    }
    rows.commits = database.integer("SELECT change_counter FROM totals");
    return rows;
}

/// Inserts the rows in as many transactions as gathering needed.
Result<double> insertRaw(Database& database, FinalRows& rows)
{
    SpanRows spans(database);
    TraceMarks marks(database);
    Statement trace = database.prepare(insertTraceSql());
    Statement words = database.prepare("INSERT INTO trace_words (rowid, words) VALUES (?1, ?2)");
    const std::size_t perCommit =
        rows.spans.size() / static_cast<std::size_t>(std::max<std::int64_t>(1, rows.commits)) + 1;
    const Stopwatch watch;
    std::size_t nextTrace = 0;
    for (std::size_t from = 0; from < rows.spans.size(); from += perCommit) {
        Transaction transaction(database);
        const std::size_t to = std::min(rows.spans.size(), from + perCommit);
        for (std::size_t at = from; at < to; ++at)
            spans.insert(rows.spans[at], 1);
        const std::int64_t lastTrace = traceOfSpan(rows.spans[to - 1].row);
        for (; nextTrace < rows.traces.size() && rows.traces[nextTrace].row <= lastTrace; ++nextTrace) {
            writeTrace(trace, rows.traces[nextTrace], 1);
            marks.write(rows.traces[nextTrace].row, rows.traces[nextTrace].marks);
            words.bind(1, rows.traces[nextTrace].row).bind(2, std::string_view(rows.words[nextTrace])).run();
        }
        if (auto committed = transaction.commit(); !committed)
            return tl::unexpected(committed.error());
        if (auto checkpointed = database.checkpoint(false); !checkpointed)
            return tl::unexpected(checkpointed.error());
    }
    if (auto done = database.result(); !done)
        return tl::unexpected(done.error());
    return watch.seconds();
}

double medianMs(const std::function<bool()>& work)
{
    std::vector<double> times;
    for (int round = 0; round < 21; ++round) {
        const Stopwatch watch;
        if (!work())
            return 0;
        times.push_back(watch.seconds() * 1e3);
    }
    std::nth_element(times.begin(), times.begin() + 10, times.end());
    return times[10];
}

Result<double> gatherAll(const std::filesystem::path& directory, std::int64_t spans)
{
    auto collector = Collector::open(directory);
    if (!collector)
        return tl::unexpected(collector.error());
    const Stopwatch watch;
    if (auto gathered = (*collector)->gather(); !gathered)
        return tl::unexpected(gathered.error());
    const double seconds = watch.seconds();
    auto store = Store::open(directory);
    if (!store)
        return tl::unexpected(store.error());
    const auto counts = store->counts();
    if (!counts || counts->spans != spans)
        return fail(ErrorKind::io, directory.string() + ": gathered " +
                                       std::to_string(counts ? counts->spans : 0) + " spans of " +
                                       std::to_string(spans));
    return seconds;
}

/// Gathering and its floor, one behind the other: the machine's speed drifts.
struct Round
{
    double gatherSeconds = 0;
    double rawSeconds = 0;
    [[nodiscard]] double ratio() const { return rawSeconds / gatherSeconds; }
};

constexpr int manyRounds = 5;
constexpr int mostSpansOfManyRounds = 200'000;

Result<Round> gatherAndInsert(const std::filesystem::path& rawPlace,
                              const std::filesystem::path& gatheredPlace, int traces)
{
    if (auto written = writeJournal(gatheredPlace, traces); !written)
        return tl::unexpected(written.error());
    const auto gathering = gatherAll(gatheredPlace, std::int64_t{traces} * spansPerTrace);
    if (!gathering)
        return tl::unexpected(gathering.error());
    auto gathered = openDatabase(gatheredPlace);
    auto raw = openDatabase(rawPlace);
    if (!gathered || !raw)
        return tl::unexpected(gathered ? raw.error() : gathered.error());
    FinalRows rows = readFinalRows(**gathered);
    const auto inserting = insertRaw(**raw, rows);
    if (!inserting)
        return tl::unexpected(inserting.error());
    return Round{*gathering, *inserting};
}

} // namespace

Result<StoreFigures> benchStore(const std::filesystem::path& rawPlace,
                                const std::filesystem::path& gatheredPlace, int spans)
{
    const int traces = std::max(1, spans / spansPerTrace);
    std::vector<Round> rounds;
    const int wanted = spans <= mostSpansOfManyRounds ? manyRounds : 1;
    for (int at = 1; at <= wanted; ++at) {
        const auto scratch = rawPlace / std::to_string(at);
        const auto round =
            gatherAndInsert(scratch, at < wanted ? scratch / "gathered" : gatheredPlace, traces);
        if (!round)
            return tl::unexpected(round.error());
        rounds.push_back(*round);
        std::error_code ignored;
        std::filesystem::remove_all(scratch, ignored);
    }
    std::ranges::sort(rounds, {}, &Round::ratio);
    const Round& middleRound = rounds[rounds.size() / 2];
    const double total = static_cast<double>(traces) * spansPerTrace;
    StoreFigures figures;
    figures.gatherSpansPerSecond = total / middleRound.gatherSeconds;
    figures.rawInsertSpansPerSecond = total / middleRound.rawSeconds;

    const auto store = Store::open(gatheredPlace);
    if (!store)
        return tl::unexpected(store.error());
    const TraceId middle{1, static_cast<std::uint64_t>(traces) / 2 + 1};
    figures.listMs = medianMs([&] { return store->traces({}).has_value(); });
    figures.openTraceMs = medianMs([&] { return store->trace(middle).has_value(); });
    figures.fullTextMs = medianMs([&] {
        const auto page = store->traces({.text = "lisbon case " + std::to_string(middle.low)});
        return page.has_value();
    });
    return figures;
}

namespace {

Result<std::int64_t> spansOf(const std::filesystem::path& directory)
{
    const auto store = Store::open(directory);
    if (!store)
        return tl::unexpected(store.error());
    const auto counts = store->counts();
    return counts ? Result<std::int64_t>(counts->spans) : tl::unexpected(counts.error());
}

} // namespace

Result<std::int64_t> makeBenchStore(const std::filesystem::path& directory, int spans)
{
    const int traces = std::max(1, spans / spansPerTrace);
    const auto before = spansOf(directory);
    if (!before)
        return before;
    const std::int64_t total = *before + std::int64_t{traces} * spansPerTrace;
    if (auto written = writeJournal(directory, traces); !written)
        return tl::unexpected(written.error());
    if (auto gathered = gatherAll(directory, total); !gathered)
        return tl::unexpected(gathered.error());
    return total;
}

Result<TraceId> addBenchTrace(const std::filesystem::path& directory, int spans)
{
    const auto before = spansOf(directory);
    if (!before)
        return tl::unexpected(before.error());
    const auto family = static_cast<std::uint64_t>(spans) + 1;
    if (auto written = writeJournal(directory, 1, spans, family); !written)
        return tl::unexpected(written.error());
    if (auto gathered = gatherAll(directory, *before + spans); !gathered)
        return tl::unexpected(gathered.error());
    return TraceId{family, 1};
}

Result<StoredBytes> storedBytes(const std::filesystem::path& directory)
{
    auto database = openDatabase(directory);
    if (!database)
        return tl::unexpected(database.error());
    StoredBytes stored;
    Packer packer(**database);
    for (bool done = false; !done;) {
        const auto step = packer.step();
        if (!step)
            return tl::unexpected(step.error());
        done = *step;
    }
    stored.spans = (*database)->integer("SELECT spans FROM totals");
    if (!(*database)->emptyWal())
        return fail(ErrorKind::unavailable, (*database)->walFile().string() + ": is being read");
    stored.bytes =
        (*database)->integer("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (auto read = (*database)->result(); !read)
        return tl::unexpected(read.error());
    return stored;
}

} // namespace spanglass::store
