// SPDX-License-Identifier: GPL-3.0-or-later
/// OTLP files in protobuf. Unlike otlp_proto_reader, which serves the receiver, this one keeps the whole
/// spans of a file that is cut off, and decodes details only when they are looked at.
#include "formats/otlp_protobuf.h"

#include <algorithm>

#include "formats/kind_memo.h"
#include "formats/numbers.h"
#include "formats/otlp_kept.h"
#include "formats/otlp_proto_reader.h"
#include "formats/otlp_values.h"
#include "formats/proto_cursor.h"
#include "formats/reader.h"

namespace spanglass::formats {
namespace {

/// What spans have in common; views into the text.
struct Context
{
    std::string_view resource;
    std::string_view scope;
};

/// A field that is cut off: what is there of its payload, where it is a message of that number.
std::string_view cutPayload(std::string_view field, std::uint64_t tag)
{
    std::size_t at = 0;
    const auto varint = [&]() -> std::uint64_t {
        std::uint64_t value = 0;
        for (int shift = 0; at < field.size() && shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(field[at++]);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80)
                break;
        }
        return value;
    };
    if (varint() != tag)
        return {};
    const std::uint64_t length = varint();
    return length > field.size() - at ? field.substr(at) : std::string_view();
}

class OtlpProtobuf
{
public:
    OtlpProtobuf(const SharedBytes& bytes, TableBuilder& builder)
        : m_text(bytes->text()), m_builder(builder), m_contexts(std::make_shared<std::vector<Context>>())
    {
        // A place is where the span's field begins, with its tag.
        builder.setDetails(
            [bytes, contexts = m_contexts](std::uint64_t place, std::uint32_t context, trace::Span& span) {
                readDetails(bytes->text().substr(place), (*contexts)[context], span);
            });
    }

    void readRequest(std::string_view request)
    {
        ProtoCursor at(request);
        while (at.next() && !m_builder.cancelled()) {
            if (at.tag() == ProtoCursor::bytesTag(1))
                readResourceSpans(at.bytes());
        }
        if (at.failed()) {
            readResourceSpans(cutPayload(request.substr(at.offset()), ProtoCursor::bytesTag(1)));
            warnOf(request.substr(at.offset()));
        }
    }

    [[nodiscard]] std::uint64_t withoutIds() const { return m_withoutIds; }

private:
    static void readDetails(std::string_view field, const Context& around, trace::Span& span)
    {
        ProtoCursor at(field);
        if (!at.next())
            return;
        trace::Span read;
        (void)readOtlpProtoSpan(at.bytes(), read); // what is too deep in it has been told when it was opened
        span.attributes = std::move(read.attributes);
        for (ProtoCursor member(at.bytes()); member.next();) {
            if (member.tag() == ProtoCursor::varintTag(6) && member.number() == 1)
                otlp::keepKind(1, span.kind, span.attributes);
        }
        span.events = std::move(read.events);
        span.links = std::move(read.links);
        span.statusMessage = std::move(read.statusMessage);
        if (read.durationNs && read.startUnixNs == span.startUnixNs)
            span.durationNs = read.durationNs; // also the negative one that the column cannot hold
        OtlpSurroundings said;
        if (readProtoResource(around.resource, said))
            span.resource = std::move(said.resource);
        (void)readProtoScope(around.scope, span.scope);
    }

    [[nodiscard]] std::uint64_t offsetOf(std::string_view part) const
    {
        return static_cast<std::uint64_t>(part.data() - m_text.data());
    }

    /// Said once: a cut goes through every level around it.
    void warnOf(std::string_view broken)
    {
        if (m_warned)
            return;
        m_warned = true;
        const std::uint64_t offset = offsetOf(broken);
        const bool early =
            !cutPayload(broken, static_cast<unsigned char>(broken.empty() ? 0 : broken.front())).empty() ||
            broken.size() < 12;
        m_builder.lost(offset,
                       early ? "the file ended early at byte " + std::to_string(m_text.size()) +
                                   "; the last whole part ends at byte " + std::to_string(offset)
                             : "broken at byte " + std::to_string(offset) + ": that is no protobuf field");
    }

    void readResourceSpans(std::string_view message)
    {
        if (message.empty())
            return;
        const std::uint32_t firstRow = m_builder.table().size();
        const std::size_t firstContext = m_contexts->size();
        std::string_view resource;
        bool newScopes = false;
        ProtoCursor at(message);
        while (at.next()) {
            if (at.tag() == ProtoCursor::bytesTag(1)) {
                resource = at.bytes();
            } else if (at.tag() == ProtoCursor::bytesTag(2)) {
                newScopes = true;
                readScopeSpans(at.bytes());
            } else if (at.tag() == ProtoCursor::bytesTag(1000) && !newScopes) {
                readScopeSpans(at.bytes()); // before proto 0.16
            }
        }
        if (at.failed()) {
            readScopeSpans(cutPayload(message.substr(at.offset()), ProtoCursor::bytesTag(2)));
            warnOf(message.substr(at.offset()));
        }
        OtlpSurroundings around;
        (void)readProtoResource(resource, around); // a resource that is broken says nothing
        const std::uint32_t service = m_builder.strings().intern(serviceOf(around.resource));
        for (std::size_t context = firstContext; context < m_contexts->size(); ++context)
            (*m_contexts)[context].resource = resource;
        auto& services = m_builder.table().service;
        std::fill(services.begin() + firstRow, services.end(), service);
    }

    void readScopeSpans(std::string_view message)
    {
        if (message.empty())
            return;
        const auto context = static_cast<std::uint32_t>(m_contexts->size());
        m_contexts->emplace_back();
        ProtoCursor at(message);
        while (at.next()) {
            if (at.tag() == ProtoCursor::bytesTag(1)) {
                (*m_contexts)[context].scope = at.bytes();
            } else if (at.tag() == ProtoCursor::bytesTag(2)) {
                const std::uint64_t place = offsetOf(at.raw());
                if (!m_builder.goOn(place))
                    return;
                readSpan(at.bytes(), place, context);
            }
        }
        if (at.failed())
            warnOf(message.substr(at.offset()));
    }

    void readSpan(std::string_view message, std::uint64_t place, std::uint32_t context)
    {
        Row row;
        row.place = place;
        row.context = context;
        std::uint64_t start = 0;
        std::uint64_t end = 0;
        std::uint64_t events = 0;
        bool anyId = false;
        m_kinds.begin();
        ProtoCursor at(message);
        while (at.next()) {
            switch (at.tag()) {
            case ProtoCursor::bytesTag(1):
                anyId = anyId || !at.bytes().empty();
                row.trace = protoTraceId(at.bytes());
                break;
            case ProtoCursor::bytesTag(2):
                anyId = anyId || !at.bytes().empty();
                row.id = protoSpanId(at.bytes());
                break;
            case ProtoCursor::bytesTag(4):
                row.parent = protoSpanId(at.bytes());
                break;
            case ProtoCursor::bytesTag(5):
                row.name = m_builder.strings().intern(at.bytes());
                break;
            case ProtoCursor::fixed64Tag(7):
                start = at.number();
                break;
            case ProtoCursor::fixed64Tag(8):
                end = at.number();
                break;
            case ProtoCursor::bytesTag(9):
                readHint(at.bytes());
                break;
            case ProtoCursor::bytesTag(11):
                ++events;
                break;
            case ProtoCursor::bytesTag(15):
                row.status = statusIn(at.bytes());
                break;
            }
        }
        if (at.failed()) {
            const std::uint64_t offset = offsetOf(message) + at.offset();
            m_builder.reject(offset, "a span broken at byte " + std::to_string(offset));
            return;
        }
        if (!row.trace.valid() || !row.id.valid()) {
            m_withoutIds += anyId ? 0 : 1;
            m_builder.reject(place, "a span without a valid " +
                                        std::string(row.trace.valid() ? "span" : "trace") + " id at byte " +
                                        std::to_string(place));
            return;
        }
        m_builder.countEvents(events);
        row.startKnown = start != 0 || end != 0;
        row.startUnixNs = protoTime(otlpStartKnown(protoTime(start), protoTime(end)) ? start : end);
        if (end != 0)
            row.durationNs = otlpDuration(row.startUnixNs, protoTime(end));
        row.kind = m_kinds.kind(m_builder.strings().text(row.name));
        if (row.status == Status::unset && m_kinds.failed())
            row.status = Status::error;
        m_builder.add(row);
    }

    static Status statusIn(std::string_view message)
    {
        Status status = Status::unset;
        for (ProtoCursor at(message); at.next();) {
            if (at.tag() == ProtoCursor::varintTag(3))
                status = at.number() == 2 ? Status::error : at.number() == 1 ? Status::ok : Status::unset;
        }
        return status;
    }

    void readHint(std::string_view message)
    {
        std::string_view key;
        std::string_view value;
        for (ProtoCursor at(message); at.next();) {
            if (at.tag() == ProtoCursor::bytesTag(1))
                key = at.bytes();
            else if (at.tag() == ProtoCursor::bytesTag(2))
                value = at.bytes();
        }
        if (!KindMemo::matters(key))
            return;
        std::string_view word;
        std::string digits;
        for (ProtoCursor at(value); at.next();) {
            if (at.tag() == ProtoCursor::bytesTag(1))
                word = at.bytes();
            else if (at.tag() == ProtoCursor::varintTag(3))
                word = digits = std::to_string(static_cast<std::int64_t>(at.number()));
        }
        m_kinds.attribute(key, word);
    }

    std::string_view m_text;
    TableBuilder& m_builder;
    std::shared_ptr<std::vector<Context>> m_contexts;
    KindMemo m_kinds;
    std::uint64_t m_withoutIds = 0;
    bool m_warned = false;
};

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    OtlpProtobuf reader(bytes, builder);
    reader.readRequest(bytes->text());
    // Logs and metrics share the outer field numbers: "spans" without any id are what they look like.
    if (builder.table().size() == 0 && reader.withoutIds() > 0)
        builder.warn(0, "it holds logs or metrics, no spans");
    return {};
}

/// Whether the first message of field 1 holds only fields that a ResourceSpans has.
bool holdsResourceSpans(std::string_view text, bool& foreignFields)
{
    foreignFields = false;
    if (text.empty() || text.front() != 0x0a)
        return false;
    ProtoCursor at(text);
    std::string_view first = at.next() ? at.bytes() : std::string_view();
    const bool cut = at.failed();
    if (cut)
        first = cutPayload(text, ProtoCursor::bytesTag(1));
    if (first.empty())
        return !cut && text.size() == 2;
    std::size_t fields = 0;
    ProtoCursor inside(first);
    while (inside.next()) {
        const std::uint64_t field = inside.tag() >> 3;
        foreignFields = foreignFields || (inside.tag() & 7) != 2 || (field > 3 && field != 1000);
        ++fields;
    }
    if (inside.failed() && cut && fields == 0) // cut within the first field of the first message
        return !cutPayload(first, ProtoCursor::bytesTag(1)).empty() ||
               !cutPayload(first, ProtoCursor::bytesTag(2)).empty();
    return fields > 0 && !foreignFields && (!inside.failed() || cut);
}

bool mine(const Shape& shape, std::string_view text)
{
    return shape.form != Shape::Form::json && isOtlpProtobuf(text);
}

} // namespace

bool isOtlpProtobuf(std::string_view text)
{
    bool foreign = false;
    return holdsResourceSpans(text, foreign);
}

bool isPerfetto(std::string_view text)
{
    bool foreign = false;
    const bool otlp = holdsResourceSpans(text, foreign);
    return !otlp && foreign;
}

bool isPprof(std::string_view text)
{
    if (!isPerfetto(text))
        return false;
    constexpr int fewFirst = 1000; // the kinds of its values come first
    ProtoCursor at(text);
    for (int seen = 0; seen < fewFirst && at.next(); ++seen) {
        if (at.tag() >> 3 != 1)
            return at.tag() >> 3 <= 14;
    }
    return false;
}

const Reader otlpProtobufReader{"otlp-proto", mine, read};

} // namespace spanglass::formats
