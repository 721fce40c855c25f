// SPDX-License-Identifier: GPL-3.0-or-later
/// Delivers what the store has for as long as this exists and is on: the window's part in what `spanglass
/// sync run` does (sync/delivery_service.h). Threads are started and ended on a thread, so that the window
/// never waits for them; being destroyed takes two seconds at most, and what did not leave by then waits in
/// the store.
#pragma once

#include <QObject>
#include <filesystem>
#include <memory>

#include "models/job_thread.h"

namespace spanglass::app {

class DeliveryHost : public QObject
{
    Q_OBJECT
public:
    explicit DeliveryHost(std::filesystem::path store, QObject* parent = nullptr);
    ~DeliveryHost() override;

    void setOn(bool on);
    [[nodiscard]] bool on() const { return m_on; }

Q_SIGNALS:
    /// It began, or it ended.
    void changed(bool on);

private:
    struct Held;
    std::filesystem::path m_store;
    bool m_on = false;
    std::shared_ptr<Held> m_held; ///< used on the thread only
    models::JobThread m_thread;
};

} // namespace spanglass::app
