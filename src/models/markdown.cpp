// SPDX-License-Identifier: GPL-3.0-or-later
// md4c reads; what it calls out is put into blocks.
#include "models/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <utility>

namespace spanglass::models {
namespace {

using Block = MarkdownBlock;

constexpr std::size_t mostBlocks = 2'000;
constexpr std::size_t deepest = 32;
/// What a callback answers to end the reading; md4c goes on after anything that is not negative.
constexpr int stop = -1;

std::string textOf(const MD_ATTRIBUTE& attribute)
{
    return {attribute.text, attribute.size};
}

/// The few entities that models write; the others stay as they stand.
std::string decoded(std::string_view entity)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}}};
    const auto found =
        std::ranges::find(known, entity, &std::pair<std::string_view, std::string_view>::first);
    return std::string(found == known.end() ? entity : found->second);
}

class Reader
{
public:
    [[nodiscard]] int enter(MD_BLOCKTYPE type, void* detail);
    [[nodiscard]] int leave(MD_BLOCKTYPE type);
    [[nodiscard]] int enter(MD_SPANTYPE type, void* detail);
    [[nodiscard]] int leave(MD_SPANTYPE type);
    [[nodiscard]] int text(MD_TEXTTYPE type, std::string_view text);
    [[nodiscard]] Markdown take() { return std::move(m_markdown); }

private:
    struct List
    {
        bool ordered = false;
        unsigned next = 1;
    };
    int begin(Block::Type type);
    int beginItem(const MD_BLOCK_LI_DETAIL& item);
    void append(std::string_view text);

    Markdown m_markdown;
    std::vector<List> m_lists;
    MarkdownRun m_style; ///< of the text to come
    std::size_t m_depth = 0;
    std::size_t m_pieces = 0;
    int m_quotes = 0;
    int m_images = 0;
    bool m_inHeader = false;
    bool m_itemIsNew = false; ///< an item's own block waits for its first paragraph
};

int Reader::begin(Block::Type type)
{
    if (++m_pieces > mostBlocks)
        return stop;
    m_itemIsNew = false;
    Block block;
    block.type = type;
    block.indent = static_cast<int>(m_lists.size());
    block.quote = m_quotes > 0;
    m_markdown.blocks.push_back(std::move(block));
    return 0;
}

int Reader::beginItem(const MD_BLOCK_LI_DETAIL& item)
{
    if (begin(Block::Type::paragraph) != 0)
        return stop;
    List& list = m_lists.back();
    std::string& marker = m_markdown.blocks.back().marker;
    if (item.is_task != 0)
        marker = item.task_mark == ' ' ? "☐" : "☑";
    else
        marker = list.ordered ? std::to_string(list.next++) + '.' : "•";
    m_itemIsNew = true;
    return 0;
}

int Reader::enter(MD_BLOCKTYPE type, void* detail)
{
    if (++m_depth > deepest)
        return stop;
    switch (type) {
    case MD_BLOCK_QUOTE:
        ++m_quotes;
        return 0;
    case MD_BLOCK_UL:
        m_lists.push_back({});
        return 0;
    case MD_BLOCK_OL:
        m_lists.push_back({true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start});
        return 0;
    case MD_BLOCK_LI:
        return beginItem(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
    case MD_BLOCK_P:
        return std::exchange(m_itemIsNew, false) ? 0 : begin(Block::Type::paragraph);
    case MD_BLOCK_H: {
        const int begun = begin(Block::Type::heading);
        m_markdown.blocks.back().level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        return begun;
    }
    case MD_BLOCK_CODE: {
        const int begun = begin(Block::Type::code);
        m_markdown.blocks.back().language = textOf(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang);
        return begun;
    }
    case MD_BLOCK_HR:
        return begin(Block::Type::rule);
    case MD_BLOCK_THEAD:
        m_inHeader = true;
        return 0;
    case MD_BLOCK_TR: {
        const int begun = begin(Block::Type::tableRow);
        m_markdown.blocks.back().header = m_inHeader;
        return begun;
    }
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        m_markdown.blocks.back().cells.emplace_back();
        return ++m_pieces > mostBlocks ? stop : 0;
    default:
        return 0;
    }
}

int Reader::leave(MD_BLOCKTYPE type)
{
    --m_depth;
    m_itemIsNew = false;
    if (type == MD_BLOCK_QUOTE)
        --m_quotes;
    else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        m_lists.pop_back();
    else if (type == MD_BLOCK_THEAD)
        m_inHeader = false;
    return 0;
}

int Reader::enter(MD_SPANTYPE type, void* detail)
{
    if (++m_depth > deepest)
        return stop;
    switch (type) {
    case MD_SPAN_EM:
        m_style.emphasis = true;
        break;
    case MD_SPAN_STRONG:
        m_style.strong = true;
        break;
    case MD_SPAN_DEL:
        m_style.struck = true;
        break;
    case MD_SPAN_CODE:
        m_style.code = true;
        break;
    case MD_SPAN_A:
        m_style.link = textOf(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
        break;
    case MD_SPAN_IMG:
        ++m_images;
        m_style.image = true;
        m_style.link = textOf(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
        break;
    default:
        break;
    }
    return 0;
}

int Reader::leave(MD_SPANTYPE type)
{
    --m_depth;
    switch (type) {
    case MD_SPAN_EM:
        m_style.emphasis = false;
        break;
    case MD_SPAN_STRONG:
        m_style.strong = false;
        break;
    case MD_SPAN_DEL:
        m_style.struck = false;
        break;
    case MD_SPAN_CODE:
        m_style.code = false;
        break;
    case MD_SPAN_A:
        m_style.link.clear();
        break;
    case MD_SPAN_IMG:
        m_style.image = --m_images > 0;
        m_style.link.clear();
        break;
    default:
        break;
    }
    return 0;
}

int Reader::text(MD_TEXTTYPE type, std::string_view text)
{
    m_itemIsNew = false;
    if (m_markdown.blocks.empty())
        return 0;
    switch (type) {
    case MD_TEXT_NULLCHAR:
        append("\uFFFD");
        break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: // models break lines where they mean it, as GitHub's comments do
        append("\n");
        break;
    case MD_TEXT_ENTITY:
        append(decoded(text));
        break;
    default:
        append(text);
    }
    return 0;
}

/// What has one style is one run, however many pieces it came in.
void Reader::append(std::string_view text)
{
    Block& block = m_markdown.blocks.back();
    MarkdownRuns& runs =
        block.type == Block::Type::tableRow && !block.cells.empty() ? block.cells.back() : block.runs;
    MarkdownRun run = m_style;
    if (!runs.empty()) {
        run.text = runs.back().text;
        if (run == runs.back()) {
            runs.back().text += text;
            return;
        }
    }
    run.text = text;
    runs.push_back(std::move(run));
}

/// md4c is C: its callbacks are functions with the reader behind a pointer.
MD_PARSER parserFor()
{
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                   MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
        return static_cast<Reader*>(reader)->enter(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* reader) {
        return static_cast<Reader*>(reader)->leave(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* reader) {
        return static_cast<Reader*>(reader)->enter(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* reader) {
        return static_cast<Reader*>(reader)->leave(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* reader) {
        return static_cast<Reader*>(reader)->text(type, {text, size});
    };
    return parser;
}

} // namespace

bool Markdown::plain() const
{
    return std::ranges::all_of(blocks, [](const MarkdownBlock& block) {
        return block.type == MarkdownBlock::Type::paragraph && block.marker.empty() && block.indent == 0 &&
               !block.quote && std::ranges::all_of(block.runs, [](const MarkdownRun& run) {
                   MarkdownRun unstyled;
                   unstyled.text = run.text;
                   return run == unstyled;
               });
    });
}

std::optional<Markdown> readMarkdown(std::string_view text)
{
    Reader reader;
    const MD_PARSER parser = parserFor();
    if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reader) != 0)
        return std::nullopt;
    return reader.take();
}

} // namespace spanglass::models
