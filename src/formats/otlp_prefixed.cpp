// SPDX-License-Identifier: GPL-3.0-or-later
/// OTLP requests with length prefixes, plain or compressed one by one, as the collector's file exporter
/// writes them: unpacked to one text, which the readers of whole files read.
#include <algorithm>

#include "formats/otlp_protobuf.h"
#include "formats/reader.h"

namespace spanglass::formats {
namespace {

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

bool isJson(std::string_view message)
{
    return message.starts_with('{');
}

/// What the messages of a file may unpack to together: what a whole file of its size might.
InflateLimits limitsFor(std::string_view text, std::uint64_t already)
{
    InflateLimits limits;
    const std::uint64_t all =
        std::min(limits.bytes, std::max<std::uint64_t>(limits.ratioFrom, limits.ratio * text.size()));
    limits.bytes = all - std::min(all, already);
    return limits;
}

/// The messages one after another without their lengths: protobuf merges concatenated requests by itself, and
/// requests in JSON become lines.
Result<Bytes> joined(std::string_view text, TableBuilder& builder)
{
    Bytes all;
    if (!all.reserve(text.size()))
        return fail(ErrorKind::io, "there is not enough memory");
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t rest = text.size() - at;
        const std::uint64_t length = rest >= 4 ? bigEndian(text.substr(at, 4)) : rest;
        if (rest < 4 || length > rest - 4) {
            builder.lost(at, "the file ended early at byte " + std::to_string(text.size()) +
                                 "; the last message begins at byte " + std::to_string(at));
            break;
        }
        const std::string_view message = text.substr(at + 4, length);
        if (compressionOf(message) == Compression::zstd) {
            auto plain = inflate(message, Compression::zstd, limitsFor(text, all.size()), {});
            if (!plain)
                builder.lost(at, "a message at byte " + std::to_string(at) + ": " + plain.error().message);
            else if (!all.append(plain->bytes.text()) || (isJson(plain->bytes.text()) && !all.append("\n")))
                return fail(ErrorKind::io, "there is not enough memory");
        } else if (!all.append(message)) {
            return fail(ErrorKind::io, "there is not enough memory");
        }
        at += 4 + length;
    }
    return all;
}

Result<void> readPrefixed(const SharedBytes& bytes, TableBuilder& builder)
{
    auto all = joined(bytes->text(), builder);
    if (!all)
        return tl::unexpected<Error>(all.error());
    const auto shared = std::make_shared<const Bytes>(std::move(*all));
    builder.placesAreNotText();
    builder.readFrom(shared->text());
    return isJson(shared->text()) ? otlpJsonReader.read(shared, builder)
                                  : otlpProtobufReader.read(shared, builder);
}

bool minePrefixed(const Shape& shape, std::string_view text)
{
    return shape.form != Shape::Form::json && isLengthPrefixed(text);
}

/// The collector once compressed each request by itself, also those in JSON.
bool minePrefixedJson(const Shape& shape, std::string_view text)
{
    if (!minePrefixed(shape, text))
        return false;
    const std::string_view message = text.substr(4, bigEndian(text.substr(0, 4)));
    if (compressionOf(message) != Compression::zstd)
        return false;
    const auto plain = inflate(message, Compression::zstd, limitsFor(text, 0), {});
    return plain && isJson(plain->bytes.text());
}

} // namespace

bool isLengthPrefixed(std::string_view text)
{
    if (text.size() < 6)
        return false;
    const std::uint64_t length = bigEndian(text.substr(0, 4));
    if (length == 0 || length > text.size() - 4)
        return false;
    const std::string_view message = text.substr(4, length);
    return compressionOf(message) == Compression::zstd || isOtlpProtobuf(message);
}

const Reader otlpPrefixedJsonReader{"otlp-json", minePrefixedJson, readPrefixed};
const Reader otlpPrefixedReader{"otlp-proto", minePrefixed, readPrefixed};

} // namespace spanglass::formats
