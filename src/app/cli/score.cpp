// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass score`: says something about a trace or a span: a number, a label, a note.
#include <cstdio>

#include "app/cli/verbs.h"
#include "base/json_writer.h"
#include "store/keeper.h"
#include "store/store.h"

namespace spanglass::app {

namespace {

/// TRACE [SPAN] NAME VALUE: with four operands the second is the span.
Result<store::StoredScore> scoreOf(const Options& options)
{
    const std::vector<std::string>& words = options.operands();
    store::StoredScore score;
    score.trace = TraceId::fromHex(words[0]);
    if (!score.trace.valid())
        return fail(ErrorKind::usage, words[0] + ": is no trace id (32 hex digits)");
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

Result<int> run(const Options& options)
{
    const auto score = scoreOf(options);
    if (!score)
        return tl::unexpected(score.error());
    if (const auto gathered = store::gatherOnce(options.store()); !gathered)
        return tl::unexpected(gathered.error());
    const auto added = store::addScore(options.store(), *score);
    if (!added)
        return tl::unexpected(added.error());
    const auto store = store::Store::open(options.store());
    if (!store)
        return tl::unexpected(store.error());
    const auto scores = store->scores(score->trace);
    if (!scores)
        return tl::unexpected(scores.error());
    const auto count = static_cast<std::int64_t>(scores->size());
    if (options.json()) {
        JsonWriter json;
        json.beginObject().member("added", std::int64_t{1}).member("score", *added).member("scores", count);
        std::puts(json.endObject().text().c_str());
    } else {
        std::printf("%s: the trace has %lld score%s now.\n", score->trace.hex().c_str(),
                    static_cast<long long>(count), count == 1 ? "" : "s");
    }
    return exitDone;
}

} // namespace

const Verb scoreVerb{{.verb = "score",
                      .operands = "TRACE [SPAN] NAME VALUE",
                      .fewest = 3,
                      .most = 4,
                      .summary = "score, label or note a trace or one of its spans",
                      .options = {{"comment", "TEXT", "why; the text of a note"}}},
                     run};

} // namespace spanglass::app
