// SPDX-License-Identifier: GPL-3.0-or-later
/// One reader (READER) over any bytes: every span's details are read as well, for that is where the parsing
/// that was put off happens.
#include <cstdint>

#include "formats/reader.h"
#include "formats/search.h"

using namespace spanglass;

namespace {
constexpr std::uint32_t mostLookedAt = 500;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto bytes = std::make_shared<const formats::Bytes>(text);
    const formats::OpenOptions options;
    formats::TableBuilder builder(bytes->text(), options);
    if (!formats::READER.read(bytes, builder))
        return 0;
    formats::Document document = builder.finish();
    document.text = bytes;
    for (std::uint32_t row = 0; row < document.spans() && row < mostLookedAt; ++row)
        (void)document.table->details(row);
    formats::search(document, "e\"", [](std::uint32_t) { return true; });
    return 0;
}
