// SPDX-License-Identifier: GPL-3.0-or-later
/// Strings kept once: names, services and tracks of a million spans are a few dozen texts.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace spanglass::trace {

/// Ids are dense from 0 in the order of first use; id 0 is the empty string. A returned text stays where it
/// is until the table goes, also when the table moves. Copying copies the texts.
class StringTable
{
public:
    StringTable();
    StringTable(const StringTable& other);
    StringTable& operator=(const StringTable& other);
    StringTable(StringTable&&) noexcept = default;
    StringTable& operator=(StringTable&&) noexcept = default;
    ~StringTable() = default;

    std::uint32_t intern(std::string_view text);
    [[nodiscard]] std::string_view text(std::uint32_t id) const { return m_texts[id]; }
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }

private:
    [[nodiscard]] std::string_view keep(std::string_view text);
    void growSlots();

    // Texts lie in blocks that never move; a slot of the open-addressed table holds id + 1, 0 is free.
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_blockFree = 0;
    char* m_blockNext = nullptr;
    std::vector<std::string_view> m_texts;
    std::vector<std::size_t> m_hashes;
    std::vector<std::uint32_t> m_slots;
};

} // namespace spanglass::trace
