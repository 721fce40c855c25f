// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "journal/identity.h"
#include "journal/reader.h"
#include "store/keeper_lock.h"
#include "store/place.h"
#include "store/salvage/rebuilder.h"
#include "store/salvage/row_saver.h"
#include "store/salvage/row_scan.h"
#include "store/store_file.h"
#include "store/trace_columns.h"

namespace spanglass::store {
namespace {

constexpr std::uint32_t applicationId = 0x53474c53; ///< "SGLS"
constexpr std::size_t mostLosses = 200;

Result<void> checkPlaces(const std::filesystem::path& store, const std::filesystem::path& out)
{
    if (const auto holder = keeperHolder(store))
        return fail(ErrorKind::unavailable,
                    store.string() + ": is kept by " + holder->text + "; end it first");
    std::error_code error;
    if (std::filesystem::exists(out, error) && !std::filesystem::is_empty(out, error))
        return fail(ErrorKind::refused, out.string() + ": is there already; name a new directory");
    return preparePlace(out);
}

/// One salvage, in the order of its steps.
class Salvage
{
public:
    Salvage(const std::filesystem::path& store, const std::filesystem::path& out, PageFile& pages,
            Database& to)
        : m_store(store), m_out(out), m_pages(pages), m_scan(pages), m_to(to), m_saver(to)
    {
        m_report.pages = pages.pages();
        m_report.damagedFrames = pages.damagedFrames();
    }

    [[nodiscard]] Result<SalvageReport> run()
    {
        readSchema();
        if (auto mine = refuseForeign(); !mine)
            return tl::unexpected(mine.error());
        if (auto saved = saveRows(); !saved)
            return tl::unexpected(saved.error());
        copyJournals();
        Rebuilder rebuilder(m_to, traceIds(), m_nonces, m_report);
        if (auto rebuilt = rebuilder.run(); !rebuilt)
            return tl::unexpected(rebuilt.error());
        noteLosses();
        return std::move(m_report);
    }

private:
    void readSchema()
    {
        m_scan.tree(1, [this](const FoundRow& row) {
            if (row.values.size() != 5 || row.integer(3) <= 0)
                return;
            const std::string type(row.bytes(0));
            const std::string name(row.bytes(1));
            if (type == "table" || (type == "index" && name.starts_with("sqlite_autoindex_traces")))
                m_roots[name] = static_cast<std::uint32_t>(row.integer(3));
        });
    }

    /// One sign is enough: the other may be what was damaged.
    [[nodiscard]] Result<void> refuseForeign()
    {
        const bool signedMine = number32(m_pages.page(1), 68) == applicationId;
        const bool tablesMine = m_roots.contains("spans") && m_roots.contains("traces");
        const bool others = !m_roots.empty() && !tablesMine;
        if (m_pages.pages() == 0 || tablesMine || (signedMine && !others))
            return {};
        bool any = false;
        if (!others)
            RowScan(m_pages).orphans(
                [&any](const FoundRow& row) { any = any || RowSaver::tableOf(row) == "spans"; });
        return any ? Result<void>()
                   : fail(ErrorKind::refused,
                          (m_store / databaseName).string() + ": is no store of Spanglass");
    }

    [[nodiscard]] Result<void> saveRows()
    {
        Transaction transaction(m_to);
        for (const std::string& table : m_saver.tables()) {
            if (const auto root = m_roots.find(table); root != m_roots.end())
                m_scan.tree(root->second, [&](const FoundRow& row) { save(table, row); });
        }
        for (const auto& [name, root] : m_roots) {
            if (name.starts_with("sqlite_autoindex_traces"))
                m_scan.tree(root, [this](const FoundRow& row) { noteTraceId(row, m_indexed); });
        }
        markTrees();
        m_scan.orphans([this](const FoundRow& row) {
            if (row.ofIndex)
                noteTraceId(row, m_guessed);
            else if (const std::string table = RowSaver::tableOf(row); !table.empty())
                save(table, row);
        });
        return transaction.commit();
    }

    /// Pages of the trees that are not copied are no orphans either.
    void markTrees()
    {
        for (const auto& [name, root] : m_roots) {
            if (name.starts_with("span_words") || name.starts_with("trace_words") || name == "totals" ||
                name == "delivery_health")
                m_scan.tree(root, [this, &name = name](const FoundRow& row) {
                    if (name == "totals" && row.values.size() >= 5)
                        m_countedSpans = row.integer(3);
                });
        }
    }

    void save(const std::string& table, const FoundRow& row)
    {
        if (!m_saver.save(table, row))
            addLoss(table + " row " + std::to_string(row.rowId) + " on page " + std::to_string(row.page) +
                    ": is damaged");
    }

    static void noteTraceId(const FoundRow& row, std::map<std::int64_t, TraceId>& to)
    {
        if (row.ofIndex && row.values.size() == 2 && row.bytes(0).size() == 16 && row.integer(1) > 0)
            to.emplace(row.integer(1), traceIdFrom(row.bytes(0)));
    }

    /// The index of payload hashes looks the same when no tree tells them apart.
    [[nodiscard]] std::map<std::int64_t, TraceId> traceIds()
    {
        for (const auto& [row, id] : m_guessed) {
            const std::string bytes = traceIdBytes(id);
            Statement payload = m_to.prepare("SELECT 1 FROM payloads WHERE hash = ?1");
            if (!payload.bindBlob(1, bytes).next())
                m_indexed.emplace(row, id);
        }
        return m_indexed;
    }

    void copyJournals()
    {
        const auto journals = journal::listJournals(m_store);
        if (!journals)
            return addLoss(journals.error().message);
        for (const journal::JournalInfo& info : *journals) {
            if (info.alive)
                ++m_report.livingJournals;
            else if (copyJournal(info))
                ++m_report.journals;
            else
                addLoss(info.directory.string() + ": could not be copied");
        }
    }

    /// With its chunks beside it, under an identity that names them there: the old store keeps its own.
    bool copyJournal(const journal::JournalInfo& info)
    {
        const std::filesystem::path to = m_out / "journals" / info.nonce;
        std::error_code error;
        std::filesystem::create_directories(to, error);
        for (const auto& path : {m_out / "journals", to})
            std::filesystem::permissions(path, std::filesystem::perms::owner_all, error);
        for (const auto& entry : std::filesystem::directory_iterator(info.directory, error)) {
            if (entry.is_regular_file(error) && !entry.is_symlink(error))
                std::filesystem::copy_file(entry.path(), to / entry.path().filename(), error);
        }
        if (error)
            return false;
        auto who = journal::probe(info.directory);
        if (who && !info.chunks.empty() && info.chunks.parent_path() != info.directory) {
            std::filesystem::copy_file(info.chunks, to / "chunks", error);
            who->identity.chunks = (to / "chunks").string();
            std::ofstream(to / "lock", std::ios::trunc) << who->identity.text();
        }
        m_nonces.insert(info.nonce);
        return !error;
    }

    void addLoss(std::string what)
    {
        if (m_report.losses.size() < mostLosses)
            m_report.losses.push_back(std::move(what));
    }

    void noteLosses()
    {
        m_report.lostSpans = std::max<std::int64_t>(0, m_countedSpans - m_report.spans);
        for (const RowScan::Loss& loss : m_scan.losses())
            addLoss((loss.rowId ? "row " + std::to_string(*loss.rowId) : std::string("a row")) + " on page " +
                    std::to_string(loss.page) + ": is damaged");
    }

    std::filesystem::path m_store, m_out;
    PageFile& m_pages;
    RowScan m_scan;
    Database& m_to;
    RowSaver m_saver;
    SalvageReport m_report;
    std::map<std::string, std::uint32_t> m_roots;
    std::map<std::int64_t, TraceId> m_indexed, m_guessed;
    std::set<std::string> m_nonces; ///< whose journals were copied
    std::int64_t m_countedSpans = 0;
};

} // namespace

Result<SalvageReport> salvage(const std::filesystem::path& store, const std::filesystem::path& out)
{
    auto pages = PageFile::open(store / databaseName);
    if (!pages)
        return tl::unexpected(pages.error());
    if (auto places = checkPlaces(store, out); !places)
        return tl::unexpected(places.error());
    auto to = openDatabase(out);
    if (!to)
        return tl::unexpected(to.error());
    auto report = Salvage(store, out, *pages, **to).run();
    if (report) {
        (void)(*to)->emptyWal();
        return report;
    }
    // Nothing was found: nothing is left of the attempt either.
    to->reset();
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(out / (std::string(databaseName) + suffix));
    std::error_code error;
    std::filesystem::remove(out, error);
    return report;
}

} // namespace spanglass::store
