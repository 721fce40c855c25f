// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs the demo agents as the program they are, so that what is seen is what any agent would give.
#pragma once

#include <QObject>
#include <QProcess>

namespace spanglass::app {

class AgentRunner : public QObject
{
    Q_OBJECT
public:
    /// `store`: the folder the agents record into.
    explicit AgentRunner(const QString& store, QObject* parent = nullptr);
    ~AgentRunner() override; ///< ends the agents; what they recorded stays

public Q_SLOTS:
    void run();

Q_SIGNALS:
    void runningChanged(bool running);
    void failed(const QString& message);

private:
    QString m_store;
    QProcess m_process;
};

} // namespace spanglass::app
