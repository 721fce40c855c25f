// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outage_switch.h"

namespace spanglass::app {

OutageSwitch::OutageSwitch(QString program, QObject* parent) : QObject(parent), m_program(std::move(program))
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (status != QProcess::NormalExit || code != 0)
            return Q_EMIT failed(tr("%1 could not be switched").arg(m_destination));
        m_goesDown ? (void)m_down.insert(m_destination) : (void)m_down.remove(m_destination);
        Q_EMIT changed();
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(tr("%1 cannot be started: %2").arg(m_program, m_process.errorString()));
    });
}

OutageSwitch::~OutageSwitch()
{
    m_process.disconnect(this);
}

void OutageSwitch::set(const QString& destination, bool down)
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_destination = destination;
    m_goesDown = down;
    m_process.start(m_program, {down ? QStringLiteral("down") : QStringLiteral("up"), destination});
}

} // namespace spanglass::app
