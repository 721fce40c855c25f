// SPDX-License-Identifier: GPL-3.0-or-later
/// Writing traces in the formats of other tools, and as pages and tables for people.
///
///     const auto written = formats::writeFile(table, ExportFormat::chrome, "trace.json");
///     for (const std::string& loss : written->notKept) …          // "links between spans"
///
/// What was exported, opened and exported again in the same format is the same text.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/bytes.h"
#include "trace/span_table.h"

namespace spanglass::formats {

enum class ExportFormat : std::uint8_t
{
    otlpJson,
    otlpJsonl, ///< a request a line, as the collector's file exporter writes
    otlpProto,
    chrome,
    jaeger,
    zipkin,
    csv,
    folded,
    datasetJsonl, ///< inputs and outputs of model calls, an example a line
    html          ///< one page that needs nothing else
};
/// "otlp-json", … as the command line calls them.
[[nodiscard]] std::string_view name(ExportFormat format);
[[nodiscard]] std::optional<ExportFormat> exportFormat(std::string_view name);
[[nodiscard]] std::span<const std::string_view> exportFormatNames();
/// The format a file name asks for by its end; nothing for ends that do not tell.
[[nodiscard]] std::optional<ExportFormat> exportFormatOf(const std::filesystem::path& path);

struct Exported
{
    std::uint64_t spans = 0;
    std::vector<std::string> notKept; ///< what the format cannot carry and the spans had, in words
};

/// Takes the text piece by piece; an error stops the writing.
using Output = std::function<Result<void>(std::string_view)>;
[[nodiscard]] Result<Exported> write(const trace::SpanTable& table, ExportFormat format, const Output& output,
                                     const OnProgress& progress = {});
/// Into a file beside the target that takes its name once it is whole; "-" is standard output.
[[nodiscard]] Result<Exported> writeFile(const trace::SpanTable& table, ExportFormat format,
                                         const std::filesystem::path& path, const OnProgress& progress = {});

} // namespace spanglass::formats
