// SPDX-License-Identifier: Apache-2.0
// Picks sentences and puts their citations after them.
#include "agents/extractive_answer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "agents/words.h"

namespace agents {
namespace {

struct Sentence
{
    std::size_t passage; ///< as cited, from 1
    std::size_t place;   ///< in its passage
    std::string text;
    std::set<std::string> words;
    std::set<std::string> headingWords; ///< of its passage
    double score = 0;
};

constexpr std::string_view questionMark = "Question: ";

std::set<std::string> wordSet(std::string_view text)
{
    const auto words = searchWords(text);
    return {words.begin(), words.end()};
}

void readPassage(std::size_t number, std::string_view text, std::vector<Sentence>& into)
{
    const auto headingEnd = std::min(text.size(), text.find('\n'));
    const auto heading = wordSet(text.substr(0, headingEnd));
    std::size_t place = 0;
    for (auto& sentence : sentences(text.substr(headingEnd))) {
        auto words = wordSet(sentence);
        into.push_back({number, place++, std::move(sentence), std::move(words), heading});
    }
}

/// A word of the question counts by its rarity in the prompt; a passage by its place, for the search put it
/// there, and by its heading.
void score(std::vector<Sentence>& all, const std::set<std::string>& wanted)
{
    std::map<std::string, double> weights;
    for (const auto& word : wanted) {
        const auto with = std::count_if(all.begin(), all.end(),
                                        [&](const Sentence& s) { return s.words.count(word) != 0; });
        weights[word] = std::log(1 + static_cast<double>(all.size()) / (1 + static_cast<double>(with)));
    }
    for (auto& sentence : all) {
        double own = 0;
        double heading = 0;
        for (const auto& [word, weight] : weights) {
            own += sentence.words.count(word) != 0 ? weight : 0;
            heading += sentence.headingWords.count(word) != 0 ? weight : 0;
        }
        const double trust = 1 / (1 + 0.5 * static_cast<double>(sentence.passage - 1));
        const double lengthNorm = std::sqrt(std::min(16.0, static_cast<double>(sentence.words.size())) + 4);
        sentence.score = (own / lengthNorm + 0.15 * heading) * trust;
    }
}

std::vector<Sentence> readPrompt(std::string_view prompt)
{
    const auto questionAt = std::min(prompt.rfind(questionMark), prompt.size());
    const auto wanted = wordSet(prompt.substr(std::min(prompt.size(), questionAt + questionMark.size())));
    prompt = prompt.substr(0, questionAt);

    std::vector<Sentence> all;
    auto begin = prompt.find("[1] ");
    for (std::size_t number = 1; begin != std::string_view::npos; ++number) {
        const auto end = prompt.find("\n[" + std::to_string(number + 1) + "] ", begin);
        readPassage(number, prompt.substr(begin, end - begin), all);
        begin = end == std::string_view::npos ? end : end + 1;
    }
    score(all, wanted);
    return all;
}

/// The best sentence with its neighbours, and one from another passage that is nearly as good.
std::vector<const Sentence*> choose(const std::vector<Sentence>& all, const Sentence& best)
{
    std::vector<const Sentence*> chosen;
    const Sentence* other = nullptr;
    for (const auto& sentence : all) {
        if (sentence.passage == best.passage) {
            if (sentence.place + 1 >= best.place && sentence.place <= best.place + 1)
                chosen.push_back(&sentence);
        } else if (sentence.score > 0.7 * best.score && (!other || sentence.score > other->score)) {
            other = &sentence;
        }
    }
    if (other)
        chosen.push_back(other);
    return chosen;
}

} // namespace

std::string answerFromPassages(std::string_view prompt, Random& random)
{
    const auto all = readPrompt(prompt);
    const auto best = std::max_element(
        all.begin(), all.end(), [](const Sentence& a, const Sentence& b) { return a.score < b.score; });
    if (best == all.end() || best->score <= 0)
        return "The passages do not say.";
    const auto chosen = choose(all, *best);

    static constexpr std::string_view openings[] = {"", "", "In short: ", "From the documentation: "};
    std::string answer(openings[random.below(std::size(openings))]);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        answer += (i == 0 ? "" : " ") + chosen[i]->text;
        const bool lastOfItsPassage = i + 1 == chosen.size() || chosen[i + 1]->passage != chosen[i]->passage;
        if (lastOfItsPassage)
            answer += " [" + std::to_string(chosen[i]->passage) + ']';
    }
    return answer;
}

} // namespace agents
