// SPDX-License-Identifier: GPL-3.0-or-later
/// The store as the window lives with it: gathers while nobody else does, notices what others gather, keeps
/// the books in view.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>

#include "models/store_source.h"
#include "store/keeper.h"

namespace spanglass::app {

class StoreSession : public QObject
{
    Q_OBJECT
public:
    explicit StoreSession(const std::filesystem::path& directory, QObject* parent = nullptr);
    ~StoreSession() override;

    [[nodiscard]] models::StoreSource* source() { return &m_source; }

Q_SIGNALS:
    void counted(qint64 traces, qint64 spans, qint64 dropped);
    void liveChanged(bool live, const QString& explanation);
    void troubled(const QString& message);

private:
    void changed();
    void look();
    void count();
    void tellLive();

    models::StoreSource m_source;
    std::unique_ptr<store::Keeper> m_keeper;
    QTimer m_lookTimer;
    QTimer m_countSoon;
    QElapsedTimer m_sinceChange;
    qint64 m_changeCounter = -1;
    bool m_looking = false;
    bool m_told = false;
    bool m_toldLive = false;
    QString m_toldWho;
    bool m_failing = false;
};

} // namespace spanglass::app
