// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bench_servers.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <pwd.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

namespace spanglass::sync {
namespace {

/// Debian keeps the server's programs out of PATH.
QString postgresProgram(const QString& name)
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const QStringList newestFirst =
        versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    QStringList folders;
    for (const QString& version : newestFirst)
        folders << versions.filePath(version + QStringLiteral("/bin"));
    const QString found = QStandardPaths::findExecutable(name, folders);
    return found.isEmpty() ? QStandardPaths::findExecutable(name) : found;
}

/// Whom the server runs as where we are root, whom it refuses.
constexpr const char* serverUser = "postgres";

std::size_t contentLength(std::string_view head)
{
    constexpr std::string_view name = "content-length: ";
    for (std::size_t at = 0; at + name.size() < head.size(); ++at) {
        std::size_t same = 0;
        while (same < name.size() && (head[at + same] | 0x20) == name[same])
            ++same;
        if (same == name.size())
            return static_cast<std::size_t>(std::strtoull(head.data() + at + same, nullptr, 10));
    }
    return 0;
}

/// Spans in a compressed OTLP/JSON body; whatever `inflate` gives is scanned piece by piece.
std::int64_t spansIn(const std::string& body)
{
    constexpr std::string_view sign = "\"spanId\":\"";
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 32) != Z_OK)
        return 0;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    stream.avail_in = static_cast<uInt>(body.size());
    std::string text;
    std::array<char, 65536> piece;
    std::int64_t spans = 0;
    for (int state = Z_OK; state == Z_OK;) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        text.append(piece.data(), piece.size() - stream.avail_out);
        std::size_t from = 0;
        for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, from)) {
            ++spans;
            from = at + sign.size();
        }
        text.erase(0, std::max(from, text.size() - std::min(text.size(), sign.size() - 1)));
    }
    inflateEnd(&stream);
    return spans;
}

} // namespace

BenchPostgres::BenchPostgres() : m_folder(QStringLiteral("/tmp/spanglass-bench-XXXXXX")) {}

BenchPostgres::~BenchPostgres()
{
    if (m_runs)
        (void)run(QStringLiteral("pg_ctl"),
                  {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-m"),
                   QStringLiteral("immediate"), QStringLiteral("stop")});
}

bool BenchPostgres::run(const QString& program, const QStringList& arguments) const
{
    QString path = postgresProgram(program);
    QStringList words = arguments;
    if (::geteuid() == 0) {
        words =
            QStringList{QStringLiteral("-u"), QLatin1String(serverUser), QStringLiteral("--"), path} + words;
        path = QStringLiteral("runuser");
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    // Not a pipe: the server would keep it open for as long as it lives.
    process.setStandardOutputFile(m_folder.filePath(QStringLiteral("said")));
    process.setWorkingDirectory(m_folder.path());
    process.start(path, words);
    return process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

Result<std::unique_ptr<BenchPostgres>> BenchPostgres::start()
{
    if (postgresProgram(QStringLiteral("initdb")).isEmpty())
        return fail(ErrorKind::unavailable, "no PostgreSQL server is installed");
    std::unique_ptr<BenchPostgres> server(new BenchPostgres);
    if (::geteuid() == 0) {
        const passwd* user = ::getpwnam(serverUser);
        if (!user ||
            ::chown(server->m_folder.path().toLocal8Bit().constData(), user->pw_uid, user->pw_gid) != 0)
            return fail(ErrorKind::unavailable, "PostgreSQL refuses root, and there is no user postgres");
    }
    const QString data = server->m_folder.filePath(QStringLiteral("data"));
    const QString options =
        QStringLiteral("-c listen_addresses='' -c unix_socket_directories=%1").arg(server->m_folder.path());
    const QString log = server->m_folder.filePath(QStringLiteral("log"));
    const bool made =
        server->run(QStringLiteral("initdb"),
                    {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("spanglass"),
                     QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"),
                     QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8")});
    server->m_runs =
        made && server->run(QStringLiteral("pg_ctl"),
                            {QStringLiteral("-D"), data, QStringLiteral("-l"), log, QStringLiteral("-o"),
                             options, QStringLiteral("-w"), QStringLiteral("start")});
    if (!server->m_runs)
        return fail(ErrorKind::unavailable,
                    "PostgreSQL could not be started in " + server->m_folder.path().toStdString());
    return server;
}

std::string BenchPostgres::conninfo() const
{
    return "host=" + m_folder.path().toStdString() + " user=spanglass dbname=postgres";
}

BenchSink::BenchSink()
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), length) == 0 &&
        ::listen(m_listener, 8) == 0 &&
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) == 0)
        m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

BenchSink::~BenchSink()
{
    m_ending = true;
    ::shutdown(m_listener, SHUT_RDWR);
    if (const int connection = m_connection.load(); connection >= 0)
        ::shutdown(connection, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
}

std::string BenchSink::url() const
{
    return "http://127.0.0.1:" + std::to_string(m_port);
}

void BenchSink::serve()
{
    while (!m_ending) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        m_connection = socket;
        std::string buffer;
        while (!m_ending && exchange(socket, buffer)) {
        }
        m_connection = -1;
        ::close(socket);
    }
}

bool BenchSink::exchange(int socket, std::string& buffer)
{
    std::array<char, 262144> piece;
    std::size_t head = std::string::npos, body = 0;
    for (;;) {
        if (head == std::string::npos && (head = buffer.find("\r\n\r\n")) != std::string::npos) {
            head += 4;
            body = contentLength(std::string_view(buffer).substr(0, head));
        }
        if (head != std::string::npos && buffer.size() >= head + body)
            break;
        const ssize_t count = ::recv(socket, piece.data(), piece.size(), 0);
        if (count <= 0)
            return false;
        buffer.append(piece.data(), static_cast<std::size_t>(count));
    }
    {
        const std::lock_guard lock(m_mutex);
        m_bodies.push_back(buffer.substr(head, body));
    }
    buffer.erase(0, head + body);
    constexpr std::string_view answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    return ::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(answer.size());
}

std::int64_t BenchSink::takeSpans()
{
    const std::lock_guard lock(m_mutex);
    std::int64_t spans = 0;
    for (const std::string& body : m_bodies)
        spans += spansIn(body);
    m_bodies.clear();
    return spans;
}

} // namespace spanglass::sync
