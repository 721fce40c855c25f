// SPDX-License-Identifier: GPL-3.0-or-later
/// Time as delivery sees it, so that tests can move it.
#pragma once

#include <chrono>
#include <cstdint>

namespace spanglass::sync {

using Milliseconds = std::chrono::milliseconds;

class Clock
{
public:
    virtual ~Clock() = default;
    /// Never jumps; from an arbitrary beginning.
    [[nodiscard]] virtual Milliseconds now() const = 0;
    /// Wall time, as spans have it.
    [[nodiscard]] virtual std::int64_t unixNs() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Milliseconds now() const override
    {
        return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
    [[nodiscard]] std::int64_t unixNs() const override
    {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    }
};

} // namespace spanglass::sync
