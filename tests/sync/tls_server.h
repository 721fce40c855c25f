// SPDX-License-Identifier: GPL-3.0-or-later
/// An HTTPS server on loopback with a certificate of the test's own making: an authority, and what it signed
/// for a name and a time.
#pragma once

#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QThread>
#include <atomic>
#include <memory>

/// A certificate authority in a folder, made with openssl.
class TestAuthority
{
public:
    TestAuthority()
    {
        m_made = openssl({u"req"_qs, u"-x509"_qs, u"-newkey"_qs, u"rsa:2048"_qs, u"-nodes"_qs, u"-days"_qs,
                          u"30"_qs, u"-subj"_qs, u"/CN=Spanglass test authority"_qs, u"-keyout"_qs,
                          u"ca.key"_qs, u"-out"_qs, u"ca.pem"_qs});
    }
    [[nodiscard]] bool made() const { return m_made; }
    [[nodiscard]] QSslCertificate certificate() const { return certificateIn(u"ca.pem"_qs); }

    /// Signs a certificate for `name`; `dates` are openssl's ("20200101000000Z").
    bool sign(const QString& name, const QString& from, const QString& to)
    {
        write(u"index.txt"_qs, "");
        write(u"serial"_qs, "01");
        write(u"ca.cnf"_qs,
              "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\n"
              "certificate=ca.pem\nprivate_key=ca.key\ndefault_md=sha256\npolicy=p\nunique_subject=no\n"
              "[p]\ncommonName=supplied\n[x]\nsubjectAltName=DNS:" +
                  name.toUtf8() + "\n");
        return openssl({u"req"_qs, u"-newkey"_qs, u"rsa:2048"_qs, u"-nodes"_qs, u"-subj"_qs,
                        u"/CN="_qs + name, u"-keyout"_qs, u"server.key"_qs, u"-out"_qs, u"server.csr"_qs}) &&
               openssl({u"ca"_qs, u"-batch"_qs, u"-config"_qs, u"ca.cnf"_qs, u"-extensions"_qs, u"x"_qs,
                        u"-startdate"_qs, from, u"-enddate"_qs, to, u"-in"_qs, u"server.csr"_qs, u"-out"_qs,
                        u"server.pem"_qs});
    }
    [[nodiscard]] QSslCertificate signedCertificate() const { return certificateIn(u"server.pem"_qs); }
    [[nodiscard]] QSslKey signedKey() const
    {
        QFile file(m_folder.filePath(u"server.key"_qs));
        return file.open(QIODevice::ReadOnly) ? QSslKey(file.readAll(), QSsl::Rsa) : QSslKey();
    }

private:
    bool openssl(const QStringList& words)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_qs, words);
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }
    void write(const QString& name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    [[nodiscard]] QSslCertificate certificateIn(const QString& name) const
    {
        return QSslCertificate::fromPath(m_folder.filePath(name)).value(0);
    }

    QTemporaryDir m_folder;
    bool m_made = false;
};

/// Answers every request with an empty success; on a thread of its own.
class TlsServer
{
public:
    TlsServer(const QSslCertificate& certificate, const QSslKey& key)
    {
        m_server = std::make_unique<QSslServer>();
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate);
        configuration.setPrivateKey(key);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server->setSslConfiguration(configuration);
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
        QObject::connect(m_server.get(), &QSslServer::pendingConnectionAvailable, m_server.get(),
                         [this] { take(); });
        m_server->moveToThread(&m_thread);
        m_thread.start();
    }
    ~TlsServer()
    {
        QMetaObject::invokeMethod(
            m_server.get(), [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    void take()
    {
        QTcpSocket* socket = m_server->nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            const QByteArray bytes = socket->readAll();
            if (!bytes.startsWith("POST"))
                return;
            ++m_requests;
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        });
    }

    QThread m_thread;
    std::unique_ptr<QSslServer> m_server;
    int m_port = 0;
    std::atomic<int> m_requests = 0;
};
