// SPDX-License-Identifier: GPL-3.0-or-later
/// Folded stacks: `frame;frame;frame count` a line. There are no times; counts stand for durations, and the
/// lines for samples in the order they are in.
#include "formats/reader.h"

#include "formats/numbers.h"
#include "formats/otlp_values.h"
#include "formats/profile_builder.h"

namespace spanglass::formats {
namespace {

struct Line
{
    std::string_view stack;
    std::int64_t count = 0;
};

std::string_view trimmed(std::string_view line)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
        line.remove_suffix(1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
        line.remove_prefix(1);
    return line;
}

bool comment(std::string_view line)
{
    return line.starts_with("#") || line.starts_with("//");
}

/// The last blank separates the count; frames may hold blanks.
std::optional<Line> lineOf(std::string_view line)
{
    const std::size_t blank = line.find_last_of(" \t");
    if (blank == std::string_view::npos || blank == 0)
        return std::nullopt;
    const auto count = scaled(line.substr(blank + 1), 0);
    if (!count || *count < 0)
        return std::nullopt;
    return Line{trimmed(line.substr(0, blank)), *count};
}

/// Calls `each` with every line and its place; false stops.
template<class Each> void eachLine(std::string_view text, const Each& each)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (!each(trimmed(text.substr(at, end - at)), at))
            return;
        at = end + 1;
    }
}

bool mine(const Shape& shape, std::string_view text)
{
    if (shape.form != Shape::Form::text)
        return false;
    int good = 0;
    int bad = 0;
    bool stacked = false; // a name and a number alone may be anything
    eachLine(text.substr(0, 1 << 16), [&](std::string_view line, std::size_t) {
        if (!line.empty() && !comment(line))
            ++(lineOf(line) ? good : bad);
        stacked = stacked || line.find(';') != std::string_view::npos;
        return true;
    });
    return stacked && good > 0 && good >= 2 * bad;
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    const std::string_view text = bytes->text();
    ProfileBuilder profile(builder, text.substr(0, 1 << 16));
    builder.placesAreNotText();
    builder.setDetails([](std::uint64_t, std::uint32_t, trace::Span&) {});
    builder.untimed();
    std::int64_t time = 0;
    std::vector<ProfileBuilder::Frame> stack;
    eachLine(text, [&](std::string_view line, std::size_t place) {
        if (line.empty() || comment(line))
            return true;
        const auto parts = lineOf(line);
        if (!parts) {
            builder.warn(place, "a line without a count at " + builder.placeText(place));
            return builder.goOn(place);
        }
        stack.clear();
        for (std::size_t at = 0; at <= parts->stack.size();) {
            const std::size_t end = std::min(parts->stack.find(';', at), parts->stack.size());
            stack.push_back({builder.strings().intern(parts->stack.substr(at, end - at)), noPlace});
            at = end + 1;
        }
        profile.sample(stack, time);
        time += std::min(parts->count, INT64_MAX - time);
        return builder.goOn(place);
    });
    profile.closeAll(time);
    return {};
}

} // namespace

const Reader foldedReader{"folded", mine, read};

} // namespace spanglass::formats
