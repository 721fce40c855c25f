// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass score`: says something about a trace or a span: a number, a label, a note; lists what was said,
// and takes it back.
#include <algorithm>
#include <cstdio>
#include <limits>

#include "app/cli/span_json.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "base/json_writer.h"
#include "store/keeper.h"
#include "store/store.h"
#include "trace/facts.h"

namespace spanglass::app {

namespace {

/// TRACE [SPAN] NAME VALUE: with four operands the second is the span.
Result<store::StoredScore> scoreOf(const Options& options, TraceId trace)
{
    const std::vector<std::string>& words = options.operands();
    store::StoredScore score;
    score.trace = trace;
    if (words.size() == 4) {
        score.span = SpanId::fromHex(words[1]);
        if (!score.span.valid())
            return fail(ErrorKind::usage, words[1] + ": is no span id (16 hex digits)");
    }
    score.score.name = words[words.size() - 2];
    score.score.value = store::scoreValue(words.back());
    score.score.comment = options.text("comment");
    return score;
}

Result<std::vector<store::StoredScore>> scoresIn(const Options& options, TraceId trace)
{
    const auto store = store::Store::open(options.store());
    if (!store)
        return tl::unexpected(store.error());
    if (const auto there = store->traceRow(trace); !there)
        return tl::unexpected(there.error());
    return store->scores(trace);
}

/// `what` was done to the score of this number.
Result<int> tell(const Options& options, TraceId trace, const char* what, std::int64_t number)
{
    const auto scores = scoresIn(options, trace);
    if (!scores)
        return tl::unexpected(scores.error());
    const auto count = static_cast<std::int64_t>(scores->size());
    if (options.json()) {
        JsonWriter json;
        json.beginObject().member(what, std::int64_t{1}).member("score", number).member("scores", count);
        std::puts(json.endObject().text().c_str());
    } else {
        std::printf("%s: the trace has %lld score%s now.\n", trace.hex().c_str(),
                    static_cast<long long>(count), count == 1 ? "" : "s");
    }
    return exitDone;
}

Result<int> add(const Options& options, TraceId trace)
{
    const auto score = scoreOf(options, trace);
    if (!score)
        return tl::unexpected(score.error());
    const auto added = store::addScore(options.store(), *score);
    return added ? tell(options, trace, "added", *added) : tl::unexpected(added.error());
}

/// Only one of this trace: a number that was mistyped must not take another trace's.
Result<int> remove(const Options& options, TraceId trace)
{
    const auto number = options.integer("remove", 0, 1, std::numeric_limits<std::int64_t>::max());
    if (!number)
        return tl::unexpected(number.error());
    const auto scores = scoresIn(options, trace);
    if (!scores)
        return tl::unexpected(scores.error());
    if (std::ranges::none_of(*scores, [&](const auto& score) { return score.id == *number; }))
        return fail(ErrorKind::unavailable, trace.hex() + ": has no score " + std::to_string(*number) +
                                                "; `spanglass score " + trace.hex() + "` lists them");
    if (auto removed = store::removeScore(options.store(), *number); !removed)
        return tl::unexpected(removed.error());
    return tell(options, trace, "removed", *number);
}

Result<int> list(const Options& options, TraceId trace)
{
    const auto scores = scoresIn(options, trace);
    if (!scores)
        return tl::unexpected(scores.error());
    JsonWriter json;
    TextTable table({">SCORE", "SPAN", "NAME", "VALUE", "COMMENT"});
    json.beginObject().key("scores").beginArray();
    for (const store::StoredScore& score : *scores) {
        const std::string span = score.span.valid() ? score.span.hex() : std::string();
        json.beginObject().member("score", score.id).member("spanId", span).member("name", score.score.name);
        writeValue(json.key("value"), score.score.value);
        json.member("comment", score.score.comment);
        json.member("timeUnixNano", std::to_string(score.timeUnixNs)).endObject();
        table.add({std::to_string(score.id), span, score.score.name, trace::textOf(&score.score.value),
                   score.score.comment});
    }
    json.endArray().endObject();
    if (options.json())
        std::puts(json.text().c_str());
    else
        std::fputs(scores->empty() ? "The trace has no scores.\n" : table.text().c_str(), stdout);
    return exitDone;
}

Result<int> run(const Options& options)
{
    const std::size_t words = options.operands().size();
    const TraceId trace = TraceId::fromHex(options.operands().front());
    if (!trace.valid())
        return fail(ErrorKind::usage, options.operands().front() + ": is no trace id (32 hex digits)");
    if (words == 2 || (options.has("remove") && words != 1))
        return fail(ErrorKind::usage, "score: needs TRACE, TRACE --remove N or TRACE [SPAN] NAME VALUE");
    if (const auto gathered = store::gatherOnce(options.store()); !gathered)
        return tl::unexpected(gathered.error());
    if (words > 1)
        return add(options, trace);
    return options.has("remove") ? remove(options, trace) : list(options, trace);
}

} // namespace

const Verb scoreVerb{
    {.verb = "score",
     .operands = "TRACE [SPAN] [NAME VALUE]",
     .fewest = 1,
     .most = 4,
     .summary = "score, label or note a trace or one of its spans; without NAME, list what was said",
     .options = {{"comment", "TEXT", "why; the text of a note"},
                 {"remove", "N", "take the score of this number back"}}},
    run};

} // namespace spanglass::app
