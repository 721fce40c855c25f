// SPDX-License-Identifier: GPL-3.0-or-later
/// Stacks over time as spans: what profiles (speedscope, folded stacks) have in common. Neighbouring samples
/// with the same frames are one span of each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/reader.h"

namespace spanglass::formats {

class ProfileBuilder
{
public:
    ProfileBuilder(TableBuilder& builder, std::string_view identity);

    /// Spans from here on lie on this track.
    void beginTrack(std::string_view name);
    void open(std::uint32_t name, std::uint64_t place, std::int64_t at);
    /// Closes the innermost frame of that name, and what is open inside it; false if none is open.
    bool close(std::uint32_t name, std::int64_t at);
    [[nodiscard]] std::size_t depth() const { return m_open.size(); }
    void closeAll(std::int64_t at);
    /// The stack from `begin` on: what it shares with the one before goes on.
    struct Frame
    {
        std::uint32_t name;
        std::uint64_t place;
    };
    void sample(const std::vector<Frame>& stack, std::int64_t begin);

private:
    void end(std::uint32_t row, std::int64_t at);

    TableBuilder& m_builder;
    TraceId m_trace;
    std::string m_identity;
    std::uint32_t m_track = 0;
    std::vector<std::uint32_t> m_open; // rows
};

} // namespace spanglass::formats
