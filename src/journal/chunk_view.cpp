// SPDX-License-Identifier: Apache-2.0
/// Mapping and copying another process's chunks. The file may be damaged: nothing in it is trusted as a size.
#include "journal/chunk_view.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>

namespace spanglass::journal {

using namespace layout;

Result<std::unique_ptr<ChunkView>> ChunkView::open(const std::filesystem::path& path,
                                                   const std::array<std::uint8_t, 16>& nonce)
{
    auto file = File::open(path, O_RDONLY);
    if (!file)
        return tl::unexpected(file.error());
    std::unique_ptr<ChunkView> view(new ChunkView);
    view->m_file = std::move(*file);
    if (view->m_file.size() < chunkFileHeaderBytes)
        return fail(ErrorKind::format,
                    path.string() + ": ended early at byte " + std::to_string(view->m_file.size()));
    // Mapped to the limit at once; what lies beyond the file's end is never touched.
    view->m_mappedBytes = chunkFileHeaderBytes + maxPoolBytes;
    void* base = ::mmap(nullptr, view->m_mappedBytes, PROT_READ, MAP_SHARED | MAP_NORESERVE,
                        view->m_file.descriptor(), 0);
    if (base == MAP_FAILED)
        return fail(ErrorKind::io, errorText(path.string(), errno));
    view->m_base = static_cast<const char*>(base);
    view->m_header = reinterpret_cast<const ChunkFileHeader*>(base);
    const ChunkFileHeader& header = *view->m_header;
    if (header.magic.load(std::memory_order_acquire) != chunkFileMagic)
        return fail(ErrorKind::format, path.string() + ": is no chunk file, or one that was never finished");
    if (header.version != layout::version)
        return fail(ErrorKind::refused, path.string() + ": journal format " + std::to_string(header.version) +
                                            (header.version < layout::version ? ", made by an older version"
                                                                              : ", made by a newer version") +
                                            " of Spanglass; this one reads format " +
                                            std::to_string(layout::version));
    if (header.headerBytes != chunkFileHeaderBytes || header.chunkBytes != layout::chunkBytes)
        return fail(ErrorKind::refused, path.string() + ": chunks of a size that its format does not have");
    if (header.nonce != nonce)
        return fail(ErrorKind::format, path.string() + ": belongs to another journal");
    return view;
}

ChunkView::~ChunkView()
{
    if (m_base != nullptr)
        ::munmap(const_cast<char*>(m_base), m_mappedBytes);
}

std::uint32_t ChunkView::chunks()
{
    const std::uint64_t size = m_file.size();
    const std::uint64_t there =
        size < chunkFileHeaderBytes ? 0 : (size - chunkFileHeaderBytes) / layout::chunkBytes;
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(
        {there, m_header->chunks.load(std::memory_order_acquire), std::uint64_t{maxChunks}}));
}

const ChunkHeader& ChunkView::chunk(std::uint32_t index) const
{
    return *reinterpret_cast<const ChunkHeader*>(m_base + chunkFileHeaderBytes +
                                                 std::size_t{index} * layout::chunkBytes);
}

std::uint64_t ChunkView::word(std::uint32_t index) const
{
    const std::uint64_t state = m_header->table[index].load(std::memory_order_acquire);
    if (state == 0)
        return 0;
    const std::uint64_t word = chunk(index).commit.load(std::memory_order_acquire);
    return bytesOf(word) == 0 || bytesOf(word) > chunkDataBytes ? 0 : word;
}

bool ChunkView::copy(std::uint32_t index, std::uint32_t from, std::uint64_t word, std::string& bytes) const
{
    const std::uint32_t to = bytesOf(word);
    if (from >= to)
        return false;
    const char* data = reinterpret_cast<const char*>(&chunk(index)) + sizeof(ChunkHeader);
    bytes.assign(data, to);
    // Recycled meanwhile: what was copied may be of the next life; the blocks have it.
    return chunkSeqOf(chunk(index).commit.load(std::memory_order_acquire)) == chunkSeqOf(word);
}

Books ChunkView::books()
{
    return booksOf(*m_header, m_base, chunks());
}

std::string ChunkView::resourceJson() const
{
    return {m_header->resource.data(),
            std::min<std::size_t>(m_header->resourceSize.load(std::memory_order_acquire), resourceBytes)};
}

std::vector<std::string> ChunkView::names() const
{
    const NameTable& table = m_header->names;
    std::vector<std::string> names(
        std::min<std::size_t>(table.count.load(std::memory_order_acquire), NameTable::maxNames));
    for (std::size_t at = 0; at < names.size(); ++at)
        names[at] = table.at(at);
    return names;
}

} // namespace spanglass::journal
