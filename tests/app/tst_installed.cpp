// SPDX-License-Identifier: GPL-3.0-or-later
// What `cmake --install` leaves works from where it is put, and the README's program builds against it.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

namespace {

Outcome runTool(const QString& tool, const QStringList& words, const QStringList& environment = {})
{
    QProcess process;
    setUp(process, environment);
    process.start(tool, words, QIODevice::ReadOnly);
    Outcome outcome;
    if (process.waitForFinished(100'000) && process.exitStatus() == QProcess::NormalExit)
        outcome.exitCode = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

void write(const QString& file, const QString& text)
{
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write(text.toUtf8());
}

/// The first code block of a language in the README.
QString block(const QString& language)
{
    QFile readme(QStringLiteral(SPANGLASS_SOURCE_DIR "/README.md"));
    if (!readme.open(QIODevice::ReadOnly))
        return {};
    const QRegularExpression fence(u"```%1\\n(.*?)```"_s.arg(language),
                                   QRegularExpression::DotMatchesEverythingOption);
    return fence.match(QString::fromUtf8(readme.readAll())).captured(1);
}

} // namespace

class tst_installed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_prefix.isValid());
        const Outcome installed = runTool(u"cmake"_s, {u"--install"_s, QStringLiteral(SPANGLASS_BINARY_DIR),
                                                       u"--prefix"_s, m_prefix.path()});
        QVERIFY2(installed.exitCode == 0, installed.err.constData());
    }

    void everythingIsWhereSystemsLookForIt_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"bin/spanglass", "libexec/spanglass/spanglass-agents", "share/applications/spanglass.desktop",
              "share/metainfo/spanglass.metainfo.xml", "share/mime/packages/spanglass.xml",
              "share/icons/hicolor/scalable/apps/spanglass.svg", "share/man/man1/spanglass.1.gz",
              "share/bash-completion/completions/spanglass", "include/spanglass/tracer.h",
              "include/spanglass/types.h"})
            QTest::newRow(file) << QString::fromUtf8(file);
    }
    void everythingIsWhereSystemsLookForIt()
    {
        QFETCH(QString, file);
        QVERIFY(QFileInfo(m_prefix.filePath(file)).isFile());
    }

    void theInstalledProgramFindsItsAgents()
    {
        QTemporaryDir store;
        const Outcome agents = runTool(
            m_prefix.filePath(u"bin/spanglass"_s),
            {u"agents"_s, u"rag"_s, u"--runs"_s, u"1"_s, u"--speed"_s, u"0"_s, u"--store"_s, store.path()},
            {u"PATH=/nowhere"_s});
        QVERIFY2(agents.exitCode == 0, agents.err.constData());
    }

    void theReadmesProgramBuildsAndIsSeen()
    {
        QTemporaryDir project;
        QTemporaryDir store;
        write(project.filePath(u"main.cpp"_s), block(u"cpp"_s));
        write(project.filePath(u"CMakeLists.txt"_s), u"cmake_minimum_required(VERSION 3.25)\n"
                                                     "project(mine LANGUAGES CXX)\n"
                                                     "add_executable(my_agent main.cpp)\n"_s +
                                                         block(u"cmake"_s));
        const QString build = project.filePath(u"build"_s);
        const Outcome configured = runTool(
            u"cmake"_s, {u"-S"_s, project.path(), u"-B"_s, build, u"-DCMAKE_PREFIX_PATH="_s + m_prefix.path(),
                         u"-DCMAKE_CXX_FLAGS="_s + QStringLiteral(SPANGLASS_SANITIZE_FLAGS)});
        QVERIFY2(configured.exitCode == 0, configured.err.constData());
        const Outcome built = runTool(u"cmake"_s, {u"--build"_s, build});
        QVERIFY2(built.exitCode == 0, built.out.constData());
        const Outcome ran = runTool(build + u"/my_agent"_s, {}, {u"SPANGLASS_STORE="_s + store.path()});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());

        const QJsonArray traces =
            run({u"traces"_s, u"--json"_s, u"--store"_s, store.path()}).json()["traces"_L1].toArray();
        QCOMPARE(traces.size(), 1);
        QCOMPARE(traces[0]["name"_L1].toString(), u"answer"_s);
        QCOMPARE(traces[0]["user"_L1].toString(), u"ada"_s);
        QCOMPARE(traces[0]["spans"_L1].toInt(), 2);
    }

    void pkgConfigKnowsTheTracer()
    {
        const QString folder =
            QFileInfo(m_prefix.filePath(QStringLiteral(SPANGLASS_LIBDIR "/pkgconfig"))).absoluteFilePath();
        const Outcome flags =
            runTool(u"pkg-config"_s, {u"--libs"_s, u"spanglass-tracer"_s}, {u"PKG_CONFIG_PATH="_s + folder});
        QVERIFY2(flags.exitCode == 0, flags.err.constData());
        QVERIFY(flags.out.contains("-lspanglass-tracer"));
        const Outcome sees = runTool(u"pkg-config"_s, {u"--cflags"_s, u"spanglass-tracer"_s},
                                     {u"PKG_CONFIG_PATH="_s + folder});
        QVERIFY2(sees.exitCode == 0, sees.err.constData());

        // A program outside of any build system.
        QTemporaryDir project;
        QTemporaryDir store;
        write(project.filePath(u"main.cpp"_s), block(u"cpp"_s));
        const auto split = [](const QByteArray& words) {
            return QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
        };
        QStringList words = split(sees.out.trimmed());
        words << split(SPANGLASS_SANITIZE_FLAGS) << project.filePath(u"main.cpp"_s) << u"-o"_s
              << project.filePath(u"agent"_s) << split(flags.out.trimmed());
        const Outcome built = runTool(u"c++"_s, words);
        QVERIFY2(built.exitCode == 0, built.err.constData());
        const Outcome ran = runTool(project.filePath(u"agent"_s), {}, {u"SPANGLASS_STORE="_s + store.path()});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        QCOMPARE(
            run({u"traces"_s, u"--json"_s, u"--store"_s, store.path()}).json()["traces"_L1].toArray().size(),
            1);
    }

private:
    QTemporaryDir m_prefix;
};

QTEST_GUILESS_MAIN(tst_installed)
#include "tst_installed.moc"
