// SPDX-License-Identifier: GPL-3.0-or-later
// What the documents say is there is there: paths, verbs, options, links. (The README's program is built and
// run by tst_installed.)
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

namespace {

const QString root = QStringLiteral(SPANGLASS_SOURCE_DIR "/");

QString textOf(const QString& file)
{
    QFile source(root + file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

QStringList matches(const QString& text, const QString& pattern)
{
    QStringList found;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

/// The verbs of `spanglass --help`.
QStringList verbs()
{
    return matches(QString::fromUtf8(run({u"--help"_s}).out), u"^    spanglass ([a-z]+)"_s);
}

} // namespace

class tst_documents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDocumentHasItsFiles_data()
    {
        QTest::addColumn<QString>("document");
        for (const char* document :
             {"README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/connect.md", "docs/prices.md"})
            QTest::newRow(document) << QString::fromUtf8(document);
    }
    void everyDocumentHasItsFiles()
    {
        QFETCH(QString, document);
        const QString text = textOf(document);
        QVERIFY(!text.isEmpty());
        const QString folder = QFileInfo(document).path();
        // Links are relative to the document, paths in code spans to the root.
        for (const QString& link : matches(text, u"\\]\\(([^)#:]+)\\)"_s))
            QVERIFY2(QFileInfo::exists(root + folder + u'/' + link), qPrintable(link));
        for (const QString& path :
             matches(text, u"`((?:src|docs|packaging|tests|resources|ui)/[\\w./-]+)`"_s))
            QVERIFY2(QFileInfo::exists(root + path), qPrintable(path));
    }

    void theReadmeCallsVerbsThatExist()
    {
        const QStringList known = verbs();
        for (const QString& verb : matches(textOf(u"README.md"_s), u"^spanglass ([a-z]+)(?: |$)"_s))
            QVERIFY2(known.contains(verb), qPrintable(verb));
    }

    void theManualPageNamesEveryVerbAndOption()
    {
        QString manual = textOf(u"packaging/man/spanglass.1"_s);
        manual.replace(u"\\-"_s, u"-"_s);
        for (const QString& verb : verbs()) {
            QVERIFY2(manual.contains(QRegularExpression(u"(\\.B.* |\\\\fB)%1\\b"_s.arg(verb))),
                     qPrintable(verb));
            const QString help = QString::fromUtf8(run({verb, u"--help"_s}).out);
            for (const QString& option : matches(help, u"^    (--?[a-z-]+)"_s))
                QVERIFY2(manual.contains(option), qPrintable(verb + u' ' + option));
        }
    }

    void everyRoomIsInTheArchitecture()
    {
        const QString architecture = textOf(u"docs/architecture.md"_s);
        for (const QString& room :
             matches(textOf(u"src/CMakeLists.txt"_s), u"^ *add_subdirectory\\(([a-z]+)\\)"_s))
            QVERIFY2(architecture.contains(u"`%1`"_s.arg(room)), qPrintable(room));
    }
};

QTEST_GUILESS_MAIN(tst_documents)
#include "tst_documents.moc"
