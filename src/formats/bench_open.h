// SPDX-License-Identifier: GPL-3.0-or-later
/// `bench open`: what opening a file costs, beside a bare pass of simdjson over the same bytes.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "base/result.h"
#include "trace/span_table.h"

namespace spanglass::formats {

struct OpenBench
{
    std::uint64_t spans = 0;
    std::uint64_t bytes = 0;
    double readMs = 0;                  ///< reading the file alone
    double firstPictureMs = 0;          ///< until a tenth of what was parsed so far was drawn
    double completeMs = 0;              ///< until the document was whole
    double peakMb = 0;                  ///< of the process, above what it held before
    std::optional<double> parseFloorMs; ///< simdjson visits every value; absent for what is no JSON
    double searchFirstMs = 0;           ///< until the first name or attribute value that holds a rare word
    double searchAllMs = 0;             ///< until all were looked through
};

/// Draws a table as the window would; makes the first picture.
using Draw = std::function<void(std::shared_ptr<const trace::SpanTable>)>;
[[nodiscard]] Result<OpenBench> benchOpen(const std::filesystem::path& path, const Draw& draw);

} // namespace spanglass::formats
