// SPDX-License-Identifier: GPL-3.0-or-later
/// The way through a request to its records: resources, scopes, and where a broken one is broken.
#include "formats/otlp_kept.h"
#include "formats/otlp_proto_reader.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

constexpr auto bytesOf = ProtoCursor::bytesTag;

/// Walks the outer messages, which traces and logs share; a position in them is a position in the whole.
class RequestWalk
{
public:
    RequestWalk(std::string_view bytes, const std::function<void(const OtlpSurroundings&)>& surroundings,
                const std::function<void(std::string_view)>& record)
        : m_bytes(bytes), m_surroundings(surroundings), m_record(record)
    {
    }

    Result<void> walk()
    {
        ProtoCursor at(m_bytes);
        while (at.next()) {
            if (at.tag() != bytesOf(1))
                continue;
            if (auto done = group(at.bytes()); !done)
                return done;
        }
        return at.failed() ? broken(m_bytes, at) : Result<void>{};
    }

private:
    /// Field 1000 is where scope spans stood before OTLP 0.16; it counts where there are no others.
    static constexpr std::uint32_t oldScopeSpans = 1000;

    Result<void> group(std::string_view message)
    {
        m_around.resource.clear();
        m_around.service.clear();
        bool hasScopes = false;
        ProtoCursor first(message);
        while (first.next()) {
            hasScopes = hasScopes || first.tag() == bytesOf(2);
            if (first.tag() == bytesOf(1) && !readProtoResource(first.bytes(), m_around))
                return fail(ErrorKind::format,
                            "a resource is not readable at byte " + std::to_string(offsetOf(first.bytes())));
        }
        if (first.failed())
            return broken(message, first);
        ProtoCursor at(message);
        while (at.next()) {
            if (at.tag() != bytesOf(hasScopes ? 2 : oldScopeSpans))
                continue;
            if (auto done = scopeGroup(at.bytes()); !done)
                return done;
        }
        return {};
    }

    Result<void> scopeGroup(std::string_view message)
    {
        m_around.scope = {};
        ProtoCursor first(message);
        while (first.next()) {
            if (first.tag() == bytesOf(1) && !readProtoScope(first.bytes(), m_around.scope))
                return fail(ErrorKind::format,
                            "a scope is not readable at byte " + std::to_string(offsetOf(first.bytes())));
        }
        if (first.failed())
            return broken(message, first);
        m_surroundings(m_around);
        ProtoCursor at(message);
        while (at.next()) {
            if (at.tag() == bytesOf(2))
                m_record(at.bytes());
        }
        return {};
    }

    [[nodiscard]] std::size_t offsetOf(std::string_view part) const
    {
        return static_cast<std::size_t>(part.data() - m_bytes.data());
    }
    [[nodiscard]] tl::unexpected<Error> broken(std::string_view message, const ProtoCursor& at) const
    {
        return fail(ErrorKind::format, "this is not OTLP protobuf, or cut off, at byte " +
                                           std::to_string(offsetOf(message) + at.offset()));
    }

    std::string_view m_bytes;
    const std::function<void(const OtlpSurroundings&)>& m_surroundings;
    const std::function<void(std::string_view)>& m_record;
    OtlpSurroundings m_around;
};

} // namespace

bool readProtoResource(std::string_view message, OtlpSurroundings& around)
{
    ProtoCursor at(message);
    bool good = true;
    while (good && at.next()) {
        if (at.tag() == bytesOf(1))
            good = readProtoKeyValue(at.bytes(), around.resource);
    }
    around.service = serviceOf(around.resource);
    return good && !at.failed();
}

bool readProtoScope(std::string_view message, trace::Scope& scope)
{
    ProtoCursor at(message);
    bool good = true;
    while (good && at.next()) {
        if (at.tag() == bytesOf(1))
            scope.name = protoText(at.bytes());
        else if (at.tag() == bytesOf(2))
            scope.version = protoText(at.bytes());
        else if (at.tag() == bytesOf(3))
            good = readProtoKeyValue(at.bytes(), scope.attributes);
    }
    return good && !at.failed();
}

Result<void> visitOtlpProto(std::string_view bytes,
                            const std::function<void(const OtlpSurroundings&)>& surroundings,
                            const std::function<void(std::string_view)>& record)
{
    return RequestWalk(bytes, surroundings, record).walk();
}

Result<void> readOtlpProto(std::string_view bytes, OtlpSink& sink)
{
    trace::Span span;
    std::string service;
    return visitOtlpProto(
        bytes,
        [&](const OtlpSurroundings& around) {
            service = around.service;
            sink.surroundings(around);
        },
        [&](std::string_view message) {
            if (auto read = readOtlpProtoSpan(message, span); !read)
                return sink.rejected(read.error().message, message);
            span.service = service;
            sink.span(span, message);
        });
}

} // namespace spanglass::formats
