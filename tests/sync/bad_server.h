// SPDX-License-Identifier: GPL-3.0-or-later
/// An HTTP server on loopback that misbehaves on demand, and remembers which spans it acknowledged.
///
///     BadServer server;
///     server.answer = [](const BadServer::Request&) { return BadServer::Answer{503}; };
///     post(server.url());
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <arpa/inet.h>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <set>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>
#include <zlib.h>

class BadServer
{
public:
    enum class Manner
    {
        plain,
        hang,        ///< takes the request and never answers
        trickle,     ///< one byte of the answer every 50 ms
        resetBefore, ///< closes hard before the body was read
        resetAfter,  ///< takes it all, keeps it, closes hard without an answer
        half,        ///< announces a body and closes in its middle
        endless,     ///< never stops sending the body
    };
    struct Answer
    {
        int status = 200;
        std::string body = "{}";
        std::vector<std::string> headers = {"Content-Type: application/json"};
        Manner manner = Manner::plain;
        bool keeps = true; ///< false: the spans are not kept, whatever the answer says
    };
    struct Request
    {
        std::string method, path, head, body; ///< the body without its compression
        std::vector<std::string> spanIds;     ///< of an OTLP/JSON body
        [[nodiscard]] bool hasHeader(const std::string& line) const
        {
            return QByteArray::fromStdString(head).toLower().contains(
                QByteArray::fromStdString(line).toLower());
        }
    };

    BadServer()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        const int on = 1;
        ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
            ::listen(m_listener, 64) != 0)
            std::abort();
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length);
        m_port = ntohs(address.sin_port);
        m_acceptor = std::thread([this] { acceptAll(); });
    }
    ~BadServer()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
            for (const int socket : m_open)
                ::shutdown(socket, SHUT_RDWR);
        }
        m_end.notify_all();
        ::shutdown(m_listener, SHUT_RDWR);
        m_acceptor.join();
        for (std::thread& connection : m_connections)
            connection.join();
        ::close(m_listener);
    }
    BadServer(const BadServer&) = delete;
    BadServer& operator=(const BadServer&) = delete;

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }

    /// Called for each request, one at a time; set it before the first.
    std::function<Answer(const Request&)> answer = [](const Request&) { return Answer{}; };

    [[nodiscard]] std::vector<Request> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    /// How many connections were made, and how many of them are open.
    [[nodiscard]] std::pair<int, int> connections() const
    {
        const std::lock_guard lock(m_mutex);
        return {static_cast<int>(m_connections.size()), static_cast<int>(m_open.size())};
    }
    /// By span id: how often it came in a request that the server kept.
    [[nodiscard]] std::map<std::string, int> kept() const
    {
        const std::lock_guard lock(m_mutex);
        return m_kept;
    }

private:
    void acceptAll()
    {
        for (;;) {
            const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            const std::lock_guard lock(m_mutex);
            if (socket < 0 || m_ending) {
                if (socket >= 0)
                    ::close(socket);
                return;
            }
            m_open.insert(socket);
            m_connections.emplace_back([this, socket] {
                while (serve(socket)) {
                }
                const std::lock_guard guard(m_mutex);
                m_open.erase(socket);
                ::close(socket);
            });
        }
    }

    /// One exchange; false when the connection is over.
    bool serve(int socket)
    {
        std::string bytes;
        std::size_t headEnd = std::string::npos;
        while ((headEnd = bytes.find("\r\n\r\n")) == std::string::npos) {
            if (!receive(socket, bytes))
                return false;
        }
        Request request;
        request.head = bytes.substr(0, headEnd + 2);
        const std::size_t space = request.head.find(' ');
        request.method = request.head.substr(0, space);
        request.path = request.head.substr(space + 1, request.head.find(' ', space + 1) - space - 1);
        const QByteArray head = QByteArray::fromStdString(request.head).toLower();
        const auto at = head.indexOf("content-length:");
        const std::size_t length =
            at < 0 ? 0 : head.mid(at + 15, head.indexOf("\r\n", at) - at - 15).trimmed().toULongLong();
        bool early = false;
        {
            const std::lock_guard lock(m_mutex);
            early = m_resetNext;
            m_resetNext = false;
        }
        if (early)
            return reset(socket);
        std::string body = bytes.substr(headEnd + 4);
        while (body.size() < length) {
            if (!receive(socket, body))
                return false;
        }
        // Only the doors of OTLP unpack: to Langfuse's others a compressed body is none at all.
        const bool unpacks = request.path.ends_with("/v1/traces");
        request.body = head.contains("content-encoding: gzip") && unpacks ? inflated(body) : body;
        request.spanIds = idsOf(request.body);
        return reply(socket, request);
    }

    bool reply(int socket, const Request& request)
    {
        Answer answered;
        {
            const std::lock_guard lock(m_mutex);
            answered = answer(request);
            m_requests.push_back(request);
            const bool keeps =
                (answered.status >= 200 && answered.status < 300 && answered.manner != Manner::hang) ||
                answered.manner == Manner::resetAfter;
            if (keeps && answered.keeps && answered.manner != Manner::resetBefore) {
                for (const std::string& id : request.spanIds)
                    ++m_kept[id];
            }
        }
        std::string head = "HTTP/1.1 " + std::to_string(answered.status) + " Whatever\r\n";
        for (const std::string& header : answered.headers)
            head += header + "\r\n";
        if (answered.manner == Manner::endless)
            head += "Connection: close\r\n\r\n";
        else
            head += "Content-Length: " +
                    std::to_string(answered.body.size() + (answered.manner == Manner::half ? 100 : 0)) +
                    "\r\n\r\n";
        switch (answered.manner) {
        case Manner::plain:
            return transmit(socket, head + answered.body);
        case Manner::hang: {
            std::unique_lock lock(m_mutex);
            m_end.wait_for(lock, std::chrono::seconds(20), [this] { return m_ending; });
            return false;
        }
        case Manner::trickle:
            for (const char c : head + answered.body) {
                if (!transmit(socket, std::string(1, c)) || pausedForEnd(50))
                    return false;
            }
            return true;
        case Manner::resetBefore:
        case Manner::resetAfter:
            return reset(socket);
        case Manner::half:
            transmit(socket, head + answered.body);
            return false;
        case Manner::endless:
            transmit(socket, head);
            while (transmit(socket, std::string(65536, ' ')) && !pausedForEnd(1)) {
            }
            return false;
        }
        return false;
    }

    bool pausedForEnd(int milliseconds)
    {
        std::unique_lock lock(m_mutex);
        return m_end.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_ending; });
    }
    static bool receive(int socket, std::string& into)
    {
        char buffer[65536];
        const ssize_t n = ::recv(socket, buffer, sizeof buffer, 0);
        if (n > 0)
            into.append(buffer, static_cast<std::size_t>(n));
        return n > 0;
    }
    static bool transmit(int socket, const std::string& bytes)
    {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t n = ::send(socket, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
            if (n <= 0)
                return false;
            done += static_cast<std::size_t>(n);
        }
        return true;
    }
    static bool reset(int socket)
    {
        const linger hard{1, 0}; // RST instead of FIN
        ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        return false;
    }
    static std::string inflated(const std::string& bytes)
    {
        z_stream stream{};
        inflateInit2(&stream, 15 + 32);
        std::string out;
        char buffer[65536];
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream.avail_in = static_cast<uInt>(bytes.size());
        int state = Z_OK;
        while (state == Z_OK) {
            stream.next_out = reinterpret_cast<Bytef*>(buffer);
            stream.avail_out = sizeof buffer;
            state = inflate(&stream, Z_NO_FLUSH);
            out.append(buffer, sizeof buffer - stream.avail_out);
        }
        inflateEnd(&stream);
        return out;
    }
    static std::vector<std::string> idsOf(const std::string& body)
    {
        std::vector<std::string> ids;
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(body));
        for (const QJsonValue resource : document[QLatin1String("resourceSpans")].toArray()) {
            for (const QJsonValue scope : resource[QLatin1String("scopeSpans")].toArray()) {
                for (const QJsonValue span : scope[QLatin1String("spans")].toArray())
                    ids.push_back(span[QLatin1String("spanId")].toString().toStdString());
            }
        }
        return ids;
    }

    int m_listener = -1;
    int m_port = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_end;
    bool m_ending = false;
    bool m_resetNext = false;
    std::set<int> m_open;
    std::vector<Request> m_requests;
    std::map<std::string, int> m_kept;
    std::vector<std::thread> m_connections;
    std::thread m_acceptor;

public:
    /// The next request is cut off before its body is read.
    void resetNextBeforeItsBody()
    {
        const std::lock_guard lock(m_mutex);
        m_resetNext = true;
    }
};
