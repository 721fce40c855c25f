// SPDX-License-Identifier: GPL-3.0-or-later
/// The local store as a source of traces. Reading happens on a thread of its own, so that a locked or slow
/// store never stops the window.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "models/job_thread.h"
#include "models/trace_source.h"
#include "store/store.h"

namespace spanglass::models {

class StoreSource : public TraceSource
{
    Q_OBJECT
public:
    explicit StoreSource(const std::filesystem::path& directory, QObject* parent = nullptr);
    ~StoreSource() override;

    [[nodiscard]] const std::filesystem::path& directory() const { return m_directory; }

    void requestPage(QObject* receiver, const trace::TraceQuery& query,
                     std::function<void(Page)> done) override;
    void requestRows(QObject* receiver, std::vector<TraceId> traces, std::function<void(Rows)> done) override;
    void requestTrace(QObject* receiver, TraceId trace, std::function<void(Table)> done) override;
    void requestCounts(QObject* receiver, std::function<void(Result<store::Counts>)> done);

    void requestChangeCounter(QObject* receiver, std::function<void(Result<std::int64_t>)> done);

private:
    struct Reader;
    std::filesystem::path m_directory;
    std::shared_ptr<Reader> m_reader; ///< used on the thread only
    JobThread m_thread;
};

} // namespace spanglass::models
