// SPDX-License-Identifier: Apache-2.0
/// What a journal says, decoded: one struct per record type, as the reader hands them out.
/// The byte layout behind it is docs/journal-format.md; `layout.h` holds its constants.
///
/// Records of one span may come in any order (chunks drain in any order), so every record names its span.
/// Spans that a tracer recorded have ids unique in their journal, and only their start and end name the
/// trace; journals of imports and of the receiver name the trace in every record, for foreign span ids need
/// not be unique over traces. All text points into the reader's buffer and is valid only during the call that
/// handed it out.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include <spanglass/types.h>

namespace spanglass::journal {

/// How the bytes of a value are to be read. The numbers are part of the format.
enum class ValueType : std::uint8_t
{
    none = 0,    ///< an empty value, which OTLP allows
    text = 1,    ///< UTF-8 as the host gave it, not checked
    integer = 2, ///< int64
    real = 3,    ///< double
    boolean = 4, ///< int64 0 or 1
    json = 5,    ///< valid JSON text
    bytes = 6,
};

struct ValueView
{
    ValueType type = ValueType::text;
    std::string_view bytes;   ///< text, json, bytes
    std::int64_t integer = 0; ///< integer, boolean
    double real = 0;          ///< real
};

/// Bits of StartView::flags and EndView::flags.
enum RecordFlag : std::uint8_t
{
    rootOfTrace = 1,  ///< the span is a trace's own scope
    detached = 2,     ///< opened outside any trace
    endedLate = 4,    ///< ended out of order or on another thread
    remoteParent = 8, ///< the parent came in by traceparent
    incomplete = 16,  ///< some of the span's attributes or events were dropped for want of memory
};

struct StartView
{
    TraceId trace;
    SpanId span;
    SpanId parent; ///< invalid: none
    Kind kind = Kind::span;
    Level level = Level::normal;
    std::uint8_t flags = 0;
    std::uint32_t thread = 0;     ///< the recorder's own number for the thread, from 1
    std::int64_t startUnixNs = 0; ///< from the process's clock anchors
    std::string_view name;
};

struct AttributeView
{
    TraceId trace; ///< may be invalid: the span id alone says it
    SpanId span;
    std::string_view key;
    ValueView value;
};

/// A status, as soon as it is known, so that an interrupted span keeps it. The last one counts, and the one
/// of EndView is final; the message is only here.
struct StatusView
{
    TraceId trace; ///< may be invalid
    SpanId span;
    Status status = Status::unset;
    std::string_view message;
};

/// The end of a span. `endUnixNs - StartView::startUnixNs` of the same span is its monotonic duration.
struct EndView
{
    TraceId trace;
    SpanId span;
    Status status = Status::unset;
    std::uint8_t flags = 0;
    std::int64_t endUnixNs = 0;
};

struct EventView
{
    TraceId trace; ///< may be invalid
    SpanId span;
    std::int64_t timeUnixNs = 0;
    std::string_view name;
    std::string_view attributesJson; ///< an object, or empty
};

struct LinkView
{
    TraceId trace; ///< may be invalid
    SpanId span;
    TraceId linkedTrace;
    SpanId linkedSpan;
    std::string_view traceState;
    std::string_view attributesJson; ///< an object, or empty
};

/// One part of a value too large for an attribute record. Parts of one payload (span, key) come with their
/// offset, in any order; the value is whole when `totalBytes` have come.
struct PayloadPartView
{
    TraceId trace; ///< may be invalid
    SpanId span;
    std::string_view key;
    ValueType type = ValueType::text;
    std::uint64_t offset = 0;
    std::uint64_t totalBytes = 0;
    std::string_view bytes;
};

/// What holds for the spans handed out after it, until the next one: the resource (service.name, …) and the
/// instrumentation scope ({name, version, attributes}), each as a JSON object or empty. The reader hands one
/// out before the first record of every `read`.
struct ContextView
{
    std::string_view resourceJson;
    std::string_view scopeJson;
};

/// The recorder's books, cumulative for the process: created = stored + dropped. The last one counts.
struct BooksView
{
    std::uint64_t created = 0;
    std::uint64_t dropped = 0;
};

/// The last record of a batch (an import): what the journal holds counts only when this came.
struct CommitView
{
    std::string_view batch; ///< the import's id
    std::string_view note;  ///< JSON for whoever made the batch, or empty
};

using RecordView = std::variant<StartView, AttributeView, StatusView, EndView, EventView, LinkView,
                                PayloadPartView, ContextView, BooksView, CommitView>;

} // namespace spanglass::journal
