// SPDX-License-Identifier: Apache-2.0
/// What every segment begins with, made from the header of a chunk file.
#include "journal/drain.h"

#include <algorithm>
#include <cstring>

namespace spanglass::journal {

using namespace layout;

namespace {

template<class Record> void appendRecord(std::string& to, const Record& record)
{
    to.append(reinterpret_cast<const char*>(&record), sizeof record);
}

RecordHeader headerOf(RecordType type, std::size_t bytes, std::size_t aux = 0)
{
    return {type, 0, 0, static_cast<std::uint16_t>(bytes / 8), static_cast<std::uint16_t>(aux)};
}

} // namespace

Books booksOf(const ChunkFileHeader& header, const char* base, std::uint32_t chunks)
{
    Books books;
    for (std::uint32_t index = 0; index < chunks; ++index) {
        if (header.table[index].load(std::memory_order_acquire) == 0)
            continue;
        const auto& chunk = *reinterpret_cast<const ChunkHeader*>(base + chunkFileHeaderBytes +
                                                                  std::size_t{index} * layout::chunkBytes);
        const std::uint64_t word = chunk.commit.load(std::memory_order_acquire);
        for (const auto& past : chunk.past)
            if (past.chunkSeq.load(std::memory_order_relaxed) == chunkSeqOf(word))
                books.created += past.starts.load(std::memory_order_relaxed);
        books.created += startsOf(word);
    }
    for (const auto& dropped : header.dropped)
        books.dropped += dropped.load(std::memory_order_relaxed);
    books.created += books.dropped;
    books.lostEnds = header.lostEnds.load(std::memory_order_relaxed);
    return books;
}

std::string preambleOf(const ChunkFileHeader& header, double nsPerTick, const Books& books)
{
    std::string records;
    const std::size_t epochs =
        std::min<std::size_t>(header.clockEpochs.load(std::memory_order_acquire), maxClockEpochs);
    appendRecord(records, ClockRecord{headerOf(RecordType::clock, sizeof(ClockRecord) + 8 * epochs, epochs),
                                      header.ticks0, header.mono0Ns, nsPerTick});
    for (std::size_t epoch = 0; epoch < epochs; ++epoch)
        appendRecord(records, header.utcOffsetNs[epoch].load(std::memory_order_relaxed));

    const std::size_t resource =
        std::min<std::size_t>(header.resourceSize.load(std::memory_order_acquire), resourceBytes);
    appendRecord(records,
                 TwoTextsRecord{headerOf(RecordType::context, sizeof(TwoTextsRecord) + padded(resource)),
                                static_cast<std::uint32_t>(resource), 0});
    records.append(header.resource.data(), resource);
    records.append(padded(resource) - resource, '\0');

    appendRecord(records,
                 BooksRecord{headerOf(RecordType::books, sizeof(BooksRecord)), books.created, books.dropped});
    return records;
}

} // namespace spanglass::journal
