// SPDX-License-Identifier: Apache-2.0
/// The console provider: a trace as a tree, when it ends.
#include <spanglass/provider.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

#include "base/names.h"
#include "base/text.h"

namespace spanglass {

struct ConsoleProvider::Trees
{
    Print print;
    bool colours = false;
    std::map<TraceId, std::vector<ContextPtr>> open; ///< by trace, in start order

    [[nodiscard]] std::string coloured(const char* code, const std::string& text) const
    {
        return colours ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
    }
    [[nodiscard]] std::string lineOf(const TraceContext& span) const;
    void write(const std::vector<ContextPtr>& spans, SpanId parent, const std::string& indent,
               std::string& text) const;
};

std::string ConsoleProvider::Trees::lineOf(const TraceContext& span) const
{
    std::string line =
        span.kind == Kind::span ? "" : coloured("36", std::string(spanglass::name(span.kind))) + " ";
    line += coloured("1", visibleText(span.name));
    const std::int64_t durationNs = span.durationNs();
    line += "  " + coloured("2", durationNs < 0 ? "running" : durationText(durationNs));
    const std::string input = span.attribute(names::inputTokens);
    const std::string output = span.attribute(names::outputTokens);
    if (!input.empty() || !output.empty())
        line += "  " + coloured("33", (input.empty() ? "?" : input) + " → " +
                                          (output.empty() ? "?" : output) + " tokens");
    if (const std::string cost = span.attribute(names::cost); !cost.empty())
        line += "  " + coloured("33", "$" + cost);
    if (span.status() == Status::error)
        line += "  " + coloured("31", "✗ " + visibleText(span.statusMessage()));
    return line + "\n";
}

void ConsoleProvider::Trees::write(const std::vector<ContextPtr>& spans, SpanId parent,
                                   const std::string& indent, std::string& text) const
{
    // A chain of a hundred thousand spans is no tree for a terminal; and nothing here may overflow the stack.
    constexpr std::size_t deepest = 64;
    std::vector<const TraceContext*> children;
    for (const ContextPtr& span : spans)
        if (span->parent == parent)
            children.push_back(span.get());
    for (const TraceContext* child : children) {
        const bool last = child == children.back();
        text += indent + (last ? "└─ " : "├─ ") + lineOf(*child);
        if (indent.size() < deepest * 2)
            write(spans, child->span, indent + (last ? "   " : "│  "), text);
    }
}

ConsoleProvider::ConsoleProvider(Print print, bool colours) : m_trees(std::make_shared<Trees>())
{
    m_trees->print = std::move(print);
    m_trees->colours = colours;
    if (!m_trees->print) {
        m_trees->print = [](const std::string& text) { std::fputs(text.c_str(), stderr); };
        m_trees->colours = ::isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
    }
}

Provider::ScopePtr ConsoleProvider::trace(ContextPtr context)
{
    struct Scope : ProviderScope
    {
        Scope(std::shared_ptr<Trees> to, ContextPtr of) : trees(std::move(to)), root(std::move(of)) {}
        ~Scope() override
        {
            std::string text = trees->lineOf(*root);
            trees->write(trees->open[root->trace], root->span, "", text);
            trees->open.erase(root->trace);
            trees->print(text);
        }
        std::shared_ptr<Trees> trees;
        ContextPtr root;
    };
    m_trees->open[context->trace];
    return std::make_unique<Scope>(m_trees, std::move(context));
}

Provider::ScopePtr ConsoleProvider::span(ContextPtr context)
{
    if (const auto trace = m_trees->open.find(context->trace); trace != m_trees->open.end())
        trace->second.push_back(std::move(context));
    return std::make_unique<ProviderScope>();
}

} // namespace spanglass
