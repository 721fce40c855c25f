// SPDX-License-Identifier: GPL-3.0-or-later
/// From a path to a document: read, unpack, decode the text, ask the readers.
#include "formats/document.h"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "base/text.h"
#include "formats/encoding.h"
#include "formats/json_fault.h"
#include "formats/reader.h"

namespace spanglass::formats {
namespace {

/// A message about a file names it first.
tl::unexpected<Error> about(const std::string& name, Error error)
{
    return fail(error.kind, name + ": " + error.message);
}

/// Columns of small spans take about as much room as their text; a file whose text and columns do not fit is
/// refused at once, in words, rather than after minutes by the kernel.
constexpr std::uint64_t columnsPerText = 1;

std::string megabytes(std::uint64_t bytes)
{
    return countText(static_cast<std::int64_t>(bytes >> 20)) + " MB";
}

/// `held`: bytes of it that are in memory already.
Result<void> checkMemory(std::uint64_t textBytes, std::uint64_t held, const OpenOptions& options)
{
    const std::uint64_t needed = textBytes * (1 + columnsPerText);
    const std::uint64_t most = options.mostMemory ? *options.mostMemory : availableMemory();
    if (needed <= held || needed - held <= most)
        return {};
    return fail(ErrorKind::refused,
                "it needs about " + megabytes(needed - held) + " of memory and there are " + megabytes(most));
}

bool blank(std::string_view text)
{
    return text.find_first_not_of(std::string_view(" \n\r\t\0", 5)) == std::string_view::npos;
}

struct Unpacked
{
    std::string compression;
    std::vector<Warning> warnings;
    bool cut = false;
};

/// Undoes compression; a compressed file inside a compressed one too, once.
Result<Unpacked> unpack(Bytes& bytes, const OpenOptions& options)
{
    Unpacked result{std::string(name(Compression::none)), {}, false};
    for (int layer = 0; layer < 2; ++layer) {
        const Compression packed = compressionOf(bytes.text());
        if (packed == Compression::none)
            break;
        InflateLimits limits = options.inflate;
        limits.bytes = std::min(limits.bytes, (options.mostMemory ? *options.mostMemory : availableMemory()) /
                                                  (1 + columnsPerText));
        auto inflated = inflate(bytes.text(), packed, limits, options.progress);
        if (!inflated)
            return fail(inflated.error().kind,
                        std::string(name(packed)) + ": " + std::move(inflated.error().message));
        if (!inflated->problem.empty())
            result.warnings.push_back({inflated->problemOffset,
                                       std::string(name(packed)) + ": " + inflated->problem + " at byte " +
                                           std::to_string(inflated->problemOffset) +
                                           "; what was whole is shown",
                                       inflated->cut});
        result.cut |= inflated->cut;
        if (layer == 0)
            result.compression = name(packed);
        bytes = std::move(inflated->bytes);
    }
    if (const std::string_view container = foreignContainer(bytes.text()); !container.empty())
        return fail(ErrorKind::format, "it is " + std::string(container) + "; unpack it first");
    return result;
}

void decodeText(Bytes& bytes)
{
    if (isUtf16(bytes.text()))
        bytes = utf16ToUtf8(bytes.text());
    if (const std::size_t mark = byteOrderMark(bytes.text()); mark != 0) {
        std::memmove(bytes.data(), bytes.data() + mark, bytes.size() - mark);
        bytes.setSize(bytes.size() - mark);
        std::memset(bytes.data() + bytes.size(), 0, mark);
    }
}

void warnOfInvalidText(const SharedBytes& bytes, TableBuilder& builder)
{
    const InvalidUtf8 invalid = invalidUtf8(bytes->text());
    if (invalid.count > 0)
        builder.warn(invalid.first, countText(static_cast<std::int64_t>(invalid.count)) +
                                        " bytes are not UTF-8, the first at byte " +
                                        std::to_string(invalid.first) + "; they are shown as \\x…");
}

/// `before`: bytes in front of what is read, which are blanks by now.
Result<Document> read(const Reader& reader, const Shape& shape, const SharedBytes& bytes, std::size_t before,
                      const OpenOptions& options)
{
    TableBuilder builder(bytes->text(), options);
    if (before > 0)
        builder.warn(0, countText(static_cast<std::int64_t>(before)) +
                            " bytes of other text stand before the first span; they were left out");
    if (shape.form != Shape::Form::binary)
        warnOfInvalidText(bytes, builder);
    if (const auto done = reader.read(bytes, builder); !done)
        return tl::unexpected<Error>(done.error());
    Document document = builder.cancelled() ? Document() : builder.finish();
    if (builder.cancelled())
        return fail(ErrorKind::cancelled, "cancelled");
    document.format = reader.format;
    document.text = bytes;
    if (document.spans() == 0 && document.warningCount > 0)
        return fail(ErrorKind::format, "no span could be read: " + document.warnings.front().message);
    if (document.spans() == 0)
        return fail(ErrorKind::format, "there is no span in it (format " + document.format + ")");
    return document;
}

const Reader* readerOf(const Shape& shape, std::string_view text)
{
    const auto all = readers();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Reader* reader) { return reader->mine(shape, text); });
    return found == all.end() ? nullptr : *found;
}

/// Where an SDK printed its spans to the console, other lines of the program may stand before them. Returns
/// the reader of the first document that has one, and where that begins.
std::pair<const Reader*, std::size_t> readerBehindOtherText(std::string_view text, Shape& shape)
{
    constexpr std::size_t farthest = 256 * 1024;
    for (std::size_t at = text.find('\n'); at < farthest; at = text.find('\n', at + 1)) {
        const char first = at + 1 < text.size() ? text[at + 1] : '\0';
        if (first != '{' && first != '[')
            continue;
        const std::string_view rest = text.substr(at + 1);
        shape = shapeOf(rest);
        if (const Reader* reader = readerOf(shape, rest))
            return {reader, at + 1};
    }
    return {nullptr, 0};
}

Result<Document> readText(Bytes bytes, const OpenOptions& options)
{
    Shape shape = shapeOf(bytes.text());
    const Reader* reader = readerOf(shape, bytes.text());
    std::size_t before = 0;
    if (reader == nullptr && shape.form != Shape::Form::binary) {
        Shape behind;
        std::tie(reader, before) = readerBehindOtherText(bytes.text(), behind);
        if (reader != nullptr) {
            std::memset(bytes.data(), ' ', before); // places stay what they are
            shape = std::move(behind);
        }
    }
    const SharedBytes shared = std::make_shared<const Bytes>(std::move(bytes));
    if (reader != nullptr)
        return read(*reader, shape, shared, before, options);
    std::string what = recognised(shape, shared->text());
    if (what.empty())
        what = "it is no trace file of a kind that is known here";
    return fail(ErrorKind::format, std::move(what));
}

} // namespace

Result<Document> open(const std::filesystem::path& path, const OpenOptions& options)
{
    std::error_code unknown;
    if (const auto size = std::filesystem::file_size(path, unknown); path != "-" && !unknown) {
        if (auto fits = checkMemory(size, 0, options); !fits)
            return about(visibleText(path.string()), fits.error());
    }
    auto file = readFile(path, options.mostBytes, options.progress);
    if (!file)
        return tl::unexpected<Error>(file.error());
    const bool changed = file->changed;
    auto document = openBytes(std::move(file->bytes),
                              path == "-" ? "standard input" : visibleText(path.string()), options);
    if (document && changed) {
        document->incomplete = true;
        document->warnings.push_back({0, "the file changed while it was read", true});
        ++document->warningCount;
    }
    return document;
}

Result<Document> openBytes(Bytes bytes, const std::string& name, const OpenOptions& options)
{
    if (bytes.size() == 0)
        return fail(ErrorKind::format, name + ": it is empty");
    if (auto fits = checkMemory(bytes.size(), bytes.size(), options); !fits)
        return about(name, fits.error());
    const std::uint64_t fileBytes = bytes.size();
    auto unpacked = unpack(bytes, options);
    if (!unpacked)
        return about(name, unpacked.error());
    decodeText(bytes);
    if (blank(bytes.text()))
        return fail(ErrorKind::format, name + ": there is nothing in it but blanks");
    auto document = readText(std::move(bytes), options);
    if (!document)
        return about(name, document.error());
    document->compression = std::move(unpacked->compression);
    document->bytes = fileBytes;
    document->incomplete |= unpacked->cut;
    document->warningCount += unpacked->warnings.size();
    document->warnings.insert(document->warnings.begin(), unpacked->warnings.begin(),
                              unpacked->warnings.end());
    return document;
}

} // namespace spanglass::formats
