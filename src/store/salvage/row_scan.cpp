// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/row_scan.h"

#include <bit>

namespace spanglass::store {
namespace {

constexpr unsigned char interiorIndex = 0x02;
constexpr unsigned char interiorTable = 0x05;
constexpr unsigned char leafIndex = 0x0a;
constexpr unsigned char leafTable = 0x0d;

unsigned char byteAt(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

/// SQLite's varint: big-endian groups of seven bits, nine bytes at most. Moves `at` behind it; false where it
/// is cut off.
bool readVarint(std::string_view bytes, std::size_t& at, std::uint64_t& value)
{
    value = 0;
    for (int group = 0; group < 9; ++group, ++at) {
        if (at >= bytes.size())
            return false;
        const unsigned char byte = byteAt(bytes, at);
        if (group == 8) {
            value = value << 8 | byte;
            ++at;
            return true;
        }
        value = value << 7 | (byte & 0x7fu);
        if ((byte & 0x80) == 0) {
            ++at;
            return true;
        }
    }
    return true;
}

std::int64_t signedNumber(std::string_view bytes)
{
    std::uint64_t value = !bytes.empty() && (byteAt(bytes, 0) & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        value = value << 8 | byteAt(bytes, at);
    return static_cast<std::int64_t>(value);
}

std::uint64_t bytesOfType(std::uint64_t type)
{
    constexpr std::uint64_t small[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    return type < 10 ? small[type] : type < 12 ? 0 : (type - 12) / 2;
}

FoundValue valueOf(std::uint64_t type, std::string_view bytes)
{
    if (type == 0)
        return {};
    if (type == 7)
        return std::bit_cast<double>(signedNumber(bytes));
    if (type == 8 || type == 9)
        return static_cast<std::int64_t>(type - 8);
    if (type < 7)
        return signedNumber(bytes);
    if (type % 2 == 0)
        return FoundBlob{std::string(bytes)};
    return std::string(bytes);
}

/// The values of a record; nothing unless its sizes add up.
std::optional<std::vector<FoundValue>> valuesOf(std::string_view record)
{
    constexpr std::size_t mostColumns = 2000;
    std::size_t at = 0;
    std::uint64_t headerBytes = 0;
    if (!readVarint(record, at, headerBytes) || headerBytes > record.size())
        return std::nullopt;
    std::vector<std::uint64_t> types;
    std::uint64_t total = headerBytes;
    while (at < headerBytes) {
        std::uint64_t type = 0;
        if (!readVarint(record, at, type) || type == 10 || type == 11 || types.size() >= mostColumns)
            return std::nullopt;
        types.push_back(type);
        total += bytesOfType(type);
        if (total > record.size())
            return std::nullopt;
    }
    if (at != headerBytes || total != record.size())
        return std::nullopt;
    std::vector<FoundValue> values;
    for (const std::uint64_t type : types) {
        const auto bytes = static_cast<std::size_t>(bytesOfType(type));
        values.push_back(valueOf(type, record.substr(at, bytes)));
        at += bytes;
    }
    return values;
}

} // namespace

std::int64_t FoundRow::integer(std::size_t column) const
{
    const auto* value = column < values.size() ? std::get_if<std::int64_t>(&values[column]) : nullptr;
    return value == nullptr ? 0 : *value;
}

std::string_view FoundRow::bytes(std::size_t column) const
{
    if (is<std::string>(column))
        return std::get<std::string>(values[column]);
    return is<FoundBlob>(column) ? std::string_view(std::get<FoundBlob>(values[column]).bytes)
                                 : std::string_view();
}

RowScan::RowScan(PageFile& pages) : m_pages(pages)
{
    noteFreePages();
}

/// Rows on free pages were deleted.
void RowScan::noteFreePages()
{
    std::uint32_t trunk = number32(m_pages.page(1), 32);
    while (trunk != 0 && trunk <= m_pages.pages() && m_seen.insert(trunk).second) {
        const std::string page(m_pages.page(trunk));
        const std::uint32_t leaves = number32(page, 4);
        for (std::size_t at = 8; at < 8 + std::size_t{leaves} * 4 && at + 4 <= page.size(); at += 4) {
            // A leaf of the list that is one of a tree: the list is damaged.
            if (const std::uint32_t leaf = number32(page, at); leaf > 1 && leaf <= m_pages.pages())
                m_seen.insert(leaf);
        }
        trunk = number32(page, 0);
    }
}

void RowScan::tree(std::uint32_t root, const Visit& visit)
{
    std::vector<std::uint32_t> waiting{root};
    std::unordered_set<std::uint32_t> here;
    while (!waiting.empty()) {
        const std::uint32_t number = waiting.back();
        waiting.pop_back();
        if (number == 0 || number > m_pages.pages() || !here.insert(number).second)
            continue;
        m_seen.insert(number);
        const std::string page(m_pages.page(number));
        const std::size_t header = number == 1 ? 100 : 0;
        const unsigned char type = byteAt(page, header);
        if (type == leafTable || type == leafIndex) {
            leaf(number, page, visit);
            continue;
        }
        if (type != interiorTable && type != interiorIndex)
            continue;
        const std::uint32_t cells = number16(page, header + 3);
        waiting.push_back(number32(page, header + 8));
        for (std::uint32_t at = 0; at < cells; ++at) {
            const std::uint32_t place = number16(page, header + 12 + std::size_t{at} * 2);
            waiting.push_back(number32(page, place));
            // In an index the cells between the children are rows too.
            if (type == interiorIndex && !cell(number, page, place + 4, true, visit))
                m_losses.push_back({number, std::nullopt});
        }
    }
}

void RowScan::orphans(const Visit& visit)
{
    for (std::uint32_t number = 2; number <= m_pages.pages(); ++number) {
        if (m_seen.contains(number))
            continue;
        const std::string page(m_pages.page(number));
        const unsigned char type = byteAt(page, 0);
        if (type == leafTable || type == leafIndex)
            leaf(number, page, visit);
    }
}

void RowScan::leaf(std::uint32_t number, std::string_view page, const Visit& visit)
{
    const std::size_t header = number == 1 ? 100 : 0;
    const bool ofIndex = byteAt(page, header) == leafIndex;
    const std::uint32_t cells = number16(page, header + 3);
    for (std::uint32_t at = 0; at < cells && header + 10 + std::size_t{at} * 2 <= page.size(); ++at)
        (void)cell(number, page, number16(page, header + 8 + std::size_t{at} * 2), ofIndex, visit);
}

bool RowScan::cell(std::uint32_t number, std::string_view page, std::size_t at, bool ofIndex,
                   const Visit& visit)
{
    FoundRow row;
    row.page = number;
    row.ofIndex = ofIndex;
    std::uint64_t bytes = 0;
    std::uint64_t rowId = 0;
    std::optional<std::int64_t> known;
    if (at >= 8 && readVarint(page, at, bytes) && (ofIndex || readVarint(page, at, rowId))) {
        row.rowId = static_cast<std::int64_t>(rowId);
        if (!ofIndex)
            known = row.rowId;
        if (const auto record = payload(page, at, bytes, ofIndex)) {
            if (auto values = valuesOf(*record)) {
                row.values = std::move(*values);
                visit(row);
                return true;
            }
        }
    }
    m_losses.push_back({number, known});
    return false;
}

/// The record of a cell, its overflow pages appended (file format, section 1.6).
std::optional<std::string> RowScan::payload(std::string_view page, std::size_t at, std::uint64_t bytes,
                                            bool ofIndex)
{
    const std::uint64_t usable = m_pages.pageBytes();
    if (bytes > std::uint64_t{m_pages.pages()} * usable)
        return std::nullopt;
    const std::uint64_t most = ofIndex ? (usable - 12) * 64 / 255 - 23 : usable - 35;
    std::uint64_t local = bytes;
    if (bytes > most) {
        const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
        const std::uint64_t fit = least + (bytes - least) % (usable - 4);
        local = fit <= most ? fit : least;
    }
    if (at + local > page.size())
        return std::nullopt;
    std::string record(page.substr(at, local));
    std::uint32_t next = local < bytes ? number32(page, at + local) : 0;
    while (record.size() < bytes) {
        const std::string_view more = m_pages.page(next);
        if (more.size() < usable)
            return std::nullopt;
        record.append(more.substr(4, std::min<std::uint64_t>(usable - 4, bytes - record.size())));
        next = number32(more, 0);
    }
    return record;
}

} // namespace spanglass::store
