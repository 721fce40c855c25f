// SPDX-License-Identifier: GPL-3.0-or-later
/// A relay between a client and a Postgres socket that breaks the line just when the server has committed:
/// the client never hears of it.
#pragma once

#include <atomic>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <vector>

class AnswerThief
{
public:
    /// Listens in `folder` as Postgres would, for the server whose socket is `server`.
    AnswerThief(const std::string& folder, const std::string& socketName, std::string server)
        : m_server(std::move(server)), m_listener(listenAt(folder + "/" + socketName))
    {
        m_acceptor = std::thread([this] { acceptAll(); });
    }
    ~AnswerThief()
    {
        m_ending = true;
        ::shutdown(m_listener, SHUT_RDWR);
        m_acceptor.join();
        for (std::thread& relay : m_relays)
            relay.join();
        ::close(m_listener);
    }
    AnswerThief(const AnswerThief&) = delete;
    AnswerThief& operator=(const AnswerThief&) = delete;

    /// How many answers to COMMIT are still to be kept back.
    std::atomic<int> toSteal = 0;
    /// The line is half open: whatever is sent goes nowhere, and nobody is told.
    std::atomic<bool> silent = false;

private:
    static sockaddr_un addressOf(const std::string& path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        return address;
    }
    static int listenAt(const std::string& path)
    {
        const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un address = addressOf(path);
        if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
            ::listen(socket, 8) != 0)
            std::abort();
        return socket;
    }
    void acceptAll()
    {
        for (;;) {
            const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0)
                return;
            m_relays.emplace_back([this, client] { relay(client); });
        }
    }
    void relay(int client)
    {
        const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un address = addressOf(m_server);
        bool open = ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        while (open && !m_ending) {
            pollfd both[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
            if (::poll(both, 2, 50) < 0)
                break;
            if (both[0].revents != 0)
                open = pass(client, server, false);
            if (open && both[1].revents != 0)
                open = pass(server, client, true);
        }
        ::close(server);
        ::close(client);
    }
    /// CommandComplete carries the tag as text: "COMMIT" means that it is done.
    bool pass(int from, int to, bool answers)
    {
        char buffer[65536];
        const ssize_t count = ::recv(from, buffer, sizeof buffer, 0);
        if (count <= 0)
            return false;
        if (silent)
            return true;
        const std::string_view bytes(buffer, static_cast<std::size_t>(count));
        if (answers && toSteal > 0 && bytes.find(std::string_view("COMMIT\0", 7)) != std::string_view::npos) {
            --toSteal;
            return false;
        }
        return ::send(to, buffer, static_cast<std::size_t>(count), MSG_NOSIGNAL) == count;
    }

    std::string m_server;
    int m_listener;
    std::atomic<bool> m_ending = false;
    std::thread m_acceptor;
    std::vector<std::thread> m_relays;
};
