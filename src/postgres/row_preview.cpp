// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/row_preview.h"

#include <span>

#include "base/json_writer.h"

namespace spanglass::postgres {
namespace {

enum class Type
{
    text,
    json,
    integer, ///< of any width
};

struct Column
{
    const char* name;
    Type type = Type::text;
};

// As resources/postgres has them, and as the stages take them.
constexpr Column traceColumns[] = {{"trace_id"},
                                   {"project"},
                                   {"name"},
                                   {"start_ns", Type::integer},
                                   {"duration_ns", Type::integer},
                                   {"status"},
                                   {"spans", Type::integer},
                                   {"errors", Type::integer},
                                   {"input_tokens", Type::integer},
                                   {"cached_tokens", Type::integer},
                                   {"output_tokens", Type::integer},
                                   {"reasoning_tokens", Type::integer},
                                   {"total_tokens", Type::integer},
                                   {"cost"},
                                   {"user_id"},
                                   {"session_id"},
                                   {"environment"},
                                   {"release"},
                                   {"version"},
                                   {"operation_type"},
                                   {"service"},
                                   {"tags", Type::json},
                                   {"flags", Type::integer}};

constexpr Column spanColumns[] = {{"trace_id"},
                                  {"span_id"},
                                  {"variant", Type::integer},
                                  {"start_day", Type::integer},
                                  {"parent_span_id"},
                                  {"source_id"},
                                  {"project"},
                                  {"name"},
                                  {"kind"},
                                  {"service"},
                                  {"level"},
                                  {"start_ns", Type::integer},
                                  {"duration_ns", Type::integer},
                                  {"status"},
                                  {"status_message"},
                                  {"state"},
                                  {"flags", Type::integer},
                                  {"model"},
                                  {"input_tokens", Type::integer},
                                  {"cached_tokens", Type::integer},
                                  {"output_tokens", Type::integer},
                                  {"reasoning_tokens", Type::integer},
                                  {"total_tokens", Type::integer},
                                  {"cost"},
                                  {"first_token_ns", Type::integer},
                                  {"input_key"},
                                  {"output_key"},
                                  {"input", Type::json},
                                  {"output", Type::json},
                                  {"attributes", Type::json},
                                  {"events", Type::json},
                                  {"links", Type::json},
                                  {"resource", Type::json},
                                  {"scope", Type::json}};

constexpr Column payloadColumns[] = {
    {"trace_id"}, {"span_id"}, {"variant", Type::integer}, {"start_day", Type::integer},
    {"name"},     {"project"}, {"bytes", Type::integer},   {"value"}};

constexpr Column scoreColumns[] = {
    {"trace_id"}, {"span_id"},           {"name"},    {"number", Type::integer},
    {"project"},  {"value", Type::json}, {"comment"}, {"time_ns", Type::integer}};

/// Reads a stream that CopyStream wrote: its form is ours, so nothing is checked.
class StreamReader
{
public:
    explicit StreamReader(std::string_view bytes) : m_bytes(bytes) { take(11 + 4 + 4); }
    std::int64_t integer(std::size_t width)
    {
        std::uint64_t value = 0;
        const std::string_view bytes = take(width);
        for (const char c : bytes)
            value = value << 8 | static_cast<unsigned char>(c);
        const int unused = 64 - static_cast<int>(width) * 8;
        return static_cast<std::int64_t>(value << unused) >> unused;
    }
    std::string_view take(std::size_t count)
    {
        const std::string_view taken = m_bytes.substr(0, count);
        m_bytes.remove_prefix(taken.size());
        return taken;
    }

private:
    std::string_view m_bytes;
};

void writeField(JsonWriter& json, StreamReader& reader, const Column& column)
{
    json.key(column.name);
    const std::int64_t bytes = reader.integer(4);
    if (bytes < 0) {
        json.null();
        return;
    }
    const auto length = static_cast<std::size_t>(bytes);
    switch (column.type) {
    case Type::text:
        json.value(reader.take(length));
        break;
    case Type::json:
        json.raw(std::string(reader.take(length).substr(1))); // behind the version byte
        break;
    case Type::integer:
        json.value(reader.integer(length));
        break;
    }
}

void writeTable(JsonWriter& json, const char* name, const CopyStream& stream, std::span<const Column> columns)
{
    json.key(name).beginArray();
    StreamReader reader(stream.bytesOfAll());
    while (reader.integer(2) > 0) {
        json.beginObject();
        for (const Column& column : columns)
            writeField(json, reader, column);
        json.endObject();
    }
    json.endArray();
}

} // namespace

std::string rowsJson(const RowStreams& streams)
{
    JsonWriter json;
    json.beginObject();
    writeTable(json, "traces", streams.traces, traceColumns);
    writeTable(json, "spans", streams.spans, spanColumns);
    writeTable(json, "payloads", streams.payloads, payloadColumns);
    writeTable(json, "scores", streams.scores, scoreColumns);
    return json.endObject().take();
}

} // namespace spanglass::postgres
