// SPDX-License-Identifier: GPL-3.0-or-later
/// Reading the members of one event object; times are microseconds with a fraction, kept to the nanosecond.
#include "formats/chrome_events.h"

#include <algorithm>

#include "formats/json_values.h"
#include "formats/numbers.h"

namespace spanglass::formats {
namespace {

/// Text that may have escapes: a view into the file where it has none.
std::string_view keepText(JsonCursor& at, std::string& store)
{
    if (at.peek() != JsonCursor::Type::string)
        return at.scalar();
    const std::size_t begin = at.offset();
    const std::string_view text = at.string();
    const bool inPlace = at.offset() - begin == text.size() + 2;
    if (inPlace)
        return text;
    store = text;
    return store;
}

void readArguments(JsonCursor& at, ChromeEvent& event, const OnArgument& onArgument)
{
    event.hasArguments = true;
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return;
    }
    for (at.enterObject(); at.nextKey();) {
        // Names of processes and threads; the phase may stand behind the arguments.
        if ((event.phase == 'M' || event.phase == '\0') && at.key() == "name") {
            event.argumentName = keepText(at, event.argumentNameText);
            continue;
        }
        const std::string_view raw = at.skip();
        const bool text = raw.size() >= 2 && raw.front() == '"';
        onArgument(at.key(), text ? raw.substr(1, raw.size() - 2) : std::string_view());
    }
}

/// id2: {"global": …} or {"local": …}.
void readSplitId(JsonCursor& at, ChromeEvent& event)
{
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return;
    }
    for (at.enterObject(); at.nextKey();) {
        event.idIsLocal = at.key() == "local";
        event.id = at.scalar();
    }
}

std::string textOf(const trace::Attributes& attributes, std::string_view key)
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const auto& attribute) { return attribute.key == key; });
    const auto* text = found == attributes.end() ? nullptr : std::get_if<std::string>(&found->value);
    return text == nullptr ? std::string() : *text;
}

/// What our own export put into the arguments goes back to where it belongs. False: they are not ours.
bool takeOutOwn(trace::Attributes& attributes, const trace::Span& of)
{
    if (textOf(attributes, chrome::spanId) != of.id.hex() ||
        textOf(attributes, chrome::traceId) != of.trace.hex())
        return false;
    std::erase_if(attributes, [](const trace::Attribute& attribute) {
        return attribute.key == chrome::spanId || attribute.key == chrome::traceId ||
               attribute.key == chrome::parentSpanId || attribute.key == chrome::status ||
               attribute.key == chrome::statusMessage;
    });
    return true;
}

void addEvent(std::string_view text, std::uint64_t place, trace::Span& span)
{
    JsonCursor at(text, place);
    trace::Event made;
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "name")
            made.name = at.string();
        else if (at.key() == "ts")
            made.timeUnixNs = scaled(at.scalar(), 3).value_or(0);
        else if (at.key() == "args")
            readMembers(at, made.attributes);
        else
            at.skip();
    }
    takeOutOwn(made.attributes, span);
    span.events.push_back(std::move(made));
}

void addText(trace::Attributes& attributes, std::string_view key, std::string_view value)
{
    if (!value.empty())
        attributes.push_back({std::string(key), std::string(value)});
}

void addNumber(trace::Attributes& attributes, std::string_view key, std::string_view digits)
{
    if (const auto number = wholeNumber(digits))
        attributes.push_back({std::string(key), *number});
    else
        addText(attributes, key, digits);
}

void readMore(JsonCursor& at, trace::Span& span)
{
    constexpr std::string_view known[] = {"name", "ph", "ts", "dur", "pid", "tid", "id", "id2", "scope"};
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "args") {
            readMembers(at, span.attributes);
        } else if (std::find(std::begin(known), std::end(known), at.key()) != std::end(known)) {
            at.skip();
        } else {
            const std::string key = at.key() == "cat" ? "cat" : "chrome." + std::string(at.key());
            span.attributes.push_back({key, valueOf(at)});
        }
    }
}

} // namespace

void readChromeEvent(JsonCursor& at, ChromeEvent& event, const OnArgument& onArgument)
{
    for (at.enterObject(); at.nextKey();) {
        const std::string_view key = at.key();
        if (key == "ph") {
            const std::string_view phase = at.scalar();
            event.phase = phase.empty() ? '\0' : phase.front();
        } else if (key == "ts") {
            const auto time = scaled(at.scalar(), 3);
            event.timeKnown = time.has_value();
            event.timeNs = time.value_or(0);
        } else if (key == "dur") {
            event.durationNs = scaled(at.scalar(), 3).value_or(0);
        } else if (key == "name") {
            event.name = keepText(at, event.nameText);
        } else if (key == "pid") {
            event.process = at.scalar();
        } else if (key == "tid") {
            event.thread = at.scalar();
        } else if (key == "cat") {
            event.category = at.scalar();
        } else if (key == "args") {
            readArguments(at, event, onArgument);
        } else if (key == "id") {
            event.id = at.scalar();
        } else if (key == "id2") {
            readSplitId(at, event);
        } else if (key == "scope") {
            event.scope = at.scalar();
        } else if (key == "bp") {
            event.enclosing = at.scalar() == "e";
        } else if (key == "bind_id") {
            event.bindId = at.scalar();
        } else if (key == "flow_in") {
            event.flowIn = at.scalar() == "true";
        } else if (key == "flow_out") {
            event.flowOut = at.scalar() == "true";
        } else {
            at.skip();
        }
    }
}

void readChromeDetails(const ChromeDetails& shared, std::uint64_t place, std::uint32_t track,
                       trace::Span& span)
{
    const std::string_view text = shared.bytes->text();
    JsonCursor at(text, place);
    readMore(at, span);
    if (const auto end = shared.ends.find(place); end != shared.ends.end()) {
        JsonCursor closing(text, end->second);
        for (closing.enterObject(); closing.nextKey();) {
            if (closing.key() == "args")
                readMembers(closing, span.attributes);
            else
                closing.skip();
        }
    }
    if (track < shared.tracks.size()) {
        const ChromeTrack& of = shared.tracks[track];
        addNumber(span.resource, "process.pid", of.process);
        addNumber(span.attributes, "thread.id", of.thread);
        addText(span.attributes, "thread.name", of.threadName);
        addText(span.resource, "service.name", of.processName);
    }
    const std::string message = textOf(span.attributes, chrome::statusMessage);
    if (takeOutOwn(span.attributes, span))
        span.statusMessage = message;
    const auto [first, last] = shared.instants.equal_range(place);
    for (auto instant = first; instant != last; ++instant)
        addEvent(text, instant->second, span);
    std::stable_sort(
        span.events.begin(), span.events.end(),
        [](const trace::Event& a, const trace::Event& b) { return a.timeUnixNs < b.timeUnixNs; });
    const auto [from, to] = shared.links.equal_range(place);
    for (auto link = from; link != to; ++link)
        span.links.push_back({span.trace, link->second, {}, {}});
}

} // namespace spanglass::formats
