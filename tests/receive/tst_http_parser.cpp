// SPDX-License-Identifier: GPL-3.0-or-later
// What the HTTP parser takes and what it refuses, whatever the pieces its bytes come in.
#include <QtTest>
#include <random>

#include "http_driver.h"

using namespace spanglass::receive;

namespace {

using Lines = std::vector<std::string>;

Lines atOnce(std::string_view bytes, const HttpLimits& limits = {})
{
    HttpDriver driver(limits);
    driver.feed(bytes);
    return driver.outcome();
}

std::string shown(const Lines& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

std::string post(std::string_view headers, std::string_view body = {})
{
    return "POST /v1/traces HTTP/1.1\r\nHost: a\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

HttpLimits small()
{
    return {.headBytes = 256, .headers = 4, .chunkLineBytes = 24, .bodyBytes = 32};
}

} // namespace

class TestHttpParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goodRequestsAreRead_data();
    void goodRequestsAreRead();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
    void theSameComesOutWhereverTheBytesAreSplit_data() { everyRequest(); }
    void theSameComesOutWhereverTheBytesAreSplit();
    void theSameComesOutByteByByte_data() { everyRequest(); }
    void theSameComesOutByteByByte();
    void requestsBehindOneAnotherAreReadInTurn();
    void aRequestWithoutItsEndWaits();
    void anAnnouncedBodyIsNotAllocatedBeforeItComes();
    void theBodyMayBeLimitedOnceTheHeadIsKnown();
    void anHttp2PrefaceIsRecognised();
    void noiseIsRefusedWithinBounds();

private:
    static void everyRequest();
};

void TestHttpParser::goodRequestsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("outcome");
    const auto row = [](const char* name, const std::string& bytes, const char* outcome) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(outcome);
    };
    row("a request without a body", "GET /x?y=1 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /x?y=1 host=a keep [0] \n");
    row("a body with its length", post("Content-Length: 5\r\n", "hello"),
        "POST /v1/traces host=a content-length=5 keep [5] hello\n");
    row("a body in chunks", post("Transfer-Encoding: chunked\r\n", "3\r\nhel\r\n2;a=b\r\nlo\r\n0\r\n\r\n"),
        "POST /v1/traces host=a transfer-encoding=chunked keep [5] hello\n");
    row("chunks with trailers", post("Transfer-Encoding: Chunked\r\n", "1\r\nx\r\n0\r\nA: b\r\nC: d\r\n\r\n"),
        "POST /v1/traces host=a transfer-encoding=Chunked keep [1] x\n");
    row("names in any case, blanks around values", "GET / HTTP/1.1\r\nHOST:\t a b \t\r\n\r\n",
        "GET / host=a b keep [0] \n");
    row("an empty value", "GET / HTTP/1.1\r\nHost: a\r\nX-Empty:\r\n\r\n",
        "GET / host=a x-empty= keep [0] \n");
    row("a length of zero", post("Content-Length: 0\r\n"),
        "POST /v1/traces host=a content-length=0 keep [0] \n");
    row("one that closes", post("Connection: Close\r\n"),
        "POST /v1/traces host=a connection=Close close [0] \n");
    row("one that closes, among other words", post("Connection: TE, close\r\n"),
        "POST /v1/traces host=a connection=TE, close close [0] \n");
    row("HTTP/1.0 closes and needs no Host", "GET / HTTP/1.0\r\n\r\n", "GET / close [0] \n");
    row("HTTP/1.0 may ask to stay", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        "GET / connection=keep-alive keep [0] \n");
    row("bytes above ASCII in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: \xc3\xa4\r\n\r\n",
        "GET / host=a x=\xc3\xa4 keep [0] \n");
}

void TestHttpParser::goodRequestsAreRead()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, outcome);
    QCOMPARE(QByteArray::fromStdString(shown(atOnce(bytes.toStdString()))), outcome);
}

void TestHttpParser::badRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const std::string& bytes, int status) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << status;
    };
    row("a negative length", post("Content-Length: -1\r\n"), 400);
    row("a length with a plus", post("Content-Length: +5\r\n", "hello"), 400);
    row("a length in hex", post("Content-Length: 0x5\r\n", "hello"), 400);
    row("a length with a blank inside", post("Content-Length: 1 0\r\n"), 400);
    row("a list of lengths", post("Content-Length: 5, 5\r\n", "hello"), 400);
    row("an empty length", post("Content-Length:\r\n"), 400);
    row("a length that overflows", post("Content-Length: 18446744073709551616\r\n"), 400);
    row("a length of 40 digits", post("Content-Length: " + std::string(40, '9') + "\r\n"), 400);
    row("a huge length", post("Content-Length: 18446744073709551615\r\n"), 413);
    row("a length just over the limit", post("Content-Length: 33\r\n"), 413);
    row("two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello"), 400);
    row("one length twice", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), 400);
    row("a length beside chunks", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("two transfer encodings", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n"), 400);
    row("another transfer encoding", post("Transfer-Encoding: gzip, chunked\r\n"), 400);
    row("chunks that are not the last coding", post("Transfer-Encoding: chunked, identity\r\n"), 400);
    row("chunks by HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    row("a chunk's length that overflows", post(chunked, "10000000000000000\r\n"), 400);
    row("a huge chunk", post(chunked, "ffffffffffffffff\r\n"), 413);
    row("chunks over the limit together", post(chunked, "10\r\n0123456789abcdef\r\n11\r\n"), 413);
    row("a negative chunk", post(chunked, "-1\r\n"), 400);
    row("a chunk's length in letters", post(chunked, "xyz\r\n"), 400);
    row("a chunk without a length", post(chunked, "\r\n"), 400);
    row("a chunk longer than it said", post(chunked, "2\r\nhello\r\n"), 400);
    row("a chunk's endless extension", post(chunked, "1;" + std::string(100, 'a')), 400);
    row("trailers without end", post(chunked, "0\r\n" + std::string(300, 'a')), 431);
    row("too many trailers", post(chunked, "0\r\nA:1\r\nA:1\r\nA:1\r\nA:1\r\nA:1\r\n\r\n"), 431);
    row("a trailer that is none", post(chunked, "0\r\nhello\r\n\r\n"), 400);
    row("a line without CR", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("a folded header", post("X: a\r\n b\r\n"), 400);
    row("a blank before the colon", post("Content-Length : 5\r\n", "hello"), 400);
    row("a header without a name", post(": x\r\n"), 400);
    row("a header without a colon", post("hello\r\n"), 400);
    row("a NUL in a header", post(std::string("X: a\0b\r\n", 8)), 400);
    row("a CR in a header", post("X: a\rb\r\n"), 400);
    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
    row("too many headers", post("A:1\r\nB:1\r\nC:1\r\nD:1\r\n"), 431);
    row("headers that are too long", post("A: " + std::string(300, 'a')), 431);
    row("a target that is too long", "GET /" + std::string(300, 'a'), 431);
    row("a target that is no path", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("a target with a blank", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("a method of 17 letters", "ABCDEFGHIJKLMNOPQ / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("HTTP/0.9", "GET /\r\n", 400);
    row("HTTP/2 without its preface", "GET / HTTP/2.0\r\n", 505);
    row("an empty line first", "\r\n\r\n", 400);
    row("TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\n", 8), 400);
}

void TestHttpParser::badRequestsAreRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    HttpDriver driver(small());
    driver.feed(bytes.toStdString());
    QCOMPARE(driver.parser().state(), HttpParser::State::failed);
    QCOMPARE(driver.parser().failure().status, status);
    QVERIFY(!driver.parser().failure().reason.empty());
    QVERIFY(driver.outcome().size() == 1);
}

void TestHttpParser::everyRequest()
{
    QTest::addColumn<QByteArray>("bytes");
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    const auto row = [](const char* name, const std::string& bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    row("a length", post("Content-Length: 5\r\n", "hello"));
    row("chunks", post(chunked, "3\r\nhel\r\n2;a=b\r\nlo\r\n0\r\nA: b\r\n\r\n"));
    row("three in a row",
        post("Content-Length: 2\r\n", "ab") + post(chunked, "1\r\nx\r\n0\r\n\r\n") + post(""));
    row("lines inside the body", post("Content-Length: 4\r\n", "\r\n\r\n"));
    row("an unreadable second one", post("Content-Length: 2\r\n", "ab") + "hello\r\n\r\n");
    row("headers that are too long", post("A: " + std::string(300, 'a') + "\r\n"));
    row("a chunk that is too large", post(chunked, "3\r\nabc\r\n40\r\n" + std::string(64, 'x')));
    row("a chunk longer than it said", post(chunked, "2\r\nhello\r\n0\r\n\r\n"));
    row("a line without CR", "POST / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n");
    row("a preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
}

void TestHttpParser::theSameComesOutWhereverTheBytesAreSplit()
{
    QFETCH(const QByteArray, bytes);
    const std::string whole = bytes.toStdString();
    const Lines expected = atOnce(whole, small());
    for (std::size_t first = 0; first <= whole.size(); ++first) {
        for (std::size_t second = first; second <= whole.size(); ++second) {
            HttpDriver driver(small());
            driver.feed(std::string_view(whole).substr(0, first));
            driver.feed(std::string_view(whole).substr(first, second - first));
            driver.feed(std::string_view(whole).substr(second));
            if (driver.outcome() != expected)
                QFAIL(qPrintable(QStringLiteral("split at %1 and %2").arg(first).arg(second)));
        }
    }
}

void TestHttpParser::theSameComesOutByteByByte()
{
    QFETCH(const QByteArray, bytes);
    const std::string whole = bytes.toStdString();
    HttpDriver driver(small());
    for (const char& byte : whole)
        driver.feed({&byte, 1});
    QCOMPARE(driver.outcome(), atOnce(whole, small()));
}

void TestHttpParser::requestsBehindOneAnotherAreReadInTurn()
{
    const Lines lines = atOnce(post("Content-Length: 2\r\n", "ab") + "GET /x HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(shown(lines), std::string("POST /v1/traces host=a content-length=2 keep [2] ab\n"
                                       "GET /x host=a keep [0] \n"));
}

void TestHttpParser::aRequestWithoutItsEndWaits()
{
    const std::string whole = post("Content-Length: 5\r\n", "hello");
    for (std::size_t length = 1; length < whole.size(); ++length)
        QCOMPARE(shown(atOnce(whole.substr(0, length))), std::string("waits\n"));
}

void TestHttpParser::anAnnouncedBodyIsNotAllocatedBeforeItComes()
{
    HttpDriver driver;
    driver.feed(post("Content-Length: 60000000\r\n", "x"));
    QVERIFY(driver.parser().request().body.capacity() <= 2u << 20);
}

void TestHttpParser::theBodyMayBeLimitedOnceTheHeadIsKnown()
{
    HttpParser parser;
    const std::string bytes = post("Content-Length: 5\r\n");
    QCOMPARE(parser.feed(bytes + "hello"), bytes.size());
    QCOMPARE(parser.state(), HttpParser::State::headDone);
    QCOMPARE(parser.feed("hello"), std::size_t(0));
    parser.wantBody(4);
    QCOMPARE(parser.state(), HttpParser::State::failed);
    QCOMPARE(parser.failure().status, 413);
}

void TestHttpParser::anHttp2PrefaceIsRecognised()
{
    HttpDriver driver;
    driver.feed("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    QVERIFY(driver.parser().failure().http2Preface);
    QVERIFY(driver.parser().failure().reason.find("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf") !=
            std::string::npos);
}

void TestHttpParser::noiseIsRefusedWithinBounds()
{
    std::mt19937 random(7);
    const std::string_view alphabet = "GPOST /HTTP1.\r\n:0123456789abcdef,; \t\xff";
    for (int round = 0; round < 3000; ++round) {
        HttpDriver driver(small());
        std::string bytes = round % 2 == 0 ? "" : post("Transfer-Encoding: chunked\r\n");
        for (int i = 0; i < 600; ++i)
            bytes += alphabet[random() % alphabet.size()];
        driver.feed(bytes);
        QVERIFY(driver.parser().state() == HttpParser::State::failed || !driver.outcome().empty());
        QVERIFY(driver.parser().request().body.size() <= small().bodyBytes);
    }
}

QTEST_APPLESS_MAIN(TestHttpParser)
#include "tst_http_parser.moc"
