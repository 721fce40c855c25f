// SPDX-License-Identifier: GPL-3.0-or-later
/// A file as it is opened, with everything in front of the readers, and every writer over what came out.
#include <cstdint>
#include <cstdlib>

#include "formats/document.h"
#include "formats/export.h"

using namespace spanglass;

namespace {

std::string written(const trace::SpanTable& table, formats::ExportFormat format)
{
    std::string text;
    (void)formats::write(table, format, [&](std::string_view more) -> Result<void> {
        text += more;
        return {};
    });
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    formats::OpenOptions options;
    options.inflate.bytes = 1 << 20;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto document = formats::openBytes(formats::Bytes(text), "file", options);
    if (!document || document->spans() == 0 || document->spans() > 500)
        return 0;
    for (const std::string_view name : formats::exportFormatNames())
        (void)written(*document->table, *formats::exportFormat(name));
    const std::string once = written(*document->table, formats::ExportFormat::otlpJson);
    const auto again = formats::openBytes(formats::Bytes(once), "export", options);
    // What is in a document is in its export.
    if (!again || again->spans() + again->merged != document->spans())
        std::abort();
    return 0;
}
