// SPDX-License-Identifier: GPL-3.0-or-later
/// What `spanglass bench sync` measures: delivery from a store to a Postgres and to an OTLP server on this
/// machine, beside the floor of the former.
///
/// The floor is a bare COPY into a stage and upsert, in one connection, of the very rows that delivery
/// writes, in batches of the same size, encoded before the clock starts. What delivery takes beyond it is
/// reading the store, encoding and writing down what arrived.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace spanglass::sync {

struct SyncFigures
{
    std::optional<double> postgresSpansPerSecond;
    std::optional<double> copyFloorSpansPerSecond;
    double otlpSpansPerSecond = 0;
    std::int64_t lost = 0; ///< spans that a destination did not have when it was counted afterwards
    std::vector<std::string> missing; ///< figures that could not be taken, and why
};

/// What is done on the calling thread while everything is delivered once more, to both: until `delivering()`
/// is false.
using Beside =
    std::function<void(const std::filesystem::path& store, const std::function<bool()>& delivering)>;

/// Works in `directory`, which must be empty. Medians of three rounds. A Postgres server is started there
/// when one is installed.
[[nodiscard]] Result<SyncFigures> benchSync(const std::filesystem::path& directory, const Beside& beside = {},
                                            int spans = 100'000);

} // namespace spanglass::sync
