// SPDX-License-Identifier: GPL-3.0-or-later
/// Spans into a real server and back: exactly once whatever is repeated, without loss whatever they hold, and
/// with the cause in the message whatever goes wrong.
#include <QtTest>
#include <limits>
#include <set>
#include <thread>

#include "postgres/answer_thief.h"
#include "postgres/listener.h"
#include "postgres/private_postgres.h"
#include "postgres/reader.h"
#include "postgres/schema.h"
#include "postgres/writer.h"

using namespace spanglass;
using namespace spanglass::postgres;
using namespace std::chrono_literals;
using namespace std::string_literals;

class TestPostgresWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(u"/usr/lib/postgresql/15/bin/initdb"_qs) &&
            QStandardPaths::findExecutable(u"initdb"_qs).isEmpty())
            QSKIP("PostgreSQL is not installed");
        QVERIFY2(m_server.start(), m_server.problem());
        m_connection = open();
        QVERIFY(prepareSchema(*m_connection));
    }
    void init()
    {
        QVERIFY(m_connection->execute("TRUNCATE spanglass.traces, spanglass.spans, spanglass.payloads"));
    }

    void aSpanComesBackAsItWas()
    {
        trace::Span span = richSpan();
        const trace::Score score{"quality", 0.9, "good\0"s};
        write({span}, {score});
        auto reader = Reader::open(m_server.conninfo());
        QVERIFY(reader);
        const auto back = reader->span(span.trace, span.id);
        QVERIFY(back && *back);
        expectSame(**back, span);
        QCOMPARE((*back)->scores.size(), 1u);
        QCOMPARE((*back)->scores[0].comment, "good\0"s);
        QVERIFY((*back)->scores[0].value == trace::Value(0.9));
    }

    void largeInputsLieInPayloads()
    {
        trace::Span span = richSpan();
        span.input = std::string(300'000, 'x') + "\0"s;
        span.attributes = {{"input.value", span.input}};
        write({span});
        QCOMPARE(one("SELECT input IS NULL FROM spanglass.spans"), "t");
        QCOMPARE(one("SELECT count(*) FROM spanglass.payloads"), "1");
        auto reader = Reader::open(m_server.conninfo());
        const auto back = reader->span(span.trace, span.id);
        QVERIFY((*back)->input == span.input);
        QVERIFY((*back)->attributes == span.attributes);
    }

    void repeatsLeaveOneRowAndAnEndIsNeverUndone()
    {
        trace::Span span = richSpan();
        trace::Span running = span;
        running.state = trace::State::running;
        running.durationNs.reset();
        write({running});
        QCOMPARE(one("SELECT state FROM spanglass.spans"), "running");
        write({span});
        write({span, span});
        write({running});
        QCOMPARE(one("SELECT string_agg(state, ',') FROM spanglass.spans"), "ended");
        QCOMPARE(one("SELECT duration_ns FROM spanglass.spans"), std::to_string(*span.durationNs));
    }

    void twoContentsUnderOneIdAreBothKept()
    {
        const trace::Span span = richSpan();
        const std::array rows{SpanRow{&span, "", 0}, SpanRow{&span, "", 1}};
        QVERIFY(Writer(*m_connection).write({{}, rows, {}}));
        QCOMPARE(one("SELECT count(*) FROM spanglass.spans"), "2");
    }

    void valuesThatPostgresRefusesAreKept_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("an escaped NUL") << QByteArray(R"({"a":"\u0000"})");
        QTest::newRow("a lone surrogate") << QByteArray(R"(["\ud800"])");
        QTest::newRow("nesting 100,000 deep") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
        QTest::newRow("one key twice") << QByteArray(R"({"a":1,"a":2})");
        QTest::newRow("a number of any size") << QByteArray("[1e400000000]");
        QTest::newRow("no JSON at all") << QByteArray("{NaN}");
        QTest::newRow("the year 300000") << QByteArray(R"({"at":"+300000-01-01T00:00:00Z"})");
    }
    void valuesThatPostgresRefusesAreKept()
    {
        QFETCH(QByteArray, json);
        trace::Span span = richSpan();
        span.output = trace::Json{json.toStdString()};
        span.attributes = {{"k\0ey"s, trace::Json{json.toStdString()}}, {"nan", std::nan("")}};
        span.name = "\xed\xa0\x80 \0"s;
        write({span});
        auto reader = Reader::open(m_server.conninfo());
        const auto back = reader->span(span.trace, span.id);
        QCOMPARE((*back)->name, span.name);
        QCOMPARE(withoutSpaces(std::get<trace::Json>((*back)->output).text),
                 withoutSpaces(json.toStdString()));
        QCOMPARE((*back)->attributes.size(), 2u);
    }

    void timesAtTheEndsOfTheirRangeAreKept_data()
    {
        QTest::addColumn<qint64>("startNs");
        QTest::newRow("the last nanosecond") << std::numeric_limits<qint64>::max();
        QTest::newRow("the first nanosecond") << std::numeric_limits<qint64>::min();
        QTest::newRow("before 1970") << qint64{-1};
    }
    void timesAtTheEndsOfTheirRangeAreKept()
    {
        QFETCH(qint64, startNs);
        trace::Span span = richSpan();
        span.startUnixNs = startNs;
        span.durationNs = 0;
        write({span});
        auto reader = Reader::open(m_server.conninfo());
        const auto back = reader->span(span.trace, span.id);
        QVERIFY(back && *back);
        QCOMPARE(qint64{(*back)->startUnixNs}, startNs);
    }

    void aSpanBeyondAnyRowIsRejectedByName()
    {
        trace::Span span = richSpan();
        span.attributes = {{"big", std::string(largestRowBytes + 1, 'x')}};
        const SpanRow row{&span, "", 0};
        const auto written = Writer(*m_connection).write({{}, {&row, 1}, {}});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, FailureKind::rejected);
        QVERIFY(written.error().message.find(span.id.hex()) != std::string::npos);
        QVERIFY(m_connection->execute("SELECT 1"));
    }

    void tracesPageInEveryOrderAndSearch()
    {
        std::vector<trace::TraceRow> rows;
        for (int i = 0; i < 25; ++i) {
            trace::TraceRow row;
            row.id = {1, static_cast<std::uint64_t>(i + 1)};
            row.name = i % 5 == 0 ? "answer 100%" : "plan";
            row.startUnixNs = 1000 + i / 2;
            row.durationNs = i == 3 ? std::nullopt : std::optional<std::int64_t>(i * 7 % 11);
            row.status = i == 3 ? trace::TraceStatus::running : trace::TraceStatus::ok;
            row.cost = Decimal::parse("0." + std::to_string(i * 3 % 7));
            row.tokens.total = i;
            row.user = "ada";
            row.tags = {"t\0"s};
            rows.push_back(row);
        }
        QVERIFY(Writer(*m_connection).write({rows, {}, {}}));
        auto reader = Reader::open(m_server.conninfo());
        QVERIFY(reader);
        for (const auto order :
             {trace::TraceOrder::newest, trace::TraceOrder::oldest, trace::TraceOrder::longest,
              trace::TraceOrder::costliest, trace::TraceOrder::mostTokens}) {
            std::set<TraceId> seen;
            trace::TraceQuery query{.text = "", .order = order, .limit = 4, .after = ""};
            do {
                const auto page = reader->traces(query);
                QVERIFY2(page, page ? "" : page.error().message.c_str());
                for (const auto& row : page->rows)
                    QVERIFY(seen.insert(row.id).second);
                query.after = page->next;
            } while (!query.after.empty());
            QCOMPARE(seen.size(), 25u);
        }
        QCOMPARE(reader->traces({.text = "name:*100%* user:*ada*", .order = {}, .limit = 100, .after = ""})
                     ->rows.size(),
                 5u);
        QCOMPARE(reader->traceRow({1, 4}).value()->status, trace::TraceStatus::running);
        QCOMPARE(reader->traceRow({1, 4}).value()->tags.front(), "t\0"s);
    }

    void aTraceOpensAsATableAndANotifyNamesIt()
    {
        auto listener = Listener::open(m_server.conninfo());
        QVERIFY(listener);
        trace::Span root = richSpan();
        trace::Span child = root;
        child.id = {77};
        child.parent = root.id;
        child.startUnixNs += 5;
        write({root, child});
        const auto heard = listener->wait(20s);
        QVERIFY(heard && *heard);
        QVERIFY(**heard == std::vector{root.trace});
        auto reader = Reader::open(m_server.conninfo());
        const auto table = reader->trace(root.trace);
        QVERIFY(table);
        QCOMPARE((*table)->size(), 2u);
        QCOMPARE((*table)->parent[1], 0u);
        const trace::Span details = (*table)->details(1);
        QCOMPARE(details.attributes.size(), child.attributes.size());
        QVERIFY(details.input == child.input);
    }

    void failuresNameTheirCause_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing database")
            << "dbname=nowhere" << int(FailureKind::settings) << "\"nowhere\" does not exist";
        QTest::newRow("unknown role")
            << "user=nobody7" << int(FailureKind::settings) << "\"nobody7\" does not exist";
        QTest::newRow("TLS required where there is none")
            << "host=127.0.0.1 port=1 sslmode=require" << int(FailureKind::unreachable) << "refused";
        QTest::newRow("no such service") << "service=none_such" << int(FailureKind::settings) << "none_such";
        QTest::newRow("nonsense") << "flavour=sweet" << int(FailureKind::settings) << "flavour";
    }
    void failuresNameTheirCause()
    {
        QFETCH(QString, what);
        QFETCH(int, kind);
        QFETCH(QString, says);
        const auto opened = Connection::open(m_server.conninfo() + " " + what.toStdString(), "pw-CANARY-19");
        QVERIFY(!opened);
        QVERIFY2(QString::fromStdString(opened.error().message).contains(says),
                 opened.error().message.c_str());
        QCOMPARE(int(opened.error().kind), kind);
        QVERIFY(opened.error().message.find("CANARY") == std::string::npos);
    }

    void aWrongPasswordIsASettingAndNeverShown()
    {
        QVERIFY(m_server.sql(u"ALTER ROLE spanglass PASSWORD 'right'"_qs));
        const QString hba = m_server.directory() + u"/data/pg_hba.conf"_qs;
        QFile file(hba);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray before = file.readAll();
        file.seek(0);
        file.write("local all spanglass scram-sha-256\n" + before);
        file.close();
        QVERIFY(m_server.sql(u"SELECT pg_reload_conf()"_qs));
        // The reload reaches the next connections a moment later: until one is refused.
        QTRY_VERIFY_WITH_TIMEOUT(!Connection::open(m_server.conninfo(), "CANARY-wrong"), 20'000);
        const auto wrong = Connection::open(m_server.conninfo(), "CANARY-wrong");
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, FailureKind::settings);
        QCOMPARE(wrong.error().sqlState, "28P01"s);
        QVERIFY(wrong.error().message.find("CANARY") == std::string::npos);
        QVERIFY(Connection::open(m_server.conninfo(), "right"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(before);
        file.close();
        QVERIFY(m_server.sql(u"SELECT pg_reload_conf()"_qs));
        QTRY_VERIFY_WITH_TIMEOUT(Connection::open(m_server.conninfo()).has_value(), 20'000);
    }

    void aReadOnlyServerIsASetting()
    {
        auto connection = open();
        QVERIFY(connection->execute("SET default_transaction_read_only = on"));
        const trace::Span span = richSpan();
        const SpanRow row{&span, "", 0};
        const auto written = Writer(*connection).write({{}, {&row, 1}, {}});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, FailureKind::settings);
    }

    void aLockThatIsHeldIsWaitedForUpToTheDeadline()
    {
        auto other = open();
        QVERIFY(other->execute("BEGIN; LOCK TABLE spanglass.spans IN ACCESS EXCLUSIVE MODE"));
        auto connection = Connection::open(m_server.conninfo(), {}, 400ms);
        QVERIFY(connection);
        const trace::Span span = richSpan();
        const SpanRow row{&span, "", 0};
        const auto written = Writer(**connection).write({{}, {&row, 1}, {}});
        QVERIFY(!written);
        QVERIFY(written.error().kind == FailureKind::busy ||
                written.error().kind == FailureKind::unreachable);
    }

    void aStoppedServerCostsTheDeadlineAndCancelWorks()
    {
        auto connection = Connection::open(m_server.conninfo(), {}, 500ms);
        auto patient = open();
        patient->setDeadline(120s);
        QVERIFY(connection);
        m_server.freeze();
        const auto asked = (*connection)->execute("SELECT 1");
        std::thread canceller([&] { patient->cancel(); });
        const auto cancelled = patient->execute("SELECT 1");
        canceller.join();
        const auto opened = Connection::open(m_server.conninfo(), {}, 500ms);
        m_server.resume();
        QVERIFY(!asked && asked.error().kind == FailureKind::unreachable);
        QVERIFY(!cancelled && cancelled.error().kind == FailureKind::cancelled);
        QVERIFY(!opened && opened.error().kind == FailureKind::unreachable);
    }

    void aHalfOpenLineCostsTheDeadline()
    {
        const QTemporaryDir folder;
        const std::string socket =
            "/.s.PGSQL." +
            (qEnvironmentVariableIsSet("PGPORT") ? qgetenv("PGPORT").toStdString() : std::string("5432"));
        AnswerThief line(folder.path().toStdString(), socket.substr(1),
                         m_server.directory().toStdString() + socket);
        const std::string conninfo =
            "host=" + folder.path().toStdString() + " user=spanglass dbname=spanglass";
        auto connection = Connection::open(conninfo, {}, 500ms);
        QVERIFY2(connection, connection ? "" : connection.error().message.c_str());
        const trace::Span span = richSpan();
        const SpanRow row{&span, "", 0};
        line.silent = true;
        const auto written = Writer(**connection).write({{}, {&row, 1}, {}});
        QVERIFY(!written && written.error().kind == FailureKind::unreachable);
        const auto opened = Connection::open(conninfo, {}, 500ms);
        QVERIFY(!opened && opened.error().kind == FailureKind::unreachable);
        line.silent = false;
        auto again = Connection::open(conninfo);
        QVERIFY(again);
        QVERIFY(Writer(**again).write({{}, {&row, 1}, {}}));
        QCOMPARE(one("SELECT count(*) FROM spanglass.spans"), "1");
    }

    void openingAtAStoppedServerEndsWhenItIsAskedTo()
    {
        m_server.freeze();
        std::stop_source stop;
        std::thread stopper([&] { stop.request_stop(); });
        const auto opened = Connection::open(m_server.conninfo(), {}, 120s, stop.get_token());
        stopper.join();
        m_server.resume();
        QVERIFY(!opened && opened.error().kind == FailureKind::cancelled);
    }

    void aServerKilledMidwayIsUnreachableAndTheRetryLeavesOneRow()
    {
        auto connection = open();
        write({richSpan()});
        m_server.kill9();
        const trace::Span span = richSpan();
        const SpanRow row{&span, "", 0};
        const auto broken = Writer(*connection).write({{}, {&row, 1}, {}});
        QVERIFY(!broken && broken.error().kind == FailureKind::unreachable);
        QVERIFY2(m_server.start(), m_server.problem());
        m_connection = open();
        write({span});
        QCOMPARE(one("SELECT count(*) FROM spanglass.spans"), "1");
    }

private:
    std::unique_ptr<Connection> open()
    {
        auto connection = Connection::open(m_server.conninfo());
        if (!connection)
            qFatal("%s", connection.error().message.c_str());
        return std::move(*connection);
    }
    std::string one(const std::string& sql)
    {
        const auto rows = m_connection->execute(sql);
        return rows ? std::string(rows->text(0, 0)) : rows.error().message;
    }
    void write(const std::vector<trace::Span>& spans, const std::vector<trace::Score>& scores = {})
    {
        std::vector<SpanRow> rows;
        for (const trace::Span& span : spans)
            rows.push_back({&span, "p", 0});
        std::vector<ScoreRow> scoreRows;
        for (const trace::Score& score : scores)
            scoreRows.push_back(
                {spans[0].trace, spans[0].id, "p", static_cast<std::int64_t>(scoreRows.size()), &score});
        const auto written = Writer(*m_connection).write({{}, rows, scoreRows});
        QVERIFY2(written, written ? "" : written.error().message.c_str());
    }
    static std::string withoutSpaces(std::string text)
    {
        std::erase(text, ' ');
        return text;
    }

    static trace::Span richSpan()
    {
        trace::Span span;
        span.trace = {0x0123456789abcdef, 0xfedcba9876543210};
        span.id = {0x1122334455667788};
        span.sourceId = "run-17";
        span.name = "chat";
        span.kind = Kind::llm;
        span.service = "agent";
        span.level = Level::warning;
        span.startUnixNs = 1'700'000'000'123'456'789;
        span.durationNs = 1'234'567'891;
        span.status = Status::error;
        span.statusMessage = "it broke\0"s;
        span.flags = trace::flagEndedLate;
        span.model = "m-1";
        span.tokens = {1200, 200, 50, 10, 1250};
        span.cost = Decimal::parse("0.045");
        span.timeToFirstTokenNs = 42;
        span.input = "what?"s;
        span.output = trace::Json{R"({"answer":7})"};
        span.attributes = {{"input.value", span.input}, {"n", std::int64_t{7}}, {"x", 0.5}};
        span.events = {{1'700'000'000'200'000'000, "exception", {{"exception.type", "Oops"s}}}};
        span.links = {{{1, 2}, {3}, "a=b", {{"k", true}}}};
        span.resource = {{"service.name", "agent"s}};
        span.scope = {"lib", "1.2", {{"s", std::int64_t{1}}}};
        return span;
    }
    static void sorted(trace::Attributes& attributes)
    {
        std::sort(attributes.begin(), attributes.end(),
                  [](const auto& a, const auto& b) { return a.key < b.key; });
    }
    static void expectSame(trace::Span back, trace::Span span)
    {
        QCOMPARE(back.trace.hex(), span.trace.hex());
        QCOMPARE(back.sourceId, span.sourceId);
        QCOMPARE(back.name, span.name);
        QCOMPARE(back.kind, span.kind);
        QCOMPARE(back.level, span.level);
        QCOMPARE(back.startUnixNs, span.startUnixNs);
        QVERIFY(back.durationNs == span.durationNs);
        QCOMPARE(back.statusMessage, span.statusMessage);
        QCOMPARE(back.flags, span.flags);
        QVERIFY(back.tokens.cached == span.tokens.cached && back.tokens.total == span.tokens.total);
        QCOMPARE(back.cost->text(), "0.045"s);
        QVERIFY(back.timeToFirstTokenNs == span.timeToFirstTokenNs);
        QVERIFY(back.input == span.input);
        QCOMPARE(withoutSpaces(std::get<trace::Json>(back.output).text), R"({"answer":7})"s);
        sorted(back.attributes);
        sorted(span.attributes);
        QVERIFY(back.attributes == span.attributes);
        QCOMPARE(back.events.size(), 1u);
        QCOMPARE(back.events[0].timeUnixNs, span.events[0].timeUnixNs);
        QVERIFY(back.events[0].attributes == span.events[0].attributes);
        QVERIFY(back.links[0].trace == span.links[0].trace && back.links[0].traceState == "a=b");
        QVERIFY(back.resource == span.resource);
        QVERIFY(back.scope.version == "1.2" && back.scope.attributes == span.scope.attributes);
    }

    PrivatePostgres m_server;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestPostgresWriter)
#include "tst_postgres_writer.moc"
