// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/masked_items.h"

#include <algorithm>

namespace spanglass::sync {
namespace {

void mask(std::string& text, std::string_view key, const Masking& masking)
{
    if (!text.empty())
        text = masking.text(key, text);
}

void mask(trace::Value& value, std::string_view key, const Masking& masking)
{
    if (std::holds_alternative<std::monostate>(value))
        return;
    if (masking.hidesKey(key))
        value = std::string(Masking::mark);
    else if (auto* text = std::get_if<std::string>(&value))
        mask(*text, key, masking);
    else if (auto* json = std::get_if<trace::Json>(&value))
        mask(json->text, key, masking);
}

void mask(trace::Attributes& attributes, const Masking& masking)
{
    for (trace::Attribute& attribute : attributes)
        mask(attribute.value, attribute.key, masking);
}

void mask(trace::Score& score, const Masking& masking)
{
    mask(score.value, score.name, masking);
    mask(score.comment, "comment", masking);
}

/// An input or output mostly repeats an attribute, whose rules then hold for it.
std::string_view keyOf(const trace::Value& value, const trace::Span& span, std::string_view otherwise)
{
    const auto at = std::find_if(span.attributes.begin(), span.attributes.end(),
                                 [&](const trace::Attribute& attribute) { return attribute.value == value; });
    return at == span.attributes.end() ? otherwise : std::string_view(at->key);
}

} // namespace

void mask(trace::Span& span, const Masking& masking)
{
    mask(span.input, keyOf(span.input, span, "input"), masking);
    mask(span.output, keyOf(span.output, span, "output"), masking);
    mask(span.name, "name", masking);
    mask(span.statusMessage, "status", masking);
    mask(span.attributes, masking);
    mask(span.resource, masking);
    mask(span.scope.attributes, masking);
    for (trace::Event& event : span.events)
        mask(event.attributes, masking);
    for (trace::Link& link : span.links)
        mask(link.attributes, masking);
    for (trace::Score& score : span.scores)
        mask(score, masking);
}

void mask(std::vector<Item>& items, const Masking& masking)
{
    for (Item& item : items)
        mask(item.span, masking);
}

void mask(TraceRows& rows, const Masking& masking)
{
    for (auto& [id, row] : rows) {
        mask(row.name, "name", masking);
        mask(row.user, "user.id", masking);
        mask(row.session, "session.id", masking);
        for (std::string& tag : row.tags)
            mask(tag, "tags", masking);
        for (trace::Score& score : row.scores)
            mask(score, masking);
    }
}

void mask(std::vector<ScoreItem>& scores, const Masking& masking)
{
    for (ScoreItem& item : scores)
        mask(item.score, masking);
}

} // namespace spanglass::sync
