// SPDX-License-Identifier: GPL-3.0-or-later
/// One loop for both: a decoder is fed, its output is counted against the limits.
#include "formats/inflate.h"

#include <algorithm>
#include <memory>
#include <zlib.h>
#include <zstd.h>

#include "base/text.h"

namespace spanglass::formats {
namespace {

constexpr std::size_t outputStep = 4 << 20;
constexpr std::size_t inputStep = 1 << 20; // zlib counts in 32 bits

struct Step
{
    std::size_t consumed = 0;
    std::size_t produced = 0;
    bool frameEnded = false;
    const char* error = nullptr;
};

class GzipDecoder
{
public:
    GzipDecoder() { m_ready = inflateInit2(&m_stream, 16 + MAX_WBITS) == Z_OK; }
    GzipDecoder(const GzipDecoder&) = delete;
    GzipDecoder& operator=(const GzipDecoder&) = delete;
    ~GzipDecoder() { inflateEnd(&m_stream); }

    Step decode(std::string_view input, char* out, std::size_t room)
    {
        if (!m_ready)
            return {0, 0, false, "the decoder could not be set up"};
        const auto available = static_cast<uInt>(std::min(input.size(), inputStep));
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
        m_stream.avail_in = available;
        m_stream.next_out = reinterpret_cast<Bytef*>(out);
        m_stream.avail_out = static_cast<uInt>(room);
        const int answer = ::inflate(&m_stream, Z_NO_FLUSH);
        Step step{available - m_stream.avail_in, room - m_stream.avail_out, answer == Z_STREAM_END, nullptr};
        if (answer == Z_DATA_ERROR || answer == Z_NEED_DICT)
            step.error = m_stream.msg != nullptr ? m_stream.msg : "the data are damaged";
        else if (answer == Z_MEM_ERROR)
            step.error = "there is not enough memory";
        return step;
    }
    void nextFrame() { inflateReset(&m_stream); }
    static bool begins(std::string_view rest) { return compressionOf(rest) == Compression::gzip; }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

class ZstdDecoder
{
public:
    explicit ZstdDecoder(const InflateLimits& limits)
    {
        int windowLog = 10;
        while (windowLog < 31 && (std::uint64_t(2) << windowLog) <= limits.windowBytes)
            ++windowLog;
        ZSTD_DCtx_setParameter(m_context.get(), ZSTD_d_windowLogMax, windowLog);
    }

    Step decode(std::string_view input, char* out, std::size_t room)
    {
        ZSTD_inBuffer in{input.data(), std::min(input.size(), inputStep), 0};
        ZSTD_outBuffer to{out, room, 0};
        const std::size_t answer = ZSTD_decompressStream(m_context.get(), &to, &in);
        Step step{in.pos, to.pos, false, nullptr};
        if (ZSTD_isError(answer) != 0)
            step.error = ZSTD_getErrorName(answer);
        else
            step.frameEnded = answer == 0;
        return step;
    }
    void nextFrame() {}
    static bool begins(std::string_view rest) { return compressionOf(rest) == Compression::zstd; }

private:
    struct Free
    {
        void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    };
    std::unique_ptr<ZSTD_DCtx, Free> m_context{ZSTD_createDCtx()};
};

std::string tooMuch(std::uint64_t packed, std::uint64_t out, const InflateLimits& limits)
{
    if (out > limits.bytes)
        return "more than " + countText(static_cast<std::int64_t>(limits.bytes >> 20)) + " MB come out of it";
    return "it unpacks to more than " + countText(static_cast<std::int64_t>(limits.ratio)) +
           " times its size: " + countText(static_cast<std::int64_t>(packed)) + " bytes gave " +
           countText(static_cast<std::int64_t>(out)) + " so far";
}

template<class Decoder>
Result<Inflated> run(Decoder& decoder, std::string_view packed, const InflateLimits& limits,
                     const OnProgress& progress)
{
    Inflated result;
    std::size_t at = 0;
    bool between = false; // frames: junk here is behind whole output
    while (at < packed.size()) {
        if (between) {
            if (!Decoder::begins(packed.substr(at))) {
                result.problem = "what follows the compressed data is something else";
                break;
            }
            decoder.nextFrame();
            between = false;
        }
        if (!result.bytes.reserve(std::max(result.bytes.size() + outputStep,
                                           result.bytes.capacity() - result.bytes.size() < outputStep
                                               ? result.bytes.capacity() * 3 / 2
                                               : std::size_t(0))))
            return fail(ErrorKind::io, "there is not enough memory to unpack it");
        const Step step =
            decoder.decode(packed.substr(at), result.bytes.data() + result.bytes.size(), outputStep);
        at += step.consumed;
        result.bytes.setSize(result.bytes.size() + step.produced);
        const std::uint64_t out = result.bytes.size();
        if (out > limits.bytes ||
            (out > limits.ratioFrom && out > limits.ratio * std::max<std::uint64_t>(at, 1)))
            return fail(ErrorKind::refused, tooMuch(at, out, limits));
        if (step.error != nullptr) {
            result.problem = step.error;
            break;
        }
        between = step.frameEnded;
        if (step.consumed == 0 && step.produced == 0 && !step.frameEnded) {
            result.problem = "the compressed data stand still";
            break;
        }
        if (progress && !progress({at, packed.size(), 0}))
            return fail(ErrorKind::cancelled, "cancelled");
    }
    if (result.problem.empty() && !between)
        result.problem = "the compressed data end early";
    result.cut = !result.problem.empty() && !between;
    result.problemOffset = at;
    if (!result.problem.empty() && result.bytes.size() == 0)
        return fail(ErrorKind::format, result.problem + " at byte " + std::to_string(at));
    result.bytes.shrink();
    return result;
}

} // namespace

std::string_view name(Compression compression)
{
    constexpr std::string_view names[] = {"none", "gzip", "zstd"};
    return names[static_cast<std::size_t>(compression)];
}

Compression compressionOf(std::string_view bytes)
{
    if (bytes.starts_with("\x1f\x8b"))
        return Compression::gzip;
    if (bytes.starts_with("\x28\xb5\x2f\xfd"))
        return Compression::zstd;
    // A skippable frame: 5? 2A 4D 18.
    if (bytes.size() >= 4 && (bytes[0] & 0xf0) == 0x50 && bytes.substr(1, 3) == "\x2a\x4d\x18")
        return Compression::zstd;
    return Compression::none;
}

std::string_view foreignContainer(std::string_view bytes)
{
    if (bytes.starts_with("BZh"))
        return "bzip2";
    if (bytes.starts_with(std::string_view("\xfd"
                                           "7zXZ\0",
                                           6)))
        return "xz";
    if (bytes.starts_with("PK\x03\x04"))
        return "zip";
    if (bytes.starts_with("7z\xbc\xaf\x27\x1c"))
        return "7z";
    if (bytes.starts_with("\x04\x22\x4d\x18"))
        return "lz4";
    if (bytes.size() > 512 && bytes.substr(257, 5) == "ustar")
        return "tar";
    return {};
}

Result<Inflated> inflate(std::string_view packed, Compression compression, const InflateLimits& limits,
                         const OnProgress& progress)
{
    if (compression == Compression::gzip) {
        GzipDecoder decoder;
        return run(decoder, packed, limits, progress);
    }
    ZstdDecoder decoder(limits);
    return run(decoder, packed, limits, progress);
}

} // namespace spanglass::formats
