// SPDX-License-Identifier: GPL-3.0-or-later
/// The schema in a real server: made once by any number of programs, refused with the reason, guarded by
/// project.
#include <QtTest>
#include <future>

#include "postgres/private_postgres.h"
#include "postgres/schema.h"
#include "postgres/writer.h"

using namespace spanglass;
using namespace spanglass::postgres;
using namespace std::chrono_literals;

class TestPostgresSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(u"/usr/lib/postgresql/15/bin/initdb"_qs) &&
            QStandardPaths::findExecutable(u"initdb"_qs).isEmpty())
            QSKIP("PostgreSQL is not installed");
        QVERIFY2(m_server.start(), m_server.problem());
    }
    void init() { QVERIFY2(m_server.sql(u"DROP SCHEMA IF EXISTS spanglass CASCADE"_qs), m_server.problem()); }

    void fourProgramsAtOnceMakeItOnce()
    {
        std::vector<std::future<std::string>> programs;
        for (int i = 0; i < 4; ++i)
            programs.push_back(std::async(std::launch::async, [&] {
                auto connection = Connection::open(m_server.conninfo());
                if (!connection)
                    return connection.error().message;
                const auto prepared = prepareSchema(**connection);
                return prepared ? std::string() : prepared.error().message;
            }));
        for (auto& program : programs)
            if (const std::string problem = program.get(); !problem.empty())
                QFAIL(problem.c_str());
        auto connection = open();
        QCOMPARE(one(*connection, "SELECT count(*) FROM spanglass.migrations"),
                 std::to_string(schemaVersion));
        QCOMPARE(installedVersion(*connection).value(), schemaVersion);
    }

    /// Made by an older program and filled: upgraded in place by whoever comes first, nothing lost.
    void anOlderSchemaIsUpgradedOnceWithItsRows()
    {
        auto old = open();
        QVERIFY(old->execute("BEGIN;" + migrationSql(0, {}, 1) + "COMMIT"));
        QCOMPARE(installedVersion(*old).value(), 1);
        QVERIFY(
            old->execute("INSERT INTO spanglass.scores VALUES ('t', '', 'quality', 7, 'p', '0.5', 'fine')"));
        std::vector<std::future<bool>> programs;
        for (int i = 0; i < 3; ++i)
            programs.push_back(std::async(std::launch::async, [&] {
                auto connection = Connection::open(m_server.conninfo());
                return connection && prepareSchema(**connection);
            }));
        for (auto& program : programs)
            QVERIFY(program.get());
        QCOMPARE(installedVersion(*old).value(), schemaVersion);
        QCOMPARE(one(*old, "SELECT count(*) FROM spanglass.migrations"), std::to_string(schemaVersion));
        QCOMPARE(one(*old, "SELECT name || value || comment || (time_ns IS NULL) FROM spanglass.scores"),
                 "quality0.5finetrue");
    }

    void aRoleThatMayNotUpgradeIsGivenTheRestOfTheSql()
    {
        auto old = open();
        QVERIFY(old->execute("BEGIN;" + migrationSql(0, {}, 1) + "COMMIT"));
        QVERIFY(m_server.sql(u"DROP ROLE IF EXISTS upgrader; CREATE ROLE upgrader LOGIN;"
                             " GRANT USAGE ON SCHEMA spanglass TO upgrader;"
                             " GRANT ALL ON ALL TABLES IN SCHEMA spanglass TO upgrader"_qs));
        auto other = Connection::open(m_server.conninfo("upgrader"));
        QVERIFY(other);
        const auto prepared = prepareSchema(**other);
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().kind, FailureKind::settings);
        QVERIFY(old->execute("BEGIN;" + migrationSql(installedVersion(**other).value()) + "COMMIT"));
        QVERIFY(prepareSchema(**other));
        QVERIFY(m_server.sql(u"DROP SCHEMA spanglass CASCADE; DROP ROLE upgrader"_qs));
    }

    void aNewerSchemaStops()
    {
        auto connection = open();
        QVERIFY(prepareSchema(*connection));
        QVERIFY(connection->execute("INSERT INTO spanglass.migrations VALUES (99)"));
        const auto prepared = prepareSchema(*connection);
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().kind, FailureKind::schema);
        QVERIFY(prepared.error().message.find("version 99") != std::string::npos);
    }

    void aRoleThatMayNotIsToldWhatToDoAndThePrintedSqlDoesIt()
    {
        QVERIFY(m_server.sql(u"DROP ROLE IF EXISTS writer; CREATE ROLE writer LOGIN"_qs));
        auto connection = Connection::open(m_server.conninfo("writer"));
        QVERIFY(connection);
        const auto prepared = prepareSchema(**connection);
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().kind, FailureKind::settings);
        QVERIFY(prepared.error().message.find("printed SQL") != std::string::npos);
        auto owner = open();
        QVERIFY(owner->execute("BEGIN;" + migrationSql(0) + "COMMIT"));
        QCOMPARE(installedVersion(*owner).value(), schemaVersion);
    }

    void anInterruptedMigrationLeavesNothing()
    {
        auto connection = open();
        QVERIFY(connection->execute("CREATE SCHEMA spanglass; CREATE TABLE spanglass.scores (x int)"));
        QVERIFY(!prepareSchema(*connection));
        QCOMPARE(one(*connection, "SELECT to_regclass('spanglass.traces') IS NULL"), "t");
    }

    void othersSeeOnlyTheirProjects()
    {
        auto owner = open();
        QVERIFY(prepareSchema(*owner));
        write(*owner, 1, "alpha");
        write(*owner, 2, "beta");
        QVERIFY(m_server.sql(u"DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN"_qs));
        QVERIFY(owner->execute("GRANT USAGE ON SCHEMA spanglass TO reader;"
                               "GRANT SELECT ON ALL TABLES IN SCHEMA spanglass TO reader;"
                               "INSERT INTO spanglass.project_members VALUES ('alpha', 'reader')"));
        auto reader = Connection::open(m_server.conninfo("reader"));
        QVERIFY(reader);
        for (const char* table : {"traces", "spans", "pipeline_traces", "pipeline_spans"}) {
            const auto sql = std::string("SELECT string_agg(DISTINCT project, ',') FROM spanglass.") + table;
            QCOMPARE(one(**reader, sql), "alpha");
        }
        QCOMPARE(one(*owner, "SELECT count(*) FROM spanglass.spans"), "2");
        QVERIFY(owner->execute("UPDATE spanglass.project_members SET project = '*'"));
        QCOMPARE(one(**reader, "SELECT count(*) FROM spanglass.spans"), "2");
    }

    void theSameTablesWorkPartitionedByDay()
    {
        auto connection = open();
        QVERIFY(prepareSchema(*connection, {.partitionSpans = true}));
        QVERIFY(connection->execute("CREATE TABLE spanglass.spans_1970 PARTITION OF spanglass.spans"
                                    " FOR VALUES FROM ('1970-01-01') TO ('1970-01-02')"));
        write(*connection, 1, "p");
        write(*connection, 1, "p");
        write(*connection, 2, "p", 1'700'000'000'000'000'000);
        QCOMPARE(one(*connection, "SELECT count(*) FROM spanglass.spans_1970"), "1");
        QCOMPARE(one(*connection, "SELECT count(*) FROM spanglass.spans_default"), "1");
    }

    void everyKeyHoldsTheTraceId()
    {
        auto connection = open();
        QVERIFY(prepareSchema(*connection));
        QCOMPARE(one(*connection, "SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
                                  " WHERE c.relnamespace = 'spanglass'::regnamespace AND i.indisunique"
                                  " AND c.relname IN ('traces', 'spans', 'payloads', 'scores')"
                                  " AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid"
                                  "   AND a.attnum = ANY (i.indkey) AND a.attname = 'trace_id')"),
                 "0");
        QCOMPARE(one(*connection, "SELECT count(*) FROM pg_constraint WHERE contype = 'f'"
                                  " AND connamespace = 'spanglass'::regnamespace"),
                 "0");
    }

private:
    std::unique_ptr<Connection> open()
    {
        auto connection = Connection::open(m_server.conninfo());
        if (!connection)
            qFatal("%s", connection.error().message.c_str());
        return std::move(*connection);
    }
    static std::string one(Connection& connection, const std::string& sql)
    {
        const auto rows = connection.execute(sql);
        return rows ? std::string(rows->text(0, 0)) : rows.error().message;
    }
    static void write(Connection& connection, std::uint64_t id, const char* project, std::int64_t startNs = 0)
    {
        trace::TraceRow row;
        row.id = {0, id};
        row.project = project;
        trace::Span span;
        span.trace = row.id;
        span.id = {id};
        span.startUnixNs = startNs;
        const SpanRow spanRow{&span, project, 0};
        const auto written = Writer(connection).write({{&row, 1}, {&spanRow, 1}, {}});
        QVERIFY2(written, written ? "" : written.error().message.c_str());
    }

    PrivatePostgres m_server;
};

QTEST_GUILESS_MAIN(TestPostgresSchema)
#include "tst_postgres_schema.moc"
