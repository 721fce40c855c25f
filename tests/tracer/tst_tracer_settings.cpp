// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a setting comes from: code, spanglass.json, the environment, .env, the default, in this order.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <spanglass/service.h>

#include "tracer/settings.h"

using namespace spanglass;
using detail::loadSettings;
using detail::Settings;

class tst_tracer_settings : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_before;

    void write(const QString& name, const QByteArray& content) const
    {
        QVERIFY(QDir(m_place->path()).mkpath(QFileInfo(m_place->filePath(name)).path()));
        QFile file(m_place->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    struct Setting
    {
        const char* inFile;
        const char* inEnvironment;
        const char* byDefault;
        std::function<void(ServiceOptions&, const std::string&)> set;
        std::function<std::string(const Settings&)> get;
        std::array<const char*, 4> values; ///< in code, file, environment, .env
    };
    static const std::vector<Setting>& settings()
    {
        const auto number = [](auto member) {
            return [member](const Settings& all) { return std::to_string(all.*member); };
        };
        static const std::vector<Setting> all{
            {"project",
             "SPANGLASS_PROJECT",
             "",
             [](ServiceOptions& code, const std::string& value) { code.project = value; },
             [](const Settings& read) { return read.project; },
             {"code", "file", "environment", "dotenv"}},
            {"environment",
             "SPANGLASS_ENVIRONMENT",
             "",
             [](ServiceOptions& code, const std::string& value) { code.environment = value; },
             [](const Settings& read) { return read.environment; },
             {"code", "file", "environment", "dotenv"}},
            {"service",
             "OTEL_SERVICE_NAME",
             "",
             [](ServiceOptions& code, const std::string& value) { code.serviceName = value; },
             [](const Settings& read) { return read.serviceName; },
             {"code", "file", "environment", "dotenv"}},
            {"store",
             "SPANGLASS_STORE",
             nullptr,
             [](ServiceOptions& code, const std::string& value) { code.store = value; },
             [](const Settings& read) { return read.store; },
             {"/code", "/file", "/environment", "/dotenv"}},
            {"batch",
             "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
             "100",
             [](ServiceOptions& code, const std::string& value) {
                 code.delivery.batchSize = std::stoi(value);
             },
             number(&Settings::batchSize),
             {"1", "2", "3", "4"}},
            {"flushIntervalMs",
             "OTEL_BSP_SCHEDULE_DELAY",
             "5000",
             [](ServiceOptions& code, const std::string& value) {
                 code.delivery.flushIntervalMs = std::stoi(value);
             },
             number(&Settings::flushIntervalMs),
             {"1", "2", "3", "4"}},
            {"retries",
             "SPANGLASS_RETRIES",
             "3",
             [](ServiceOptions& code, const std::string& value) { code.delivery.retries = std::stoi(value); },
             number(&Settings::retries),
             {"1", "2", "5", "4"}},
            {"breaker.failures",
             "SPANGLASS_BREAKER_FAILURES",
             "5",
             [](ServiceOptions& code, const std::string& value) {
                 code.delivery.breakerFailures = std::stoi(value);
             },
             number(&Settings::breakerFailures),
             {"1", "2", "3", "4"}},
            {"breaker.seconds",
             "SPANGLASS_BREAKER_SECONDS",
             "60",
             [](ServiceOptions& code, const std::string& value) {
                 code.delivery.breakerSeconds = std::stoi(value);
             },
             number(&Settings::breakerSeconds),
             {"1", "2", "3", "4"}},
            {"inlineBytes",
             "SPANGLASS_INLINE_BYTES",
             "4096",
             [](ServiceOptions& code, const std::string& value) { code.inlineBytes = std::stoul(value); },
             number(&Settings::inlineBytes),
             {"1000", "2000", "3000", "4000"}},
            {"cutBytes",
             "SPANGLASS_CUT_BYTES",
             "0",
             [](ServiceOptions& code, const std::string& value) { code.cutBytes = std::stoul(value); },
             number(&Settings::cutBytes),
             {"1001", "2000", "3000", "4000"}},
        };
        return all;
    }

    static QByteArray jsonOf(const QByteArray& name, const QByteArray& value)
    {
        const qsizetype dot = name.indexOf('.');
        return dot < 0 ? "{\"" + name + "\": \"" + value + "\"}"
                       : "{\"" + name.left(dot) + "\": " + jsonOf(name.mid(dot + 1), value) + "}";
    }

private Q_SLOTS:
    void init()
    {
        m_before = QDir::currentPath();
        m_place = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_place->path()).mkpath(QStringLiteral("work/deep")));
        QVERIFY(QDir::setCurrent(m_place->filePath(QStringLiteral("work/deep"))));
        qputenv("XDG_CONFIG_HOME", m_place->filePath(QStringLiteral("config")).toLocal8Bit());
        for (const Setting& setting : settings())
            qunsetenv(setting.inEnvironment);
    }
    void cleanup()
    {
        QDir::setCurrent(m_before);
        for (const char* name :
             {"TRACING_MODE", "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG", "OTEL_SDK_DISABLED",
              "OTEL_RESOURCE_ATTRIBUTES", "LANGFUSE_PUBLIC_KEY", "LANGFUSE_TRACING_ENABLED", "LANGFUSE_HOST"})
            qunsetenv(name);
        m_place.reset();
    }

    void codeBeatsTheFileBeatsTheEnvironmentBeatsDotEnv_data()
    {
        QTest::addColumn<int>("setting");
        for (std::size_t at = 0; at < settings().size(); ++at)
            QTest::newRow(settings()[at].inFile) << int(at);
    }
    void codeBeatsTheFileBeatsTheEnvironmentBeatsDotEnv()
    {
        QFETCH(int, setting);
        const Setting& one = settings()[std::size_t(setting)];
        ServiceOptions code;
        if (one.byDefault != nullptr)
            QCOMPARE(one.get(loadSettings(code)), std::string(one.byDefault));
        write(QStringLiteral("work/deep/.env"),
              "# a comment\nexport " + QByteArray(one.inEnvironment) + "=\"" + one.values[3] + "\"\n");
        QCOMPARE(one.get(loadSettings(code)), std::string(one.values[3]));
        qputenv(one.inEnvironment, one.values[2]);
        QCOMPARE(one.get(loadSettings(code)), std::string(one.values[2]));
        write(QStringLiteral("work/spanglass.json"), jsonOf(one.inFile, one.values[1]));
        QCOMPARE(one.get(loadSettings(code)), std::string(one.values[1]));
        one.set(code, one.values[0]);
        const bool isLeast =
            std::string(one.inFile) == "cutBytes" || std::string(one.inFile) == "inlineBytes";
        QCOMPARE(one.get(loadSettings(code)),
                 isLeast
                     ? std::to_string(std::max(std::stoi(one.values[0]), one.inFile[0] == 'c' ? 1024 : 512))
                     : std::string(one.values[0]));
    }

    void theNearestFileUpwardsIsTakenAndThenTheOneOfTheUser()
    {
        write(QStringLiteral("config/spanglass/spanglass.json"), "{\"project\": \"user's\"}");
        QCOMPARE(loadSettings({}).project, std::string("user's"));
        write(QStringLiteral("spanglass.json"), "{\"project\": \"far\"}");
        QCOMPARE(loadSettings({}).project, std::string("far"));
        write(QStringLiteral("work/spanglass.json"), "{\"project\": \"near\"}");
        QCOMPARE(loadSettings({}).project, std::string("near"));
    }

    void aFileThatIsNoObjectIsNamedAndIgnored()
    {
        write(QStringLiteral("work/spanglass.json"), "{\"project\": ");
        qputenv("SPANGLASS_PROJECT", "environment");
        const Settings settings = loadSettings({});
        QCOMPARE(settings.project, std::string("environment"));
        QCOMPARE(settings.warnings.size(), std::size_t{1});
        QVERIFY(settings.warnings[0].find("work/spanglass.json: ") != std::string::npos);
    }

    void everySpanOfARunHasTheProjectOfItsConfiguration()
    {
        write(QStringLiteral("work/spanglass.json"), "{\"project\": \"from the file\"}");
        qputenv("SPANGLASS_PROJECT", "environment");
        const auto recording = std::make_shared<RecordingProvider>();
        ServiceOptions code;
        code.journal = false;
        code.providers = {recording};
        {
            const TracingService service(code);
            auto trace = spanglass::trace("first");
            auto call = span("call");
            QCOMPARE(traceMetadata().project, std::string("from the file"));
        }
        for (const auto& entry : recording->entries())
            QCOMPARE(entry.context->project, std::string("from the file"));
        QCOMPARE(recording->entries().size(), std::size_t{4});
        QVERIFY(loadSettings({}).resourceJson.find("\"spanglass.project\":\"from the file\"") !=
                std::string::npos);
    }

    void modesSayWhatTakesPart_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<bool>("console");
        QTest::addColumn<int>("destinations");
        QTest::addColumn<int>("warnings");
        QTest::newRow("nothing said") << QByteArray("") << true << false << 0 << 0;
        QTest::newRow("local") << QByteArray("local") << true << false << 0 << 0;
        QTest::newRow("console adds it") << QByteArray("console") << true << true << 0 << 0;
        QTest::newRow("noop") << QByteArray("noop") << false << false << 0 << 0;
        QTest::newRow("several") << QByteArray("postgres, otlp,langfuse") << true << false << 3 << 0;
        QTest::newRow("an unknown one is named") << QByteArray("local,nowhere") << true << false << 0 << 1;
    }
    void modesSayWhatTakesPart()
    {
        QFETCH(QByteArray, mode);
        qputenv("TRACING_MODE", mode);
        const Settings settings = loadSettings({});
        QTEST(settings.enabled, "enabled");
        QTEST(settings.console, "console");
        QTEST(int(settings.destinations.size()), "destinations");
        QTEST(int(settings.warnings.size()), "warnings");
    }

    void openTelemetrysVariablesCount()
    {
        qputenv("OTEL_TRACES_SAMPLER", "parentbased_traceidratio");
        qputenv("OTEL_TRACES_SAMPLER_ARG", "0.25");
        qputenv("OTEL_RESOURCE_ATTRIBUTES", "service.version=1.2,team=blue");
        Settings settings = loadSettings({});
        QCOMPARE(settings.sampling.rule, Sampling::Rule::ratio);
        QCOMPARE(settings.sampling.argument, 0.25);
        QVERIFY(settings.sampling.parentBased);
        QVERIFY(settings.resourceJson.find("\"team\":\"blue\"") != std::string::npos);
        qputenv("OTEL_TRACES_SAMPLER", "always_off");
        settings = loadSettings({});
        QCOMPARE(settings.sampling.rule, Sampling::Rule::never);
        QVERIFY(!settings.sampling.parentBased);
        qputenv("OTEL_SDK_DISABLED", "true");
        QVERIFY(!loadSettings({}).enabled);
    }

    void langfuseIsADestinationWhereItIsNamedAndNotSwitchedOff()
    {
        qputenv("TRACING_MODE", "langfuse");
        qputenv("LANGFUSE_HOST", "https://langfuse.example/");
        Settings settings = loadSettings({});
        QCOMPARE(settings.destinations, std::vector<std::string>{"langfuse"});
        QCOMPARE(settings.traceLinks.at("langfuse"), std::string("https://langfuse.example/trace/"));
        qputenv("LANGFUSE_TRACING_ENABLED", "false");
        QVERIFY(loadSettings({}).destinations.empty());
    }

    /// A program called spanglass stands in for the real one and writes down what it was given.
    void deliveryIsStartedWithWhatWasConfigured()
    {
        write(QStringLiteral("bin/spanglass"), "#!/bin/sh\n(echo \"$@\"; env) > \"$REPORT.new\"\n"
                                               "mv \"$REPORT.new\" \"$REPORT\"\n");
        const QString program = m_place->filePath(QStringLiteral("bin/spanglass"));
        QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFileInfo(program).path().toLocal8Bit() + ":" + path);
        const QString report = m_place->filePath(QStringLiteral("report"));
        qputenv("REPORT", report.toLocal8Bit());
        write(QStringLiteral("work/deep/.env"), "LANGFUSE_PUBLIC_KEY=pk-1\n");
        write(QStringLiteral("work/spanglass.json"), "{\"mode\": \"langfuse\", \"batch\": 7}");
        ServiceOptions code;
        code.store = m_place->filePath(QStringLiteral("store")).toStdString();
        code.delivery.retries = 9;
        {
            const TracingService service(code);
            auto trace = spanglass::trace("one");
            QVERIFY(traceMetadata().links.at("langfuse").ends_with("/trace/" + traceMetadata().trace.hex()));
        }
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(report), 20'000);
        qputenv("PATH", path);
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray given = file.readAll();
        QVERIFY2(
            given.startsWith("serve --sync --until-idle --store " + QByteArray::fromStdString(code.store)),
            given.constData());
        for (const char* variable : {"LANGFUSE_PUBLIC_KEY=pk-1", "TRACING_MODE=langfuse",
                                     "OTEL_BSP_MAX_EXPORT_BATCH_SIZE=7", "SPANGLASS_RETRIES=9"})
            QVERIFY2(given.contains('\n' + QByteArray(variable) + '\n'), variable);
    }
};

QTEST_APPLESS_MAIN(tst_tracer_settings)
#include "tst_tracer_settings.moc"
