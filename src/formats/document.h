// SPDX-License-Identifier: GPL-3.0-or-later
/// A trace file, opened: what it holds as columns, and what was wrong with it.
///
///     const auto document = formats::open("trace.json.gz");
///     if (!document) …document.error().message                    // "trace.json.gz: …"
///     document->table->size();
///
/// The content decides which format it is, never the name. Compressed files and other encodings are unpacked
/// first. A file that is damaged opens as far as it is whole, with a warning that names the place; one that
/// holds no span is an error.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/bytes.h"
#include "formats/inflate.h"
#include "trace/span_table.h"

namespace spanglass::formats {

struct Warning
{
    std::uint64_t offset = 0; ///< in the unpacked text
    std::string message;
    bool loss = false; ///< part of the file could not be read at all: nobody knows what was in it
};

struct Document
{
    std::shared_ptr<const trace::SpanTable> table;
    std::string format;      ///< "otlp-json", "chrome", …
    std::string compression; ///< "none", "gzip", "zstd"
    std::uint64_t bytes = 0; ///< of the file, as it was read
    std::uint64_t traces = 0;
    std::uint64_t events = 0;
    std::uint64_t orphans = 0;
    std::uint64_t errors = 0;
    std::uint64_t unfinished = 0;
    std::uint64_t rejected = 0; ///< spans that could not be kept
    std::uint64_t merged = 0;   ///< identical repeats of spans
    std::int64_t startUnixNs = 0;
    std::int64_t durationNs = 0;
    std::vector<std::string> services; ///< sorted, each once
    std::vector<Warning> warnings;     ///< at most `mostWarnings`
    std::uint64_t warningCount = 0;    ///< of all
    bool incomplete = false; ///< the file ended early or was broken somewhere: what was whole is here
    /// The unpacked text, and where each row's part of it begins (empty where rows have no part of their
    /// own).
    std::shared_ptr<const Bytes> text;
    std::vector<std::uint64_t> places;
    /// False where the source has no times: weights stand for durations and only merged graphs make sense.
    bool timed = true;

    [[nodiscard]] std::uint32_t spans() const { return table ? table->size() : 0; }
};
inline constexpr std::size_t mostWarnings = 1000;

struct OpenOptions
{
    std::uint64_t mostBytes = std::uint64_t(8) << 30; ///< of the file
    /// A file is refused that would need more memory than this; nothing: what the system has left.
    std::optional<std::uint64_t> mostMemory;
    InflateLimits inflate;
    OnProgress progress;
    /// Called now and then with what there is so far: a table of its own each time.
    std::function<void(std::shared_ptr<const trace::SpanTable>)> partial;
};

/// "-" reads standard input. Works on the caller's thread; give it one of its own.
[[nodiscard]] Result<Document> open(const std::filesystem::path& path, const OpenOptions& options = {});
/// `name` is what messages call it.
[[nodiscard]] Result<Document> openBytes(Bytes bytes, const std::string& name,
                                         const OpenOptions& options = {});

} // namespace spanglass::formats
