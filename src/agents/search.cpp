// SPDX-License-Identifier: Apache-2.0
// BM25, hashed embeddings, reciprocal rank fusion and an overlap reranker: small, exact, and the same
// everywhere.
#include "agents/search.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>

#include "agents/words.h"

namespace agents {
namespace {

/// What a passage is searched by: its heading counts twice.
std::string searchText(const Passage& passage)
{
    return passage.heading + '\n' + passage.heading + '\n' + passage.text;
}

Hits best(Hits hits, std::size_t count)
{
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    hits.resize(std::min(hits.size(), count));
    return hits;
}

std::uint32_t hash(std::string_view text) // FNV-1a
{
    std::uint32_t h = 2166136261u;
    for (const char c : text)
        h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
    return h ^ (h >> 15);
}

/// The sign halves what two features on one place do to each other.
void add(Embedding& embedding, std::string_view feature, float weight)
{
    const auto h = hash(feature);
    embedding[h % embedding.size()] += (h & 0x80000000u) != 0 ? weight : -weight;
}

} // namespace

Embedding embed(std::string_view text)
{
    Embedding embedding{};
    for (const auto& word : searchWords(text)) {
        add(embedding, word, 1.0f);
        const std::string framed = '^' + word + '$';
        for (std::size_t i = 0; i + 3 <= framed.size(); ++i)
            add(embedding, std::string_view(framed).substr(i, 3), 0.3f);
    }
    float square = 0;
    for (const float x : embedding)
        square += x * x;
    if (square > 0)
        for (float& x : embedding)
            x /= std::sqrt(square);
    return embedding;
}

SearchIndex::SearchIndex(const std::vector<Passage>& passages)
{
    std::map<std::string, std::vector<Posting>> postings;
    double total = 0;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const std::string text = searchText(passages[i]);
        std::map<std::string, double> counts;
        const auto words = searchWords(text);
        for (const auto& word : words)
            ++counts[word];
        for (const auto& [word, count] : counts)
            postings[word].push_back({i, count});
        m_lengths.push_back(static_cast<double>(words.size()));
        total += m_lengths.back();
        m_embeddings.push_back(embed(text));
    }
    m_postings.assign(postings.begin(), postings.end());
    if (!passages.empty())
        m_averageLength = total / static_cast<double>(passages.size());
}

Hits SearchIndex::byWords(std::string_view query, std::size_t count) const
{
    constexpr double k1 = 1.2; // how soon a repeated word stops counting
    constexpr double b = 0.75; // how much a long passage is held against it
    std::vector<double> scores(m_lengths.size());
    for (const auto& word : searchWords(query)) {
        const auto found = std::lower_bound(m_postings.begin(), m_postings.end(), word,
                                            [](const auto& entry, const auto& w) { return entry.first < w; });
        if (found == m_postings.end() || found->first != word)
            continue;
        const auto n = static_cast<double>(m_lengths.size());
        const auto with = static_cast<double>(found->second.size());
        const double rarity = std::log(1 + (n - with + 0.5) / (with + 0.5));
        for (const auto& posting : found->second) {
            const double length = m_lengths[posting.passage] / m_averageLength;
            scores[posting.passage] +=
                rarity * posting.count * (k1 + 1) / (posting.count + k1 * (1 - b + b * length));
        }
    }
    Hits hits;
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i] > 0)
            hits.push_back({i, scores[i]});
    return best(std::move(hits), count);
}

Hits SearchIndex::byLikeness(const Embedding& query, std::size_t count) const
{
    Hits hits;
    for (std::size_t i = 0; i < m_embeddings.size(); ++i) {
        double cosine = 0;
        for (std::size_t d = 0; d < query.size(); ++d)
            cosine += static_cast<double>(query[d]) * static_cast<double>(m_embeddings[i][d]);
        hits.push_back({i, cosine});
    }
    return best(std::move(hits), count);
}

Hits fuse(const Hits& a, const Hits& b)
{
    constexpr double k = 60; // the usual constant: the first places do not decide alone
    std::map<std::size_t, double> scores;
    for (const Hits* hits : {&a, &b})
        for (std::size_t rank = 0; rank < hits->size(); ++rank)
            scores[(*hits)[rank].passage] += 1 / (k + static_cast<double>(rank) + 1);
    Hits fused;
    for (const auto& [passage, score] : scores)
        fused.push_back({passage, score});
    const auto all = fused.size();
    return best(std::move(fused), all);
}

Hits rerank(std::string_view query, const Hits& hits, std::size_t count)
{
    const auto words = searchWords(query);
    const std::set<std::string> wanted(words.begin(), words.end());
    const auto share = [&wanted](std::string_view text) { // of the query's words that `text` has
        const auto has = searchWords(text);
        const std::set<std::string> present(has.begin(), has.end());
        std::size_t found = 0;
        for (const auto& word : wanted)
            found += present.count(word);
        return wanted.empty() ? 0.0 : static_cast<double>(found) / static_cast<double>(wanted.size());
    };
    Hits scored;
    for (std::size_t rank = 0; rank < hits.size(); ++rank) {
        const Passage& passage = passages()[hits[rank].passage];
        double closest = 0;
        for (const auto& sentence : sentences(passage.text))
            closest = std::max(closest, share(sentence));
        const double before = 1 / (1 + static_cast<double>(rank)); // what the search thought of it
        scored.push_back({hits[rank].passage, 0.35 * share(searchText(passage)) + 0.25 * closest +
                                                  0.25 * share(passage.heading) + 0.15 * before});
    }
    return best(std::move(scored), count);
}

const SearchIndex& documentationIndex()
{
    static const SearchIndex index(passages());
    return index;
}

} // namespace agents
