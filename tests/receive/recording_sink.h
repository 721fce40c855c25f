// SPDX-License-Identifier: GPL-3.0-or-later
/// A sink that keeps what was written, as lines of text, and fails on demand.
#pragma once

#include <string>
#include <vector>

#include "receive/span_sink.h"

namespace spanglass::receive {

class RecordingSink : public SpanSink
{
public:
    /// What `write` answers; nothing is kept while it is set.
    std::optional<Error> error;
    std::vector<std::string> lines; ///< of what was written

    void beginContext(std::string_view resource, std::string_view scope) override
    {
        add("context " + std::string(resource) + ' ' + std::string(scope));
    }
    void start(const journal::StartView& start) override
    {
        add("start " + start.span.hex() + " in " + start.trace.hex() + " under " +
            (start.parent.valid() ? start.parent.hex() : "none") + ' ' + std::string(name(start.kind)) + ' ' +
            std::string(start.name) + " at " + std::to_string(start.startUnixNs));
    }
    void attribute(const journal::AttributeView& attribute) override
    {
        add("set " + attribute.span.hex() + ' ' + std::string(attribute.key) + '=' +
            valueText(attribute.value));
    }
    void status(const journal::StatusView& status) override
    {
        add("status " + status.span.hex() + ' ' + std::string(name(status.status)) + ' ' +
            std::string(status.message));
    }
    void event(const journal::EventView& event) override
    {
        add("event " + event.span.hex() + ' ' + std::string(event.name) + " at " +
            std::to_string(event.timeUnixNs) + ' ' + std::string(event.attributesJson));
    }
    void link(const journal::LinkView& link) override
    {
        add("link " + link.span.hex() + " to " + link.linkedSpan.hex());
    }
    void end(const journal::EndView& end) override
    {
        add("end " + end.span.hex() + ' ' + std::string(name(end.status)) + " at " +
            std::to_string(end.endUnixNs));
    }
    Result<void> write() override
    {
        if (error)
            return tl::unexpected(*error);
        lines.insert(lines.end(), m_collected.begin(), m_collected.end());
        m_collected.clear();
        return {};
    }
    void discard() override { m_collected.clear(); }

    /// How many lines begin with this.
    [[nodiscard]] std::size_t count(std::string_view beginning) const
    {
        std::size_t found = 0;
        for (const std::string& line : lines)
            found += line.starts_with(beginning) ? 1 : 0;
        return found;
    }
    [[nodiscard]] bool has(std::string_view wanted) const
    {
        for (const std::string& line : lines) {
            if (line == wanted)
                return true;
        }
        return false;
    }
    [[nodiscard]] std::string text() const
    {
        std::string all;
        for (const std::string& line : lines)
            all += line + '\n';
        return all;
    }

private:
    void add(std::string line) { m_collected.push_back(std::move(line)); }
    static std::string valueText(const journal::ValueView& value)
    {
        switch (value.type) {
        case journal::ValueType::integer:
            return std::to_string(value.integer);
        case journal::ValueType::boolean:
            return value.integer != 0 ? "true" : "false";
        case journal::ValueType::real:
            return std::to_string(value.real);
        case journal::ValueType::none:
            return "(none)";
        default:
            return std::string(value.bytes);
        }
    }

    std::vector<std::string> m_collected;
};

} // namespace spanglass::receive
