// SPDX-License-Identifier: GPL-3.0-or-later
// A child process; the last line of its errors is the cause that is shown.
#include "app/agent_runner.h"

#include <QProcessEnvironment>

#include "app/cli/helper_program.h"

namespace spanglass::app {

AgentRunner::AgentRunner(const QString& store, QObject* parent) : QObject(parent), m_store(store)
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::stateChanged, this,
            [this](QProcess::ProcessState state) { Q_EMIT runningChanged(state != QProcess::NotRunning); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(tr("%1: the demo agents cannot be started: %2")
                              .arg(m_process.program(), m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (status == QProcess::NormalExit && code == 0)
            return;
        const QString said = QString::fromLocal8Bit(m_process.readAllStandardError()).trimmed();
        Q_EMIT failed(
            tr("The demo agents ended early: %1")
                .arg(said.isEmpty() ? m_process.errorString() : said.section(QLatin1Char('\n'), -1)));
    });
}

AgentRunner::~AgentRunner()
{
    m_process.disconnect(this);
    m_process.terminate();
    // They end at once; a stuck one must not keep the window from closing.
    if (!m_process.waitForFinished(1'000))
        m_process.kill();
}

void AgentRunner::run()
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SPANGLASS_STORE"), m_store);
    m_process.setProcessEnvironment(environment);
    m_process.start(
        QString::fromStdString(helperProgram("spanglass-agents")),
        {QStringLiteral("rag"), QStringLiteral("tools"), QStringLiteral("--runs"), QStringLiteral("3")});
}

} // namespace spanglass::app
