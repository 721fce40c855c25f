// SPDX-License-Identifier: GPL-3.0-or-later
// An icon engine that renders the SVG at the size asked for.
#include "views/icons.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include "views/theme.h"

namespace spanglass::views {
namespace {

QByteArray sourceOf(const QString& name)
{
    static QHash<QString, QByteArray> sources;
    auto found = sources.find(name);
    if (found == sources.end()) {
        QFile file(QStringLiteral(":/spanglass/icons/%1.svg").arg(name));
        found = sources.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

class ThemedIconEngine : public QIconEngine
{
public:
    explicit ThemedIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const Theme& t = theme();
        const QColor color = mode == QIcon::Disabled ? t.disabled
                             : state == QIcon::On    ? t.accent
                             : mode == QIcon::Normal ? t.secondary
                                                     : t.text;
        paintIcon(painter, m_name, rect, color);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(m_name); }

private:
    QString m_name;
};

} // namespace

QIcon icon(const QString& name)
{
    return QIcon(new ThemedIconEngine(name));
}

void paintIcon(QPainter* painter, const QString& name, const QRectF& rect, const QColor& color)
{
    QByteArray source = sourceOf(name);
    source.replace("#000", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(source);
    if (renderer.isValid())
        renderer.render(painter, rect);
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/spanglass/icons/spanglass.svg"));
}

} // namespace spanglass::views
