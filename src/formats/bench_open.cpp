// SPDX-License-Identifier: GPL-3.0-or-later
/// The clock around what the window does when a file is dropped on it.
#include "formats/bench_open.h"

#include <chrono>
#include <cstdio>
#include <simdjson.h>
#include <string>

#include "formats/document.h"
#include "formats/json_cursor.h"
#include "formats/search.h"

namespace spanglass::formats {
namespace {

class Clock
{
public:
    [[nodiscard]] double ms() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_began).count();
    }

private:
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

/// VmHWM or VmRSS in megabytes; 0 where the system does not say.
double memoryMb(const char* field)
{
    double kilobytes = 0;
    if (std::FILE* status = std::fopen("/proc/self/status", "r")) {
        char line[256];
        const std::string wanted = std::string(field) + ": %lf";
        while (std::fgets(line, sizeof line, status) != nullptr) {
            if (std::sscanf(line, wanted.c_str(), &kilobytes) == 1)
                break;
        }
        std::fclose(status);
    }
    return kilobytes / 1024;
}

/// Every value of a document, as a program would that uses them all.
std::uint64_t visit(simdjson::ondemand::value value)
{
    std::uint64_t sum = 0;
    switch (value.type()) {
    case simdjson::ondemand::json_type::object:
        for (auto field : value.get_object()) {
            sum += field.unescaped_key().value().size();
            sum += visit(field.value());
        }
        return sum;
    case simdjson::ondemand::json_type::array:
        for (auto element : value.get_array())
            sum += visit(element.value());
        return sum;
    case simdjson::ondemand::json_type::string:
        return value.get_string().value().size();
    default:
        return value.raw_json_token().size();
    }
}

/// A document a line where there are lines of their own, else one document.
std::optional<double> parseFloor(const Document& document)
{
    if (document.text == nullptr || document.text->size() == 0 || document.text->size() > 0xf0000000)
        return std::nullopt;
    const std::string_view text = document.text->text();
    if (text.front() != '{' && text.front() != '[')
        return std::nullopt;
    const Clock clock;
    std::uint64_t sum = 0;
    try {
        simdjson::ondemand::parser parser;
        const std::size_t line = text.find("\n{\"resourceSpans\"");
        std::size_t at = 0;
        do {
            const std::size_t end =
                line == std::string_view::npos ? text.size() : std::min(text.find('\n', at), text.size());
            auto parsed = parser.iterate(
                simdjson::padded_string_view(text.data() + at, end - at, text.size() - at + textPadding));
            sum += visit(parsed.get_value().value());
            at = text.find_first_not_of(" \r\n\t", end);
        } while (at != std::string_view::npos && line != std::string_view::npos);
    } catch (const simdjson::simdjson_error&) {
        return std::nullopt;
    }
    return sum == 0 ? std::optional<double>() : clock.ms();
}

} // namespace

Result<OpenBench> benchOpen(const std::filesystem::path& path, const Draw& draw)
{
    OpenBench bench;
    {
        const Clock clock;
        const auto file = readFile(path, OpenOptions().mostBytes, {});
        if (!file)
            return tl::unexpected<Error>(file.error());
        bench.readMs = clock.ms();
    }
    const double before = memoryMb("VmRSS");
    const Clock clock;
    OpenOptions options;
    options.partial = [&](std::shared_ptr<const trace::SpanTable> table) {
        if (bench.firstPictureMs != 0)
            return;
        draw(std::move(table));
        bench.firstPictureMs = clock.ms();
    };
    auto document = open(path, options);
    if (!document)
        return tl::unexpected<Error>(document.error());
    bench.completeMs = clock.ms();
    if (bench.firstPictureMs == 0) {
        draw(document->table);
        bench.firstPictureMs = clock.ms();
    }
    bench.peakMb = memoryMb("VmHWM") - before;
    bench.spans = document->spans();
    bench.bytes = document->bytes;
    bench.parseFloorMs = parseFloor(*document);

    const Clock searching;
    search(*document, "exceeded", [&](std::uint32_t) {
        if (bench.searchFirstMs == 0)
            bench.searchFirstMs = searching.ms();
        return true;
    });
    bench.searchAllMs = searching.ms();
    return bench;
}

} // namespace spanglass::formats
