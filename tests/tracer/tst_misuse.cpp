// SPDX-License-Identifier: GPL-3.0-or-later
/// What the types do not let pass: each row is a program that must not compile, and the words that say why.
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class tst_misuse : public QObject
{
    Q_OBJECT
    QTemporaryDir m_place;

    /// What the compiler says about a function with this body; empty where it is content.
    QString complaint(const QString& header, const QString& body, const QStringList& flags = {})
    {
        const QString file = m_place.filePath(QStringLiteral("misuse.cpp"));
        QFile source(file);
        if (!source.open(QIODevice::WriteOnly))
            return QStringLiteral("cannot write");
        source.write("#include <spanglass/" + header.toUtf8() + ">\nvoid f()\n{\n" + body.toUtf8() + "\n}\n");
        source.close();
        QProcess compiler;
        QStringList arguments{QStringLiteral("-std=c++20"), QStringLiteral("-fsyntax-only"),
                              QStringLiteral("-Wall"), QStringLiteral("-Wextra"), QStringLiteral("-Werror")};
        for (const QString& directory : QStringLiteral(PUBLIC_HEADERS).split(u':'))
            arguments << QStringLiteral("-I") + directory;
        compiler.setProcessChannelMode(QProcess::MergedChannels);
        compiler.start(QStringLiteral(COMPILER), arguments + flags + QStringList{file});
        compiler.waitForFinished(120'000);
        const QString said = QString::fromLocal8Bit(compiler.readAll());
        return compiler.exitCode() == 0 ? QString() : said + QStringLiteral("(refused)");
    }

private Q_SLOTS:
    void whatIsRightCompiles_data()
    {
        QTest::addColumn<QString>("flag");
        QTest::newRow("as it is") << QStringLiteral("-Wshadow");
        QTest::newRow("without exceptions") << QStringLiteral("-fno-exceptions");
        QTest::newRow("with hidden symbols") << QStringLiteral("-fvisibility=hidden");
        QTest::newRow("for every conversion warning") << QStringLiteral("-Wconversion");
    }
    void whatIsRightCompiles()
    {
        QFETCH(QString, flag);
        QCOMPARE(complaint(
                     QStringLiteral("tracer.h"),
                     QStringLiteral("auto trace = spanglass::trace(\"t\", {.user = \"ada\"});\n"
                                    "auto call = trace.span(\"c\", spanglass::Kind::llm);\n"
                                    "call.set(\"k\", 1).set(\"k\", true).set(\"k\", 0.5).set(\"k\", \"v\");\n"
                                    "spanglass::inSpan(\"s\", [](spanglass::Span&) { return 1; });"),
                     {flag}),
                 QString());
    }

    void whatIsWrongDoesNotCompile_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("why");
        QTest::newRow("a span nobody keeps")
            << QStringLiteral("tracer.h") << QStringLiteral("spanglass::span(\"s\");")
            << QStringLiteral("a span ends when its object does");
        QTest::newRow("a trace nobody keeps")
            << QStringLiteral("tracer.h") << QStringLiteral("spanglass::trace(\"t\");")
            << QStringLiteral("a span ends when its object does");
        QTest::newRow("a child nobody keeps")
            << QStringLiteral("tracer.h")
            << QStringLiteral("auto t = spanglass::trace(\"t\"); t.span(\"s\");")
            << QStringLiteral("a span ends when its object does");
        QTest::newRow("two owners of a span")
            << QStringLiteral("tracer.h") << QStringLiteral("auto s = spanglass::span(\"s\"); auto t = s;")
            << QStringLiteral("deleted");
        QTest::newRow("a context scope nobody keeps")
            << QStringLiteral("tracer.h")
            << QStringLiteral("spanglass::ContextScope{spanglass::Context::current()};")
            << QStringLiteral("what it makes current ends with it");
        QTest::newRow("an attribute that is a pointer")
            << QStringLiteral("tracer.h")
            << QStringLiteral("auto s = spanglass::span(\"s\"); s.set(\"k\", &s);")
            << QStringLiteral("AttributeValue");
        QTest::newRow("an attribute that is an object")
            << QStringLiteral("tracer.h")
            << QStringLiteral("auto s = spanglass::span(\"s\"); s.set(\"k\", std::vector<int>());")
            << QStringLiteral("AttributeValue");
        QTest::newRow("a body that takes no span")
            << QStringLiteral("tracer.h") << QStringLiteral("spanglass::inSpan(\"s\", [](int) {});")
            << QStringLiteral("invocable");
        QTest::newRow("a job that wants arguments")
            << QStringLiteral("pool.h") << QStringLiteral("spanglass::Pool pool(1); pool.submit([](int) {});")
            << QStringLiteral("invocable");
        QTest::newRow("a kind that is a number")
            << QStringLiteral("tracer.h") << QStringLiteral("auto s = spanglass::span(\"s\", 3);")
            << QStringLiteral("no matching function");
        QTest::newRow("a provider without its calls")
            << QStringLiteral("provider.h") << QStringLiteral("struct P : spanglass::Provider {}; P p;")
            << QStringLiteral("abstract");
    }
    void whatIsWrongDoesNotCompile()
    {
        QFETCH(QString, header);
        QFETCH(QString, body);
        QFETCH(QString, why);
        const QString said = complaint(header, body);
        QVERIFY2(said.contains(why), qPrintable(said));
    }
};

QTEST_APPLESS_MAIN(tst_misuse)
#include "tst_misuse.moc"
