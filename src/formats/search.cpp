// SPDX-License-Identifier: GPL-3.0-or-later
/// One pass over the text with a search for the rarest byte; a hit belongs to the row whose text it lies in.
#include "formats/search.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "formats/exporting.h"

namespace spanglass::formats {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool sameAt(std::string_view text, std::size_t at, std::string_view words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (lower(text[at + i]) != words[i])
            return false;
    }
    return true;
}

/// How common a byte is in traces, roughly: the search looks for the rarest of the words.
int frequency(char c)
{
    constexpr std::string_view common = "\"e,:taionsrlu_dcmp{}0h1g ";
    const std::size_t place = common.find(c);
    return place == std::string_view::npos ? 0 : static_cast<int>(common.size() - place);
}

/// Calls `hit` with every place of `words` (lower case) from `from` on; `hit` answers where to go on.
template<class Hit> void eachPlace(std::string_view text, std::string_view words, const Hit& hit)
{
    const auto rarest = std::min_element(words.begin(), words.end(),
                                         [](char a, char b) { return frequency(a) < frequency(b); });
    const auto offset = static_cast<std::size_t>(rarest - words.begin());
    const char small = *rarest;
    const char big = small >= 'a' && small <= 'z' ? static_cast<char>(small - 32) : small;
    std::size_t nextSmall = 0;
    std::size_t nextBig = big == small ? std::string_view::npos : 0;
    const auto find = [&](char c, std::size_t from) -> std::size_t {
        if (from >= text.size())
            return std::string_view::npos;
        const void* at = std::memchr(text.data() + from, c, text.size() - from);
        return at == nullptr ? std::string_view::npos
                             : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
    };
    nextSmall = find(small, offset);
    if (nextBig != std::string_view::npos)
        nextBig = find(big, offset);
    while (nextSmall != std::string_view::npos || nextBig != std::string_view::npos) {
        const std::size_t at = std::min(nextSmall, nextBig);
        std::size_t next = at + 1;
        const std::size_t begin = at - offset;
        if (begin + words.size() <= text.size() && sameAt(text, begin, words)) {
            const std::size_t goOn = hit(begin);
            if (goOn == std::string_view::npos)
                return;
            next = std::max(next, goOn + offset);
        }
        if (nextSmall != std::string_view::npos && nextSmall < next)
            nextSmall = find(small, next);
        if (nextBig != std::string_view::npos && nextBig < next)
            nextBig = find(big, next);
    }
}

bool holds(std::string_view text, std::string_view wanted)
{
    bool found = false;
    eachPlace(text, wanted, [&](std::size_t) {
        found = true;
        return std::string_view::npos;
    });
    return found;
}

bool holds(const trace::Span& span, std::string_view wanted)
{
    const auto inAttributes = [&](const trace::Attributes& attributes) {
        return std::any_of(attributes.begin(), attributes.end(), [&](const trace::Attribute& attribute) {
            return holds(attribute.key, wanted) || holds(plainText(attribute.value), wanted);
        });
    };
    return holds(span.name, wanted) || holds(span.statusMessage, wanted) || holds(span.service, wanted) ||
           inAttributes(span.attributes) || inAttributes(span.resource) ||
           std::any_of(span.events.begin(), span.events.end(), [&](const trace::Event& event) {
               return holds(event.name, wanted) || inAttributes(event.attributes);
           });
}

/// Rows without a part of the text of their own are decoded one by one.
void searchDecoded(const trace::SpanTable& table, std::string_view wanted, const OnMatch& onMatch)
{
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (holds(table.details(row), wanted) && !onMatch(row))
            return;
    }
}

} // namespace

void search(const Document& document, std::string_view words, const OnMatch& onMatch)
{
    if (words.empty() || document.table == nullptr)
        return;
    std::string wanted(words);
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), lower);

    if (document.places.size() != document.table->size() || document.text == nullptr) {
        searchDecoded(*document.table, wanted, onMatch);
        return;
    }
    // Rows by their place in the text; most documents have them in order already.
    const std::vector<std::uint64_t>& places = document.places;
    std::vector<std::uint32_t> order(places.size());
    for (std::uint32_t row = 0; row < order.size(); ++row)
        order[row] = row;
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return places[a] < places[b]; };
    if (!std::is_sorted(order.begin(), order.end(), earlier))
        std::stable_sort(order.begin(), order.end(), earlier);

    const std::string_view text = document.text->text();
    eachPlace(text, wanted, [&](std::size_t at) -> std::size_t {
        const auto after =
            std::upper_bound(order.begin(), order.end(), at,
                             [&](std::size_t place, std::uint32_t row) { return place < places[row]; });
        if (after == order.begin())
            return at + 1; // before the first span
        if (!onMatch(*(after - 1)))
            return std::string_view::npos;
        return after == order.end() ? text.size() : static_cast<std::size_t>(places[*after]);
    });
}

} // namespace spanglass::formats
