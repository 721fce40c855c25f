// SPDX-License-Identifier: Apache-2.0
// Words, sentences and tokens. English only: so are the pages.
#include "agents/words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace agents {
namespace {

bool isWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool isStopWord(std::string_view word)
{
    static constexpr std::array words = {
        "a",     "about", "also",  "am",   "an",   "and",   "any",  "are",   "as",   "at",   "be",    "been",
        "but",   "by",    "can",   "did",  "do",   "does",  "for",  "from",  "get",  "had",  "has",   "have",
        "how",   "i",     "if",    "in",   "into", "is",    "it",   "its",   "me",   "my",   "no",    "not",
        "of",    "on",    "one",   "or",   "our",  "out",   "so",   "than",  "that", "the",  "their", "them",
        "then",  "there", "they",  "this", "to",   "until", "up",   "was",   "we",   "were", "what",  "when",
        "where", "which", "while", "who",  "why",  "will",  "with", "would", "you",  "your"};
    return std::binary_search(words.begin(), words.end(), word);
}

void cut(std::string& word, std::string_view ending, std::string_view instead = {})
{
    word.replace(word.size() - ending.size(), ending.size(), instead);
}

std::string stem(std::string word)
{
    if (word.size() > 4 && word.ends_with("ies"))
        cut(word, "ies", "y");
    else if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us"))
        cut(word, "s");
    if (word.size() > 5 && word.ends_with("ing"))
        cut(word, "ing");
    else if (word.size() > 4 && word.ends_with("ed"))
        cut(word, "ed");
    if (word.size() > 4 && word.ends_with('e'))
        cut(word, "e");
    return word;
}

void trim(std::string& text)
{
    const auto first = text.find_first_not_of(" \n");
    text = first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

/// Blocks of prose: paragraphs and list items, each on one line.
std::vector<std::string> blocks(std::string_view markdown)
{
    std::vector<std::string> found(1);
    bool inCode = false;
    while (!markdown.empty()) {
        const auto line = markdown.substr(0, markdown.find('\n'));
        markdown.remove_prefix(std::min(markdown.size(), line.size() + 1));
        if (line.starts_with("```")) {
            inCode = !inCode;
            found.emplace_back();
        } else if (line.empty() || line.starts_with('#') || line.starts_with('|')) {
            found.emplace_back();
        } else if (line.starts_with("- ")) {
            found.emplace_back(line.substr(2));
        } else if (!inCode) {
            found.back() += (found.back().empty() ? "" : " ") + std::string(line);
        }
    }
    return found;
}

} // namespace

std::vector<std::string> searchWords(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t i = 0; i < text.size();) {
        std::string word;
        for (; i < text.size() && isWord(text[i]); ++i)
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
        if (word.empty())
            ++i;
        else if (!isStopWord(word))
            words.push_back(stem(std::move(word)));
    }
    return words;
}

std::vector<std::string> sentences(std::string_view markdown)
{
    std::vector<std::string> all;
    for (auto& block : blocks(markdown)) {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < block.size(); ++i) {
            const bool ends = block[i] == '.' || block[i] == '?' || block[i] == '!';
            const bool last = i + 1 == block.size();
            if (!last && !(ends && block[i + 1] == ' '))
                continue;
            std::string sentence = block.substr(begin, i + 1 - begin);
            trim(sentence);
            if (!sentence.empty())
                all.push_back(std::move(sentence));
            begin = i + 1;
        }
    }
    return all;
}

int countTokens(std::string_view text)
{
    int tokens = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto start = i;
        while (i < text.size() && isWord(text[i]))
            ++i;
        if (i > start) {
            tokens += static_cast<int>((i - start + 5) / 6); // "retriever" is two
        } else {
            tokens += text[i] == ' ' ? 0 : 1; // a space belongs to the word after it
            ++i;
        }
    }
    return tokens;
}

} // namespace agents
