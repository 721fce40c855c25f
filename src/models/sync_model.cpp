// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync_model.h"

#include <algorithm>

#include "sync/destination_factory.h"

namespace spanglass::models {
namespace {

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

bool same(const SyncDestination& a, const SyncDestination& b)
{
    const store::DestinationRow& x = a.status.row;
    const store::DestinationRow& y = b.status.row;
    return a.served == b.served && a.status.pending == b.status.pending &&
           a.status.quarantined == b.status.quarantined && x.name == y.name && x.url == y.url &&
           x.settings == y.settings && x.paused == y.paused && x.pausedReason == y.pausedReason &&
           x.delivered == y.delivered && x.health == y.health;
}

QString rulesOf(const store::DestinationRow& row)
{
    const auto config = sync::configOf(row);
    return config ? rulesReadable(config->redaction) : text(config.error().message);
}

/// What a paused destination was stopped for is its error, whatever was tried last.
QString errorOf(const store::DestinationRow& row)
{
    return row.paused && row.pausedReason != sync::pausedByUser ? text(row.pausedReason)
                                                                : text(row.health.lastError);
}

} // namespace

SyncModel::SyncModel(Clock clock, QObject* parent) : QAbstractListModel(parent), m_clock(std::move(clock)) {}

SyncModel::Shown SyncModel::shown(const SyncDestination& destination) const
{
    const std::int64_t now = m_clock();
    return {syncStateOf(destination, now), syncLine(destination, now)};
}

void SyncModel::setDestinations(std::vector<SyncDestination> fresh)
{
    removeMissing(fresh);
    // What is left of the old rows stands in the order of the new ones: both are sorted by name.
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i >= m_rows.size() || m_rows[i].status.row.id != fresh[i].status.row.id) {
            beginInsertRows({}, row, row);
            m_shown.insert(m_shown.begin() + row, shown(fresh[i]));
            m_rows.insert(m_rows.begin() + row, std::move(fresh[i]));
            endInsertRows();
            continue;
        }
        const bool changed = !same(m_rows[i], fresh[i]);
        m_rows[i] = std::move(fresh[i]);
        m_shown[i] = shown(m_rows[i]);
        if (changed)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

void SyncModel::removeMissing(const std::vector<SyncDestination>& fresh)
{
    for (std::size_t i = m_rows.size(); i-- > 0;) {
        const std::int64_t id = m_rows[i].status.row.id;
        if (std::ranges::any_of(fresh, [id](const auto& one) { return one.status.row.id == id; }))
            continue;
        const int row = static_cast<int>(i);
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        m_shown.erase(m_shown.begin() + row);
        endRemoveRows();
    }
}

void SyncModel::tick()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Shown now = shown(m_rows[i]);
        if (now == m_shown[i])
            continue;
        m_shown[i] = std::move(now);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

QModelIndex SyncModel::indexOf(std::int64_t destination) const
{
    const auto found = std::ranges::find_if(
        m_rows, [destination](const auto& one) { return one.status.row.id == destination; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int SyncModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SyncModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SyncDestination& one = at(index.row());
    const store::DestinationRow& row = one.status.row;
    const Shown& told = m_shown[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row.name);
    case Qt::AccessibleTextRole:
        return text(row.name) + QStringLiteral(": ") + told.line;
    case idRole:
        return qint64(row.id);
    case kindRole:
        return text(row.kind);
    case placeRole:
        return text(row.url);
    case stateRole:
        return static_cast<int>(told.state);
    case stateNameRole:
        return syncStateName(told.state);
    case markRole:
        return static_cast<int>(syncMarkOf(told.state));
    case lineRole:
        return told.line;
    case adviceRole:
        return syncAdvice(one, m_clock());
    case pendingRole:
        return qint64(one.status.pending);
    case sendingRole:
        return qint64(row.health.sending);
    case uncertainRole:
        return qint64(row.health.uncertain);
    case deliveredRole:
        return qint64(row.delivered);
    case quarantinedRole:
        return qint64(one.status.quarantined);
    case rateRole:
        return row.health.ratePerSecond;
    case lastSuccessRole:
        return qint64(row.health.lastSuccessUnixNs);
    case lastErrorRole:
        return errorOf(row);
    case lastErrorTimeRole:
        return qint64(row.health.lastErrorUnixNs);
    case breakerRole:
        return breakerReadable(row.health.breaker);
    case countdownRole:
        return secondsToNextTry(one, m_clock());
    case pausedRole:
        return row.paused;
    case rulesRole:
        return rulesOf(row);
    default:
        return {};
    }
}

} // namespace spanglass::models
