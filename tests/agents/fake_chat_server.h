// SPDX-License-Identifier: GPL-3.0-or-later
/// A server on 127.0.0.1 that gives each request the next of its replies, byte by byte as they stand.
#pragma once

#include <arpa/inet.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

class FakeChatServer
{
public:
    /// `replies`: whole HTTP responses. Each connection takes one request and one reply.
    explicit FakeChatServer(std::vector<std::string> replies) : m_replies(std::move(replies))
    {
        m_socket = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(m_socket, 8) != 0)
            throw std::runtime_error("the fake server cannot listen");
        getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~FakeChatServer()
    {
        shutdown(m_socket, SHUT_RDWR); // an accept that waits returns
        m_thread.join();
        close(m_socket);
    }

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/v1"; }
    /// The requests, with their heads. Read them when their replies have arrived.
    [[nodiscard]] const std::vector<std::string>& requests() const { return m_requests; }

    /// A streamed chat completion of these events.
    static std::string stream(const std::vector<std::string>& events)
    {
        std::string body;
        for (const auto& event : events)
            body += "data: " + event + "\r\n\r\n";
        body += "data: [DONE]\n\n";
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + body;
    }
    static std::string refusal(int status, const std::string& body)
    {
        return "HTTP/1.1 " + std::to_string(status) +
               " No\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" +
               body;
    }

private:
    void serve()
    {
        for (const auto& reply : m_replies) {
            const int peer = accept(m_socket, nullptr, nullptr);
            if (peer < 0)
                return;
            m_requests.push_back(readRequest(peer));
            for (std::size_t sent = 0; sent < reply.size(); sent += 7) // no piece is a whole line
                if (send(peer, reply.data() + sent, std::min<std::size_t>(7, reply.size() - sent),
                         MSG_NOSIGNAL) < 0)
                    break;
            close(peer);
        }
    }

    static std::string readRequest(int peer)
    {
        std::string request;
        char buffer[4096];
        std::size_t wanted = std::string::npos;
        while (request.size() < wanted) {
            const auto count = recv(peer, buffer, sizeof buffer, 0);
            if (count <= 0)
                break;
            request.append(buffer, static_cast<std::size_t>(count));
            const auto head = request.find("\r\n\r\n");
            const auto length = request.find("Content-Length: ");
            if (wanted == std::string::npos && head != std::string::npos && length != std::string::npos)
                wanted = head + 4 + std::stoul(request.substr(length + 16));
        }
        return request;
    }

    std::vector<std::string> m_replies;
    std::vector<std::string> m_requests;
    int m_socket = -1;
    int m_port = 0;
    std::thread m_thread;
};
