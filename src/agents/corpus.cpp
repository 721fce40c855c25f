// SPDX-License-Identifier: Apache-2.0
// Cuts the Markdown pages at their second-level headings.
#include "agents/corpus.h"

namespace agents {
namespace {

void cutPage(std::string_view name, std::string_view text, std::vector<Passage>& into)
{
    std::string title;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.starts_with("<!--")) {
            continue; // the licence
        } else if (line.starts_with("# ")) {
            title = line.substr(2);
            into.push_back({std::string(name), title, {}});
        } else if (line.starts_with("## ")) {
            into.push_back({std::string(name), title + " › " + std::string(line.substr(3)), {}});
        } else if (!into.empty() && !(line.empty() && into.back().text.empty())) {
            into.back().text += std::string(line) + '\n';
        }
    }
}

std::vector<Passage> cutPages()
{
    std::vector<Passage> all;
    for (const auto& file : embeddedFiles())
        if (file.name.ends_with(".md"))
            cutPage(file.name.substr(0, file.name.size() - 3), file.text, all);
    std::erase_if(all, [](const Passage& passage) { return passage.text.empty(); });
    return all;
}

} // namespace

const std::vector<Passage>& passages()
{
    static const std::vector<Passage> all = cutPages();
    return all;
}

} // namespace agents
