// SPDX-License-Identifier: GPL-3.0-or-later
/// What a dead process left: records, segments and cursors of any bytes. Checksums are put right first, for a
/// mutant with a wrong one gets no further than the test of every flipped byte does.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include "journal/crc32c.h"
#include "journal/decoder.h"
#include "journal/reader.h"
#include "journal/segment_log.h"

using namespace spanglass;
using namespace spanglass::journal;

namespace {

/// A folder of this process, in memory where there is such.
class Folder
{
public:
    Folder()
    {
        const char* const base = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
        std::string name = std::string(base) + "/fuzz-journal-XXXXXX";
        if (::mkdtemp(name.data()) == nullptr)
            std::abort();
        m_path = name;
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

const std::filesystem::path& folder()
{
    static const Folder made;
    return made.path();
}

/// The tag of the first block: the journal whose segment this is.
std::uint32_t mendChecksums(std::string& segment)
{
    std::uint32_t tag = 0;
    layout::BlockHeader header{};
    for (std::size_t at = 0; at + sizeof header <= segment.size(); at += sizeof header + header.bytes) {
        std::memcpy(&header, segment.data() + at, sizeof header);
        if (header.magic != layout::blockMagic || header.bytes > segment.size() - at - sizeof header)
            break;
        const std::size_t behindCrc = offsetof(layout::BlockHeader, blockSeq);
        header.crc32c = crc32c(segment.data() + at + sizeof header, header.bytes,
                               crc32c(segment.data() + at + behindCrc, sizeof header - behindCrc));
        std::memcpy(segment.data() + at, &header, sizeof header);
        tag = at == 0 ? header.nonceTag : tag;
    }
    return tag;
}

void decode(std::string_view records, std::uint32_t chunk)
{
    Decoder decoder;
    decoder.setClock(0, 0, 1, {0});
    std::uint64_t seen = 0;
    const std::uint64_t count = decoder.decode(records, chunk, [&](const RecordView&) { ++seen; });
    // The context may be handed out beside each record, nothing else.
    if (seen > 2 * count + 1)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string bytes(reinterpret_cast<const char*>(data), size);
    decode(bytes, 0);
    decode(bytes, 1);
    if (const auto cursor = Cursor::parse(bytes);
        cursor && Cursor::parse(cursor->bytes())->bytes() != cursor->bytes())
        std::abort();

    const std::uint32_t tag = mendChecksums(bytes);
    std::ofstream(folder() / "seg-1", std::ios::binary | std::ios::trunc) << bytes;
    SegmentLog log(folder(), tag);
    if (!log.refresh())
        return 0;
    SegmentLog::Block block;
    std::uint64_t wanted = 0;
    while (log.next(wanted, true, block).value_or(false)) {
        if (block.header.blockSeq < wanted)
            std::abort(); // backwards: a reader would never end
        decode(block.records, block.header.chunkSeq);
        wanted = block.header.blockSeq + 1;
        if (wanted == 0)
            break;
        decode(log.preambleFor(block), 0);
    }
    return 0;
}
