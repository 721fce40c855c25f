// SPDX-License-Identifier: GPL-3.0-or-later
/// Which formats there are.
#include <array>

#include "formats/reader.h"

namespace spanglass::formats {
namespace {

constexpr std::array<const Reader*, 17> allReaders{
    &otlpJsonReader,    &chromeReader, &jaegerReader,           &speedscopeReader,   &langfuseReader,
    &langsmithReader,   &opikReader,   &mlflowReader,           &phoenixReader,      &otelPythonReader,
    &otelJsReader,      &zipkinReader, &otlpPrefixedJsonReader, &otlpPrefixedReader, &otlpProtobufReader,
    &langfuseCsvReader, &foldedReader};

} // namespace

std::span<const Reader* const> readers()
{
    return allReaders;
}

} // namespace spanglass::formats
