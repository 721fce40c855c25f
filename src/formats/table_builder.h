// SPDX-License-Identifier: GPL-3.0-or-later
/// What a reader fills: rows with a place in the text to read the rest from, warnings, counts. Makes the
/// document of it: parents linked, identical repeats merged, traces and services counted.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/document.h"
#include "trace/span_table.h"

namespace spanglass::formats {

/// A span as a reader finds it; texts are ids of `strings()`.
struct Row
{
    TraceId trace;
    SpanId id;
    SpanId parent;
    std::uint32_t name = 0;
    std::uint32_t service = 0;
    std::uint32_t track = 0;
    Kind kind = Kind::span;
    Status status = Status::unset;
    std::int64_t startUnixNs = 0;
    std::int64_t durationNs = trace::unfinished; ///< negative ones are shown as none, with a warning
    bool startKnown = true;
    std::uint8_t flags = 0;
    std::uint64_t place = 0;   ///< where the reader finds the rest
    std::uint32_t context = 0; ///< and in what surroundings (a resource, a track)
};

class TableBuilder
{
public:
    /// Reads the rest of a span: the columns' part is filled in already.
    using Details = std::function<void(std::uint64_t place, std::uint32_t context, trace::Span& span)>;

    /// `text` is what places and warnings are in; it must stay.
    TableBuilder(std::string_view text, const OpenOptions& options);

    std::uint32_t add(const Row& row);
    void reject(std::uint64_t offset, std::string message);
    void warn(std::uint64_t offset, std::string message);
    /// Part of the text could not be read at all, and nobody knows what was in it.
    void lost(std::uint64_t offset, std::string message); ///< kept however many warnings there are
    /// "byte 120 (line 7)" for a message. Without the line once there are so many warnings that few will be
    /// read: a file of a million faults must not cost a million counts of lines.
    [[nodiscard]] std::string placeText(std::uint64_t offset);
    void countEvents(std::uint64_t count) { m_document.events += count; }

    [[nodiscard]] trace::StringTable& strings() { return m_table.strings; }
    [[nodiscard]] trace::SpanTable& table() { return m_table; }
    /// Of the rows so far.
    [[nodiscard]] const std::vector<std::uint32_t>& contexts() const { return m_places.context; }
    [[nodiscard]] std::uint64_t place(std::uint32_t row) const { return m_places.place[row]; }
    [[nodiscard]] SpanId parentId(std::uint32_t row) const { return m_places.parentIds[row]; }
    void setParentId(std::uint32_t row, SpanId parent) { m_places.parentIds[row] = parent; }
    /// Readers that know parents as rows set `table().parent` before finishing, and say so.
    void parentsAreRows() { m_parentsAreRows = true; }
    void setDetails(Details details) { m_details = std::move(details); }
    [[nodiscard]] const Details& details() const { return m_details; }
    /// From here on offsets are in this text, which the reader made of the file's; it must stay.
    void readFrom(std::string_view text) { m_text = text; }
    /// Places say where the reader finds a span, but not in the file's text.
    void placesAreNotText() { m_placesAreText = false; }
    void untimed() { m_document.timed = false; }
    /// To be called between spans; false: the user cancelled, stop reading.
    [[nodiscard]] bool goOn(std::uint64_t offset) { return offset < m_nextReport || report(offset); }
    [[nodiscard]] bool cancelled() const { return m_cancelled; }

    /// Nothing is in it where the user cancelled.
    [[nodiscard]] Document finish();

private:
    bool report(std::uint64_t offset);
    bool mayGoOn(std::uint64_t offset);
    void showPartial();
    void placeRowsWithoutStart(trace::SpanTable& table) const;
    void link(trace::SpanTable& table) const;
    void mergeRepeats();
    [[nodiscard]] bool sameSpan(std::uint32_t a, std::uint32_t b) const;
    void removeRows(const std::vector<std::uint32_t>& sorted);
    void summarise();
    [[nodiscard]] std::shared_ptr<const trace::SpanTable> share(trace::SpanTable table);

    /// What details are read with; shared by every table made here.
    struct Places
    {
        std::vector<std::uint64_t> place;
        std::vector<std::uint32_t> context;
        std::vector<SpanId> parentIds;
    };

    const OpenOptions& m_options;
    std::string_view m_text;
    std::uint64_t m_linesBefore = 0; ///< line breaks before m_countedTo
    std::uint64_t m_countedTo = 0;
    std::uint64_t m_nextReport = 0;
    std::uint64_t m_nextPartial = 20'000;
    bool m_cancelled = false;
    bool m_parentsAreRows = false;
    bool m_placesAreText = true;
    Document m_document;
    trace::SpanTable m_table;
    Places m_places;
    std::vector<std::uint32_t> m_rowsWithoutStart;
    Details m_details;
};

} // namespace spanglass::formats
