// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that connect agents of other makes: one resource, shown by the window and repeated by the docs.
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

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

    void textThatIsNoSnippetGivesNone()
    {
        QVERIFY(parseSnippets("").empty());
        QVERIFY(parseSnippets("[1, 2]").empty());
    }
};

QTEST_MAIN(tst_connect)
#include "tst_connect.moc"
