// SPDX-License-Identifier: GPL-3.0-or-later
/// A team's Postgres as a source of traces: listed, searched, opened as the local store is, without a copy of
/// it. What other machines deliver is seen at once (LISTEN); what only a local store can do is refused with
/// the reason (`whyNot`).
///
///     PostgresSource source("service=team");
///     TraceListModel list; list.setSource(&source);
///
/// Questions are answered on a thread, announcements heard on another; both end within a moment when this
/// does, whatever the server does.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "models/job_thread.h"
#include "models/trace_source.h"
#include "sync/secret.h"

namespace spanglass::models {

class PostgresSource : public TraceSource
{
    Q_OBJECT
public:
    /// `conninfo` is anything libpq takes; the password goes beside it.
    explicit PostgresSource(std::string conninfo, sync::Secret password = {}, QObject* parent = nullptr);
    ~PostgresSource() override;

    void requestPage(QObject* receiver, const trace::TraceQuery& query,
                     std::function<void(Page)> done) override;
    void requestRows(QObject* receiver, std::vector<TraceId> traces, std::function<void(Rows)> done) override;
    void requestTrace(QObject* receiver, TraceId trace, std::function<void(Table)> done) override;
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
    /// Connects, or says why not: "db on host:5432 as user".
    void requestPlace(QObject* receiver, std::function<void(Result<QString>)> done);
    [[nodiscard]] QString whyNot(Ability ability) const override;

Q_SIGNALS:
    /// Whether announcements are heard; `message` says what they come from, or why they do not.
    void listening(bool live, const QString& message);

private:
    struct Reader;
    template<class T, class Read> void ask(QObject* receiver, Read read, std::function<void(Result<T>)> done);
    void listen();

    std::string m_conninfo;
    sync::Secret m_password;
    std::stop_source m_stop;
    std::shared_ptr<Reader> m_reader; ///< used on the thread only
    JobThread m_thread;
    std::unique_ptr<QThread> m_listener;
};

} // namespace spanglass::models
