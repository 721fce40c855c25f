// SPDX-License-Identifier: GPL-3.0-or-later
/// The members of a JSON object as values at hand, for the formats whose spans are small objects with many
/// optional members (the exports of LLM tools), and the steps these readers share.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_cursor.h"
#include "formats/reader.h"
#include "trace/span.h"

namespace spanglass::formats {

class Fields
{
public:
    /// Reads the object at hand; of equal keys the last wins. Anything else is skipped and gives no members.
    explicit Fields(JsonCursor& at);
    /// From JSON text of any origin (a copy is made with the room a cursor needs).
    explicit Fields(std::string_view json);
    Fields() = default;

    [[nodiscard]] const trace::Value* find(std::string_view key) const;
    /// Text and numbers in digits; empty for none, null, lists and objects.
    [[nodiscard]] std::string text(std::string_view key) const;
    /// The members of a member; none where it is no object.
    [[nodiscard]] Fields object(std::string_view key) const;
    /// The elements of a list, as they stand.
    [[nodiscard]] std::vector<std::string> list(std::string_view key) const;
    [[nodiscard]] const trace::Attributes& all() const& { return m_members; }
    [[nodiscard]] trace::Attributes& all() & { return m_members; }
    /// By value, so that a loop over the members of a temporary is over something that lives.
    [[nodiscard]] trace::Attributes all() && { return std::move(m_members); }
    [[nodiscard]] bool empty() const { return m_members.empty(); }

private:
    trace::Attributes m_members;
};

/// The elements of JSON text that is a list.
[[nodiscard]] std::vector<std::string> elementsOf(std::string_view json);
/// Text that holds JSON (an object or a list, in quotes once or twice) becomes what it holds.
[[nodiscard]] trace::Value unwrapped(const trace::Value& value);

/// A time in any form that occurs: ISO, [seconds, nanoseconds], a number of seconds, milli-, micro- or
/// nanoseconds since 1970 by its size. Nothing for null and nonsense.
[[nodiscard]] std::optional<std::int64_t> timeOf(const trace::Value* value);

/// Sets an attribute unless the value is missing, null or empty text.
void keep(trace::Attributes& attributes, std::string_view key, const trace::Value* value);
/// Every member that is not among `known`, as attributes with a prefix.
void keepOthers(trace::Attributes& attributes, const Fields& fields, std::span<const std::string_view> known,
                std::string_view prefix);

/// Ids of any form; what is no W3C id is derived from the text, and `sourceId` gets a span's own.
void setIds(trace::Span& span, std::string_view trace, std::string_view id, std::string_view parent);
/// Start, and duration up to the end; without an end the span has not finished.
void setTimes(trace::Span& span, std::optional<std::int64_t> start, std::optional<std::int64_t> end);

/// A reader whose spans are decoded by one function, for the columns now and for details later.
using DecodeSpan = std::function<void(JsonCursor& at, std::uint32_t context, trace::Span& span)>;
class DecodedRows
{
public:
    DecodedRows(const SharedBytes& bytes, TableBuilder& builder, DecodeSpan decode);
    /// The element at hand as a span, unless it has no id: then it is rejected with its place.
    void add(JsonCursor& at, std::uint32_t context = 0);

private:
    SharedBytes m_bytes;
    TableBuilder& m_builder;
    DecodeSpan m_decode;
};
/// A row for a span that is known whole; `place` and `context` are for details.
std::uint32_t addWhole(TableBuilder& builder, const trace::Span& span, std::uint64_t place,
                       std::uint32_t context);
/// The same for a span whose meaning is still in its attributes.
std::uint32_t addInterpreted(TableBuilder& builder, trace::Span span, std::uint64_t place,
                             std::uint32_t context = 0);
/// Spans that had to be put together from several places are kept whole.
void addKept(TableBuilder& builder, std::vector<trace::Span> spans);

/// Calls `each` with every top-level value; a broken one is warned of, and the next line is tried.
void eachDocument(std::string_view text, TableBuilder& builder,
                  const std::function<void(JsonCursor& at)>& each);
/// Calls `each` with every element of the list at hand; with the value itself if it is no list.
void eachElement(JsonCursor& at, TableBuilder& builder, const std::function<void(JsonCursor& at)>& each);

} // namespace spanglass::formats
