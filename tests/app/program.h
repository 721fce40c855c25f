// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs the built programs as a user's shell would: words in, exit code and both outputs back.
///
///     const Outcome outcome = run({"traces", "--store", dir, "--json"});
///     QCOMPARE(outcome.exitCode, 0);
///     outcome.json()["traces"]
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace spanglass::test {

struct Outcome
{
    int exitCode = -1; ///< -1: it crashed or did not end within a minute
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// The path of a program of the build, beside the test itself.
inline QString program(const QString& name = QStringLiteral("spanglass"))
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

/// `environment` holds NAME=VALUE to set and NAME to unset.
inline void setUp(QProcess& process, const QStringList& environment)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString& entry : environment) {
        const qsizetype equals = entry.indexOf(u'=');
        if (equals < 0)
            variables.remove(entry);
        else
            variables.insert(entry.left(equals), entry.mid(equals + 1));
    }
    process.setProcessEnvironment(variables);
}

inline Outcome run(const QStringList& words, const QStringList& environment = {},
                   const QString& name = QStringLiteral("spanglass"))
{
    QProcess process;
    setUp(process, environment);
    process.start(program(name), words, QIODevice::ReadOnly);
    Outcome outcome;
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
        outcome.exitCode = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

} // namespace spanglass::test
