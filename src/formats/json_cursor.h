// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads JSON in place, forwards, as far as one looks: what is not asked for is skipped at some gigabytes a
/// second, and a position in the text is always at hand, for error messages and for details read later.
///
///     JsonCursor at(text);
///     for (at.enterObject(); at.nextKey();)
///         if (at.key() == "spans") for (at.enterArray(); at.nextElement();) readSpan(at);
///         else at.skip();
///     if (at.failed()) …                           // at.error() says what, at.offset() where
///
/// Why not simdjson here: it wants each document whole, once, in valid UTF-8 with nothing cut off, and
/// indexes it at 2.4 times its size. Trace files are cut off, hold invalid bytes that must be kept, and are
/// larger than what one looks at. Structure is checked where one looks; what is skipped must only balance.
/// Nesting is no limit: nothing here recurses. After a failure every call answers "nothing more".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace spanglass::formats {

/// Bytes that must be readable (not meaningful) behind every text given to a JsonCursor.
inline constexpr std::size_t textPadding = 64;

class JsonCursor
{
public:
    enum class Type : std::uint8_t
    {
        object,
        array,
        string,
        number,
        boolean,
        null,
        none ///< the end of the text, or nothing that begins a value
    };

    /// `text` must be followed by `textPadding` readable bytes and must stay.
    explicit JsonCursor(std::string_view text, std::size_t offset = 0)
        : m_begin(text.data()), m_at(text.data() + offset), m_end(text.data() + text.size())
    {
    }

    /// What the next value is; moves over white space only.
    [[nodiscard]] Type peek();
    /// No more values follow: at the end of the text, white space aside.
    [[nodiscard]] bool atEnd();
    [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(m_at - m_begin); }

    /// Both fail on another type. `nextKey` moves to the next member's value, `nextElement` to the next
    /// element; false behind the last one. A trailing comma is tolerated.
    bool enterObject() { return enter('{'); }
    [[nodiscard]] bool nextKey();
    [[nodiscard]] std::string_view key() const { return m_key; } ///< until the next nextKey
    bool enterArray() { return enter('['); }
    [[nodiscard]] bool nextElement();

    /// Moves over the value; returns its text as it stands.
    std::string_view skip();
    /// A string's text, unescaped; anything else is skipped and empty. The view lives as long as the text, or
    /// until the next `string` where escapes made a copy necessary. Lone surrogates become U+FFFD.
    [[nodiscard]] std::string_view string();
    /// The digits of a number, the inside of a string, "true", "false", "null" as they stand; containers are
    /// skipped and empty.
    [[nodiscard]] std::string_view scalar();

    [[nodiscard]] bool failed() const { return m_error != nullptr; }
    /// The text ended inside a value.
    [[nodiscard]] bool endedEarly() const { return m_endedEarly; }
    /// What was wrong at `offset()`; null when nothing was.
    [[nodiscard]] const char* error() const { return m_error; }

private:
    bool enter(char bracket);
    void space();
    bool fail(const char* what);
    bool readString(std::string_view& raw, bool& escaped);
    const char* scalarEnd() const;

    const char* m_begin;
    const char* m_at;
    const char* m_end;
    std::string_view m_key;
    std::string m_keyText;
    std::string m_text;
    const char* m_error = nullptr;
    bool m_endedEarly = false;
    bool m_afterValue = false;
};

/// The place behind the string whose opening quote is at `at[-1]`; null if it does not end before `end`.
[[nodiscard]] const char* skipString(const char* at, const char* end, bool& escaped);
/// The place behind the container that opens at `at`; null if it does not end before `end`. `end` must be
/// followed by `textPadding` readable bytes.
[[nodiscard]] const char* skipContainer(const char* at, const char* end);
/// Appends the inside of a JSON string with its escapes resolved.
void unescape(std::string_view raw, std::string& out);

} // namespace spanglass::formats
