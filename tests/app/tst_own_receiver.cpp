// SPDX-License-Identifier: GPL-3.0-or-later
// A store's own receiver is no destination: its spans would come back to it without end.
#include <QTemporaryDir>
#include <QTest>

#include "program.h"

using namespace Qt::StringLiterals;
using spanglass::test::program;
using spanglass::test::run;

class tst_own_receiver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReceiverIsNoDestinationOfItsOwnStore()
    {
        const QTemporaryDir store;
        QProcess serve;
        serve.start(program(), {u"serve"_s, u"--store"_s, store.path(), u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY(serve.waitForReadyRead(60'000));
        const QString address = QJsonDocument::fromJson(serve.readLine()).object()[u"listening"_s].toString();
        QVERIFY(!address.isEmpty());
        const auto add = [&address](const QString& name, const QString& directory) {
            return run({u"sync"_s, u"add"_s, name, u"--kind"_s, u"otlp"_s, u"--url"_s, u"http://"_s + address,
                        u"--store"_s, directory});
        };
        const auto refused = add(u"self"_s, store.path());
        QVERIFY(refused.exitCode > 0);
        QCOMPARE(refused.err, "spanglass: sync add: http://" + address.toUtf8() +
                                  " is this store's own receiver: what is sent there would come back\n");
        // For another store it is a receiver like any other.
        const QTemporaryDir other;
        const auto taken = add(u"local"_s, other.path());
        QVERIFY2(taken.exitCode == 0, taken.err.constData());
        serve.terminate();
        QVERIFY(serve.waitForFinished(60'000));
    }
};

QTEST_GUILESS_MAIN(tst_own_receiver)
#include "tst_own_receiver.moc"
