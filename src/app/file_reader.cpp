// SPDX-License-Identifier: GPL-3.0-or-later
// Translates between the two rooms; nothing is read here.
#include "app/file_reader.h"

#include <QCoreApplication>

#include "formats/document.h"
#include "models/readable.h"

namespace spanglass::app {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("FileReader", text);
}

// lupdate reads a plural only where the count is a plain name.
QString tracesText(int count)
{
    return QCoreApplication::translate("FileReader", "%n trace(s)", nullptr, count);
}

QString spansText(int count)
{
    return QCoreApplication::translate("FileReader", "%n span(s)", nullptr, count);
}

QString errorsText(int count)
{
    return QCoreApplication::translate("FileReader", "%n error(s)", nullptr, count);
}

QStringList factsOf(const formats::Document& document)
{
    QStringList facts{QString::fromStdString(document.format)};
    if (document.compression != "none")
        facts << QString::fromStdString(document.compression);
    if (document.traces > 1)
        facts << tracesText(static_cast<int>(document.traces));
    facts << spansText(static_cast<int>(document.spans()));
    if (document.errors > 0)
        facts << errorsText(static_cast<int>(document.errors));
    if (document.timed && document.durationNs > 0)
        facts << models::durationReadable(document.durationNs);
    return facts;
}

QStringList warningsOf(const formats::Document& document)
{
    QStringList warnings;
    for (const formats::Warning& warning : document.warnings) {
        const QString message = QString::fromStdString(warning.message);
        if (message.contains(QStringLiteral("byte %1 ").arg(warning.offset))) { // it names its place itself
            warnings << message;
            continue;
        }
        warnings << say(QT_TRANSLATE_NOOP("FileReader", "byte %1: %2"))
                        .arg(models::countReadable(static_cast<std::int64_t>(warning.offset)), message);
    }
    return warnings;
}

} // namespace

Result<FileContent> readTraceFile(const QString& path, const FileProgress& progress,
                                  const FilePartial& partial)
{
    formats::OpenOptions options;
    options.progress = [&progress](const formats::Progress& step) {
        return progress(static_cast<qint64>(step.bytesDone), static_cast<qint64>(step.bytesTotal),
                        static_cast<qint64>(step.spans));
    };
    options.partial = partial;
    auto document = formats::open(path.toStdString(), options);
    if (!document)
        return tl::unexpected(document.error());
    return FileContent{document->table, factsOf(*document), warningsOf(*document),
                       static_cast<qint64>(document->warningCount)};
}

} // namespace spanglass::app
