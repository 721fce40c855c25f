// SPDX-License-Identifier: GPL-3.0-or-later
// How much the store takes beside what it holds. Sizes, not times: the agent is the same for the same seed.
#include <QTest>

#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

class tst_store_size : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theChatAgentsTracesTakeAFifthOfTheirJson()
    {
        const QJsonObject figures =
            run({u"bench"_s, u"store"_s, u"--spans"_s, u"1000"_s, u"--json"_s}).json();
        const double stored = figures[u"chatBytesPerSpan"].toDouble();
        const double json = figures[u"chatJsonBytesPerSpan"].toDouble();
        QVERIFY(stored > 0 && json > 1000);
        QVERIFY2(stored * 5 <= json, qPrintable(u"%1 of %2 bytes a span"_s.arg(stored).arg(json)));
    }
};

QTEST_GUILESS_MAIN(tst_store_size)
#include "tst_store_size.moc"
