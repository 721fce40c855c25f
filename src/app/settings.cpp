// SPDX-License-Identifier: GPL-3.0-or-later
// An INI file; every reader checks what it reads.
#include "app/settings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace spanglass::app {
namespace {

constexpr qsizetype mostRecentFiles = 10;
constexpr qsizetype mostQueries = 30;

int inRange(const QVariant& value, int end, int otherwise)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= 0 && number < end ? number : otherwise;
}

} // namespace

Settings::Settings()
    : m_file(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("spanglass"),
             QStringLiteral("window"))
{
}

Settings::Settings(const QString& file) : m_file(file, QSettings::IniFormat) {}

views::ThemeChoice Settings::theme() const
{
    return static_cast<views::ThemeChoice>(inRange(m_file.value(QStringLiteral("theme")), 3, 0));
}

void Settings::setTheme(views::ThemeChoice theme)
{
    m_file.setValue(QStringLiteral("theme"), static_cast<int>(theme));
}

QString Settings::language() const
{
    return m_file.value(QStringLiteral("language")).toString().left(10);
}

void Settings::setLanguage(const QString& language)
{
    m_file.setValue(QStringLiteral("language"), language);
}

trace::TraceOrder Settings::order() const
{
    return static_cast<trace::TraceOrder>(
        inRange(m_file.value(QStringLiteral("order")), trace::traceOrders, 0));
}

void Settings::setOrder(trace::TraceOrder order)
{
    m_file.setValue(QStringLiteral("order"), static_cast<int>(order));
}

bool Settings::follow() const
{
    return m_file.value(QStringLiteral("follow"), true).toBool();
}

void Settings::setFollow(bool follow)
{
    m_file.setValue(QStringLiteral("follow"), follow);
}

bool Settings::receives() const
{
    return m_file.value(QStringLiteral("receive"), true).toBool();
}

void Settings::setReceives(bool receives)
{
    m_file.setValue(QStringLiteral("receive"), receives);
}

std::uint16_t Settings::receivePort() const
{
    constexpr int usual = 4318; // IANA's port of OTLP over HTTP
    const int port = inRange(m_file.value(QStringLiteral("receivePort")), 65536, usual);
    return static_cast<std::uint16_t>(port == 0 ? usual : port);
}

void Settings::setReceivePort(std::uint16_t port)
{
    m_file.setValue(QStringLiteral("receivePort"), port);
}

bool Settings::delivers(const QString& store) const
{
    return m_file.value(QStringLiteral("delivers")).toStringList().contains(store);
}

void Settings::setDelivers(const QString& store, bool delivers)
{
    QStringList stores = m_file.value(QStringLiteral("delivers")).toStringList();
    stores.removeAll(store);
    if (delivers)
        stores << store;
    m_file.setValue(QStringLiteral("delivers"), stores);
}

bool Settings::syncExpanded() const
{
    return m_file.value(QStringLiteral("syncExpanded"), false).toBool();
}

void Settings::setSyncExpanded(bool expanded)
{
    m_file.setValue(QStringLiteral("syncExpanded"), expanded);
}

std::optional<bool> Settings::reducesMotion() const
{
    const QVariant chosen = m_file.value(QStringLiteral("reduceMotion"));
    return chosen.isValid() ? std::optional(chosen.toBool()) : std::nullopt;
}

void Settings::setReducesMotion(bool reduces)
{
    m_file.setValue(QStringLiteral("reduceMotion"), reduces);
}

QByteArray Settings::geometry() const
{
    return m_file.value(QStringLiteral("geometry")).toByteArray();
}

QByteArray Settings::layout() const
{
    return m_file.value(QStringLiteral("layout")).toByteArray();
}

void Settings::setPlaces(const QByteArray& geometry, const QByteArray& layout)
{
    m_file.setValue(QStringLiteral("geometry"), geometry);
    m_file.setValue(QStringLiteral("layout"), layout);
}

QStringList Settings::recentFiles() const
{
    return m_file.value(QStringLiteral("recent")).toStringList().mid(0, mostRecentFiles);
}

void Settings::addRecentFile(const QString& file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_file.setValue(QStringLiteral("recent"), QStringList(files.mid(0, mostRecentFiles)));
}

void Settings::forgetRecentFile(const QString& file)
{
    QStringList files = recentFiles();
    files.removeAll(QFileInfo(file).absoluteFilePath());
    m_file.setValue(QStringLiteral("recent"), files);
}

void Settings::clearRecentFiles()
{
    m_file.remove(QStringLiteral("recent"));
}

QList<SavedView> Settings::savedViews() const
{
    QList<SavedView> views;
    const QByteArray json = m_file.value(QStringLiteral("views")).toString().toUtf8();
    for (const QJsonValue& value : QJsonDocument::fromJson(json).array()) {
        const QJsonObject object = value.toObject();
        SavedView view;
        view.name = object[QStringLiteral("name")].toString();
        view.query = object[QStringLiteral("query")].toString();
        view.lastSeconds = std::max<qint64>(0, object[QStringLiteral("lastSeconds")].toInteger());
        view.order = static_cast<trace::TraceOrder>(
            inRange(object[QStringLiteral("order")].toVariant(), trace::traceOrders, 0));
        for (const QJsonValue& column : object[QStringLiteral("columns")].toArray())
            view.columns << column.toString();
        if (!view.name.isEmpty())
            views << view;
    }
    return views;
}

void Settings::saveView(const SavedView& view)
{
    QList<SavedView> views = savedViews();
    views.removeIf([&view](const SavedView& other) { return other.name == view.name; });
    views << view;
    writeViews(views);
}

void Settings::forgetView(const QString& name)
{
    QList<SavedView> views = savedViews();
    views.removeIf([&name](const SavedView& other) { return other.name == name; });
    writeViews(views);
}

void Settings::writeViews(const QList<SavedView>& views)
{
    QJsonArray array;
    for (const SavedView& view : views) {
        array.append(QJsonObject{{QStringLiteral("name"), view.name},
                                 {QStringLiteral("query"), view.query},
                                 {QStringLiteral("lastSeconds"), view.lastSeconds},
                                 {QStringLiteral("order"), static_cast<int>(view.order)},
                                 {QStringLiteral("columns"), QJsonArray::fromStringList(view.columns)}});
    }
    m_file.setValue(QStringLiteral("views"),
                    QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

QStringList Settings::queryHistory() const
{
    return m_file.value(QStringLiteral("queries")).toStringList().mid(0, mostQueries);
}

void Settings::addQuery(const QString& query)
{
    if (query.isEmpty())
        return;
    QStringList queries = queryHistory();
    queries.removeAll(query);
    queries.prepend(query);
    m_file.setValue(QStringLiteral("queries"), QStringList(queries.mid(0, mostQueries)));
}

QStringList Settings::listColumns() const
{
    return m_file.value(QStringLiteral("listColumns")).toStringList().mid(0, 20);
}

void Settings::setListColumns(const QStringList& columns)
{
    m_file.setValue(QStringLiteral("listColumns"), columns);
}

QString Settings::problem()
{
    m_file.sync();
    switch (m_file.status()) {
    case QSettings::NoError:
        return {};
    case QSettings::FormatError:
        return QCoreApplication::translate("Settings",
                                           "%1: the settings cannot be understood; defaults are used.")
            .arg(m_file.fileName());
    case QSettings::AccessError:
        break;
    }
    return QCoreApplication::translate("Settings",
                                       "%1: the settings cannot be written; changes are forgotten.")
        .arg(m_file.fileName());
}

} // namespace spanglass::app
