// SPDX-License-Identifier: GPL-3.0-or-later
/// What to type so that an agent sends its spans here: one client is chosen, each of its pieces has a button
/// that copies it.
///
///     ConnectPanel panel;
///     panel.setEndpoint("http://127.0.0.1:4319");
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace spanglass::app {

struct Snippet;

class ConnectPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectPanel(QWidget* parent = nullptr);

    /// Where the receiver listens. Empty: it does not, and the panel says so over what would be its usual
    /// address.
    void setEndpoint(const QString& endpoint);
    [[nodiscard]] QComboBox* clients() const { return m_clients; }

    QSize sizeHint() const override { return {680, 420}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillClients();
    void showClient();
    void addPiece(const QString& title, const QString& text);
    void dress();

    QComboBox* m_clients;
    QLabel* m_how;
    QLabel* m_notListening;
    QWidget* m_pieces = nullptr;
    QVBoxLayout* m_column;
    QString m_endpoint;
};

/// The panel in a window of its own, which deletes itself when it is closed.
void showConnectDialog(QWidget* parent, const QString& endpoint);

} // namespace spanglass::app
