// SPDX-License-Identifier: GPL-3.0-or-later
/// The names of the formats, files that appear whole or not at all, and what all writers share.
#include "formats/export.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "base/text.h"
#include "formats/exporting.h"
#include "formats/numbers.h"

namespace spanglass::formats {
namespace {

constexpr std::array<std::string_view, 10> formatNames{"otlp-json",     "otlp-jsonl", "otlp-proto", "chrome",
                                                       "jaeger",        "zipkin",     "csv",        "folded",
                                                       "dataset-jsonl", "html"};
constexpr std::array<void (*)(Exporting&), 10> writers{
    writeOtlpJson, writeOtlpJsonl, writeOtlpProto, writeChrome,  writeJaeger,
    writeZipkin,   writeCsv,       writeFolded,    writeDataset, writeHtml};
constexpr std::size_t flushAt = 1 << 20;

/// A file that is removed again unless it was finished.
class NewFile
{
public:
    explicit NewFile(std::filesystem::path path) : m_path(std::move(path)), m_beside(m_path)
    {
        m_beside += ".part-" + std::to_string(::getpid());
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
            ::unlink(m_beside.c_str());
        }
    }

    Result<void> create()
    {
        m_fd = ::open(m_beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        return m_fd < 0 ? failure() : Result<void>();
    }

    Result<void> write(std::string_view text)
    {
        while (!text.empty()) {
            const ssize_t count = ::write(m_fd, text.data(), text.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return failure();
            text.remove_prefix(static_cast<std::size_t>(count));
        }
        return {};
    }

    Result<void> finish()
    {
        if (::close(std::exchange(m_fd, -1)) != 0 || ::rename(m_beside.c_str(), m_path.c_str()) != 0) {
            const auto why = failure();
            ::unlink(m_beside.c_str());
            return why;
        }
        return {};
    }

private:
    [[nodiscard]] Result<void> failure() const
    {
        return fail(ErrorKind::io, visibleText(m_path.string()) + ": " + std::strerror(errno));
    }

    std::filesystem::path m_path;
    std::filesystem::path m_beside;
    int m_fd = -1;
};

Result<void> writeAll(int fd, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t count = ::write(fd, text.data(), text.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(ErrorKind::io, std::string("standard output: ") + std::strerror(errno));
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

} // namespace

std::string_view name(ExportFormat format)
{
    return formatNames[static_cast<std::size_t>(format)];
}

std::optional<ExportFormat> exportFormat(std::string_view name)
{
    const auto found = std::find(formatNames.begin(), formatNames.end(), name);
    if (found == formatNames.end())
        return std::nullopt;
    return static_cast<ExportFormat>(found - formatNames.begin());
}

std::span<const std::string_view> exportFormatNames()
{
    return formatNames;
}

std::optional<ExportFormat> exportFormatOf(const std::filesystem::path& path)
{
    const std::string end = path.extension().string();
    if (end == ".json")
        return ExportFormat::otlpJson;
    if (end == ".jsonl")
        return ExportFormat::otlpJsonl;
    if (end == ".pb" || end == ".bin")
        return ExportFormat::otlpProto;
    if (end == ".csv")
        return ExportFormat::csv;
    if (end == ".folded")
        return ExportFormat::folded;
    if (end == ".html" || end == ".htm")
        return ExportFormat::html;
    return std::nullopt;
}

Result<Exported> write(const trace::SpanTable& table, ExportFormat format, const Output& output,
                       const OnProgress& progress)
{
    Exporting out(table, output, progress);
    writers[static_cast<std::size_t>(format)](out);
    return out.finish();
}

Result<Exported> writeFile(const trace::SpanTable& table, ExportFormat format,
                           const std::filesystem::path& path, const OnProgress& progress)
{
    if (path == "-")
        return write(
            table, format, [](std::string_view text) { return writeAll(STDOUT_FILENO, text); }, progress);
    NewFile file(path);
    if (auto made = file.create(); !made)
        return tl::unexpected<Error>(made.error());
    auto written = write(
        table, format, [&](std::string_view text) { return file.write(text); }, progress);
    if (!written)
        return written;
    if (auto finished = file.finish(); !finished)
        return tl::unexpected<Error>(finished.error());
    return written;
}

const trace::Tree& Exporting::tree()
{
    if (!m_tree)
        m_tree.emplace(m_table);
    return *m_tree;
}

const std::vector<std::uint32_t>& Exporting::order()
{
    return tree().preorder();
}

trace::Span Exporting::span(std::uint32_t row) const
{
    if (m_table.details)
        return m_table.details(row);
    trace::Span span;
    span.trace = m_table.trace[row];
    span.id = m_table.id[row];
    if (m_table.parent[row] != trace::noRow)
        span.parent = m_table.id[m_table.parent[row]];
    span.name = m_table.strings.text(m_table.name[row]);
    span.service = m_table.strings.text(m_table.service[row]);
    span.kind = m_table.kind[row];
    span.status = m_table.status[row];
    span.state = m_table.state[row];
    span.startUnixNs = m_table.startUnixNs[row];
    if (m_table.durationNs[row] != trace::unfinished)
        span.durationNs = m_table.durationNs[row];
    return span;
}

void Exporting::put(std::string_view text)
{
    m_text += text;
    if (m_text.size() >= flushAt)
        flush();
}

void Exporting::flush()
{
    if (m_error)
        return;
    if (auto done = m_output(m_text); !done)
        m_error = done.error();
    m_written += m_text.size();
    m_text.clear();
}

bool Exporting::next()
{
    ++m_spans;
    if (m_spans % 1024 == 0 && m_progress && !m_progress({m_written, 0, m_spans}))
        m_error = Error{ErrorKind::cancelled, "cancelled"};
    return !m_error;
}

Result<Exported> Exporting::finish()
{
    flush();
    if (m_error)
        return tl::unexpected<Error>(*m_error);
    return Exported{m_spans, {m_lost.begin(), m_lost.end()}};
}

std::string plainText(const trace::Value& value)
{
    struct Text
    {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const
        {
            std::array<char, 32> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
            return {digits.data(), end};
        }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(const trace::Json& json) const { return json.text; }
        std::string operator()(const trace::Bytes& bytes) const { return base64Encoded(bytes); }
    };
    return std::visit(Text(), value);
}

std::string microseconds(std::int64_t ns)
{
    const bool negative = ns < 0;
    const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(ns) : static_cast<std::uint64_t>(ns);
    const std::string part = std::to_string(1000 + size % 1000).substr(1);
    return (negative ? "-" : "") + std::to_string(size / 1000) + '.' + part;
}

} // namespace spanglass::formats
