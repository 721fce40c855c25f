// SPDX-License-Identifier: GPL-3.0-or-later
/// What the writers share: collecting output, progress, and the notes of what a format cannot carry.
#pragma once

#include <set>
#include <string>

#include "formats/export.h"
#include "trace/tree.h"

namespace spanglass::formats {

class Exporting
{
public:
    Exporting(const trace::SpanTable& table, const Output& output, const OnProgress& progress)
        : m_table(table), m_output(output), m_progress(progress)
    {
    }

    [[nodiscard]] const trace::SpanTable& table() const { return m_table; }
    /// Every row, parents before children, in the order of time.
    [[nodiscard]] const std::vector<std::uint32_t>& order();
    [[nodiscard]] const trace::Tree& tree();
    /// The whole span of a row.
    [[nodiscard]] trace::Span span(std::uint32_t row) const;

    void put(std::string_view text);
    /// After each span. False: stop, it was cancelled or the output failed.
    [[nodiscard]] bool next();
    void lose(std::string what) { m_lost.insert(std::move(what)); }

    [[nodiscard]] Result<Exported> finish();

private:
    void flush();

    const trace::SpanTable& m_table;
    const Output& m_output;
    const OnProgress& m_progress;
    std::optional<trace::Tree> m_tree;
    std::string m_text;
    std::uint64_t m_written = 0;
    std::uint64_t m_spans = 0;
    std::set<std::string> m_lost;
    std::optional<Error> m_error;
};

void writeOtlpJson(Exporting& out);
void writeOtlpJsonl(Exporting& out);
void writeOtlpProto(Exporting& out);
void writeChrome(Exporting& out);
void writeJaeger(Exporting& out);
void writeZipkin(Exporting& out);
void writeCsv(Exporting& out);
void writeFolded(Exporting& out);
void writeDataset(Exporting& out);
void writeHtml(Exporting& out);

/// A value as text: text as it is, numbers in digits, JSON and bytes (base64) as text.
[[nodiscard]] std::string plainText(const trace::Value& value);
/// Nanoseconds as microseconds with three decimals: "12.345".
[[nodiscard]] std::string microseconds(std::int64_t ns);

} // namespace spanglass::formats
