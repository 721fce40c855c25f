// SPDX-License-Identifier: Apache-2.0
/// CRC-32C: three interleaved streams of the SSE4.2 instruction, which has a latency of three cycles and a
/// throughput of one, or slicing by 8 without it.
#include "journal/crc32c.h"

#include <array>
#include <cstring>

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace spanglass::journal {
namespace {

constexpr std::uint32_t polynomial = 0x82f63b78; // reflected

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;
constexpr Tables makeTables()
{
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? polynomial : 0);
        tables[0][byte] = crc;
    }
    for (std::size_t slice = 1; slice < 8; ++slice)
        for (std::size_t byte = 0; byte < 256; ++byte)
            tables[slice][byte] = (tables[slice - 1][byte] >> 8) ^ tables[0][tables[slice - 1][byte] & 0xff];
    return tables;
}
constexpr Tables tables = makeTables();

#if defined(__x86_64__)

/// a·b modulo the polynomial, both reflected.
constexpr std::uint32_t multiply(std::uint32_t a, std::uint32_t b)
{
    std::uint32_t product = 0;
    for (std::uint32_t bit = 0x80000000u; bit != 0; bit >>= 1) {
        if (a & bit)
            product ^= b;
        b = (b >> 1) ^ ((b & 1) ? polynomial : 0);
    }
    return product;
}

/// x^(8·bytes): what appending that many zero bytes multiplies a CRC by.
constexpr std::uint32_t zeroBytes(std::size_t bytes)
{
    std::uint32_t factor = 0x80000000u; // 1
    std::uint32_t power = 0x00800000u;  // x^8
    for (; bytes != 0; bytes >>= 1) {
        if (bytes & 1)
            factor = multiply(factor, power);
        power = multiply(power, power);
    }
    return factor;
}

/// Moves a CRC over `stripe` zero bytes by four table look-ups.
constexpr std::size_t stripe = 1024;
using Shift = std::array<std::array<std::uint32_t, 256>, 4>;
constexpr Shift makeShift(std::size_t bytes)
{
    const std::uint32_t factor = zeroBytes(bytes);
    Shift shift{};
    for (std::size_t at = 0; at < 4; ++at)
        for (std::uint32_t byte = 0; byte < 256; ++byte)
            shift[at][byte] = multiply(factor, byte << (8 * at));
    return shift;
}
constexpr Shift shiftStripe = makeShift(stripe);

std::uint32_t shifted(std::uint32_t crc)
{
    return shiftStripe[0][crc & 0xff] ^ shiftStripe[1][(crc >> 8) & 0xff] ^
           shiftStripe[2][(crc >> 16) & 0xff] ^ shiftStripe[3][crc >> 24];
}

std::uint64_t wordAt(const unsigned char* data)
{
    std::uint64_t word = 0;
    std::memcpy(&word, data, sizeof word);
    return word;
}

__attribute__((target("sse4.2"))) std::uint32_t crc32cByInstruction(const unsigned char* data,
                                                                    std::size_t bytes, std::uint32_t before)
{
    std::uint64_t crc = ~before;
    while (bytes >= 3 * stripe) {
        std::uint64_t second = 0;
        std::uint64_t third = 0;
        for (std::size_t at = 0; at < stripe; at += 8) {
            if (at % 64 == 0) // the writing core has these lines: asked for early, they come in time
                for (std::size_t ahead = 3; ahead < 6; ++ahead)
                    _mm_prefetch(reinterpret_cast<const char*>(data + ahead * stripe + at), _MM_HINT_T0);
            crc = _mm_crc32_u64(crc, wordAt(data + at));
            second = _mm_crc32_u64(second, wordAt(data + stripe + at));
            third = _mm_crc32_u64(third, wordAt(data + 2 * stripe + at));
        }
        const std::uint32_t two =
            shifted(static_cast<std::uint32_t>(crc)) ^ static_cast<std::uint32_t>(second);
        crc = shifted(two) ^ static_cast<std::uint32_t>(third);
        data += 3 * stripe;
        bytes -= 3 * stripe;
    }
    for (; bytes >= 8; data += 8, bytes -= 8)
        crc = _mm_crc32_u64(crc, wordAt(data));
    auto rest = static_cast<std::uint32_t>(crc);
    for (; bytes > 0; ++data, --bytes)
        rest = _mm_crc32_u8(rest, *data);
    return ~rest;
}

#endif

} // namespace

std::uint32_t crc32cByTable(const void* data, std::size_t bytes, std::uint32_t before)
{
    const auto* at = static_cast<const unsigned char*>(data);
    std::uint32_t crc = ~before;
    for (; bytes >= 8; at += 8, bytes -= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        word ^= crc;
        crc = 0;
        for (std::size_t slice = 0; slice < 8; ++slice)
            crc ^= tables[7 - slice][(word >> (8 * slice)) & 0xff];
    }
    for (; bytes > 0; ++at, --bytes)
        crc = (crc >> 8) ^ tables[0][(crc ^ *at) & 0xff];
    return ~crc;
}

std::uint32_t crc32c(const void* data, std::size_t bytes, std::uint32_t before)
{
#if defined(__x86_64__)
    static const bool hasInstruction = __builtin_cpu_supports("sse4.2");
    if (hasInstruction)
        return crc32cByInstruction(static_cast<const unsigned char*>(data), bytes, before);
#endif
    return crc32cByTable(data, bytes, before);
}

} // namespace spanglass::journal
