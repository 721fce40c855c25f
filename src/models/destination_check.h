// SPDX-License-Identifier: GPL-3.0-or-later
/// Tries a destination: server, login, schema. One attempt at a time, on a thread of its own; nothing is
/// delivered.
///
///     check.run(config, secret);                                   // later: finished(true, "Langfuse 3.1
///     …")
///
/// Destroying it, or running it again, ends an attempt that is under way.
#pragma once

#include <QObject>
#include <filesystem>
#include <memory>
#include <mutex>

#include "models/job_thread.h"
#include "sync/clock.h"
#include "sync/destination.h"
#include "sync/destination_config.h"
#include "sync/secret.h"

namespace spanglass::models {

class DestinationCheck : public QObject
{
    Q_OBJECT
public:
    explicit DestinationCheck(std::filesystem::path store, QObject* parent = nullptr);
    ~DestinationCheck() override;

    /// With `secret`, or where it is empty, with what is kept for `config`.
    void run(const sync::DestinationConfig& config, const sync::Secret& secret = {});
    [[nodiscard]] bool running() const { return m_runs > 0; }

Q_SIGNALS:
    /// `message` says what answered, or the cause; it holds no secret.
    void finished(bool ok, const QString& message);

private:
    struct Attempt;
    void stop();

    std::filesystem::path m_store;
    std::shared_ptr<Attempt> m_attempt;
    int m_runs = 0;
    JobThread m_thread;
};

} // namespace spanglass::models
