// SPDX-License-Identifier: Apache-2.0
/// Decoding with every length checked: a journal may come from a broken disk.
#include "journal/decoder.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace spanglass::journal {

using namespace layout;

namespace {

template<class T> T valueAt(std::string_view bytes, std::size_t offset)
{
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

Kind kindOf(std::uint8_t number)
{
    return number < kindNames.size() ? static_cast<Kind>(number) : Kind::span;
}
Level levelOf(std::uint8_t number)
{
    return number < levelNames.size() ? static_cast<Level>(number) : Level::normal;
}
Status statusOf(unsigned number)
{
    return number < statusNames.size() ? static_cast<Status>(number) : Status::unset;
}

/// Takes records about a span apart, piece by piece; once something is missing, `good` is false.
struct Pieces
{
    std::string_view rest;
    bool good = true;

    std::uint64_t number()
    {
        if (rest.size() < 8) {
            good = false;
            return 0;
        }
        const auto value = valueAt<std::uint64_t>(rest, 0);
        rest.remove_prefix(8);
        return value;
    }
    std::string_view text(std::size_t bytes)
    {
        if (rest.size() < bytes) {
            good = false;
            return {};
        }
        const auto part = rest.substr(0, bytes);
        rest.remove_prefix(bytes);
        return part;
    }
};

} // namespace

void Decoder::setClock(std::uint64_t ticks0, std::int64_t mono0Ns, double nsPerTick,
                       std::vector<std::int64_t> utcOffsetsNs)
{
    m_ticks0 = ticks0;
    m_mono0Ns = mono0Ns;
    m_nsPerTick = nsPerTick;
    m_utcOffsetsNs = std::move(utcOffsetsNs);
}

void Decoder::setContext(std::string resourceJson, std::string scopeJson)
{
    m_contextDue = m_contextDue || resourceJson != m_resourceJson || scopeJson != m_scopeJson;
    m_resourceJson = std::move(resourceJson);
    m_scopeJson = std::move(scopeJson);
}

std::int64_t Decoder::unixNs(std::uint64_t ticks, std::size_t epoch) const
{
    if (!knowsClock())
        return static_cast<std::int64_t>(
            ticks); // a Writer's journal whose preamble is damaged: it is UTC anyway
    const auto passed = static_cast<double>(static_cast<std::int64_t>(ticks - m_ticks0)) * m_nsPerTick;
    const std::int64_t ns = m_nsPerTick == 1                  ? static_cast<std::int64_t>(ticks - m_ticks0)
                            : passed > -9e18 && passed < 9e18 ? static_cast<std::int64_t>(passed)
                                                              : 0;
    const std::int64_t offset =
        m_utcOffsetsNs.empty() ? 0 : m_utcOffsetsNs[std::min(epoch, m_utcOffsetsNs.size() - 1)];
    // Unsigned: a broken clock record may make this overflow, and no time is worth undefined behaviour.
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(m_mono0Ns) + static_cast<std::uint64_t>(ns) +
                                     static_cast<std::uint64_t>(offset));
}

void Decoder::give(const RecordView& record, const Visit& visit)
{
    if (m_contextDue) {
        m_contextDue = false;
        visit(ContextView{m_resourceJson, m_scopeJson});
    }
    visit(record);
}

std::uint64_t Decoder::decode(std::string_view bytes, std::uint32_t chunkSeq, const Visit& visit)
{
    std::uint64_t records = 0;
    while (bytes.size() >= sizeof(RecordHeader)) {
        const auto header = valueAt<RecordHeader>(bytes, 0);
        const std::size_t upper = chunkSeq == 0 ? std::size_t{header.tag} << 16 : 0;
        const std::size_t size = (upper | header.words) * 8;
        if (size < sizeof(RecordHeader) || size > bytes.size())
            break;
        if (chunkSeq != 0 && header.tag != static_cast<std::uint16_t>(chunkSeq))
            break;
        if (decodeOne(bytes.substr(0, size), header, visit))
            ++records;
        bytes.remove_prefix(size);
    }
    return records;
}

bool Decoder::decodeOne(std::string_view record, const RecordHeader& header, const Visit& visit)
{
    switch (header.type) {
    case RecordType::start: {
        if (record.size() < sizeof(StartRecord) + header.aux)
            return false;
        const auto start = valueAt<StartRecord>(record, 0);
        give(StartView{{start.traceHigh, start.traceLow},
                       {start.span},
                       {start.parent},
                       kindOf(start.kind),
                       levelOf(start.level),
                       header.flags,
                       start.thread,
                       unixNs(start.ticks, start.clockEpoch),
                       record.substr(sizeof(StartRecord), header.aux)},
             visit);
        return true;
    }
    case RecordType::end: {
        if (record.size() < sizeof(EndRecord))
            return false;
        const auto end = valueAt<EndRecord>(record, 0);
        give(EndView{{end.traceHigh, end.traceLow},
                     {end.span},
                     statusOf(header.aux & 3u),
                     header.flags,
                     unixNs(end.ticks, header.aux >> 2)},
             visit);
        return true;
    }
    case RecordType::attribute:
    case RecordType::status:
    case RecordType::event:
    case RecordType::link:
    case RecordType::payloadPart:
        return decodeAboutSpan(record, header, visit);
    case RecordType::context:
    case RecordType::commit:
        return decodeTwoTexts(record, header, visit);
    case RecordType::books:
        if (record.size() < sizeof(BooksRecord))
            return false;
        visit(BooksView{valueAt<BooksRecord>(record, 0).created, valueAt<BooksRecord>(record, 0).dropped});
        return true;
    case RecordType::clock:
        return decodeClock(record, header);
    }
    return false; // of a later version: skipped by its size
}

bool Decoder::decodeAboutSpan(std::string_view record, const RecordHeader& header, const Visit& visit)
{
    const std::size_t padding = header.flags >> paddingShift;
    if (record.size() < sizeof(SpanRecord) + padding)
        return false;
    Pieces pieces{record.substr(sizeof(RecordHeader), record.size() - sizeof(RecordHeader) - padding)};
    const SpanId span{pieces.number()};
    TraceId trace;
    if ((header.flags & withTrace) != 0) {
        trace.high = pieces.number();
        trace.low = pieces.number();
    }
    const auto type = static_cast<ValueType>(header.flags & valueTypeMask);
    RecordView view;
    if (header.type == RecordType::attribute) {
        ValueView value;
        value.type = type;
        const bool isNumber =
            type == ValueType::integer || type == ValueType::boolean || type == ValueType::real;
        const std::uint64_t number = isNumber ? pieces.number() : 0;
        if (type == ValueType::real)
            value.real = std::bit_cast<double>(number);
        else
            value.integer = static_cast<std::int64_t>(number);
        const auto key = pieces.text(header.aux);
        value.bytes = pieces.rest;
        view = AttributeView{trace, span, key, value};
    } else if (header.type == RecordType::status) {
        view = StatusView{trace, span, statusOf(header.aux), pieces.rest};
    } else if (header.type == RecordType::event) {
        const std::uint64_t ticks = pieces.number();
        const std::uint64_t epoch = pieces.number();
        const auto name = pieces.text(header.aux);
        view = EventView{trace, span, unixNs(ticks, epoch), name, pieces.rest};
    } else if (header.type == RecordType::link) {
        const TraceId linkedTrace{pieces.number(), pieces.number()};
        const SpanId linkedSpan{pieces.number()};
        const auto state = pieces.text(header.aux);
        view = LinkView{trace, span, linkedTrace, linkedSpan, state, pieces.rest};
    } else {
        const std::uint64_t offset = pieces.number();
        const std::uint64_t total = pieces.number();
        const auto key = pieces.text(header.aux);
        pieces.good = pieces.good && offset <= total && pieces.rest.size() <= total - offset;
        view = PayloadPartView{trace, span, key, type, offset, total, pieces.rest};
    }
    if (!pieces.good)
        return false;
    give(view, visit);
    return true;
}

bool Decoder::decodeTwoTexts(std::string_view record, const RecordHeader& header, const Visit& visit)
{
    if (record.size() < sizeof(TwoTextsRecord))
        return false;
    const auto head = valueAt<TwoTextsRecord>(record, 0);
    const std::string_view texts = record.substr(sizeof head);
    if (std::uint64_t{head.firstBytes} + head.secondBytes > texts.size())
        return false;
    const auto first = texts.substr(0, head.firstBytes);
    const auto second = texts.substr(head.firstBytes, head.secondBytes);
    if (header.type == RecordType::context)
        setContext(std::string(first), std::string(second));
    else
        give(CommitView{first, second}, visit);
    return true;
}

bool Decoder::decodeClock(std::string_view record, const RecordHeader& header)
{
    if (record.size() < sizeof(ClockRecord) + std::size_t{header.aux} * 8 || header.aux == 0)
        return false;
    const auto clock = valueAt<ClockRecord>(record, 0);
    std::vector<std::int64_t> offsets(header.aux);
    for (std::size_t epoch = 0; epoch < offsets.size(); ++epoch)
        offsets[epoch] = valueAt<std::int64_t>(record, sizeof clock + epoch * 8);
    if (!(clock.nsPerTick > 0 && clock.nsPerTick < 1e9))
        return false;
    setClock(clock.ticks0, clock.mono0Ns, clock.nsPerTick, std::move(offsets));
    return true;
}

} // namespace spanglass::journal
