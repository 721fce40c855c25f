// SPDX-License-Identifier: GPL-3.0-or-later
/// What a format's file provides, and the list of them. A reader answers in one of three ways: it is not
/// mine (`mine`), it is mine and broken at byte N (an error, or a warning where spans were read before), or
/// spans with warnings.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "formats/shape.h"
#include "formats/table_builder.h"

namespace spanglass::formats {

/// The unpacked text of a file, shared with what reads details from it later.
using SharedBytes = std::shared_ptr<const Bytes>;

struct Reader
{
    std::string_view format;
    /// By content only.
    bool (*mine)(const Shape& shape, std::string_view text);
    /// Fills the builder. An error only where nothing was to be read at all; its message has the place.
    Result<void> (*read)(const SharedBytes& bytes, TableBuilder& builder);
};

/// In the order in which they are asked.
[[nodiscard]] std::span<const Reader* const> readers();

/// What a file is that no reader takes, in words a user can act on; empty where nobody knows.
[[nodiscard]] std::string recognised(const Shape& shape, std::string_view text);

extern const Reader chromeReader;
extern const Reader foldedReader;
extern const Reader jaegerReader;
extern const Reader langfuseCsvReader;
extern const Reader langfuseReader;
extern const Reader langsmithReader;
extern const Reader mlflowReader;
extern const Reader opikReader;
extern const Reader otelJsReader;
extern const Reader otelPythonReader;
extern const Reader otlpJsonReader;
extern const Reader otlpPrefixedJsonReader;
extern const Reader otlpPrefixedReader;
extern const Reader otlpProtobufReader;
extern const Reader phoenixReader;
extern const Reader speedscopeReader;
extern const Reader zipkinReader;

} // namespace spanglass::formats
