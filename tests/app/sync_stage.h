// SPDX-License-Identifier: GPL-3.0-or-later
/// A store and a home of a test's own for the `sync` verbs: no keychain, no settings of whoever runs it.
#pragma once

#include <QTemporaryDir>

#include "program.h"

namespace spanglass::test {

class SyncStage
{
public:
    /// HOME and XDG are the test's; there is no session bus, and so no keychain.
    [[nodiscard]] QStringList environment(const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("HOME=") + m_home.path(),
                           QStringLiteral("XDG_CONFIG_HOME=") + m_home.path(),
                           QStringLiteral("XDG_DATA_HOME=") + m_home.path(),
                           QStringLiteral("SPANGLASS_STORE=") + store(),
                           QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                           QStringLiteral("XDG_RUNTIME_DIR")} +
               more;
    }
    [[nodiscard]] QString store() const { return m_home.filePath(QStringLiteral("store")); }
    [[nodiscard]] QString home() const { return m_home.path(); }

    /// `spanglass sync WORDS`, with `input` on standard input.
    Outcome sync(const QStringList& words, const QStringList& more = {}, const QByteArray& input = {}) const
    {
        return verb(QStringList{QStringLiteral("sync")} + words, more, input);
    }
    Outcome verb(const QStringList& words, const QStringList& more = {}, const QByteArray& input = {}) const
    {
        QProcess process;
        setUp(process, environment(more));
        process.start(program(), words);
        process.write(input);
        process.closeWriteChannel();
        Outcome outcome;
        if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit)
            outcome.exitCode = process.exitCode();
        outcome.out = process.readAllStandardOutput();
        outcome.err = process.readAllStandardError();
        return outcome;
    }

    /// Runs a demo agent; returns how many spans the store has then.
    int recordSpans(int seed = 1) const
    {
        (void)verb({QStringLiteral("agents"), QStringLiteral("rag"), QStringLiteral("--runs"),
                    QStringLiteral("1"), QStringLiteral("--speed"), QStringLiteral("0"),
                    QStringLiteral("--seed"), QString::number(seed)});
        return storedSpans();
    }
    [[nodiscard]] int storedSpans() const
    {
        int spans = 0;
        const QJsonArray traces = verb({QStringLiteral("traces"), QStringLiteral("--json"),
                                        QStringLiteral("--limit"), QStringLiteral("1000")})
                                      .json()[QStringLiteral("traces")]
                                      .toArray();
        for (const QJsonValue trace : traces)
            spans += trace[QStringLiteral("spans")].toInt();
        return spans;
    }
    /// The destination's object of `sync status --json`.
    [[nodiscard]] QJsonObject status(const QString& name) const
    {
        const QJsonArray all = sync({QStringLiteral("status"), name, QStringLiteral("--json")})
                                   .json()[QStringLiteral("destinations")]
                                   .toArray();
        return all.isEmpty() ? QJsonObject() : all[0].toObject();
    }

private:
    QTemporaryDir m_home;
};

} // namespace spanglass::test
