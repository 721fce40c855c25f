// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON that simdjson takes must be JSON to the cursor too, walked and skipped; anything else must only not
/// break it.
#include <cstdint>
#include <cstdlib>
#include <simdjson.h>

#include "formats/bytes.h"
#include "formats/json_cursor.h"
#include "formats/json_fault.h"

using namespace spanglass::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Bytes bytes(std::string_view(reinterpret_cast<const char*>(data), size));
    JsonCursor over(bytes.text());
    over.skip();
    const bool skipped = !over.failed() && over.atEnd();
    const auto fault = findFault(bytes.text(), 0);
    simdjson::dom::parser parser;
    simdjson::dom::element element;
    const bool valid = parser.parse(bytes.text().data(), size).get(element) == simdjson::SUCCESS;
    if (valid && (!skipped || fault))
        std::abort();
    return 0;
}
