// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop_motion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace spanglass::app {
namespace {

constexpr int mostWaitMs = 2'000;

struct Wish
{
    const char* group;
    const char* key;
    const char* whenReduced;
};
constexpr Wish wishes[] = {{"org.freedesktop.appearance", "reduced-motion", "1"},
                           {"org.gnome.desktop.interface", "enable-animations", "false"},
                           {"org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0"}};

/// Portals of different age wrap the value once or twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

std::optional<bool> motionReducedBy(const QString& group, const QString& key, const QVariant& value)
{
    const QString said = unwrapped(value).toString();
    for (const Wish& wish : wishes) {
        if (group == QLatin1String(wish.group) && key == QLatin1String(wish.key) && !said.isEmpty())
            return said == QLatin1String(wish.whenReduced);
    }
    return std::nullopt;
}

void askDesktopForMotion(QObject* context, const std::function<void(bool)>& done)
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    for (const Wish& wish : wishes) {
        QDBusMessage question = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.portal.Desktop"),
            QStringLiteral("/org/freedesktop/portal/desktop"),
            QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
        const QString group = QString::fromLatin1(wish.group), key = QString::fromLatin1(wish.key);
        question << group << key;
        auto* waiting = new QDBusPendingCallWatcher(bus.asyncCall(question, mostWaitMs), context);
        QObject::connect(waiting, &QDBusPendingCallWatcher::finished, context,
                         [group, key, done](QDBusPendingCallWatcher* answered) {
                             answered->deleteLater();
                             const QDBusPendingReply<QDBusVariant> reply = *answered;
                             if (reply.isValid() &&
                                 motionReducedBy(group, key, reply.value().variant()).value_or(false))
                                 done(true);
                         });
    }
}

} // namespace spanglass::app
