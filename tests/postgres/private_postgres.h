// SPDX-License-Identifier: GPL-3.0-or-later
/// A PostgreSQL server of the test's own: on a private socket, in a folder of its own, run as an unprivileged
/// user (made when the test is root, whom Postgres refuses), and everything one can do to it.
///
///     PrivatePostgres server;
///     QVERIFY2(server.start(), server.problem());
///     Connection::open(server.conninfo());
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <csignal>
#include <cstdlib>
#include <string>
#include <unistd.h>

class PrivatePostgres
{
public:
    PrivatePostgres() : m_directory(QStringLiteral("/tmp/spanglass-pg-XXXXXX"))
    {
        const QString installed = QStringLiteral("/usr/lib/postgresql/15/bin");
        m_programs = QDir(installed).exists() ? installed : QString();
    }
    ~PrivatePostgres()
    {
        resume();
        if (m_started)
            run(QStringLiteral("pg_ctl"), {u"-D"_qs, data(), u"-m"_qs, u"immediate"_qs, u"stop"_qs});
        if (m_smallDisk)
            QProcess::execute(u"umount"_qs, {u"-l"_qs, m_directory.path()});
    }
    PrivatePostgres(const PrivatePostgres&) = delete;
    PrivatePostgres& operator=(const PrivatePostgres&) = delete;

    /// Before start: the server's whole folder on a tmpfs of this size (root only).
    bool useSmallDisk(int megabytes)
    {
        m_smallDisk = geteuid() == 0 && QProcess::execute(u"mount"_qs, {u"-t"_qs, u"tmpfs"_qs, u"-o"_qs,
                                                                        u"size=%1m"_qs.arg(megabytes),
                                                                        u"none"_qs, m_directory.path()}) == 0;
        return m_smallDisk;
    }

    /// Makes the cluster the first time, then starts it. `settings` are "name=value" texts.
    bool start(const QStringList& settings = {})
    {
        m_settings = settings;
        const bool first = !m_made;
        if (first && !makeCluster())
            return false;
        // After kill -9 the orphaned backends may hold the shared memory a moment longer: tried again.
        for (int attempt = 0; attempt < 20 && !m_started; ++attempt)
            m_started = startServer();
        return m_started && (!first || (sql(u"CREATE ROLE spanglass LOGIN"_qs, "postgres") &&
                                        sql(u"CREATE DATABASE spanglass OWNER spanglass"_qs, "postgres")));
    }
    bool restart()
    {
        if (m_started)
            run(QStringLiteral("pg_ctl"), {u"-D"_qs, data(), u"-m"_qs, u"fast"_qs, u"-w"_qs, u"stop"_qs});
        m_started = false;
        return start(m_settings);
    }
    void stop()
    {
        run(QStringLiteral("pg_ctl"), {u"-D"_qs, data(), u"-m"_qs, u"fast"_qs, u"-w"_qs, u"stop"_qs});
        m_started = false;
    }
    /// kill -9 of the server and every process of it; `start` brings it back.
    void kill9()
    {
        signalAll(SIGKILL);
        m_started = false;
    }
    /// SIGSTOP to all of it: connections are accepted by the kernel and never answered.
    void freeze()
    {
        signalAll(SIGSTOP);
        m_frozen = true;
    }
    void resume()
    {
        if (m_frozen)
            signalAll(SIGCONT);
        m_frozen = false;
    }

    /// For the owner of everything, or another user or database.
    [[nodiscard]] std::string conninfo(const char* user = "spanglass",
                                       const char* database = "spanglass") const
    {
        return "host=" + m_directory.path().toStdString() + " user=" + user + " dbname=" + database;
    }
    [[nodiscard]] bool isRunning() const { return m_started; }
    [[nodiscard]] bool isAnswering() { return sql(u"SELECT 1"_qs, "postgres"); }
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    [[nodiscard]] const char* problem() const { return m_problem.constData(); }

    /// Runs SQL as the superuser by psql.
    bool sql(const QString& text, const char* database = "spanglass")
    {
        return run(QStringLiteral("psql"),
                   {u"-X"_qs, u"-v"_qs, u"ON_ERROR_STOP=1"_qs, u"-q"_qs, u"-h"_qs, m_directory.path(),
                    u"-U"_qs, u"postgres"_qs, u"-d"_qs, QString::fromLatin1(database), u"-c"_qs, text});
    }

private:
    [[nodiscard]] QString data() const { return m_directory.filePath(u"data"_qs); }

    bool makeCluster()
    {
        if (geteuid() == 0) {
            QProcess::execute(u"sh"_qs, {u"-c"_qs, u"id spanglass-pg >/dev/null 2>&1 || useradd --system"
                                                   " --no-create-home --shell /bin/sh spanglass-pg"_qs});
            QProcess::execute(u"chown"_qs, {u"spanglass-pg"_qs, m_directory.path()});
        }
        m_made =
            run(QStringLiteral("initdb"), {u"-D"_qs, data(), u"-U"_qs, u"postgres"_qs, u"-A"_qs, u"trust"_qs,
                                           u"--no-sync"_qs, u"-E"_qs, u"UTF8"_qs, u"--locale=C.UTF-8"_qs});
        return m_made;
    }

    bool startServer()
    {
        QString options = u"-c listen_addresses='' -c unix_socket_directories=%1 -c fsync=off"
                          " -c max_wal_size=64MB -c min_wal_size=32MB"_qs.arg(m_directory.path());
        for (const QString& setting : m_settings)
            options += u" -c "_qs + setting;
        return run(QStringLiteral("pg_ctl"), {u"-D"_qs, data(), u"-l"_qs, m_directory.filePath(u"log"_qs),
                                              u"-o"_qs, options, u"-w"_qs, u"start"_qs});
    }

    bool run(const QString& program, QStringList arguments)
    {
        QString path = m_programs.isEmpty() ? program : m_programs + u'/' + program;
        if (geteuid() == 0) {
            arguments = QStringList{u"-u"_qs, u"spanglass-pg"_qs, u"--"_qs, path} + arguments;
            path = u"runuser"_qs;
        }
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        // Not a pipe: the server would keep it open for as long as it lives.
        process.setStandardOutputFile(m_directory.filePath(u"said"_qs));
        process.setWorkingDirectory(m_directory.path());
        process.start(path, arguments);
        const bool done = process.waitForStarted() && process.waitForFinished(60'000) &&
                          process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        if (!done) {
            QFile said(m_directory.filePath(u"said"_qs));
            if (said.open(QIODevice::ReadOnly))
                m_problem = program.toUtf8() + ": " + said.readAll();
            QFile log(m_directory.filePath(u"log"_qs));
            if (log.open(QIODevice::ReadOnly))
                m_problem += log.readAll().right(1500);
        }
        return done;
    }

    void signalAll(int signal)
    {
        QFile pidFile(data() + u"/postmaster.pid"_qs);
        if (!pidFile.open(QIODevice::ReadOnly))
            return;
        const int postmaster = pidFile.readLine().trimmed().toInt();
        if (postmaster <= 1)
            return;
        ::kill(postmaster, signal);
        const QStringList processes = QDir(u"/proc"_qs).entryList({u"[0-9]*"_qs}, QDir::Dirs);
        for (const QString& process : processes) {
            QFile stat(u"/proc/%1/stat"_qs.arg(process));
            if (!stat.open(QIODevice::ReadOnly))
                continue;
            const QByteArray line = stat.readAll();
            const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
            if (fields.size() > 1 && fields[1].toInt() == postmaster)
                ::kill(process.toInt(), signal);
        }
    }

    QTemporaryDir m_directory;
    QString m_programs;
    QStringList m_settings;
    QByteArray m_problem;
    bool m_made = false;
    bool m_started = false;
    bool m_frozen = false;
    bool m_smallDisk = false;
};
