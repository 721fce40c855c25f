// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trace_badges.h"

#include <QCoreApplication>
#include <algorithm>

namespace spanglass::models {
namespace {

constexpr int refreshDelayMs = 250;
/// A trace nobody painted for so many rounds is forgotten.
constexpr int roundsRemembered = 40;
constexpr std::size_t mostAsked = 200;

using State = TraceBadge::State;

State stateOf(const std::string& word)
{
    if (word == "delivered")
        return State::delivered;
    if (word == "paused")
        return State::paused;
    if (word == "quarantined")
        return State::quarantined;
    return State::waiting;
}

QString wordsOf(const std::string& word)
{
    static const std::pair<const char*, const char*> words[] = {
        {"delivered", QT_TRANSLATE_NOOP("TraceBadge", "delivered")},
        {"pending", QT_TRANSLATE_NOOP("TraceBadge", "waiting")},
        {"sending", QT_TRANSLATE_NOOP("TraceBadge", "being sent")},
        {"uncertain", QT_TRANSLATE_NOOP("TraceBadge", "sent, not confirmed yet")},
        {"paused", QT_TRANSLATE_NOOP("TraceBadge", "paused")},
        {"quarantined", QT_TRANSLATE_NOOP("TraceBadge", "refused in part")},
    };
    for (const auto& [key, said] : words) {
        if (word == key)
            return QCoreApplication::translate("TraceBadge", said);
    }
    return QString::fromStdString(word);
}

} // namespace

TraceBadge badgeOf(const std::map<std::string, std::string>& states)
{
    TraceBadge badge;
    QStringList lines;
    for (const auto& [destination, word] : states) {
        badge.state = std::max(badge.state, stateOf(word));
        lines << QCoreApplication::translate("TraceBadge", "%1: %2", "a destination and its state")
                     .arg(QString::fromStdString(destination), wordsOf(word));
    }
    badge.words = lines.join(QLatin1Char('\n'));
    return badge;
}

TraceBadges::TraceBadges(DeliverySource* deliveries, QObject* parent)
    : QObject(parent), m_deliveries(deliveries)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(refreshDelayMs);
    connect(&m_soon, &QTimer::timeout, this, &TraceBadges::ask);
}

TraceBadge TraceBadges::badge(TraceId trace)
{
    const auto [at, fresh] = m_known.try_emplace(trace);
    at->second.askedInRound = m_round;
    if (fresh)
        refresh();
    return at->second.badge;
}

void TraceBadges::refresh()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void TraceBadges::ask()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    ++m_round;
    std::erase_if(m_known,
                  [this](const auto& one) { return one.second.askedInRound < m_round - roundsRemembered; });
    // The ones painted last come first.
    std::vector<std::pair<int, TraceId>> wanted;
    for (const auto& [trace, known] : m_known)
        wanted.emplace_back(-known.askedInRound, trace);
    if (wanted.empty())
        return;
    std::ranges::sort(wanted);
    wanted.resize(std::min(wanted.size(), mostAsked));
    std::vector<TraceId> traces;
    for (const auto& [round, trace] : wanted)
        traces.push_back(trace);
    m_asking = true;
    m_deliveries->requestStates(this, std::move(traces), [this](const DeliverySource::States& states) {
        m_asking = false;
        answered(states);
        if (std::exchange(m_again, false))
            refresh();
    });
}

void TraceBadges::answered(const DeliverySource::States& states)
{
    if (!states)
        return; // the panel says what is wrong with the store
    std::vector<TraceId> news;
    for (const auto& [trace, words] : *states) {
        const auto known = m_known.find(trace);
        if (known == m_known.end())
            continue;
        TraceBadge badge = badgeOf(words);
        if (badge == known->second.badge)
            continue;
        known->second.badge = std::move(badge);
        news.push_back(trace);
    }
    if (!news.empty())
        Q_EMIT changed(news);
}

} // namespace spanglass::models
