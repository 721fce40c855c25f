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
    void requestJoined(QObject* receiver, const std::vector<TraceId>& traces,
                       std::function<void(Table)> done) override;
    void cancelPages() override;
    void requestHistogram(QObject* receiver, const trace::TraceQuery& query, int bins,
                          std::function<void(Histogram)> done) override;
    void requestValues(QObject* receiver, const std::string& key, const std::string& prefix,
                       std::function<void(Texts)> done) override;
    void requestDashboard(QObject* receiver, const trace::TraceQuery& query, int bins,
                          std::shared_ptr<Progress> progress, std::function<void(Dashboard)> done) override;
    void requestMerged(QObject* receiver, const trace::TraceQuery& query, std::int64_t mostSpans,
                       std::shared_ptr<Progress> progress, std::function<void(MergedAnswer)> done) override;
    void requestSessions(QObject* receiver, const store::SessionQuery& query,
                         std::function<void(Sessions)> done) override;
    void requestSessionTraces(QObject* receiver, const std::string& session,
                              std::function<void(Rows)> done) override;
    void addScore(QObject* receiver, TraceId trace, SpanId span, const trace::Score& score,
                  std::function<void(Result<void>)> done) override;
    void requestScores(QObject* receiver, TraceId trace, std::function<void(Scores)> done) override;
    void removeScore(QObject* receiver, std::int64_t id, std::function<void(Result<void>)> done) override;
    void requestRepricing(QObject* receiver, const trace::TraceQuery& query,
                          std::shared_ptr<Progress> progress, std::function<void(Repriced)> done) override;
    void requestCounts(QObject* receiver, std::function<void(Result<store::Counts>)> done);

    void requestChangeCounter(QObject* receiver, std::function<void(Result<std::int64_t>)> done);

private:
    struct Reader;
    std::filesystem::path m_directory;
    std::shared_ptr<Reader> m_reader; ///< used on the thread only
    std::shared_ptr<Reader> m_counter;
    std::shared_ptr<std::atomic<int>> m_pageTicket = std::make_shared<std::atomic<int>>(0);
    std::shared_ptr<std::atomic<int>> m_histogramTicket = std::make_shared<std::atomic<int>>(0);
    JobThread m_thread;
    JobThread m_counting;                  ///< for sums over many traces: the list does not wait for them
    std::unique_ptr<JobThread> m_changing; ///< for what goes through the whole store; made for its first job
};

} // namespace spanglass::models
