// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass render`: a trace as a picture, without a display. The picture is made whole, then written beside
// its place and renamed, so that a full disk leaves no half of it.
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include "app/application.h"
#include "app/cli/document.h"
#include "app/cli/verbs.h"
#include "views/flame_picture.h"

namespace spanglass::app {

namespace {

using PictureOptions = views::FlamePictureOptions;

/// "1600x900"; nothing for anything else and for what no screen shows.
std::optional<QSize> parseSize(const QString& text)
{
    const QStringList sides = text.split(u'x');
    if (sides.size() != 2)
        return std::nullopt;
    const QSize size(sides[0].toInt(), sides[1].toInt());
    constexpr int least = 64, most = 16'384;
    const bool fits = qMin(size.width(), size.height()) >= least && qMax(size.width(), size.height()) <= most;
    return fits ? std::optional(size) : std::nullopt;
}

Result<PictureOptions> pictureOptions(const Options& options)
{
    PictureOptions picture;
    const QString size = QString::fromStdString(options.text("size", "1600x900"));
    const auto parsed = parseSize(size);
    if (!parsed)
        return fail(ErrorKind::usage,
                    "--size: " + size.toStdString() + " is no WxH from 64x64 to 16384x16384");
    picture.size = *parsed;
    const std::string theme = options.text("theme", "light");
    if (theme != "light" && theme != "dark")
        return fail(ErrorKind::usage, "--theme: " + theme + " is neither light nor dark");
    picture.theme = theme == "dark" ? &views::darkTheme() : &views::lightTheme();
    const std::string view = options.text("view", "flame");
    if (view != "flame")
        return fail(ErrorKind::usage, "--view: " + view + " is not known; there is: flame");
    return picture;
}

QByteArray pngOf(const Table& table, const PictureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    views::flameImage(table, options).save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const Table& table, const PictureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(options.size);
    generator.setViewBox(QRect(QPoint(), options.size));
    QPainter painter(&generator);
    views::paintFlame(painter, table, options);
    painter.end();
    return bytes;
}

QByteArray pdfOf(const Table& table, const PictureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    // At 72 dots an inch a point is a pixel, so the page is as large as the picture.
    writer.setResolution(72);
    writer.setPageSize(QPageSize(QSizeF(options.size), QPageSize::Point));
    writer.setPageMargins({});
    QPainter painter(&writer);
    views::paintFlame(painter, table, options);
    painter.end();
    return bytes;
}

Result<QByteArray> drawn(const Table& table, const PictureOptions& options, const QString& file)
{
    if (file.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        return pngOf(table, options);
    if (file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        return svgOf(table, options);
    if (file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return pdfOf(table, options);
    return fail(ErrorKind::usage, "-o: " + file.toStdString() + " ends in none of .png, .svg, .pdf");
}

Result<void> save(const QByteArray& bytes, const QString& file)
{
    QSaveFile target(file);
    if (target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit())
        return {};
    return fail(ErrorKind::io,
                file.toStdString() + ": cannot be written: " + target.errorString().toStdString());
}

Result<int> run(const Options& options)
{
    if (!options.has("o"))
        return fail(ErrorKind::usage, "render: needs -o OUT.png, .svg or .pdf");
    const auto picture = pictureOptions(options);
    if (!picture)
        return tl::unexpected(picture.error());
    const std::string& source = options.operands().front();
    const auto table = tableOf(options.store(), source);
    if (!table)
        return tl::unexpected(table.error());

    int argc = 1;
    char program[] = "spanglass";
    char* argv[] = {program, nullptr};
    const auto application = makeOffscreenApplication(argc, argv);
    const QString file = QString::fromStdString(options.text("o"));
    const auto bytes = drawn(*table, *picture, file);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (const auto saved = save(*bytes, file); !saved)
        return tl::unexpected(saved.error());
    return exitDone;
}

} // namespace

const Verb renderVerb{{.verb = "render",
                       .operands = "FILE-or-TRACE",
                       .fewest = 1,
                       .most = 1,
                       .summary = "draw a trace into a picture",
                       .options = {{"o", "OUT", "the picture: .png, .svg or .pdf"},
                                   {"view", "VIEW", "flame (the default)"},
                                   {"size", "WxH", "in pixels (default 1600x900)"},
                                   {"theme", "light|dark", "(default light)"}}},
                      run};

} // namespace spanglass::app
