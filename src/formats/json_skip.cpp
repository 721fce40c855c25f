// SPDX-License-Identifier: GPL-3.0-or-later
/// Skipping strings and containers 16 or 64 bytes at a time. Reads up to `textPadding` bytes behind the end,
/// never answers a place behind it.
#include <bit>
#include <cstring>

#include "formats/json_cursor.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace spanglass::formats {
namespace {

/// One bit a byte, the lowest for the first byte.
struct Block
{
    std::uint64_t quotes = 0;
    std::uint64_t backslashes = 0;
    std::uint64_t opens = 0;  // [ {
    std::uint64_t closes = 0; // ] }
};

#ifdef __SSE2__
std::uint64_t bitsEqual(__m128i bytes, char value)
{
    return static_cast<std::uint64_t>(
        static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(value)))));
}

Block blockAt(const char* at)
{
    Block block;
    for (int part = 0; part < 4; ++part) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * part));
        // '[' and '{', ']' and '}' differ in the bit 0x20 only.
        const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        const int shift = 16 * part;
        block.quotes |= bitsEqual(bytes, '"') << shift;
        block.backslashes |= bitsEqual(bytes, '\\') << shift;
        block.opens |= bitsEqual(folded, '{') << shift;
        block.closes |= bitsEqual(folded, '}') << shift;
    }
    return block;
}
#else
Block blockAt(const char* at)
{
    Block block;
    for (int i = 0; i < 64; ++i) {
        const std::uint64_t bit = std::uint64_t(1) << i;
        block.quotes |= at[i] == '"' ? bit : 0;
        block.backslashes |= at[i] == '\\' ? bit : 0;
        block.opens |= (at[i] | 0x20) == '{' ? bit : 0;
        block.closes |= (at[i] | 0x20) == '}' ? bit : 0;
    }
    return block;
}
#endif

/// The bytes that a backslash escapes. `carry` says that the last byte of the block before was a backslash
/// that escapes; runs of backslashes escape every second one of themselves.
std::uint64_t escapedBytes(std::uint64_t backslashes, std::uint64_t& carry)
{
    if (backslashes == 0) {
        const std::uint64_t first = carry;
        carry = 0;
        return first;
    }
    constexpr std::uint64_t even = 0x5555555555555555;
    backslashes &= ~carry;
    const std::uint64_t follows = backslashes << 1 | carry;
    const std::uint64_t oddStarts = backslashes & ~even & ~follows;
    const std::uint64_t sum = oddStarts + backslashes;
    carry = sum < oddStarts ? 1 : 0;
    return (even ^ (sum << 1)) & follows;
}

/// Every bit: whether the number of set bits up to and with it is odd.
std::uint64_t prefixXor(std::uint64_t bits)
{
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

/// Where `depth` becomes zero among the brackets of a block: a bit number, or -1 with `depth` brought
/// forward.
int closingBit(std::uint64_t opens, std::uint64_t closes, std::int64_t& depth)
{
    const int closing = std::popcount(closes);
    if (closing < depth) { // too few to get to the bottom
        depth += std::popcount(opens) - closing;
        return -1;
    }
    for (std::uint64_t all = opens | closes; all != 0; all &= all - 1) {
        const std::uint64_t bit = all & (~all + 1);
        depth += (bit & opens) != 0 ? 1 : -1;
        if (depth == 0)
            return std::countr_zero(bit);
    }
    return -1;
}

} // namespace

const char* skipContainer(const char* at, const char* end)
{
    std::int64_t depth = 0;
    std::uint64_t inString = 0; // all ones while inside
    std::uint64_t carry = 0;
    for (; at < end; at += 64) {
        const Block block = blockAt(at);
        const std::uint64_t quotes = block.quotes & ~escapedBytes(block.backslashes, carry);
        const std::uint64_t inside = prefixXor(quotes) ^ inString;
        inString = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63);
        const std::uint64_t opens = block.opens & ~inside;
        const std::uint64_t closes = block.closes & ~inside;
        if (depth == 0 && opens == 0) // only before the first bracket, which is at the start
            return nullptr;
        const int bit = closingBit(opens, closes, depth);
        if (bit >= 0)
            return at + bit < end ? at + bit + 1 : nullptr;
    }
    return nullptr;
}

const char* skipString(const char* at, const char* end, bool& escaped)
{
    escaped = false;
    while (at < end) {
#ifdef __SSE2__
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const std::uint64_t marks = bitsEqual(bytes, '"') | bitsEqual(bytes, '\\');
        if (marks == 0) {
            at += 16;
            continue;
        }
        at += std::countr_zero(marks);
#else
        if (*at != '"' && *at != '\\') {
            ++at;
            continue;
        }
#endif
        if (at >= end)
            return nullptr;
        if (*at == '"')
            return at + 1;
        escaped = true;
        at += 2;
    }
    return nullptr;
}

} // namespace spanglass::formats
