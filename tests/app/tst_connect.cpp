// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that connect agents of other makes: one resource, shown by the window and repeated by the docs.
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include "app/connect_panel.h"
#include "app/connect_snippets.h"

using namespace spanglass::app;

namespace {

QString fence(const QString& language, const QString& text)
{
    return text.isEmpty() ? QString() : QStringLiteral("\n```%1\n%2\n```\n").arg(language, text);
}

QString fenceLanguage(const Snippet& snippet)
{
    if (snippet.file.isEmpty())
        return QStringLiteral("sh");
    return snippet.language == QLatin1String("Python") ? QStringLiteral("python")
           : snippet.language == QLatin1String("C++")  ? QStringLiteral("cpp")
                                                       : QStringLiteral("js");
}

/// The program that reads a snippet's language without running it, and the words that make it.
QStringList checkerOf(const QString& language)
{
    if (language == QLatin1String("Python"))
        return {QStringLiteral("python3"), QStringLiteral("-m"), QStringLiteral("py_compile")};
    if (language == QLatin1String("TypeScript"))
        return {QStringLiteral("node"), QStringLiteral("--check")};
    if (language == QLatin1String("Shell"))
        return {QStringLiteral("sh"), QStringLiteral("-n")};
    QStringList words{QStringLiteral(COMPILER), QStringLiteral("-std=c++20"), QStringLiteral("-fsyntax-only"),
                      QStringLiteral("-Wall"),  QStringLiteral("-Wextra"),    QStringLiteral("-Werror")};
    for (const QString& directory : QStringLiteral(PUBLIC_HEADERS).split(u':'))
        words << QStringLiteral("-I") + directory;
    return words;
}

/// What docs/connect.md has to say of a client.
QString section(const Snippet& snippet)
{
    QStringList shell;
    if (!snippet.install.isEmpty())
        shell << snippet.install;
    if (!snippet.environment.isEmpty())
        shell << snippet.exports();
    const QString file = snippet.file.isEmpty() ? QString() : QStringLiteral("\n`%1`:\n").arg(snippet.file);
    return QStringLiteral("## %1\n\n%2\n").arg(snippet.title(), snippet.how) +
           fence(QStringLiteral("sh"), filledIn(shell.join(QLatin1Char('\n')), usualEndpoint())) + file +
           fence(fenceLanguage(snippet), filledIn(snippet.code, usualEndpoint()));
}

} // namespace

class tst_connect : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyClientHasItsLines_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* id, const char* part) {
            QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(part);
        };
        row("python-opentelemetry", "OTLPSpanExporter");
        row("python-openinference", "OpenAIInstrumentor");
        row("python-openllmetry", "Traceloop.init");
        row("python-pydantic-ai", "instrument_pydantic_ai");
        row("python-langfuse", "from langfuse import");
        row("claude-code", "claude");
        row("typescript-opentelemetry", "OTLPTraceExporter");
        row("typescript-vercel-ai", "generateText");
        row("cpp", "spanglass::trace");
    }
    void everyClientHasItsLines()
    {
        QFETCH(QString, id);
        QFETCH(QString, part);
        const auto& all = connectSnippets();
        const auto found = std::ranges::find(all, id, &Snippet::id);
        QVERIFY(found != all.end());
        QVERIFY(found->code.contains(part));
        QVERIFY(!found->how.isEmpty());
        // One that sends by HTTP is told where to.
        if (id != QLatin1String("cpp"))
            QVERIFY(found->exports().contains(QLatin1String("{endpoint}")));
    }

    void whatIsCopiedIsWellFormed_data()
    {
        QTest::addColumn<QStringList>("checker");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        for (const Snippet& snippet : connectSnippets()) {
            const QByteArray id = snippet.id.toUtf8();
            if (!snippet.file.isEmpty())
                QTest::newRow(id) << checkerOf(snippet.language) << snippet.file << snippet.code;
            const QString shell = snippet.install + QLatin1Char('\n') + snippet.exports() +
                                  QLatin1Char('\n') + (snippet.file.isEmpty() ? snippet.code : QString());
            QTest::newRow((id + ", in the shell").constData())
                << checkerOf(QStringLiteral("Shell")) << QStringLiteral("lines.sh") << shell;
        }
    }
    void whatIsCopiedIsWellFormed()
    {
        QFETCH(QStringList, checker);
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        const QTemporaryDir place;
        QFile file(place.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(filledIn(text, usualEndpoint()).toUtf8());
        file.close();
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        const QString program = checker.takeFirst();
        process.start(program, checker + QStringList{file.fileName()});
        QVERIFY2(process.waitForFinished(120'000), qPrintable(program + process.errorString()));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 process.readAll().constData());
    }

    void theDocumentRepeatsTheResource()
    {
        QString expected;
        for (const Snippet& snippet : connectSnippets())
            expected += QLatin1Char('\n') + section(snippet);
        QFile file(QStringLiteral(SPANGLASS_SOURCE_DIR "/docs/connect.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString document = QString::fromUtf8(file.readAll());
        QCOMPARE(document.mid(document.indexOf(QLatin1String("\n## "))), expected);
    }

    void theReadmeNamesEveryVariableAndBeginsAnAgent()
    {
        QFile file(QStringLiteral(SPANGLASS_SOURCE_DIR "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString readme = QString::fromUtf8(file.readAll());
        for (const Snippet& snippet : connectSnippets()) {
            for (const QString& line : snippet.environment) {
                if (line.contains(QLatin1String("{endpoint}")))
                    QVERIFY2(readme.contains(line.section(QLatin1Char('='), 0, 0)), qPrintable(line));
            }
        }
        const Snippet& first = connectSnippets().front();
        QVERIFY(readme.contains(first.install));
        QVERIFY(readme.contains(fence(fenceLanguage(first), filledIn(first.code, usualEndpoint()))));
    }

    void aPieceIsCopiedWithTheAddressInUse()
    {
        ConnectPanel panel;
        panel.setEndpoint(QStringLiteral("http://127.0.0.1:4399"));
        panel.show();
        panel.clients()->setCurrentIndex(0);
        const auto boxes = panel.findChildren<QPlainTextEdit*>();
        const auto buttons = panel.findChildren<QPushButton*>();
        QCOMPARE(boxes.size(), 3);
        QCOMPARE(buttons.size(), 3);
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            QTest::mouseClick(buttons[i], Qt::LeftButton);
            QCOMPARE(QGuiApplication::clipboard()->text(), boxes[i]->toPlainText());
        }
        QVERIFY(boxes[1]->toPlainText().contains(
            QLatin1String("export OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4399")));
    }

    void anotherClientShowsItsOwnPieces()
    {
        ConnectPanel panel;
        const auto& all = connectSnippets();
        for (std::size_t i = 0; i < all.size(); ++i) {
            panel.clients()->setCurrentIndex(static_cast<int>(i));
            QCOMPARE(panel.findChildren<QPlainTextEdit*>().constLast()->toPlainText(),
                     filledIn(all[i].code, usualEndpoint()));
        }
    }

    void everyClientIsExplainedInTheLanguageOfTheDay()
    {
        class Marking : public QTranslator
        {
        public:
            [[nodiscard]] bool isEmpty() const override { return false; }
            [[nodiscard]] QString translate(const char*, const char* text, const char*, int) const override
            {
                return QLatin1Char('*') + QLatin1String(text);
            }
        } marking;
        QCoreApplication::installTranslator(&marking);
        for (const Snippet& snippet : connectSnippets())
            QCOMPARE(snippet.explanation(), QLatin1Char('*') + snippet.how);
        QCoreApplication::removeTranslator(&marking);
    }

    void textThatIsNoSnippetGivesNone()
    {
        QVERIFY(parseSnippets("").empty());
        QVERIFY(parseSnippets("[1, 2]").empty());
    }
};

QTEST_MAIN(tst_connect)
#include "tst_connect.moc"
