// SPDX-License-Identifier: Apache-2.0
/// ChaCha20's block function (RFC 8439) as the generator of trace ids.
#include "tracer/random.h"

#include <bit>
#include <cerrno>
#include <cstring>
#include <sys/random.h>

namespace spanglass::detail {
namespace {

void fromKernel(void* to, std::size_t bytes) noexcept
{
    auto* at = static_cast<char*>(to);
    while (bytes > 0) {
        const ssize_t got = ::getrandom(at, bytes, 0);
        if (got < 0 && errno != EINTR)
            return; // a kernel without getrandom: the address and the time still differ
        if (got > 0) {
            at += got;
            bytes -= static_cast<std::size_t>(got);
        }
    }
}

void quarter(std::uint32_t& a, std::uint32_t& b, std::uint32_t& c, std::uint32_t& d) noexcept
{
    d = std::rotl(d ^ (a += b), 16);
    b = std::rotl(b ^ (c += d), 12);
    d = std::rotl(d ^ (a += b), 8);
    b = std::rotl(b ^ (c += d), 7);
}

} // namespace

void Random::seed() noexcept
{
    m_input = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    fromKernel(m_input.data() + 4, 8 * sizeof(std::uint32_t));
    fromKernel(&m_counter, sizeof m_counter);
    m_left = 0;
}

void Random::refill() noexcept
{
    m_block = m_input;
    auto& s = m_block;
    for (int round = 0; round < 10; ++round) {
        quarter(s[0], s[4], s[8], s[12]);
        quarter(s[1], s[5], s[9], s[13]);
        quarter(s[2], s[6], s[10], s[14]);
        quarter(s[3], s[7], s[11], s[15]);
        quarter(s[0], s[5], s[10], s[15]);
        quarter(s[1], s[6], s[11], s[12]);
        quarter(s[2], s[7], s[8], s[13]);
        quarter(s[3], s[4], s[9], s[14]);
    }
    for (std::size_t at = 0; at < s.size(); ++at)
        s[at] += m_input[at];
    if (++m_input[12] == 0)
        ++m_input[13];
    m_left = static_cast<unsigned>(s.size());
}

} // namespace spanglass::detail
