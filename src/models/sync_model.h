// SPDX-License-Identifier: GPL-3.0-or-later
/// The destinations of a store as a list: state, amounts, the last error with what to do about it, the
/// countdown to the next try. Fed with the rows that any process writes (models/delivery_source.h).
///
///     model.setDestinations(rows);      // merged: rows are inserted, removed and changed one by one
///     model.tick();                     // each second: countdowns go on
#pragma once

#include <QAbstractListModel>
#include <functional>
#include <vector>

#include "models/readable.h"
#include "models/sync_state.h"

namespace spanglass::models {

class SyncModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        idRole = Qt::UserRole + 1, ///< qint64
        kindRole,                  ///< QString: postgres, langfuse, otlp
        placeRole,                 ///< QString: the URL or connection string, which holds no secret
        stateRole,                 ///< int of SyncState
        stateNameRole,             ///< QString
        markRole,                  ///< int of SyncMark
        lineRole,                  ///< QString: "312 waiting, next try in 8 s"
        adviceRole,                ///< QString, or empty
        pendingRole,               ///< qint64, as are the next four
        sendingRole,
        uncertainRole,
        deliveredRole,
        quarantinedRole,
        rateRole,          ///< double, spans per second
        lastSuccessRole,   ///< qint64 Unix ns, 0: never
        lastErrorRole,     ///< QString of unknown origin, or empty
        lastErrorTimeRole, ///< qint64 Unix ns
        breakerRole,       ///< QString
        countdownRole,     ///< int seconds, -1: no try is due
        pausedRole,        ///< bool
        rulesRole,         ///< QString: what never leaves
    };
    using Clock = std::function<std::int64_t()>;

    /// `clock`: wall time in Unix ns.
    explicit SyncModel(Clock clock = nowUnixNs, QObject* parent = nullptr);

    void setDestinations(std::vector<SyncDestination> destinations);
    /// Time went on.
    void tick();

    [[nodiscard]] const SyncDestination& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QModelIndex indexOf(std::int64_t destination) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Shown ///< what of a row depends on the time
    {
        SyncState state;
        QString line;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    [[nodiscard]] Shown shown(const SyncDestination& destination) const;
    void removeMissing(const std::vector<SyncDestination>& fresh);

    Clock m_clock;
    std::vector<SyncDestination> m_rows;
    std::vector<Shown> m_shown; ///< as it was last told
};

} // namespace spanglass::models
