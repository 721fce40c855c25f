// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/data_image.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QList>

#include "models/readable.h"

namespace spanglass::views {
namespace {

struct Images
{
    Q_DECLARE_TR_FUNCTIONS(DataImage)
};

constexpr std::string_view start = "data:image/";
constexpr std::size_t mostBytes = 32'000'000; // of base64
constexpr std::int64_t mostPixels = 40'000'000;

DataImage refused(const QString& why)
{
    return {{}, why};
}

} // namespace

bool isDataImage(std::string_view uri)
{
    return uri.starts_with(start);
}

DataImage readDataImage(std::string_view uri, int mostWidthPx)
{
    const std::size_t comma = uri.find(',');
    if (!isDataImage(uri) || comma == std::string_view::npos || !uri.substr(0, comma).ends_with(";base64"))
        return refused(Images::tr("An image in a form that is not shown"));
    const std::string_view encoded = uri.substr(comma + 1);
    if (encoded.size() > mostBytes)
        return refused(Images::tr("An image of %1 bytes is too large to be shown")
                           .arg(models::countReadable(std::int64_t(encoded.size()))));
    QByteArray bytes = QByteArray::fromBase64(
        QByteArray::fromRawData(encoded.data(), static_cast<qsizetype>(encoded.size())));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    static const QList<QByteArray> formats{"png", "jpeg", "gif", "webp", "bmp"};
    reader.setDecideFormatFromContent(true);
    if (!formats.contains(reader.format()))
        return refused(Images::tr("An image in a form that is not shown"));
    const QSize size = reader.size();
    if (!size.isValid() || std::int64_t(size.width()) * size.height() > mostPixels)
        return refused(Images::tr("An image of %1 × %2 pixels is too large to be shown")
                           .arg(models::countReadable(size.width()), models::countReadable(size.height())));
    if (size.width() > mostWidthPx)
        reader.setScaledSize(size.scaled(mostWidthPx, size.height(), Qt::KeepAspectRatio));
    DataImage read{reader.read(), {}};
    if (read.image.isNull())
        read.refusal = Images::tr("An image that is damaged");
    return read;
}

} // namespace spanglass::views
