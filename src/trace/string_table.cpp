// SPDX-License-Identifier: GPL-3.0-or-later
/// An open-addressed table over texts in blocks: interning a known name costs one hash and one compare.
#include "trace/string_table.h"

#include <cstring>
#include <functional>

namespace spanglass::trace {
namespace {

constexpr std::size_t blockBytes = 16 * 1024;
constexpr std::size_t firstSlots = 64; // a power of two; at most half of them are taken

} // namespace

StringTable::StringTable() : m_slots(firstSlots)
{
    intern({});
}

StringTable::StringTable(const StringTable& other) : StringTable()
{
    for (const std::string_view text : other.m_texts)
        intern(text);
}

StringTable& StringTable::operator=(const StringTable& other)
{
    if (this != &other)
        *this = StringTable(other);
    return *this;
}

std::uint32_t StringTable::intern(std::string_view text)
{
    const std::size_t hash = std::hash<std::string_view>{}(text);
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        const std::uint32_t id = m_slots[slot] - 1;
        if (m_hashes[id] == hash && m_texts[id] == text)
            return id;
    }
    const auto id = static_cast<std::uint32_t>(m_texts.size());
    m_texts.push_back(keep(text));
    m_hashes.push_back(hash);
    m_slots[slot] = id + 1;
    if (m_texts.size() * 2 > m_slots.size())
        growSlots();
    return id;
}

std::string_view StringTable::keep(std::string_view text)
{
    if (text.empty())
        return {};
    if (text.size() > m_blockFree) {
        // A text too big for a block gets one of its own and leaves the current block open.
        if (text.size() > blockBytes / 4) {
            m_blocks.push_back(std::make_unique_for_overwrite<char[]>(text.size()));
            std::memcpy(m_blocks.back().get(), text.data(), text.size());
            return {m_blocks.back().get(), text.size()};
        }
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(blockBytes));
        m_blockNext = m_blocks.back().get();
        m_blockFree = blockBytes;
    }
    char* const place = m_blockNext;
    std::memcpy(place, text.data(), text.size());
    m_blockNext += text.size();
    m_blockFree -= text.size();
    return {place, text.size()};
}

void StringTable::growSlots()
{
    std::vector<std::uint32_t> slots(m_slots.size() * 2);
    const std::size_t mask = slots.size() - 1;
    for (std::uint32_t id = 0; id < m_texts.size(); ++id) {
        std::size_t slot = m_hashes[id] & mask;
        while (slots[slot] != 0)
            slot = (slot + 1) & mask;
        slots[slot] = id + 1;
    }
    m_slots = std::move(slots);
}

} // namespace spanglass::trace
