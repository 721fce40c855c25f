// SPDX-License-Identifier: GPL-3.0-or-later
/// What an empty store shows: three doors to the first trace.
#pragma once

#include <QWidget>
#include <memory>

namespace Ui {
class FirstRunPage;
}

namespace spanglass::app {

class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget* parent = nullptr);
    ~FirstRunPage() override;

    void setAgentsRunning(bool running);
    /// Shows the lines that connect an agent, and hands them the keyboard.
    void showLines();
    /// Where agents are to send to; empty: nobody receives now.
    void setEndpoint(const QString& endpoint);

Q_SIGNALS:
    void runAgentsRequested();
    void openFileRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dress();
    void takeHeight();

    std::unique_ptr<Ui::FirstRunPage> m_ui;
    bool m_agentsRunning = false;
};

} // namespace spanglass::app
