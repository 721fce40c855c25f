// SPDX-License-Identifier: GPL-3.0-or-later
/// Markdown (CommonMark with GitHub's tables, task lists and struck text) as blocks of runs of text: all that
/// a view needs to show it, and nothing that could load or run by itself. HTML in it is text.
///
///     if (const auto markdown = readMarkdown(text); markdown && !markdown->plain()) show(*markdown);
///
/// Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spanglass::models {

/// A stretch of text in one style. Addresses are as written: whoever offers one to be opened judges it.
struct MarkdownRun
{
    std::string text;
    bool strong = false;
    bool emphasis = false;
    bool struck = false;
    bool code = false;
    bool image = false; ///< `text` is what an image is called, `link` where it lies; it is never loaded
    std::string link;
    bool operator==(const MarkdownRun&) const = default;
};
using MarkdownRuns = std::vector<MarkdownRun>;

struct MarkdownBlock
{
    enum class Type
    {
        paragraph,
        heading,
        code, ///< one run; `language` as the fence names it
        rule,
        tableRow
    };
    Type type = Type::paragraph;
    int level = 0;      ///< of a heading, 1 to 6
    int indent = 0;     ///< how many lists it is in
    bool quote = false; ///< within a quotation
    std::string marker; ///< of a list's item: "•", "3.", "☐", "☑"; empty: none
    std::string language;
    MarkdownRuns runs;
    std::vector<MarkdownRuns> cells; ///< of a table's row; rows of one table follow each other
    bool header = false;             ///< the first row of a table
};

struct Markdown
{
    std::vector<MarkdownBlock> blocks;
    /// Paragraphs without any style: the text says as much.
    [[nodiscard]] bool plain() const;
};

/// Nothing where the text is nested or cut up beyond what anybody reads (32 levels, 2,000 blocks and cells):
/// it is shown as it is then.
[[nodiscard]] std::optional<Markdown> readMarkdown(std::string_view text);

} // namespace spanglass::models
