// SPDX-License-Identifier: GPL-3.0-or-later
/// Keepers and agents as processes of their own, and a store for them.
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include "store/database.h"
#include "store/keeper.h"
#include "store/store.h"
#include "store/store_file.h"

namespace processes {

using namespace spanglass;
using namespace spanglass::store;

struct Program
{
    Program(const char* path, const QStringList& arguments, const std::filesystem::path& storePath)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SPANGLASS_STORE"), QString::fromStdString(storePath.string()));
        process.setProcessEnvironment(environment);
        process.start(QString::fromLatin1(path), arguments);
        process.waitForStarted();
    }
    ~Program() { kill(); }
    void signal(int number) const { ::kill(static_cast<pid_t>(process.processId()), number); }
    void kill()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill(); // SIGKILL
            process.waitForFinished(30'000);
        }
    }
    bool end()
    {
        process.closeWriteChannel();
        return process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit;
    }
    bool saysOpen()
    {
        QByteArray said = process.readAll();
        while (!said.contains("open") && process.waitForReadyRead(30'000))
            said += process.readAll();
        return said.contains("open");
    }

    QProcess process;
};

struct Place
{
    QTemporaryDir directory;
    std::filesystem::path path = directory.path().toStdString() + "/store";

    [[nodiscard]] std::unique_ptr<Program> agent(int traces) const
    {
        return std::make_unique<Program>(STORE_AGENT, QStringList{QString::number(traces)}, path);
    }
    [[nodiscard]] std::unique_ptr<Program> keeper() const
    {
        return std::make_unique<Program>(STORE_KEEPER, QStringList{QString::fromStdString(path.string())},
                                         path);
    }
    [[nodiscard]] std::int64_t integer(const char* sql) const
    {
        const auto database = Database::open(path / "spanglass.db");
        return database ? (*database)->integer(sql) : -1;
    }
    /// Nothing lost, nothing doubled, sums right, full-text whole.
    void check(std::int64_t traces, std::int64_t spans) const
    {
        const auto counts = Store::open(path)->counts();
        QVERIFY(counts);
        QCOMPARE(counts->traces, traces);
        QCOMPARE(counts->spans, spans);
        QCOMPARE(counts->created, counts->stored + counts->dropped);
        QCOMPARE(integer("SELECT count(*) FROM spans"), spans);
        QCOMPARE(integer("SELECT count(DISTINCT span_id) FROM spans"), spans);
        QCOMPARE(integer("SELECT sum(spans) FROM traces"), spans);
        QCOMPARE(integer("SELECT sum(duplicates) FROM journals"), std::int64_t{0});
        checkWhole();
    }
    /// SQLite and the full-text index find no fault, and nothing waits for more.
    void checkWhole() const
    {
        QCOMPARE(integer("SELECT count(*) FROM span_parts"), std::int64_t{0});
        QCOMPARE(integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
                 std::int64_t{0});
        const auto database = openDatabase(path);
        QVERIFY(database);
        (*database)->execute("INSERT INTO trace_words (trace_words) VALUES ('integrity-check')");
        const auto whole = (*database)->result();
        QVERIFY2(whole, whole ? "" : whole.error().message.c_str());
    }
};

} // namespace processes
