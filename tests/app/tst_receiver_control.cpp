// SPDX-License-Identifier: GPL-3.0-or-later
// The window's receiver: its switch is remembered, a port that is taken is named with its holder and another
// one is offered, and a gRPC exporter is told what to set.
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include "app/receiver_control.h"
#include "app/settings.h"

using namespace spanglass;
using app::ReceiverControl;
using app::Settings;

namespace {

/// A port that is free now.
quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}

struct Fixture
{
    QTemporaryDir directory;
    Settings settings{directory.filePath(QStringLiteral("window.ini"))};
    std::filesystem::path store = directory.filePath(QStringLiteral("store")).toStdString();

    Fixture() { settings.setReceivePort(freePort()); }
    [[nodiscard]] QString endpoint() const
    {
        return QStringLiteral("http://127.0.0.1:%1").arg(settings.receivePort());
    }
};

bool answers(const QString& endpoint, const QByteArray& bytes, const QByteArray& expected)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"),
                         static_cast<quint16>(endpoint.section(QLatin1Char(':'), -1).toUInt()));
    socket.write(bytes);
    QByteArray answer;
    while (!answer.contains("\r\n") && socket.waitForReadyRead(10'000))
        answer += socket.readAll();
    return answer.startsWith(expected);
}

} // namespace

class tst_receiver_control : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itReceivesFromTheStartAndItsSwitchIsRemembered()
    {
        Fixture f;
        ReceiverControl receiver(f.store, f.settings);
        QCOMPARE(receiver.endpoint(), QString());
        receiver.start();
        QCOMPARE(receiver.endpoint(), f.endpoint());
        QVERIFY(receiver.action()->isChecked());
        const QByteArray health = "GET /api/public/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        QVERIFY(answers(receiver.endpoint(), health, "HTTP/1.1 200"));

        receiver.action()->trigger();
        QCOMPARE(receiver.endpoint(), QString());
        QVERIFY(!receiver.action()->isChecked());
        QVERIFY(!f.settings.receives());
        ReceiverControl next(f.store, f.settings);
        next.start();
        QCOMPARE(next.endpoint(), QString());
    }

    void aTakenPortIsNamedAndAnotherOneOffered()
    {
        Fixture f;
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, f.settings.receivePort()));
        ReceiverControl receiver(f.store, f.settings);
        QSignalSpy taken(&receiver, &ReceiverControl::portTaken);
        receiver.start();
        QCOMPARE(taken.size(), 1);
        const QString why = taken[0][0].toString();
        QVERIFY2(why.contains(
                     QStringLiteral("tst_receiver_control (pid %1)").arg(QCoreApplication::applicationPid())),
                 qPrintable(why));
        QVERIFY(!receiver.action()->isChecked());

        const auto offered = taken[0][1].value<quint16>();
        QVERIFY(offered > other.serverPort());
        receiver.moveTo(offered);
        QCOMPARE(receiver.endpoint(), QStringLiteral("http://127.0.0.1:%1").arg(offered));
        QCOMPARE(f.settings.receivePort(), offered);
    }

    void aSecondWindowOfTheStoreNeedsNoPort()
    {
        Fixture f;
        auto first = std::make_unique<ReceiverControl>(f.store, f.settings);
        first->start();
        ReceiverControl second(f.store, f.settings);
        QSignalSpy taken(&second, &ReceiverControl::portTaken);
        second.start();
        QCOMPARE(taken.size(), 0);
        QCOMPARE(second.endpoint(), first->endpoint());
        const QString own = first->explanation();
        QVERIFY(second.explanation() != own);
        // When the first one ends, the other takes its place.
        first.reset();
        QTRY_COMPARE(second.explanation(), own);
        QCOMPARE(second.endpoint(), f.endpoint());
        QCOMPARE(taken.size(), 0);
    }

    void aGrpcExporterIsToldWhatToSet()
    {
        Fixture f;
        ReceiverControl receiver(f.store, f.settings);
        receiver.start();
        QSignalSpy knocked(&receiver, &ReceiverControl::grpcKnocked);
        QVERIFY(answers(receiver.endpoint(), "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/1.1 505"));
        QTRY_COMPARE(knocked.size(), 1);
        QCOMPARE(knocked[0][1].toString(), QStringLiteral("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"));
        QVERIFY(knocked[0][0].toString().contains(knocked[0][1].toString()));
    }
};

QTEST_MAIN(tst_receiver_control)
#include "tst_receiver_control.moc"
