// SPDX-License-Identifier: GPL-3.0-or-later
/// A demo's switch (`packaging/run --sync`): calls `PROGRAM down NAME` and `PROGRAM up NAME`, so that one
/// sees what an outage of a destination and its recovery look like.
#pragma once

#include <QObject>
#include <QProcess>
#include <QSet>

namespace spanglass::app {

class OutageSwitch : public QObject
{
    Q_OBJECT
public:
    explicit OutageSwitch(QString program, QObject* parent = nullptr);
    ~OutageSwitch() override;

    /// One at a time; a further one meanwhile is not heard.
    void set(const QString& destination, bool down);
    [[nodiscard]] bool isDown(const QString& destination) const { return m_down.contains(destination); }

Q_SIGNALS:
    void changed();
    void failed(const QString& message);

private:
    QString m_program;
    QProcess m_process;
    QString m_destination;
    bool m_goesDown = false;
    QSet<QString> m_down;
};

} // namespace spanglass::app
