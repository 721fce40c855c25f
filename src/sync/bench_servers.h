// SPDX-License-Identifier: GPL-3.0-or-later
/// Servers of a benchmark's own, on this machine: a Postgres in a folder, and the least HTTP server that
/// takes OTLP.
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"

namespace spanglass::sync {

/// With the settings it comes with, but reachable on its socket only. Ends with the object.
class BenchPostgres
{
public:
    [[nodiscard]] static Result<std::unique_ptr<BenchPostgres>> start();
    ~BenchPostgres();
    BenchPostgres(const BenchPostgres&) = delete;
    BenchPostgres& operator=(const BenchPostgres&) = delete;
    [[nodiscard]] std::string conninfo() const;

private:
    BenchPostgres();
    [[nodiscard]] bool run(const QString& program, const QStringList& arguments) const;
    QTemporaryDir m_folder;
    bool m_runs = false;
};

/// Takes requests one connection after the other, answers each with success, keeps the bodies.
class BenchSink
{
public:
    BenchSink();
    ~BenchSink();
    BenchSink(const BenchSink&) = delete;
    BenchSink& operator=(const BenchSink&) = delete;
    [[nodiscard]] std::string url() const;
    /// How many spans came since the last call; reads the bodies, so not while the clock runs.
    [[nodiscard]] std::int64_t takeSpans();

private:
    void serve();
    [[nodiscard]] bool exchange(int socket, std::string& buffer);

    int m_listener = -1;
    int m_port = 0;
    std::atomic<int> m_connection = -1;
    std::mutex m_mutex;
    std::vector<std::string> m_bodies; ///< as they came, compressed
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

} // namespace spanglass::sync
