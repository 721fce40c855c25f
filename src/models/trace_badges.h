// SPDX-License-Identifier: GPL-3.0-or-later
/// What became of traces, as a badge each: the most pressing state over all destinations, and all of them in
/// words. Asks for those traces only that somebody looked at lately.
///
///     TraceBadges badges(&deliveries);
///     model.setBadges(&badges);            // models/trace_list_model.h asks as its rows are painted
///     badges.refresh();                    // deliveries went on
#pragma once

#include <QObject>
#include <QTimer>
#include <unordered_map>
#include <vector>

#include "models/delivery_source.h"

namespace spanglass::models {

struct TraceBadge
{
    /// From the least pressing to the most.
    enum class State
    {
        none, ///< not known yet, or there is no destination
        delivered,
        waiting,
        paused,
        quarantined,
    };
    State state = State::none;
    QString words; ///< a line per destination: "team: delivered"
    friend bool operator==(const TraceBadge&, const TraceBadge&) = default;
};

/// Of the words that sync/trace_states.h has for each destination.
[[nodiscard]] TraceBadge badgeOf(const std::map<std::string, std::string>& states);

class TraceBadges : public QObject
{
    Q_OBJECT
public:
    explicit TraceBadges(DeliverySource* deliveries, QObject* parent = nullptr);

    /// What is known now; asking keeps it up to date.
    [[nodiscard]] TraceBadge badge(TraceId trace);

public Q_SLOTS:
    /// Soon; calls in between are one.
    void refresh();

Q_SIGNALS:
    void changed(const std::vector<spanglass::TraceId>& traces);

private:
    struct Known
    {
        TraceBadge badge;
        int askedInRound = 0;
    };
    void ask();
    void answered(const DeliverySource::States& states);

    DeliverySource* m_deliveries;
    std::unordered_map<TraceId, Known> m_known;
    QTimer m_soon;
    int m_round = 0;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace spanglass::models
