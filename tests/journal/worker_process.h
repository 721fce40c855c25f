// SPDX-License-Identifier: GPL-3.0-or-later
/// Starts journal-worker with a store of its own.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <sys/mman.h>

#include "collected.h"
#include "journal_worker.h"

class Worker
{
public:
    explicit Worker(const QString& store) : m_store(store)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SPANGLASS_STORE"), store);
        environment.insert(QStringLiteral("TRUTH"), truthPath());
        m_process.setProcessEnvironment(environment);
    }

    void setEnvironment(const QString& name, const QString& value)
    {
        auto environment = m_process.processEnvironment();
        environment.insert(name, value);
        m_process.setProcessEnvironment(environment);
    }

    /// Runs to its end; whether it ended by itself.
    bool run(const QStringList& arguments, int limitMs = 60'000)
    {
        start(arguments);
        return m_process.waitForFinished(limitMs) && m_process.exitStatus() == QProcess::NormalExit;
    }
    void start(const QStringList& arguments)
    {
        m_process.start(QStringLiteral(JOURNAL_WORKER), arguments);
        m_process.waitForStarted();
    }
    QProcess& process() { return m_process; }
    QByteArray errors()
    {
        m_process.waitForReadyRead(1); // there is no event loop to do it
        return m_process.readAllStandardError();
    }
    Collected stored() const { return collectStore(m_store.toStdString()); }

    QString truthPath() const { return m_store + QStringLiteral(".truth"); }
    Truth* makeTruth()
    {
        QFile file(truthPath());
        if (!file.open(QIODevice::ReadWrite) || !file.resize(sizeof(Truth)))
            return nullptr;
        void* const memory =
            ::mmap(nullptr, sizeof(Truth), PROT_READ | PROT_WRITE, MAP_SHARED, file.handle(), 0);
        return memory == MAP_FAILED ? nullptr : static_cast<Truth*>(memory);
    }

private:
    QString m_store;
    QProcess m_process;
};
