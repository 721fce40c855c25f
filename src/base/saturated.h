// SPDX-License-Identifier: Apache-2.0
/// Sums of times that come from anywhere: what does not fit stops at the largest or smallest there is.
#pragma once

#include <cstdint>

namespace spanglass {

[[nodiscard]] constexpr std::int64_t saturatedAdd(std::int64_t a, std::int64_t b) noexcept
{
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum))
        return b > 0 ? INT64_MAX : INT64_MIN;
    return sum;
}

[[nodiscard]] constexpr std::int64_t saturatedSub(std::int64_t a, std::int64_t b) noexcept
{
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a, b, &difference))
        return b < 0 ? INT64_MAX : INT64_MIN;
    return difference;
}

} // namespace spanglass
