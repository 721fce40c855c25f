// SPDX-License-Identifier: GPL-3.0-or-later
// Many clients at once, slow ones and eager ones: others are served, everything is bounded, and what was
// answered with success is in the journal. The counts are a tenth of what is promised, or all of it with
// SPANGLASS_FULL set, as the run with the label long does.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <chrono>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "journal_content.h"
#include "receive/server.h"

using namespace spanglass;
using namespace spanglass::receive;

namespace {

using Clock = std::chrono::steady_clock;

int scale()
{
    return qEnvironmentVariableIsSet("SPANGLASS_FULL") ? 10 : 1;
}

std::string batch(std::uint64_t first, int spans)
{
    std::string list;
    for (int i = 0; i < spans; ++i)
        list += (list.empty() ? "{" : ",{") +
                std::string(R"("traceId":"0af7651916cd43dd8448eb211c80319c","name":"chat",)"
                            R"("startTimeUnixNano":"5","endTimeUnixNano":"9","spanId":")") +
                SpanId{first + static_cast<std::uint64_t>(i)}.hex() + "\"}";
    const std::string body = R"({"resourceSpans":[{"scopeSpans":[{"spans":[)" + list + "]}]}]}";
    return "POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
           "application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// A client on a plain blocking socket, for any thread.
class Client
{
public:
    explicit Client(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const timeval patience{30, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Client() { ::close(m_socket); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    [[nodiscard]] bool connected() const { return m_connected; }
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    /// One whole answer; empty where none came.
    std::string answer()
    {
        std::string text;
        std::array<char, 4096> buffer;
        while (!isWhole(text)) {
            const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
            if (count <= 0)
                return {};
            text.append(buffer.data(), static_cast<std::size_t>(count));
        }
        return text;
    }

private:
    static bool isWhole(const std::string& text)
    {
        const std::size_t head = text.find("\r\n\r\n");
        if (head == std::string::npos)
            return false;
        const std::size_t length = text.find("Content-Length: ");
        const std::size_t body = length < head ? std::stoul(text.substr(length + 16)) : 0;
        return text.size() >= head + 4 + body;
    }
    int m_socket;
    bool m_connected = false;
};

/// What a crowd of senders was told.
struct Answers
{
    std::atomic<int> stored{0};
    std::atomic<int> busy{0};
    std::atomic<int> cutOff{0};
    std::atomic<int> wrong{0}; ///< anything else, or a 503 without Retry-After
};

} // namespace

class TestReceiverLoad : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void amongSlowClientsOthersAreServed();
    void inAFloodEverythingIsStoredOrTurnedAway();

private:
    std::unique_ptr<Server> start(ServerOptions options = {});
    quint16 m_port = 0;
    std::unique_ptr<QTemporaryDir> m_directory;
};

/// Both ends of every connection are in this process.
void TestReceiverLoad::initTestCase()
{
    rlimit files{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = files.rlim_max;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &files), 0);
}

void TestReceiverLoad::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Server> TestReceiverLoad::start(ServerOptions options)
{
    options.store = m_directory->path().toStdString();
    options.listen = "127.0.0.1:0";
    auto server = Server::start(options);
    if (!server)
        qFatal("%s", server.error().message.c_str());
    m_port = (*server)->listening().at(0).section(QLatin1Char(':'), -1).toUShort();
    return std::move(*server);
}

/// 500 that stop in their head, in their body, or do not read their answers; a real client beside them has a
/// p99 of 100 ms at most, here at five times that.
void TestReceiverLoad::amongSlowClientsOthersAreServed()
{
    ServerOptions options;
    options.mostConnections = 600;
    const auto server = start(options);
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 50 * scale(); ++i) {
        slow.push_back(std::make_unique<Client>(m_port));
        QVERIFY(slow.back()->connected());
        const std::string request = batch(std::uint64_t(1'000'000 + i), 1);
        if (i % 3 == 0)
            QVERIFY(slow.back()->send(request.substr(0, 40)));
        else if (i % 3 == 1)
            QVERIFY(slow.back()->send(request.substr(0, request.size() - 5)));
        else
            QVERIFY(slow.back()->send(request + request));
    }
    Client client(m_port);
    std::vector<double> tookMs;
    for (int i = 0; i < 100 * scale(); ++i) {
        const auto before = Clock::now();
        QVERIFY(client.send(batch(std::uint64_t(1 + 10 * i), 10)));
        QVERIFY(client.answer().starts_with("HTTP/1.1 200"));
        tookMs.push_back(std::chrono::duration<double, std::milli>(Clock::now() - before).count());
    }
    QVERIFY(server->state().connections >= slow.size());
    std::sort(tookMs.begin(), tookMs.end());
    const double p99Ms = tookMs[tookMs.size() * 99 / 100];
    qInfo("p99 of a real client among %zu slow ones: %.2f ms", slow.size(), p99Ms);
    QVERIFY2(p99Ms < 500, qPrintable(QString::number(p99Ms)));
}

/// 2000 silent connections hold every place while 64 senders burst, in full once a second for a minute: the
/// connections are capped, senders get in, and each request is stored, or turned away with Retry-After, or
/// cut off; never half.
void TestReceiverLoad::inAFloodEverythingIsStoredOrTurnedAway()
{
    ServerOptions options;
    options.mostConnections = 40 * static_cast<std::size_t>(scale()); // the usual number, in full
    const auto server = start(options);
    std::vector<std::unique_ptr<Client>> silent;
    for (int i = 0; i < 200 * scale(); ++i)
        silent.push_back(std::make_unique<Client>(m_port));
    constexpr int senders = 64;
    const int bursts = scale() == 1 ? 1 : 60;
    constexpr int requestsEach = 12; // of a burst
    constexpr int spansEach = 20;
    const auto begin = Clock::now();
    Answers answers;
    std::array<std::vector<std::uint64_t>, senders> acknowledged; // first span ids
    std::vector<std::thread> threads;
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([&, sender] {
            auto client = std::make_unique<Client>(m_port);
            for (int i = 0; i < bursts * requestsEach; ++i) {
                std::this_thread::sleep_until(begin + std::chrono::seconds(i / requestsEach));
                const auto first =
                    static_cast<std::uint64_t>((sender * bursts * requestsEach + i) * spansEach + 1);
                const std::string answer =
                    client->send(batch(first, spansEach)) ? client->answer() : std::string();
                const bool isBusy = answer.starts_with("HTTP/1.1 503");
                if (answer.starts_with("HTTP/1.1 200"))
                    acknowledged[static_cast<std::size_t>(sender)].push_back(first);
                ++(answer.starts_with("HTTP/1.1 200")                            ? answers.stored
                   : isBusy && answer.find("Retry-After: ") != std::string::npos ? answers.busy
                   : answer.empty()                                              ? answers.cutOff
                                                                                 : answers.wrong);
                if (!answer.starts_with("HTTP/1.1 200"))
                    client = std::make_unique<Client>(m_port);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    const ServerState state = server->state();
    qInfo("%d stored, %d told to come again, %d cut off; at most %zu connections", answers.stored.load(),
          answers.busy.load(), answers.cutOff.load(), state.peakConnections);
    QCOMPARE(answers.wrong.load(), 0);
    QVERIFY(answers.stored > 0);
    QVERIFY(state.peakConnections <= options.mostConnections * 5 / 4);

    const JournalContent content = JournalContent::of(m_directory->path().toStdString());
    const TraceId trace = TraceId::fromHex("0af7651916cd43dd8448eb211c80319c");
    for (const auto& firsts : acknowledged) {
        for (const std::uint64_t first : firsts) {
            for (std::uint64_t i = 0; i < spansEach; ++i) {
                const auto span = content.spans.find({trace, SpanId{first + i}});
                QVERIFY(span != content.spans.end());
                QCOMPARE(span->second.ends, 1);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestReceiverLoad)
#include "tst_receiver_load.moc"
