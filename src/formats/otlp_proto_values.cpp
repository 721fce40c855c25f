// SPDX-License-Identifier: GPL-3.0-or-later
/// AnyValue and KeyValue in protobuf; lists and maps become JSON.
#include <bit>

#include "base/json_writer.h"
#include "formats/numbers.h"
#include "formats/otlp_kept.h"
#include "formats/otlp_proto_reader.h"

namespace spanglass::formats {
namespace {

constexpr auto bytesOf = ProtoCursor::bytesTag;
constexpr auto varintOf = ProtoCursor::varintTag;

bool writeValue(std::string_view message, JsonWriter& json, int depth);

bool writeArray(std::string_view message, JsonWriter& json, int depth)
{
    json.beginArray();
    ProtoCursor at(message);
    bool good = true;
    while (good && at.next()) {
        if (at.tag() == bytesOf(1))
            good = writeValue(at.bytes(), json, depth + 1);
    }
    json.endArray();
    return good && !at.failed();
}

bool writeMember(std::string_view message, JsonWriter& json, int depth)
{
    std::string_view key;
    std::string_view value;
    ProtoCursor at(message);
    while (at.next()) {
        if (at.tag() == bytesOf(1))
            key = at.bytes();
        else if (at.tag() == bytesOf(2))
            value = at.bytes();
    }
    json.key(protoText(key));
    return writeValue(value, json, depth + 1) && !at.failed();
}

bool writeMap(std::string_view message, JsonWriter& json, int depth)
{
    json.beginObject();
    ProtoCursor at(message);
    bool good = true;
    while (good && at.next()) {
        if (at.tag() == bytesOf(1))
            good = writeMember(at.bytes(), json, depth);
    }
    json.endObject();
    return good && !at.failed();
}

/// The field of a oneof that counts: the last one that is set.
struct Chosen
{
    std::uint64_t tag = 0;
    std::uint64_t number = 0;
    std::string_view bytes;
    bool good = true;
};

Chosen chosenOf(std::string_view message)
{
    Chosen chosen;
    ProtoCursor at(message);
    while (at.next()) {
        const std::uint64_t field = at.tag() >> 3;
        if (field >= 1 && field <= 7)
            chosen = {at.tag(), at.number(), at.bytes(), true};
    }
    chosen.good = !at.failed();
    return chosen;
}

bool writeValue(std::string_view message, JsonWriter& json, int depth)
{
    if (depth > deepestOtlpValue)
        return false;
    const Chosen chosen = chosenOf(message);
    switch (chosen.tag) {
    case bytesOf(1):
        json.value(chosen.bytes);
        break;
    case varintOf(2):
        json.value(chosen.number != 0);
        break;
    case varintOf(3):
        json.value(static_cast<std::int64_t>(chosen.number));
        break;
    case ProtoCursor::fixed64Tag(4):
        writeReal(json, std::bit_cast<double>(chosen.number));
        break;
    case bytesOf(5):
        return chosen.good && writeArray(chosen.bytes, json, depth);
    case bytesOf(6):
        return chosen.good && writeMap(chosen.bytes, json, depth);
    case bytesOf(7):
        json.value(base64Encoded(trace::Bytes(chosen.bytes.begin(), chosen.bytes.end())));
        break;
    default:
        json.null();
    }
    return chosen.good;
}

} // namespace

bool readProtoValue(std::string_view message, trace::Value& value)
{
    const Chosen chosen = chosenOf(message);
    switch (chosen.tag) {
    case bytesOf(1):
        value = protoText(chosen.bytes);
        break;
    case varintOf(2):
        value = chosen.number != 0;
        break;
    case varintOf(3):
        value = static_cast<std::int64_t>(chosen.number);
        break;
    case ProtoCursor::fixed64Tag(4):
        value = std::bit_cast<double>(chosen.number);
        break;
    case bytesOf(5):
    case bytesOf(6): {
        JsonWriter json;
        if (!writeValue(message, json, 1))
            return false;
        value = trace::Json{json.take()};
        break;
    }
    case bytesOf(7):
        value = trace::Bytes(chosen.bytes.begin(), chosen.bytes.end());
        break;
    default:
        value = std::monostate{};
    }
    return chosen.good;
}

bool readProtoKeyValue(std::string_view message, trace::Attributes& attributes)
{
    trace::Attribute& attribute = attributes.emplace_back();
    ProtoCursor at(message);
    bool good = true;
    while (good && at.next()) {
        if (at.tag() == bytesOf(1))
            attribute.key = protoText(at.bytes());
        else if (at.tag() == bytesOf(2))
            good = readProtoValue(at.bytes(), attribute.value);
    }
    return good && !at.failed();
}

} // namespace spanglass::formats
