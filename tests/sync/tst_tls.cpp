// SPDX-License-Identifier: GPL-3.0-or-later
/// Delivery checks whom it talks to, always: a certificate that is expired, for another name or from nobody
/// known gets nothing, and the delivery waits.
#include <QtTest>

#include "sync/courier.h"
#include "sync/fakes.h"
#include "sync/otlp_destination.h"
#include "sync/tls_server.h"

using namespace spanglass;
using namespace spanglass::sync;
using namespace std::chrono_literals;

namespace {

constexpr const char* canary = "CANARY-tls-3301";

DestinationConfig configFor(const TlsServer& server)
{
    DestinationConfig config;
    config.name = "there";
    config.url = "https://localhost:" + std::to_string(server.port());
    return config;
}

Credentials credentials()
{
    Credentials out;
    out.secret = Secret(canary);
    return out;
}

} // namespace

class TestTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl() || QStandardPaths::findExecutable(u"openssl"_qs).isEmpty())
            QSKIP("openssl is not installed");
        QVERIFY(m_authority.made());
        // The test's authority is trusted, as one of a company would be.
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificate(m_authority.certificate());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }

    void onlyAGoodCertificateGetsAnything_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QString>("says");
        QTest::newRow("good") << u"localhost"_qs << u"20200101000000Z"_qs << u"20991231000000Z"_qs << true
                              << QString();
        QTest::newRow("expired") << u"localhost"_qs << u"20200101000000Z"_qs << u"20200201000000Z"_qs << false
                                 << u"expired"_qs;
        QTest::newRow("not yet valid") << u"localhost"_qs << u"20980101000000Z"_qs << u"20991231000000Z"_qs
                                       << false << u"not yet valid"_qs;
        QTest::newRow("another name") << u"elsewhere.example"_qs << u"20200101000000Z"_qs
                                      << u"20991231000000Z"_qs << false << u"host name"_qs;
    }
    void onlyAGoodCertificateGetsAnything()
    {
        QFETCH(QString, name);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(bool, good);
        QFETCH(QString, says);
        QVERIFY(m_authority.sign(name, from, to));
        TlsServer server(m_authority.signedCertificate(), m_authority.signedKey());
        expect(server, good, says);
    }

    void anUnknownAuthorityGetsNothing()
    {
        TestAuthority stranger;
        QVERIFY(stranger.made());
        QVERIFY(stranger.sign(u"localhost"_qs, u"20200101000000Z"_qs, u"20991231000000Z"_qs));
        TlsServer server(stranger.signedCertificate(), stranger.signedKey());
        expect(server, false, u"certificate"_qs);
    }

private:
    /// One span through a courier: delivered, or waiting with the cause and the next try.
    static void expect(const TlsServer& server, bool good, const QString& says)
    {
        FakeClock clock;
        FakeOutbox outbox;
        outbox.add(1);
        OtlpDestination destination(configFor(server), credentials(), clock, 10s);
        CourierSettings settings;
        settings.seed = 5;
        Courier courier(outbox, destination, clock, settings, [&](Milliseconds time) { clock.pass(time); });
        (void)courier.step(true);
        QVERIFY2(QString::fromStdString(outbox.health.lastError).contains(says, Qt::CaseInsensitive),
                 outbox.health.lastError.c_str());
        QCOMPARE(outbox.delivered, good ? 1 : 0);
        QCOMPARE(server.requests(), good ? 1 : 0);
        QVERIFY(outbox.health.lastError.find("CANARY") == std::string::npos);
        if (good)
            return;
        QVERIFY(courier.stuck() && !outbox.theOrders.paused && outbox.quarantine.empty());
        QVERIFY(outbox.health.nextTryUnixNs > clock.unixNs());
        QCOMPARE(outbox.health.uncertain, 0); // nothing left the machine
    }

    TestAuthority m_authority;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
