// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/picture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSvgGenerator>

#include "views/theme.h"

namespace spanglass::views {
namespace {

void paintWhole(QPaintDevice& device, QSize size, const PaintPicture& paint)
{
    QPainter painter(&device);
    painter.fillRect(QRect(QPoint(), size), theme().surface);
    paint(painter);
}

void writePng(QBuffer& buffer, QSize size, const PaintPicture& paint)
{
    QImage image(size, QImage::Format_RGB32);
    paintWhole(image, size, paint);
    image.save(&buffer, "PNG");
}

void writeSvg(QBuffer& buffer, QSize size, const QString& title, const PaintPicture& paint)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(title.toHtmlEscaped());
    paintWhole(generator, size, paint);
}

void writePdf(QBuffer& buffer, QSize size, const QString& title, const PaintPicture& paint)
{
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    // At 72 dots an inch a point is a pixel, so the page is as large as the picture.
    writer.setResolution(72);
    writer.setPageSize(QPageSize(QSizeF(size), QPageSize::Point));
    writer.setPageMargins({});
    paintWhole(writer, size, paint);
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QString& file)
{
    if (file.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        return PictureFormat::png;
    if (file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        return PictureFormat::svg;
    if (file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return PictureFormat::pdf;
    return std::nullopt;
}

QByteArray pictureBytes(PictureFormat format, QSize size, const QString& title, const PaintPicture& paint)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case PictureFormat::png:
        writePng(buffer, size, paint);
        break;
    case PictureFormat::svg:
        writeSvg(buffer, size, title, paint);
        break;
    case PictureFormat::pdf:
        writePdf(buffer, size, title, paint);
        break;
    }
    return bytes;
}

QString fileNameFrom(const QString& title)
{
    QString name;
    for (const QChar c : title.simplified().left(80))
        name += c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.' || c == u' ' ? c : QChar(u'-');
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name.remove(0, 1);
    name = name.trimmed();
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    // Names that mean devices where the file may be carried to, whatever follows their first dot.
    static const QRegularExpression device(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (device.match(name).hasMatch())
        name.prepend(QStringLiteral("trace-"));
    return name.isEmpty() ? QStringLiteral("trace") : name;
}

Result<void> savePicture(const QString& file, QSize size, const QString& title, const PaintPicture& paint)
{
    const auto format = pictureFormatOf(file);
    if (!format)
        return fail(ErrorKind::usage, file.toStdString() + ": ends in none of .png, .svg, .pdf");
    const QByteArray bytes = pictureBytes(*format, size, title, paint);
    QSaveFile target(file);
    if (target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit())
        return {};
    return fail(ErrorKind::io,
                file.toStdString() + ": cannot be written: " + target.errorString().toStdString());
}

} // namespace spanglass::views
