// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importer.h"

#include <QUuid>
#include <unordered_set>

#include "app/mask_rules.h"
#include "base/names.h"
#include "base/text.h"
#include "formats/document.h"
#include "receive/journal_sink.h"
#include "receive/masked_sink.h"
#include "receive/span_records.h"
#include "store/keeper.h"
#include "store/store.h"
#include <spanglass/types.h>

namespace spanglass::app {

namespace {

/// Blocks of this many spans go to the journal at once; a span is rarely above a few KB.
constexpr std::uint32_t spansPerBlock = 512;

Result<void> writeSpans(receive::SpanSink& sink, const trace::SpanTable& table)
{
    receive::SpanRecords records(sink);
    formats::OtlpSurroundings around;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        trace::Span span = table.details(row);
        if (row == 0 || span.resource != around.resource || span.scope.name != around.scope.name ||
            span.scope.version != around.scope.version || span.scope.attributes != around.scope.attributes) {
            around.resource = std::move(span.resource);
            around.service = span.service;
            around.scope = std::move(span.scope);
            records.surroundings(around);
        }
        if (!span.sourceId.empty())
            span.attributes.push_back({std::string(names::sourceId), span.sourceId});
        records.span(span, {});
        if (row % spansPerBlock == spansPerBlock - 1)
            if (auto written = sink.write(); !written)
                return written;
    }
    return {};
}

/// What says that part of the file is missing, in its own words.
std::string lossOf(const formats::Document& document)
{
    for (const formats::Warning& warning : document.warnings) {
        if (warning.loss)
            return warning.message;
    }
    return "it is damaged";
}

std::uint64_t countTraces(const trace::SpanTable& table)
{
    return std::unordered_set<TraceId>(table.trace.begin(), table.trace.end()).size();
}

} // namespace

Result<ImportCounts> importFile(const std::filesystem::path& directory, const std::string& file,
                                Damaged damaged)
{
    const auto document = formats::open(file);
    if (!document)
        return tl::unexpected(document.error());
    if (document->incomplete && damaged == Damaged::refused)
        return fail(ErrorKind::format, visibleText(file) + ": " + lossOf(*document) +
                                           "; nothing was imported (--partial takes what is whole)");
    const trace::SpanTable& table = *document->table;
    const auto store = store::Store::open(directory);
    if (!store)
        return tl::unexpected(store.error());
    if (const auto gathered = store::gatherOnce(directory); !gathered)
        return tl::unexpected(gathered.error());

    const std::string batch = file + ' ' + QUuid::createUuid().toString(QUuid::Id128).toStdString();
    {
        receive::JournalSink::Options options;
        options.store = directory;
        options.batch = batch;
        receive::JournalSink sink(std::move(options));
        Masking masking(maskRules());
        const bool masks = !masking.empty();
        receive::MaskedSink masked(sink, std::move(masking));
        if (const auto written = writeSpans(masks ? static_cast<receive::SpanSink&>(masked) : sink, table);
            !written)
            return tl::unexpected(written.error());
        if (const auto committed = sink.commit(); !committed)
            return tl::unexpected(committed.error());
    }
    if (const auto gathered = store::gatherOnce(directory, 60'000); !gathered)
        return tl::unexpected(gathered.error());
    const auto result = store->batch(batch);
    if (!result)
        return tl::unexpected(result.error());
    if (!*result)
        return fail(ErrorKind::unavailable,
                    file + ": was handed over, but " + directory.string() + " does not have it yet");
    return ImportCounts{countTraces(table), table.size(), static_cast<std::uint64_t>((*result)->duplicates),
                        document->rejected};
}

} // namespace spanglass::app
