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

void appendNames(std::string& records, const NameTable& names)
{
    const std::size_t count =
        std::min<std::size_t>(names.count.load(std::memory_order_acquire), NameTable::maxNames);
    if (count == 0)
        return;
    std::string body;
    std::string texts;
    for (std::size_t at = 0; at < count; ++at) {
        appendRecord(body, static_cast<std::uint16_t>(names.at(at).size()));
        texts += names.at(at);
    }
    body += texts;
    body.append(padded(body.size()) - body.size(), '\0');
    appendRecord(records, headerOf(RecordType::names, sizeof(RecordHeader) + body.size(), count));
    records += body;
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
    appendNames(records, header.names);

    appendRecord(records,
                 BooksRecord{headerOf(RecordType::books, sizeof(BooksRecord)), books.created, books.dropped});
    return records;
}

} // namespace spanglass::journal
