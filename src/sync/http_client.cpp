// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http_client.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>
#include <zlib.h>

namespace spanglass::sync {
namespace {

constexpr int stopPollMs = 50;

QNetworkRequest qtRequest(const HttpRequest& request)
{
    QNetworkRequest out(QUrl(QString::fromStdString(request.url), QUrl::StrictMode));
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // Answers are short; a compressed one could be a bomb.
    out.setRawHeader("Accept-Encoding", "identity");
    out.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("spanglass"));
    for (const auto& [name, value] : request.headers)
        out.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    return out;
}

bool neverLeft(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return true;
    default:
        return false;
    }
}

} // namespace

struct HttpClient::State
{
    QNetworkAccessManager manager;
};

// The manager belongs to the thread that sends: made at the first request.
HttpClient::HttpClient() = default;
HttpClient::~HttpClient() = default;

void HttpClient::closeIdle()
{
    if (m_state)
        m_state->manager.clearConnectionCache();
}

void HttpClient::stop()
{
    m_stopped.store(true);
}

HttpReply HttpClient::send(const HttpRequest& request)
{
    HttpReply out;
    if (m_stopped.load()) {
        out.cancelled = true;
        return out;
    }
    if (!m_state)
        m_state = std::make_unique<State>();
    QEventLoop loop;
    QTimer deadline, stopPoll;
    deadline.setSingleShot(true);
    const QByteArray body =
        QByteArray::fromRawData(request.body.data(), static_cast<qsizetype>(request.body.size()));
    const std::unique_ptr<QNetworkReply> reply(m_state->manager.sendCustomRequest(
        qtRequest(request), QByteArray::fromStdString(request.method), body));
    const auto end = [&](const char* why) {
        out.error = why;
        reply->abort();
    };
    QObject::connect(reply.get(), &QNetworkReply::uploadProgress, &loop,
                     [&](qint64 bytes, qint64) { out.sent = out.sent || bytes > 0; });
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        out.body += reply->readAll().toStdString();
        if (out.body.size() > request.replyLimit && out.error.empty())
            end("the answer is longer than any answer should be");
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(&deadline, &QTimer::timeout, &loop, [&] { end("no answer within the deadline"); });
    QObject::connect(&stopPoll, &QTimer::timeout, &loop, [&] {
        if (m_stopped.load()) {
            out.cancelled = true;
            reply->abort();
        }
    });
    deadline.start(request.deadline);
    stopPoll.start(stopPollMs);
    if (!reply->isFinished())
        loop.exec();

    out.body.resize(std::min(out.body.size(), request.replyLimit));
    out.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto& [name, value] : reply->rawHeaderPairs())
        out.headers[name.toLower().toStdString()] = value.toStdString();
    const QNetworkReply::NetworkError error = reply->error();
    // Above 200 stand the errors that are answers of the server.
    const bool answered =
        error == QNetworkReply::NoError || (out.status >= 300 && static_cast<int>(error) > 200);
    if (!answered && out.error.empty())
        out.error = reply->errorString().toStdString();
    out.sent = (out.sent || out.status != 0 || request.body.empty()) && !neverLeft(error);
    return out;
}

std::string gzipped(const std::string& text)
{
    z_stream stream{};
    // 15 + 16: the largest window, with gzip's header.
    if (deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out;
    out.resize(deflateBound(&stream, text.size()));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int ended = deflate(&stream, Z_FINISH);
    out.resize(ended == Z_STREAM_END ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

} // namespace spanglass::sync
