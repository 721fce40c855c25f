// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver_control.h"

#include <QTcpServer>

#include "app/mask_rules.h"
#include "app/settings.h"
#include "receive/port_holder.h"
#include "receive/presence.h"

namespace spanglass::app {
namespace {

constexpr int portsTried = 50;
/// A process that ended is noticed this soon.
constexpr int takeOverMs = 1'000;

/// The next one that nobody listens on; 0 where there is none near.
quint16 freePortAfter(quint16 taken)
{
    for (int port = taken + 1; port <= std::min(taken + portsTried, 65535); ++port) {
        QTcpServer probe;
        if (probe.listen(QHostAddress::LocalHost, static_cast<quint16>(port)))
            return static_cast<quint16>(port);
    }
    return 0;
}

QString endpointOf(const QString& address)
{
    return QStringLiteral("http://") + address;
}

} // namespace

ReceiverControl::ReceiverControl(std::filesystem::path store, Settings& settings, QObject* parent)
    : QObject(parent), m_store(std::move(store)), m_settings(settings)
{
    m_action.setCheckable(true);
    connect(&m_action, &QAction::triggered, this, &ReceiverControl::switchTo);
    m_takeOver.setInterval(takeOverMs);
    connect(&m_takeOver, &QTimer::timeout, this, [this] {
        if (receive::receiverOf(m_store).empty())
            listen();
    });
    retranslate();
}

ReceiverControl::~ReceiverControl() = default;

void ReceiverControl::start()
{
    if (m_settings.receives())
        listen();
}

void ReceiverControl::switchTo(bool on)
{
    m_settings.setReceives(on);
    m_takeOver.stop();
    m_server.reset();
    if (on)
        listen();
    else
        settle({});
}

void ReceiverControl::moveTo(quint16 port)
{
    m_settings.setReceivePort(port);
    switchTo(true);
}

void ReceiverControl::listen()
{
    if (const auto others = receive::receiverOf(m_store); !others.empty()) {
        m_takeOver.start();
        return settle(endpointOf(QString::fromStdString(others.front())));
    }
    m_takeOver.stop();
    const quint16 port = m_settings.receivePort();
    receive::ServerOptions options;
    options.store = m_store;
    options.listen = "localhost:" + std::to_string(port);
    options.mask = maskRules();
    auto server = receive::Server::start(options);
    if (!server) {
        settle({});
        if (server.error().kind != ErrorKind::unavailable)
            return Q_EMIT said(QString::fromStdString(server.error().message));
        const std::string holder = receive::portHolder(port);
        return Q_EMIT portTaken(holder.empty() ? QString::fromStdString(server.error().message)
                                               : tr("Other agents cannot send here: port %1 is held by %2.")
                                                     .arg(port)
                                                     .arg(QString::fromStdString(holder)),
                                freePortAfter(port));
    }
    m_server = std::move(*server);
    connect(m_server.get(), &receive::Server::received, this, &ReceiverControl::received);
    connect(m_server.get(), &receive::Server::said, this, [this](const QString& line) {
        const QString variable =
            QString::fromUtf8(receive::grpcVariable.data(), receive::grpcVariable.size());
        if (line.contains(variable))
            Q_EMIT grpcKnocked(
                tr("An agent tried to send by gRPC, which is not received here. Set %1 for it.")
                    .arg(variable),
                variable);
        else
            Q_EMIT said(line);
    });
    settle(endpointOf(m_server->listening().constFirst()));
}

void ReceiverControl::settle(const QString& endpoint)
{
    m_endpoint = endpoint;
    m_action.setChecked(!endpoint.isEmpty());
    Q_EMIT changed();
}

QString ReceiverControl::explanation() const
{
    if (m_endpoint.isEmpty())
        return tr("Agents of other makes cannot send here now.");
    if (!m_server)
        return tr("Another Spanglass process receives for this store, on %1.").arg(m_endpoint);
    return tr("This window receives OTLP and Langfuse's SDKs on %1.").arg(m_endpoint);
}

void ReceiverControl::retranslate()
{
    m_action.setText(tr("R&eceive from other agents"));
}

} // namespace spanglass::app
