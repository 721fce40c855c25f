// SPDX-License-Identifier: GPL-3.0-or-later
/// Gathers every journal of a store into its SQLite file. One process at a time keeps a store: whoever holds
/// `keeper.lock`. Idempotent: killed at any instant, the next keeper goes on where the last commit stood.
///
///     auto keeper = Keeper::start(directory);     // tries for the lock again and again, on a thread of its
///     own connect(keeper.get(), &Keeper::gathered, model, &TraceListModel::refresh);
#pragma once

#include <QObject>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"
#include "journal/reader.h"
#include "store/gatherer.h"

namespace spanglass::store {

/// One round of gathering without a thread: what `traces`, `spans` and `import` do before they read. Where
/// another process keeps the store, waits until it has passed the journals' ends as of now (at most
/// `timeoutMs`).
[[nodiscard]] Result<GatherStats> gatherOnce(const std::filesystem::path& directory, int timeoutMs = 5000);

class Keeper : public QObject
{
    Q_OBJECT
public:
    [[nodiscard]] static std::unique_ptr<Keeper> start(const std::filesystem::path& directory);
    ~Keeper() override; ///< stops within 2 s

    /// This process holds the lock. Any thread.
    [[nodiscard]] bool keeping() const;

Q_SIGNALS:
    /// From the keeper's thread, after a commit that changed something.
    void gathered(qint64 spans);
    /// Something needs the user's eye: disk full, a store that vanished, the lock held by a stopped process.
    void troubled(const QString& message);

private:
    explicit Keeper(const std::filesystem::path& directory);
    void run();
    void report(const std::string& message);
    struct State;
    std::unique_ptr<State> m_state;
};

/// What `spanglass status` prints.
struct StoreStatus
{
    std::string keeper; ///< "pid 1234 (spanglass serve)", or empty
    std::vector<journal::JournalInfo> journals;
};
[[nodiscard]] Result<StoreStatus> storeStatus(const std::filesystem::path& directory);

} // namespace spanglass::store
