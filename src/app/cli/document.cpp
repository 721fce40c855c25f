// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/document.h"

#include "formats/document.h"
#include "store/keeper.h"

namespace spanglass::app {

Result<store::Store> gatheredStore(const std::filesystem::path& directory)
{
    if (const auto gathered = store::gatherOnce(directory); !gathered)
        return tl::unexpected(gathered.error());
    return store::Store::open(directory);
}

Result<Table> tableOfTrace(const std::filesystem::path& directory, const std::string& traceId)
{
    const TraceId id = TraceId::fromHex(traceId);
    if (!id.valid())
        return fail(ErrorKind::unavailable, traceId + ": is neither a file nor a trace id (32 hex digits)");
    const auto store = gatheredStore(directory);
    if (!store)
        return tl::unexpected(store.error());
    // The table fetches details through its store's file, so that the Store itself may go.
    return store->trace(id);
}

Result<Table> tableOfFile(const std::string& file)
{
    auto document = formats::open(file);
    if (!document)
        return tl::unexpected(document.error());
    return std::move(document->table);
}

Result<Table> tableOf(const std::filesystem::path& directory, const std::string& source)
{
    std::error_code error;
    if (source == "-" || std::filesystem::exists(source, error))
        return tableOfFile(source);
    return tableOfTrace(directory, source);
}

} // namespace spanglass::app
