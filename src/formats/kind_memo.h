// SPDX-License-Identifier: GPL-3.0-or-later
/// The kind of a span while a million of them are read: what trace/meaning would say, asked once for each
/// combination of names that bear on it.
///
///     memo.begin();
///     memo.attribute("gen_ai.operation.name", "chat");       // for each attribute
///     row.kind = memo.kind(name);
///     if (memo.failed()) …                                   // the attributes say so, whatever the status
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <spanglass/types.h>

namespace spanglass::formats {

class KindMemo
{
public:
    void begin();
    /// Whether the value of this attribute may matter; others need not be reported.
    [[nodiscard]] static bool matters(std::string_view key);
    /// `value` is text, or the digits of a number; lists may be left empty.
    void attribute(std::string_view key, std::string_view value);
    [[nodiscard]] Kind kind(std::string_view spanName);
    /// Of the span whose kind was asked last.
    [[nodiscard]] bool failed() const { return m_last.failed; }

private:
    struct Seen
    {
        std::string key;
        std::string value;
    };
    struct Meaning
    {
        Kind kind = Kind::span;
        bool failed = false;
    };
    [[nodiscard]] Meaning meaningOf(std::string_view spanName) const;

    Meaning m_last;
    std::uint64_t m_hash = 0;
    std::size_t m_count = 0;
    std::vector<Seen> m_seen; // the first m_count are of this span; the others keep their memory
    std::unordered_map<std::uint64_t, Meaning> m_known;
};

} // namespace spanglass::formats
