// SPDX-License-Identifier: GPL-3.0-or-later
/// What must not be stored is taken out: by the name of its key, by its look, by an expression.
#include <QTest>

#include "base/masking.h"

using namespace spanglass;

class tst_masking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatARuleNamesIsMasked_data()
    {
        QTest::addColumn<QByteArray>("rules"); // by blanks
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("masked");
        QTest::newRow("a key by its name") << QByteArray("password") << QByteArray("password")
                                           << QByteArray("secret") << QByteArray("[masked]");
        QTest::newRow("whatever its case and its prefix")
            << QByteArray("password") << QByteArray("metadata.PassWord") << QByteArray("secret")
            << QByteArray("[masked]");
        QTest::newRow("by a pattern") << QByteArray("*_token") << QByteArray("access_token")
                                      << QByteArray("secret") << QByteArray("[masked]");
        QTest::newRow("another key is left alone")
            << QByteArray("*_token") << QByteArray("tokens") << QByteArray("12") << QByteArray("12");
        QTest::newRow("inside JSON") << QByteArray("authorization") << QByteArray("headers")
                                     << QByteArray("{\"Authorization\": \"Bearer abc\", \"n\": 1}")
                                     << QByteArray("{\"Authorization\": \"[masked]\", \"n\": 1}");
        QTest::newRow("inside JSON at any depth, whatever the value is")
            << QByteArray("secret") << QByteArray("input.value")
            << QByteArray("{\"a\":[{\"secret\":{\"k\":[\"v\",\"}\"]}},{\"secret\":7}]}")
            << QByteArray("{\"a\":[{\"secret\":\"[masked]\"},{\"secret\":\"[masked]\"}]}");
        QTest::newRow("inside JSON that ends early")
            << QByteArray("secret") << QByteArray("input.value") << QByteArray("{\"secret\":\"ab")
            << QByteArray("{\"secret\":\"[masked]\"");
        QTest::newRow("keys that look like credentials")
            << QByteArray("builtin") << QByteArray("input.value")
            << QByteArray("use sk-abcdefghijklmnop1234 or ghp_abcdefghijklmnopqrstuvwxyz")
            << QByteArray("use [masked] or [masked]");
        QTest::newRow("a bearer token")
            << QByteArray("builtin") << QByteArray("input.value")
            << QByteArray("Authorization: Bearer abc.def-ghi") << QByteArray("Authorization: [masked]");
        QTest::newRow("an address") << QByteArray("builtin") << QByteArray("input.value")
                                    << QByteArray("write to ada.l+x@example.org, please")
                                    << QByteArray("write to [masked], please");
        QTest::newRow("what only begins like one")
            << QByteArray("builtin") << QByteArray("input.value") << QByteArray("sk-8 task-abc a@b @home")
            << QByteArray("sk-8 task-abc a@b @home");
    }
    void whatARuleNamesIsMasked()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, masked);
        std::vector<std::string> list;
        for (const QByteArray& rule : rules.split(' '))
            list.push_back(rule.toStdString());
        const Masking masking(list);
        QVERIFY(masking.problems().empty());
        QCOMPARE(QByteArray::fromStdString(masking.text(key.toStdString(), text.toStdString())), masked);
    }

    void anExpressionMasksWhatItMatchesOrSaysThatItCannot()
    {
        const Masking masking({"re:[0-9]{3}-[0-9]{2}-[0-9]{4}"});
        if (masking.empty()) {
            QCOMPARE(masking.problems().size(), std::size_t{1});
            QVERIFY(QByteArray::fromStdString(masking.problems()[0]).endsWith("this build has no RE2"));
            return;
        }
        QCOMPARE(masking.text("input.value", "mine is 078-05-1120."), std::string("mine is [masked]."));
        QVERIFY(Masking({"re:("}).problems()[0].find("re:(") != std::string::npos);
    }

    /// An expression that costs a backtracking matcher exponential time, and text of megabytes.
    void longTextNeedsNoLongerThanItIs()
    {
        const Masking masking({"secret", "*a*b*c*", "builtin", "re:(a+)+$"});
        std::string text;
        while (text.size() < (4 << 20))
            text += "{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":[[[[@@@@bearer sk-";
        text += "\"secret\":\"canary\"";
        QVERIFY(masking.text("input.value", text).find("canary") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(tst_masking)
#include "tst_masking.moc"
