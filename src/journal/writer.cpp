// SPDX-License-Identifier: Apache-2.0
/// Collects records of whole spans into one block at a time.
#include "journal/writer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <unistd.h>

#include "base/text.h"
#include "journal/identity.h"
#include "journal/segment_writer.h"

namespace spanglass::journal {

using namespace layout;

namespace {

constexpr std::size_t maxKeyBytes = 0xffff;

void putWord(std::string& to, std::uint64_t word)
{
    to.append(reinterpret_cast<const char*>(&word), sizeof word);
}

/// Keys and names have 16 bits for their length; a longer one is cut and says how long it was.
std::string_view shortened(std::string_view text, std::string& room)
{
    if (text.size() <= maxKeyBytes)
        return text;
    const std::string mark = "… (" + countText(static_cast<std::int64_t>(text.size())) + " bytes)";
    room = std::string(text.substr(0, maxKeyBytes - mark.size())) + mark;
    return room;
}

} // namespace

struct Writer::State
{
    Options options;
    Identity identity;
    std::filesystem::path directory;
    File lock;
    std::unique_ptr<SegmentWriter> segments;
    std::string block;
    std::string context; ///< the record every block begins with
    bool wrote = false;

    ~State();
    void begin()
    {
        if (block.empty())
            block = context;
    }
    void put(RecordType type, std::uint8_t flags, std::size_t aux, std::string_view fixed,
             std::initializer_list<std::string_view> texts);
    void aboutSpan(RecordType type, ValueType valueType, TraceId trace, SpanId span, std::size_t aux,
                   std::initializer_list<std::uint64_t> numbers, std::string_view first,
                   std::string_view second);
    char* makeRoom(std::size_t bytes);
    Result<void> writeBlock();
    [[nodiscard]] static std::string clockPreamble();
};

Writer::State::~State()
{
    if (segments != nullptr)
        segments->trim();
    if (!wrote && lock.isOpen()) {
        std::error_code ignored;
        std::filesystem::remove_all(directory, ignored);
    }
}

/// Ticks are UTC nanoseconds here.
std::string Writer::State::clockPreamble()
{
    ClockRecord clock{};
    clock.header = {RecordType::clock, 0, 0, (sizeof(ClockRecord) + 8) / 8, 1};
    clock.nsPerTick = 1;
    std::string records(reinterpret_cast<const char*>(&clock), sizeof clock);
    putWord(records, 0);
    return records;
}

/// Where the next record goes; the bytes are zero. A receiver writes millions of records: a record is made in
/// its place, by no string of its own.
char* Writer::State::makeRoom(std::size_t bytes)
{
    const std::size_t at = block.size();
    block.resize(at + bytes);
    return block.data() + at;
}

void Writer::State::put(RecordType type, std::uint8_t flags, std::size_t aux, std::string_view fixed,
                        std::initializer_list<std::string_view> texts)
{
    std::size_t textBytes = 0;
    for (const auto text : texts)
        textBytes += text.size();
    const std::size_t padding = padded(textBytes) - textBytes;
    const std::size_t words = (sizeof(RecordHeader) + fixed.size() + textBytes + padding) / 8;
    const RecordHeader header{type, static_cast<std::uint8_t>(flags | padding << paddingShift),
                              static_cast<std::uint16_t>(words >> 16), static_cast<std::uint16_t>(words),
                              static_cast<std::uint16_t>(aux)};
    char* to = makeRoom(words * 8);
    std::memcpy(to, &header, sizeof header);
    to = std::copy(fixed.begin(), fixed.end(), to + sizeof header);
    for (const auto text : texts)
        to = std::copy(text.begin(), text.end(), to);
}

void Writer::State::aboutSpan(RecordType type, ValueType valueType, TraceId trace, SpanId span,
                              std::size_t aux, std::initializer_list<std::uint64_t> numbers,
                              std::string_view first, std::string_view second)
{
    begin();
    std::array<std::uint64_t, 8> fixed{span.value, trace.high, trace.low};
    assert(numbers.size() <= fixed.size() - 3);
    std::copy(numbers.begin(), numbers.end(), fixed.begin() + 3);
    put(type, static_cast<std::uint8_t>(static_cast<unsigned>(valueType) | withTrace), aux,
        {reinterpret_cast<const char*>(fixed.data()), (3 + numbers.size()) * sizeof fixed[0]},
        {first, second});
}

Writer::Writer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Result<Writer> Writer::open(const Options& options)
{
    auto state = std::make_unique<State>();
    state->options = options;
    const auto journals = options.store / "journals";
    state->identity = Identity::ofThisProcess();
    state->identity.batch = !options.batch.empty();
    state->directory = journals / state->identity.nonce;
    for (const auto& directory : {options.store, journals, state->directory})
        if (auto made = makePrivateDirectory(directory); !made)
            return tl::unexpected(made.error());
    auto lock = lockIdentity(state->directory, state->identity);
    if (!lock)
        return tl::unexpected(lock.error());
    state->lock = std::move(*lock);
    SegmentWriter::Options segments;
    segments.directory = state->directory;
    segments.journals = journals;
    segments.nonceTag = state->identity.nonceTag();
    segments.limitBytes = options.journalsLimitBytes;
    state->segments = std::make_unique<SegmentWriter>(std::move(segments));
    state->segments->setPreamble(State::clockPreamble);
    return Writer(std::move(state));
}

void Writer::beginContext(std::string_view resourceJson, std::string_view scopeJson)
{
    std::string before = std::exchange(m_state->block, {});
    const std::uint32_t sizes[2] = {static_cast<std::uint32_t>(resourceJson.size()),
                                    static_cast<std::uint32_t>(scopeJson.size())};
    m_state->put(RecordType::context, 0, 0, {reinterpret_cast<const char*>(sizes), sizeof sizes},
                 {resourceJson, scopeJson});
    m_state->context = std::exchange(m_state->block, std::move(before));
    if (!m_state->block.empty())
        m_state->block += m_state->context;
}

void Writer::start(const StartView& start)
{
    m_state->begin();
    std::string room;
    const std::string_view name = shortened(start.name, room);
    StartRecord record{};
    record.ticks = static_cast<std::uint64_t>(start.startUnixNs);
    record.traceHigh = start.trace.high;
    record.traceLow = start.trace.low;
    record.span = start.span.value;
    record.parent = start.parent.value;
    record.kind = static_cast<std::uint8_t>(start.kind);
    record.level = static_cast<std::uint8_t>(start.level);
    record.thread = start.thread;
    // A start's flags are RecordFlags, whose upper bits the padding must not touch: its name has a length.
    const std::size_t at = m_state->block.size();
    m_state->put(
        RecordType::start, 0, name.size(),
        {reinterpret_cast<const char*>(&record) + sizeof(RecordHeader), sizeof record - sizeof(RecordHeader)},
        {name});
    m_state->block[at + offsetof(RecordHeader, flags)] = static_cast<char>(start.flags);
}

void Writer::attribute(const AttributeView& attribute)
{
    std::string room;
    const std::string_view key = shortened(attribute.key, room);
    const ValueView& value = attribute.value;
    if (value.type == ValueType::integer || value.type == ValueType::boolean ||
        value.type == ValueType::real) {
        const std::uint64_t number = value.type == ValueType::real
                                         ? std::bit_cast<std::uint64_t>(value.real)
                                         : static_cast<std::uint64_t>(value.integer);
        m_state->aboutSpan(RecordType::attribute, value.type, attribute.trace, attribute.span, key.size(),
                           {number}, key, {});
    } else {
        m_state->aboutSpan(RecordType::attribute, value.type, attribute.trace, attribute.span, key.size(), {},
                           key, value.bytes);
    }
}

void Writer::status(const StatusView& status)
{
    m_state->aboutSpan(RecordType::status, ValueType::text, status.trace, status.span,
                       static_cast<std::size_t>(status.status), {}, {}, status.message);
}

void Writer::event(const EventView& event)
{
    std::string room;
    const std::string_view name = shortened(event.name, room);
    m_state->aboutSpan(RecordType::event, ValueType::json, event.trace, event.span, name.size(),
                       {static_cast<std::uint64_t>(event.timeUnixNs), 0}, name, event.attributesJson);
}

void Writer::link(const LinkView& link)
{
    std::string room;
    const std::string_view state = shortened(link.traceState, room);
    m_state->aboutSpan(RecordType::link, ValueType::json, link.trace, link.span, state.size(),
                       {link.linkedTrace.high, link.linkedTrace.low, link.linkedSpan.value}, state,
                       link.attributesJson);
}

void Writer::end(const EndView& end)
{
    m_state->begin();
    const std::uint64_t fixed[4] = {static_cast<std::uint64_t>(end.endUnixNs), end.trace.high, end.trace.low,
                                    end.span.value};
    m_state->put(RecordType::end, end.flags, static_cast<std::size_t>(end.status),
                 {reinterpret_cast<const char*>(fixed), sizeof fixed}, {});
}

Result<void> Writer::State::writeBlock()
{
    if (block.empty())
        return {};
    if (block.size() > UINT32_MAX / 2)
        return fail(ErrorKind::usage, directory.string() + ": more than 2 GB in one piece");
    const int error = segments->append(0, 0, 0, block);
    if (error == EAGAIN)
        return fail(ErrorKind::unavailable, directory.string() + ": another program is growing its journal");
    if (error == EDQUOT)
        return fail(ErrorKind::unavailable,
                    options.store.string() + ": the journals that nobody has gathered are at their limit");
    if (error != 0)
        return fail(ErrorKind::io, errorText(directory.string(), error));
    wrote = true;
    block.clear();
    return {};
}

Result<void> Writer::write()
{
    return m_state->writeBlock();
}

void Writer::discard()
{
    m_state->block.clear();
}

Result<void> Writer::sync()
{
    auto segments = m_state->segments->takeLeft();
    if (m_state->segments->current() != nullptr)
        segments.push_back(m_state->segments->current());
    for (const auto& segment : segments)
        while (::fdatasync(segment->file.descriptor()) != 0)
            if (errno != EINTR)
                return fail(ErrorKind::io, errorText(segment->path.string(), errno));
    return {};
}

Result<void> Writer::commit(std::string_view noteJson)
{
    if (auto written = write(); !written)
        return written;
    // What the commit stands for must be on the disk before it.
    if (auto synced = sync(); !synced)
        return synced;
    const std::uint32_t sizes[2] = {static_cast<std::uint32_t>(m_state->options.batch.size()),
                                    static_cast<std::uint32_t>(noteJson.size())};
    m_state->put(RecordType::commit, 0, 0, {reinterpret_cast<const char*>(sizes), sizeof sizes},
                 {m_state->options.batch, noteJson});
    if (auto written = write(); !written) {
        discard();
        return written;
    }
    return sync();
}

const std::string& Writer::nonce() const
{
    return m_state->identity.nonce;
}

std::size_t Writer::collectedBytes() const
{
    return m_state->block.size();
}

} // namespace spanglass::journal
