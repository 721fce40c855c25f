// SPDX-License-Identifier: Apache-2.0
/// Search over passages, three ways: words (BM25), likeness (hashed vectors), and a second look at the best.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "agents/corpus.h"

namespace agents {

struct Hit
{
    std::size_t passage; ///< in passages()
    double score;
};
using Hits = std::vector<Hit>; ///< best first

/// A text as a direction: words and the three-letter parts of words, hashed. No model, no download; texts
/// with the same words, or words of the same make, point the same way. Length 1.
using Embedding = std::array<float, 256>;
Embedding embed(std::string_view text);

class SearchIndex
{
public:
    explicit SearchIndex(const std::vector<Passage>& passages);
    [[nodiscard]] Hits byWords(std::string_view query, std::size_t count) const;
    [[nodiscard]] Hits byLikeness(const Embedding& query, std::size_t count) const;

private:
    struct Posting
    {
        std::size_t passage;
        double count;
    };
    std::vector<std::pair<std::string, std::vector<Posting>>> m_postings; ///< sorted by word
    std::vector<double> m_lengths;
    double m_averageLength = 1;
    std::vector<Embedding> m_embeddings;
};

/// Two rankings as one, by reciprocal rank: places count, scores of different scales do not.
Hits fuse(const Hits& a, const Hits& b);

/// Reads each passage beside the query: how much of the query it covers, how closely, and whether its heading
/// says so too. Keeps the best `count`.
Hits rerank(std::string_view query, const Hits& hits, std::size_t count);

/// The index of the documentation. Made once; safe from any thread.
const SearchIndex& documentationIndex();

} // namespace agents
