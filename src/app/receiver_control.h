// SPDX-License-Identifier: GPL-3.0-or-later
/// The window's receiver and its switch: on at start unless the user turned it off; where its port is taken
/// it says by whom and offers another.
///
///     ReceiverControl receiver(store, settings);
///     menu->addAction(receiver.action());
///     receiver.start();
///
/// Another Spanglass that receives for the same store already is as good as this window's own; when it ends,
/// this one takes over.
#pragma once

#include <QAction>
#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>

#include "receive/server.h"

namespace spanglass::app {

class Settings;

class ReceiverControl : public QObject
{
    Q_OBJECT
public:
    /// `settings` stay the caller's and outlive this.
    ReceiverControl(std::filesystem::path store, Settings& settings, QObject* parent = nullptr);
    ~ReceiverControl() override;

    /// As the settings say.
    void start();
    /// The switch, checked while somebody receives for this store.
    [[nodiscard]] QAction* action() { return &m_action; }
    /// "http://127.0.0.1:4318"; empty where nobody receives.
    [[nodiscard]] const QString& endpoint() const { return m_endpoint; }
    /// What is so, in one line.
    [[nodiscard]] QString explanation() const;
    void retranslate();

public Q_SLOTS:
    void switchTo(bool on);
    /// From now on, and at the next start.
    void moveTo(quint16 port);

Q_SIGNALS:
    void changed();
    /// For the user's eye, each line once.
    void said(const QString& line);
    /// A gRPC exporter knocked; this variable makes it speak HTTP.
    void grpcKnocked(const QString& line, const QString& variable);
    /// The port is taken; `freePort` is not, or 0.
    void portTaken(const QString& why, quint16 freePort);
    void received(quint64 spans);

private:
    void listen();
    void settle(const QString& endpoint);

    const std::filesystem::path m_store;
    Settings& m_settings;
    QAction m_action;
    QTimer m_takeOver; ///< runs while another process receives
    std::unique_ptr<receive::Server> m_server;
    QString m_endpoint;
};

} // namespace spanglass::app
