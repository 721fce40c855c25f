// SPDX-License-Identifier: Apache-2.0
// `ingest`: reads pages, cuts them into chunks and embeds them. One page comes twice, one is empty.
#include <algorithm>
#include <set>

#include "agents/agent.h"
#include "agents/corpus.h"
#include "agents/json.h"
#include "agents/search.h"
#include "agents/words.h"

namespace agents {
namespace {

using spanglass::inSpan;
using spanglass::Kind;
using spanglass::Level;
using spanglass::Span;

constexpr std::size_t batchSize = 4; ///< chunks an embedding call takes

struct Document
{
    std::string name;
    std::string text;
};

std::vector<Document> somePages(Random& random)
{
    std::vector<Document> pages;
    for (const auto& file : embeddedFiles())
        if (file.name.ends_with(".md"))
            pages.push_back({std::string(file.name), std::string(file.text)});
    for (std::size_t i = pages.size(); i > 1; --i)
        std::swap(pages[i - 1], pages[random.below(i)]);
    pages.resize(std::min<std::size_t>(pages.size(), 5));
    pages.push_back(pages.front());
    pages.push_back({"empty.md", ""});
    return pages;
}

std::vector<std::string> cutIntoChunks(const Document& document)
{
    return inSpan("chunk", Kind::chain, [&](Span& span) {
        span.setInput(document.text);
        std::vector<std::string> chunks;
        for (const auto& passage : passages())
            if (passage.page + ".md" == document.name)
                chunks.push_back(passage.heading + '\n' + passage.text);
        span.setOutputs({{"chunks", chunks.size()}});
        return chunks;
    });
}

void embedChunks(const std::vector<std::string>& chunks, const Pace& pace)
{
    for (std::size_t first = 0; first < chunks.size(); first += batchSize) {
        inSpan("embeddings spanglass-hash-256", Kind::embedding, [&](Span& span) {
            JsonArray texts;
            int tokens = 0;
            for (std::size_t i = first; i < std::min(chunks.size(), first + batchSize); ++i) {
                embed(chunks[i]);
                texts.add(chunks[i]);
                tokens += countTokens(chunks[i]);
            }
            span.set("gen_ai.operation.name", "embeddings")
                .set("gen_ai.provider.name", "spanglass")
                .set("gen_ai.request.model", "spanglass-hash-256")
                .set("gen_ai.usage.input_tokens", tokens)
                .setInput(Json{texts.text()});
            pace.wait(std::chrono::milliseconds(30 + tokens / 10));
        });
    }
}

/// The chunks that are in the index afterwards.
std::size_t ingest(const Document& document, std::set<std::string>& known, const Pace& pace)
{
    return inSpan("document " + document.name, Kind::chain, [&](Span& span) -> std::size_t {
        span.setMetadata("document", document.name).setMetadata("bytes", document.text.size());
        const bool isNew = known.insert(document.name).second;
        if (!isNew || document.text.empty()) {
            const std::string_view why = isNew ? "empty" : "duplicate";
            span.addEvent("document.skipped", {{"document", document.name}, {"reason", why}})
                .setOutputs({{"status", "skipped"}, {"reason", why}});
            return 0;
        }
        const auto chunks = cutIntoChunks(document);
        embedChunks(chunks, pace);
        span.setOutputs({{"status", "indexed"}, {"chunks", chunks.size()}});
        return chunks.size();
    });
}

} // namespace

Outcome ingestDocuments(const Job& job)
{
    Random random(job.seed, "ingest");
    auto run = spanglass::trace("ingest.run", {.kind = Kind::chain,
                                               .operationType = "ingest",
                                               .user = "scheduler",
                                               .knowledgeBase = "spanglass-docs",
                                               .project = project,
                                               .tags = {"demo", "ingest"}});
    std::set<std::string> known;
    std::size_t chunks = 0;
    for (const auto& document : somePages(random))
        chunks += ingest(document, known, job.pace);
    const std::string answer =
        std::to_string(chunks) + " chunks of " + std::to_string(known.size()) + " documents";
    run.setOutputs({{"documents", known.size()}, {"chunks", chunks}});
    return {run.context().trace, "Index some pages of the documentation", answer};
}

} // namespace agents
