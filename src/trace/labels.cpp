// SPDX-License-Identifier: GPL-3.0-or-later
// Labels come as attributes; tags also as a list, as JSON text, as words with commas, or one by one.
#include "trace/labels.h"

#include <algorithm>
#include <simdjson.h>

#include "base/names.h"
#include "trace/facts.h"

namespace spanglass::trace {
namespace {

void addTag(std::vector<std::string>& tags, std::string_view tag)
{
    const auto first = tag.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return;
    tag = tag.substr(first, tag.find_last_not_of(' ') - first + 1);
    const auto at = std::lower_bound(tags.begin(), tags.end(), tag);
    if (at == tags.end() || *at != tag)
        tags.emplace(at, tag);
}

void addWords(std::vector<std::string>& tags, std::string_view words)
{
    while (!words.empty()) {
        const auto word = words.substr(0, words.find(','));
        addTag(tags, word);
        words.remove_prefix(std::min(words.size(), word.size() + 1));
    }
}

void addTags(std::vector<std::string>& tags, const Value* value)
{
    const std::string text = textOf(value);
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (!text.starts_with('[') || parser.parse(text).get(list) != simdjson::SUCCESS)
        return addWords(tags, text);
    for (const auto element : list) {
        std::string_view tag;
        if (element.get(tag) == simdjson::SUCCESS)
            addTag(tags, tag);
    }
}

void fill(std::string& label, const std::string& other)
{
    if (label.empty())
        label = other;
}

} // namespace

Labels labelsOf(const Attributes& attributes, const Facts& facts)
{
    Labels labels{
        textOf(facts[Fact::traceName]), textOf(facts[Fact::user]),          textOf(facts[Fact::session]),
        textOf(facts[Fact::project]),   textOf(facts[Fact::environment]),   textOf(facts[Fact::release]),
        textOf(facts[Fact::version]),   textOf(facts[Fact::operationType]), {}};
    if (const Value* tags = facts[Fact::tags])
        addTags(labels.tags, tags);
    for (const auto& attribute : attributes)
        if (attribute.key.starts_with(names::tagPrefix))
            addTag(labels.tags, std::string_view(attribute.key).substr(names::tagPrefix.size()));
        else if (attribute.key.starts_with("mlflow.traceTag."))
            addTag(labels.tags, attribute.key.substr(16) + '=' + textOf(&attribute.value));
    return labels;
}

void Labels::merge(const Labels& other)
{
    fill(traceName, other.traceName);
    fill(user, other.user);
    fill(session, other.session);
    fill(project, other.project);
    fill(environment, other.environment);
    fill(release, other.release);
    fill(version, other.version);
    fill(operationType, other.operationType);
    for (const auto& tag : other.tags)
        addTag(tags, tag);
}

Labels labelsOf(const Span& span)
{
    Labels labels = labelsOf(span.attributes, Facts(span.attributes));
    labels.merge(labelsOf(span.resource, Facts(span.resource)));
    return labels;
}

} // namespace spanglass::trace
