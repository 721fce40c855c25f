// SPDX-License-Identifier: GPL-3.0-or-later
/// What a span's input and output can be laid beside: its parent's, and those of the call before it.
#pragma once

#include <QString>
#include <vector>

#include "trace/span_table.h"

namespace spanglass::views {

struct SpanBaseline
{
    QString name;          ///< "Against the parent's", in the user's language
    std::uint32_t row = 0; ///< of the same table
};

/// As far as there are such: the parent, and the last call of the same name and kind that began before it.
[[nodiscard]] std::vector<SpanBaseline> baselinesOf(const trace::SpanTable& table, std::uint32_t row);

} // namespace spanglass::views
