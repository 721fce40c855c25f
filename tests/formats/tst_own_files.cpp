// SPDX-License-Identifier: GPL-3.0-or-later
/// Four checks for every file of tests/formats/data, ordinary ones and such as are legal but seldom: it holds
/// what it held (tests/formats/expected), it is told without its name, what is exported and opened again is
/// the same, and exporting that again gives the same bytes. The samples beside the checkout get the last
/// three; their counts are in tst_document.
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include "formats/export.h"

#include "documents.h"

using namespace spanglass;
using namespace spanglass::formats;

namespace {

const QString data = QStringLiteral(TEST_DATA "/");
const QString expected = QStringLiteral(TEST_EXPECTED "/");
const QString samples = QStringLiteral(SAMPLES "/");

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString linksOf(const trace::Span& span)
{
    QStringList links;
    for (const trace::Link& link : span.links)
        links << toQString(link.trace.hex() + "/" + link.span.hex()) + QLatin1Char(' ') +
                     toQString(link.traceState) + QLatin1Char(' ') + textOf(link.attributes);
    return links.join(QLatin1String(", "));
}

QString eventsOf(const trace::Span& span)
{
    QStringList events;
    for (const trace::Event& event : span.events)
        events << toQString(event.name) + QLatin1Char('@') + QString::number(event.timeUnixNs) +
                      QLatin1Char(' ') + textOf(event.attributes);
    return events.join(QLatin1String(", "));
}

/// Everything that is told of one span, a line for each thing there is.
QString spanText(const trace::Span& span)
{
    QString text = toQString(span.trace.hex() + "/" + span.id.hex() + " " + span.name) + QLatin1Char('\n');
    const auto line = [&](const char* what, const QString& value) {
        if (!value.isEmpty())
            text += QLatin1String("  ") + QLatin1String(what) + QLatin1Char(' ') + value + QLatin1Char('\n');
    };
    line("source", toQString(span.sourceId));
    line("service", toQString(span.service));
    line("kind", span.kind == Kind::span ? QString() : toQString(name(span.kind)));
    line("message", toQString(span.statusMessage));
    line("attributes", textOf(span.attributes));
    line("events", eventsOf(span));
    line("links", linksOf(span));
    line("resource", textOf(span.resource));
    line("scope", (toQString(span.scope.name + " " + span.scope.version) + QLatin1Char(' ') +
                   textOf(span.scope.attributes))
                      .trimmed());
    return text;
}

QString snapshotOf(const Document& document)
{
    QString text = QStringLiteral("%1, %2: spans %3, traces %4, events %5, orphans %6, errors %7, "
                                  "unfinished %8, rejected %9")
                       .arg(toQString(document.format), toQString(document.compression))
                       .arg(document.spans())
                       .arg(document.traces)
                       .arg(document.events)
                       .arg(document.orphans)
                       .arg(document.errors)
                       .arg(document.unfinished)
                       .arg(document.rejected);
    text += QStringLiteral(", merged %1, from %2\n").arg(document.merged).arg(document.startUnixNs);
    text += warningsOf(document) + QLatin1String("\n") + pictureOf(document) + QLatin1String("\n\n");
    for (std::uint32_t row = 0; row < document.spans(); ++row)
        text += spanText(document.table->details(row));
    return text;
}

QByteArray exported(const trace::SpanTable& table, ExportFormat format, QStringList* notKept = nullptr)
{
    QByteArray text;
    const auto done = write(table, format, [&](std::string_view more) -> Result<void> {
        text += QByteArray(more.data(), static_cast<qsizetype>(more.size()));
        return {};
    });
    for (const std::string& what : done.value().notKept) {
        if (notKept != nullptr)
            *notKept << toQString(what);
    }
    return text;
}

/// The lines of a picture in the order of letters: spans that begin at once may change places, because a
/// request of OTLP goes by processes.
QStringList sortedPictureOf(const Document& document)
{
    QStringList lines = pictureOf(document).split(QLatin1Char('\n'));
    lines.sort();
    return lines;
}

/// Instants of a Chrome trace that lie outside every span are counted, but belong to none.
std::size_t eventsOfSpans(const Document& document)
{
    std::size_t count = 0;
    for (std::uint32_t row = 0; row < document.spans(); ++row)
        count += document.table->details(row).events.size();
    return count;
}

/// A row for each of our files, named by its path.
void addOwnFiles()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(data, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(path.mid(data.size()))) << path;
    }
}

void addAllFiles()
{
    addOwnFiles();
    QDirIterator files(samples, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.endsWith(QLatin1String(".md")) && open(path.toStdString()))
            QTest::newRow(qPrintable(QLatin1String("samples/") + path.mid(samples.size()))) << path;
    }
}

} // namespace

class tst_own_files : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFileHoldsWhatItHeld_data() { addOwnFiles(); }
    /// SPANGLASS_WRITE_EXPECTED=1 writes what is found; look at the difference before it is committed.
    void eachFileHoldsWhatItHeld()
    {
        QFETCH(QString, path);
        const auto document = open(path.toStdString());
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        const QByteArray found = snapshotOf(*document).toUtf8();
        const QString name = expected + path.mid(data.size()) + QLatin1String(".txt");
        if (qEnvironmentVariableIsSet("SPANGLASS_WRITE_EXPECTED")) {
            QDir().mkpath(QFileInfo(name).path());
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(found), found.size());
        }
        QCOMPARE(QString::fromUtf8(found), QString::fromUtf8(contentOf(name)));
    }

    void eachFileIsToldWithoutItsName_data() { addOwnFiles(); }
    void eachFileIsToldWithoutItsName()
    {
        QFETCH(QString, path);
        const auto document = opened(contentOf(path));
        QVERIFY2(document.has_value(), document ? "" : document.error().message.c_str());
        // Files lie in the folder of their format; a few containers and dialects are told apart further.
        QString folder = QFileInfo(path).dir().dirName();
        if (path.endsWith(QLatin1String(".csv")))
            folder += QLatin1String("-csv");
        if (path.contains(QLatin1String("each-json-message")))
            folder = QStringLiteral("otlp-json");
        QCOMPARE(toQString(document->format), folder);
    }

    void whatIsExportedIsTheSameWhenOpened_data() { addAllFiles(); }
    void whatIsExportedIsTheSameWhenOpened()
    {
        QFETCH(QString, path);
        const auto document = open(path.toStdString());
        QVERIFY(document.has_value());
        for (const ExportFormat format :
             {ExportFormat::otlpJson, ExportFormat::otlpJsonl, ExportFormat::otlpProto}) {
            QStringList notKept;
            const auto again = opened(exported(*document->table, format, &notKept));
            QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
            if (notKept.contains(QLatin1String("times before 1970")))
                continue; // it said so
            QCOMPARE(again->traces, document->traces);
            QCOMPARE(eventsOfSpans(*again), eventsOfSpans(*document));
            QCOMPARE(again->orphans, document->orphans);
            QCOMPARE(again->errors, document->errors);
            QCOMPARE(again->unfinished, document->unfinished);
            QCOMPARE(again->startUnixNs, document->startUnixNs);
            QCOMPARE(sortedPictureOf(*again), sortedPictureOf(*document));
        }
    }

    void exportedAgainItIsTheSameBytes_data() { addAllFiles(); }
    void exportedAgainItIsTheSameBytes()
    {
        QFETCH(QString, path);
        const auto document = open(path.toStdString());
        QVERIFY(document.has_value());
        for (const ExportFormat format :
             {ExportFormat::otlpJson, ExportFormat::otlpJsonl, ExportFormat::otlpProto, ExportFormat::chrome,
              ExportFormat::jaeger, ExportFormat::zipkin}) {
            QStringList notKept;
            const QByteArray once = exported(*document->table, format, &notKept);
            if (notKept.contains(QLatin1String("times before 1970")) ||
                notKept.contains(QLatin1String("which of two spans of one id is which")))
                continue; // it said so
            const auto again = opened(once);
            QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
            QCOMPARE(again->spans(), document->spans());
            const QByteArray twice = exported(*again->table, format);
            if (twice == once)
                continue;
            const auto differs = std::mismatch(once.begin(), once.end(), twice.begin(), twice.end());
            const qsizetype at = std::max<qsizetype>(differs.first - once.begin() - 150, 0);
            QFAIL(qPrintable(toQString(name(format)) + QLatin1Char('\n') +
                             QString::fromUtf8(once.mid(at, 400)) + QLatin1Char('\n') +
                             QString::fromUtf8(twice.mid(at, 400))));
        }
    }
};

QTEST_APPLESS_MAIN(tst_own_files)
#include "tst_own_files.moc"
