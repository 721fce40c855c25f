// SPDX-License-Identifier: GPL-3.0-or-later
/// The rows of a batch in words: read back from the very bytes that would go to the server.
#pragma once

#include <string>

#include "postgres/row_streams.h"

namespace spanglass::postgres {

/// {"traces": [{"trace_id": …}], "spans": […], "payloads": […], "scores": […]}, every row with the names of
/// the tables' columns.
[[nodiscard]] std::string rowsJson(const RowStreams& streams);

} // namespace spanglass::postgres
