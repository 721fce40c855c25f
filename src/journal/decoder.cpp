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

/// The value's type and, of a number, its eight bytes; text is what remains behind the key.
ValueView valueOf(Pieces& pieces, std::uint8_t flags)
{
    ValueView value;
    value.type = static_cast<ValueType>(flags & valueTypeMask);
    const bool isNumber =
        value.type == ValueType::integer || value.type == ValueType::boolean || value.type == ValueType::real;
    const std::uint64_t number = isNumber ? pieces.number() : 0;
    if (value.type == ValueType::real)
        value.real = std::bit_cast<double>(number);
    else
        value.integer = static_cast<std::int64_t>(number);
    return value;
}

/// What views tell of a start's or an end's flags; the rest is about the record itself.
constexpr std::uint8_t recordFlags = rootOfTrace | detached | endedLate | remoteParent | incomplete;

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

namespace {

/// The record at the beginning of `bytes`; empty where there is none of this life of the chunk.
std::string_view firstRecord(std::string_view bytes, std::uint32_t chunkSeq, RecordHeader& header)
{
    if (bytes.size() < sizeof(RecordHeader))
        return {};
    header = valueAt<RecordHeader>(bytes, 0);
    const std::size_t upper = chunkSeq == 0 ? std::size_t{header.tag} << 16 : 0;
    const std::size_t size = (upper | header.words) * 8;
    if (size < sizeof(RecordHeader) || size > bytes.size())
        return {};
    if (chunkSeq != 0 && header.tag != static_cast<std::uint16_t>(chunkSeq))
        return {};
    return bytes.substr(0, size);
}

/// Makes the span of a start the subject.
void follow(std::string_view record, const RecordHeader& header, Subject& subject)
{
    if (header.type != RecordType::start)
        return;
    Pieces pieces{record.substr(sizeof(RecordHeader))};
    Subject next = subject;
    pieces.number();
    if ((header.flags & ofSubject) == 0) {
        next.traceHigh = pieces.number();
        next.traceLow = pieces.number();
    }
    next.span = pieces.number();
    if (pieces.good)
        subject = next;
}

} // namespace

Subject subjectAfter(std::string_view bytes, std::uint32_t chunkSeq, Subject subject)
{
    RecordHeader header{};
    for (auto record = firstRecord(bytes, chunkSeq, header); !record.empty();
         record = firstRecord(bytes, chunkSeq, header)) {
        follow(record, header, subject);
        bytes.remove_prefix(record.size());
    }
    return subject;
}

std::uint64_t Decoder::decode(std::string_view bytes, std::uint32_t chunkSeq, const Visit& visit,
                              std::size_t from, Subject subject)
{
    std::uint64_t records = 0;
    std::size_t at = 0;
    RecordHeader header{};
    m_subject = subject;
    for (auto record = firstRecord(bytes, chunkSeq, header); !record.empty();
         record = firstRecord(bytes.substr(at), chunkSeq, header)) {
        follow(record, header, m_subject);
        if (at >= from && decodeOne(record, header, visit))
            ++records;
        at += record.size();
    }
    return records;
}

void Decoder::setNames(std::vector<std::string> names)
{
    if (names.size() > m_names.size())
        m_names = std::move(names);
}

const std::string* Decoder::nameAt(std::size_t number) const
{
    return number == 0 || number > m_names.size() ? nullptr : &m_names[number - 1];
}

/// The subject is this start's span already.
bool Decoder::decodeStart(std::string_view record, const RecordHeader& header, const Visit& visit)
{
    Pieces pieces{record.substr(sizeof(RecordHeader))};
    StartView view;
    const std::uint64_t ticks = pieces.number();
    if ((header.flags & ofSubject) == 0)
        pieces.text(traceBytes);
    view.trace = {m_subject.traceHigh, m_subject.traceLow};
    view.span = {pieces.number()};
    view.parent = {pieces.number()};
    const std::uint64_t rest = pieces.number();
    view.kind = kindOf(static_cast<std::uint8_t>(rest));
    view.level = levelOf(static_cast<std::uint8_t>(rest >> 8));
    view.flags = header.flags & recordFlags;
    view.thread = static_cast<std::uint32_t>(rest >> 32);
    view.startUnixNs = unixNs(ticks, static_cast<std::uint16_t>(rest >> 16));
    if ((header.flags & nameByNumber) == 0)
        view.name = pieces.text(header.aux);
    else if (const std::string* name = nameAt(header.aux))
        view.name = *name;
    if (!pieces.good || ((header.flags & ofSubject) != 0 && !view.trace.valid()))
        return false; // or the start that tells its trace is lost
    give(view, visit);
    return true;
}

bool Decoder::decodeEnd(std::string_view record, const RecordHeader& header, const Visit& visit)
{
    Pieces pieces{record.substr(sizeof(RecordHeader))};
    EndView view;
    const std::uint64_t ticks = pieces.number();
    if ((header.flags & ofSubject) != 0) {
        view.trace = {m_subject.traceHigh, m_subject.traceLow};
        view.span = {m_subject.span};
    } else {
        view.trace.high = pieces.number();
        view.trace.low = pieces.number();
        view.span = {pieces.number()};
    }
    view.status = statusOf(header.aux & 3u);
    view.flags = header.flags & recordFlags;
    view.endUnixNs = unixNs(ticks, header.aux >> 2);
    if (!pieces.good || ((header.flags & ofSubject) != 0 && !view.span.valid()))
        return false;
    give(view, visit);
    return true;
}

bool Decoder::decodeShortAttribute(std::string_view record, const RecordHeader& header, const Visit& visit)
{
    const std::size_t padding = header.flags >> paddingShift;
    const std::string* const key = nameAt(header.aux);
    if (key == nullptr || m_subject.span == 0 || record.size() < sizeof(RecordHeader) + padding)
        return false;
    Pieces pieces{record.substr(sizeof(RecordHeader), record.size() - sizeof(RecordHeader) - padding)};
    AttributeView view{{}, {m_subject.span}, *key, valueOf(pieces, header.flags)};
    view.value.bytes = pieces.rest;
    if (!pieces.good)
        return false;
    give(view, visit);
    return true;
}

bool Decoder::decodeNames(std::string_view record, const RecordHeader& header)
{
    Pieces lengths{record.substr(sizeof(RecordHeader))};
    Pieces texts{lengths.rest};
    texts.text(std::size_t{header.aux} * 2);
    std::vector<std::string> names(header.aux);
    for (auto& name : names) {
        const auto length = lengths.text(2);
        if (!lengths.good)
            return false;
        name = texts.text(valueAt<std::uint16_t>(length, 0));
    }
    if (!texts.good)
        return false;
    setNames(std::move(names));
    return true;
}

bool Decoder::decodeOne(std::string_view record, const RecordHeader& header, const Visit& visit)
{
    switch (header.type) {
    case RecordType::start:
        return decodeStart(record, header, visit);
    case RecordType::end:
        return decodeEnd(record, header, visit);
    case RecordType::shortAttribute:
        return decodeShortAttribute(record, header, visit);
    case RecordType::names:
        return decodeNames(record, header);
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
        ValueView value = valueOf(pieces, header.flags);
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
