// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/receive_bench.h"

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "formats/otlp_request.h"
#include "journal/reader.h"
#include "receive/server.h"

namespace spanglass::receive {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t batchSpans = 512;
constexpr std::int64_t differentRequests = 64;

/// A model call as agents send them: eleven attributes, half a kilobyte of texts.
trace::Span exampleSpan(std::int64_t number)
{
    trace::Span span;
    span.trace = {0x0af7651916cd43ddu, static_cast<std::uint64_t>(number / 64 + 1)};
    span.id = {static_cast<std::uint64_t>(number + 1)};
    span.parent = {number % 64 == 0 ? 0 : static_cast<std::uint64_t>(number / 64 * 64 + 1)};
    span.name = "chat gpt-5-mini";
    span.kind = Kind::llm;
    span.startUnixNs = 1'700'000'000'000'000'000 + number * 1000;
    span.durationNs = 250'000'000;
    span.attributes = {
        {"gen_ai.operation.name", std::string("chat")},
        {"gen_ai.provider.name", std::string("openai")},
        {"gen_ai.request.model", std::string("gpt-5-mini")},
        {"gen_ai.response.model", std::string("gpt-5-mini")},
        {"gen_ai.usage.input_tokens", std::int64_t(1204)},
        {"gen_ai.usage.output_tokens", std::int64_t(77)},
        {"gen_ai.request.temperature", 0.2},
        {"session.id", std::string("session-1")},
        {"user.id", std::string("ada")},
        {"input.value", std::string("How many spans are there, and which of them was the slowest?")},
        {"output.value", std::string("There are seven; the slowest was the retrieval of documents.")}};
    return span;
}

/// Head and body, with `count` spans from number `first` on.
std::string requestOf(std::int64_t first, std::int64_t count, bool protobuf)
{
    std::vector<trace::Span> batch;
    for (std::int64_t number = first; number < first + count; ++number)
        batch.push_back(exampleSpan(number));
    std::vector<formats::OtlpSpan> spans;
    for (const trace::Span& span : batch)
        spans.push_back({&span});
    const std::string body = protobuf ? formats::otlpProtobuf(spans) : formats::otlpJson(spans);
    return "POST /v1/traces HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/" +
           std::string(protobuf ? "x-protobuf" : "json") +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Made before the clock starts; they are sent round and round.
std::vector<std::string> requestsOf(bool protobuf)
{
    std::vector<std::string> requests;
    for (std::int64_t first = 0; first < differentRequests * batchSpans; first += batchSpans)
        requests.push_back(requestOf(first, batchSpans, protobuf));
    return requests;
}

int connectTo(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    return socket;
}

bool sendAll(int socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// The status of one answer; 0 where none came. Answers here fit a few hundred bytes.
int readStatus(int socket)
{
    std::string answer;
    std::array<char, 4096> buffer;
    while (true) {
        const std::size_t head = answer.find("\r\n\r\n");
        if (head != std::string::npos) {
            const std::size_t length = answer.find("Content-Length: ");
            const std::size_t body = length == std::string::npos ? 0 : std::stoul(answer.substr(length + 16));
            if (answer.size() >= head + 4 + body)
                return std::stoi(answer.substr(9, 3));
        }
        const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (count <= 0)
            return 0;
        answer.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

/// A request that is turned away is sent again, a little later.
int sendUntilTaken(int socket, const std::string& request)
{
    for (;;) {
        const int status = sendAll(socket, request) ? readStatus(socket) : 0;
        if (status != 503)
            return status;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

/// One client of a stream: ten requests a second, each with its part of a second's spans.
std::int64_t streamOf(std::uint16_t port, const Stream& stream, int client)
{
    using Clock = std::chrono::steady_clock;
    constexpr int perSecond = 10;
    const std::int64_t count = stream.spansPerSecond / stream.clients / perSecond;
    const int socket = connectTo(port);
    std::int64_t taken = 0;
    const auto begin = Clock::now();
    for (int turn = 0; socket >= 0 && turn < stream.seconds * perSecond; ++turn) {
        const std::int64_t first = (std::int64_t{turn} * stream.clients + client) * count;
        const std::string request = requestOf(first, count, true);
        std::this_thread::sleep_until(begin + std::chrono::milliseconds(turn * 1000 / perSecond));
        if (sendUntilTaken(socket, request) != 200)
            break;
        taken += count;
    }
    ::close(socket);
    return taken;
}

/// Sends its share of the requests one after the other; one that is turned away is sent again.
void sendShare(std::uint16_t port, const std::vector<std::string>& requests, std::int64_t count,
               std::atomic<std::int64_t>& next, std::atomic<std::int64_t>& successes)
{
    const int socket = connectTo(port);
    for (std::int64_t at = next++; socket >= 0 && at < count; at = next++) {
        const std::string& request = requests[static_cast<std::size_t>(at % differentRequests)];
        int status = 503;
        while (status == 503)
            status = sendAll(socket, request) ? readStatus(socket) : 0;
        successes += status == 200 ? 1 : 0;
    }
    ::close(socket);
}

std::int64_t spansIn(const fs::path& store)
{
    std::int64_t ended = 0;
    const auto journals = journal::listJournals(store);
    for (std::size_t i = 0; journals && i < journals->size(); ++i) {
        auto reader = journal::Reader::open((*journals)[i]);
        journal::Cursor cursor;
        while (reader) {
            const auto read = (*reader)->read(cursor, [&](const journal::RecordView& record) {
                ended += std::holds_alternative<journal::EndView>(record) ? 1 : 0;
            });
            if (!read || read->bytes == 0)
                break;
        }
    }
    return ended;
}

struct Run
{
    double spansPerSecond = 0;
    std::int64_t lost = 0;
};

Result<Run> runOnce(const fs::path& store, std::int64_t spans, int clients, bool protobuf)
{
    const std::vector<std::string> requests = requestsOf(protobuf);
    const std::int64_t count = (spans + batchSpans - 1) / batchSpans;
    ServerOptions options;
    options.store = store;
    options.listen = "127.0.0.1:0";
    options.journalsLimitBytes = std::uint64_t{8} << 30;
    auto server = Server::start(options);
    if (!server)
        return tl::unexpected(server.error());
    const auto port =
        static_cast<std::uint16_t>((*server)->listening().front().section(QLatin1Char(':'), -1).toUInt());
    std::atomic<std::int64_t> next{0};
    std::atomic<std::int64_t> successes{0};
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (int i = 0; i < clients; ++i)
        threads.emplace_back([&] { sendShare(port, requests, count, next, successes); });
    for (std::thread& thread : threads)
        thread.join();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    server->reset();
    if (successes != count)
        return fail(ErrorKind::unavailable, "bench receive: " + std::to_string(count - successes) +
                                                " requests were not answered with success");
    return Run{static_cast<double>(count * batchSpans) / seconds.count(),
               count * batchSpans - spansIn(store)};
}

} // namespace

std::int64_t sendStream(std::uint16_t port, const Stream& stream)
{
    std::atomic<std::int64_t> taken{0};
    std::vector<std::thread> threads;
    for (int client = 0; client < stream.clients; ++client)
        threads.emplace_back([&, client] { taken += streamOf(port, stream, client); });
    for (std::thread& thread : threads)
        thread.join();
    return taken;
}

Result<ReceiveFigures> benchReceive(const fs::path& directory, std::int64_t spans, int clients)
{
    ReceiveFigures figures;
    for (const bool protobuf : {false, true}) {
        const fs::path store = directory / (protobuf ? "bench-receive-protobuf" : "bench-receive-json");
        std::error_code ignored;
        fs::remove_all(store, ignored);
        const auto run = runOnce(store, spans, clients, protobuf);
        fs::remove_all(store, ignored);
        if (!run)
            return tl::unexpected(run.error());
        (protobuf ? figures.protoSpansPerSecond : figures.jsonSpansPerSecond) = run->spansPerSecond;
        figures.lost += run->lost;
    }
    return figures;
}

} // namespace spanglass::receive
