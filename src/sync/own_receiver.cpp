// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/own_receiver.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QSysInfo>
#include <QUrl>

namespace spanglass::sync {
namespace {

bool isLoopback(const QString& host)
{
    return host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")) ||
           QHostAddress(host).isLoopback();
}

/// A name or an address of this machine, beside loopback.
bool isThisMachine(const QString& host)
{
    const QHostAddress address(host);
    if (address.isNull())
        return host.compare(QSysInfo::machineHostName(), Qt::CaseInsensitive) == 0;
    return QNetworkInterface::allAddresses().contains(address);
}

bool reaches(const QString& host, const QHostAddress& listening)
{
    const bool any = listening == QHostAddress(QHostAddress::AnyIPv4) ||
                     listening == QHostAddress(QHostAddress::AnyIPv6) || listening.isNull();
    if (isLoopback(host) || QHostAddress(host) == QHostAddress(QHostAddress::AnyIPv4))
        return any || listening.isLoopback();
    return QHostAddress(host) == listening || (any && isThisMachine(host)) ||
           (QHostAddress(host).isNull() && !listening.isLoopback() && isThisMachine(host));
}

} // namespace

bool isOwnReceiver(const DestinationConfig& config, const std::vector<std::string>& listening)
{
    if (config.kind == DestinationKind::postgres)
        return false;
    const QUrl url(QString::fromStdString(config.url));
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    for (const std::string& address : listening) {
        const QUrl there(QStringLiteral("http://") + QString::fromStdString(address));
        if (there.port(80) == port && reaches(url.host(), QHostAddress(there.host())))
            return true;
    }
    return false;
}

std::string ownReceiverRefusal(const DestinationConfig& config)
{
    return config.url + " is this store's own receiver: what is sent there would come back";
}

} // namespace spanglass::sync
