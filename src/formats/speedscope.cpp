// SPDX-License-Identifier: GPL-3.0-or-later
/// speedscope's file format: evented and sampled profiles, each on a track of its own.
#include "formats/reader.h"

#include "formats/fields.h"
#include "formats/json_fault.h"
#include "formats/numbers.h"
#include "formats/otlp_values.h"
#include "formats/profile_builder.h"

namespace spanglass::formats {
namespace {

/// Powers of ten from a unit to nanoseconds; nothing for what is no time.
std::optional<int> scaleOf(std::string_view unit)
{
    if (unit == "seconds")
        return 9;
    if (unit == "milliseconds")
        return 6;
    if (unit == "microseconds")
        return 3;
    if (unit == "nanoseconds")
        return 0;
    return std::nullopt;
}

class Speedscope
{
public:
    Speedscope(const SharedBytes& bytes, TableBuilder& builder)
        : m_text(bytes->text()), m_builder(builder), m_profile(builder, m_text.substr(0, 1 << 16))
    {
        builder.placesAreNotText();
        builder.setDetails([bytes](std::uint64_t place, std::uint32_t, trace::Span& span) {
            if (place == noPlace)
                return;
            JsonCursor at(bytes->text(), place);
            const Fields frame(at);
            keep(span.attributes, "code.filepath", frame.find("file"));
            keep(span.attributes, "code.lineno", frame.find("line"));
            keep(span.attributes, "code.column", frame.find("col"));
        });
    }

    Result<void> read()
    {
        // Frames may stand behind the profiles that use them: two passes over the outermost object.
        std::size_t profiles = std::string_view::npos;
        JsonCursor at(m_text);
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "shared")
                readShared(at);
            else if (at.key() == "profiles") {
                profiles = at.offset();
                at.skip();
            } else
                at.skip();
        }
        if (profiles != std::string_view::npos) {
            JsonCursor list(m_text, profiles);
            eachElement(list, m_builder, [this](JsonCursor& profile) { readProfile(profile); });
        }
        if (at.failed()) {
            const Fault fault = findFault(m_text, 0).value_or(Fault{at.offset(), at.error(), true});
            m_builder.lost(fault.offset, (fault.endedEarly ? "the file ended early at " : "broken at ") +
                                             m_builder.placeText(fault.offset) + ": " + fault.what);
        }
        return {};
    }

private:
    void readShared(JsonCursor& at)
    {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        for (at.enterObject(); at.nextKey();) {
            if (at.key() != "frames" || at.peek() != JsonCursor::Type::array) {
                at.skip();
                continue;
            }
            for (at.enterArray(); at.nextElement();) {
                const std::uint64_t place = at.offset();
                const Fields frame(at);
                m_frames.push_back({m_builder.strings().intern(frame.text("name")), place});
            }
        }
    }

    void readProfile(JsonCursor& at)
    {
        const std::size_t place = at.offset();
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        std::string type;
        std::string name;
        std::string unit;
        std::string startValue;
        std::string endValue;
        std::size_t events = 0;
        std::size_t samples = 0;
        std::size_t weights = 0;
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "type")
                type = at.string();
            else if (at.key() == "name")
                name = at.string();
            else if (at.key() == "unit")
                unit = at.string();
            else if (at.key() == "startValue")
                startValue = at.scalar();
            else if (at.key() == "endValue")
                endValue = at.scalar();
            else {
                std::size_t& list = at.key() == "events" ? events : at.key() == "samples" ? samples : weights;
                if (at.key() == "events" || at.key() == "samples" || at.key() == "weights")
                    list = at.offset();
                at.skip();
            }
        }
        const auto scale = scaleOf(unit);
        if (!scale)
            m_builder.untimed();
        m_scale = scale.value_or(0);
        m_profile.beginTrack(name);
        if (type == "evented" && events != 0)
            readEvents(events, endValue);
        else if (type == "sampled" && samples != 0 && weights != 0)
            readSamples(samples, weights, scaled(startValue, m_scale).value_or(0));
        else
            m_builder.reject(place, "a profile of the unknown type \"" + type + "\" at " +
                                        m_builder.placeText(place));
    }

    void readEvents(std::size_t from, const std::string& endValue)
    {
        JsonCursor at(m_text, from);
        std::int64_t last = INT64_MIN;
        for (at.enterArray(); at.nextElement() && m_builder.goOn(at.offset());) {
            const std::size_t place = at.offset();
            const Fields event(at);
            std::int64_t time = scaled(event.text("at"), m_scale).value_or(0);
            const auto frame = wholeNumber(event.text("frame"));
            if (!frame || *frame < 0 || static_cast<std::size_t>(*frame) >= m_frames.size()) {
                m_builder.reject(place,
                                 "an event of a frame that is not there at " + m_builder.placeText(place));
                continue;
            }
            if (time < last) {
                m_builder.warn(place, "an event goes back in time at " + m_builder.placeText(place));
                time = last;
            }
            last = time;
            const ProfileBuilder::Frame& of = m_frames[static_cast<std::size_t>(*frame)];
            if (event.text("type") == "O")
                m_profile.open(of.name, of.place, time);
            else if (!m_profile.close(of.name, time))
                m_builder.warn(place, "a frame ends that had not begun at " + m_builder.placeText(place));
        }
        if (m_profile.depth() > 0) {
            m_builder.warn(from, std::to_string(m_profile.depth()) + " frames do not end");
            m_profile.closeAll(std::max(last, scaled(endValue, m_scale).value_or(last)));
        }
    }

    void readSamples(std::size_t samples, std::size_t weights, std::int64_t time)
    {
        JsonCursor stacks(m_text, samples);
        JsonCursor lengths(m_text, weights);
        std::vector<ProfileBuilder::Frame> stack;
        stacks.enterArray();
        lengths.enterArray();
        while (stacks.nextElement() && m_builder.goOn(stacks.offset())) {
            const std::size_t place = stacks.offset();
            if (!lengths.nextElement()) {
                m_builder.warn(place, "there are more samples than weights");
                break;
            }
            stack.clear();
            if (stacks.peek() == JsonCursor::Type::array) {
                for (stacks.enterArray(); stacks.nextElement();) {
                    const auto frame = wholeNumber(stacks.scalar());
                    if (frame && *frame >= 0 && static_cast<std::size_t>(*frame) < m_frames.size())
                        stack.push_back(m_frames[static_cast<std::size_t>(*frame)]);
                    else
                        m_builder.reject(place, "a sample of a frame that is not there at " +
                                                    m_builder.placeText(place));
                }
            } else {
                stacks.skip();
            }
            m_profile.sample(stack, time);
            time += std::max<std::int64_t>(scaled(lengths.scalar(), m_scale).value_or(0), 0);
        }
        m_profile.closeAll(time);
    }

    std::string_view m_text;
    TableBuilder& m_builder;
    ProfileBuilder m_profile;
    std::vector<ProfileBuilder::Frame> m_frames;
    int m_scale = 0;
};

bool mine(const Shape& shape, std::string_view)
{
    return shape.has("profiles") && (shape.has("shared.frames") || shape.has("$schema"));
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    return Speedscope(bytes, builder).read();
}

} // namespace

const Reader speedscopeReader{"speedscope", mine, read};

} // namespace spanglass::formats
