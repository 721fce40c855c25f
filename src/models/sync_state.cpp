// SPDX-License-Identifier: GPL-3.0-or-later
// The couriers write machine words into the rows (store/deliveries.h); here they become sentences.
#include "models/sync_state.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "models/readable.h"

namespace spanglass::models {
namespace {

struct Sync
{
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

constexpr std::int64_t nsPerSecond = 1'000'000'000;

const store::DeliveryHealth& healthOf(const SyncDestination& destination)
{
    return destination.status.row.health;
}

bool pausedByUser(const store::DestinationRow& row)
{
    return row.pausedReason.empty() || row.pausedReason == sync::pausedByUser;
}

QString countText(std::int64_t count)
{
    return countReadable(count);
}

QString nextTryText(const SyncDestination& destination, std::int64_t nowUnixNs)
{
    const int seconds = secondsToNextTry(destination, nowUnixNs);
    if (seconds < 0)
        return Sync::tr("trying again");
    if (seconds < 120)
        return Sync::tr("next try in %1 s").arg(seconds);
    return Sync::tr("next try in %1 min").arg((seconds + 30) / 60);
}

QString rateText(double perSecond)
{
    return Sync::tr("%1/s", "spans per second").arg(QLocale().toString(std::llround(perSecond)));
}

/// What waits, with what is said of it.
QString waitingText(const SyncDestination& destination, const QString& rest)
{
    const QString waiting = Sync::tr("%1 waiting").arg(countText(destination.status.pending));
    return rest.isEmpty() ? waiting : waiting + QStringLiteral(", ") + rest;
}

QString lineOf(const SyncDestination& destination, SyncState state, std::int64_t nowUnixNs)
{
    const store::DeliveryHealth& health = healthOf(destination);
    const QString rate = health.ratePerSecond >= 1 ? rateText(health.ratePerSecond) : QString();
    switch (state) {
    case SyncState::delivered:
        return Sync::tr("%1 delivered").arg(countText(destination.status.row.delivered));
    case SyncState::off:
        return waitingText(destination, Sync::tr("nobody delivers"));
    case SyncState::queued:
        return waitingText(destination, Sync::tr("leaving soon"));
    case SyncState::sending:
        return waitingText(destination, Sync::tr("sending"));
    case SyncState::catchingUp:
        return waitingText(destination, rate.isEmpty() ? Sync::tr("catching up")
                                                       : Sync::tr("catching up at %1").arg(rate));
    case SyncState::retrying:
        return waitingText(destination, nextTryText(destination, nowUnixNs));
    case SyncState::failing:
        return waitingText(destination, Sync::tr("not reached, %1").arg(nextTryText(destination, nowUnixNs)));
    case SyncState::probing:
        return waitingText(destination, Sync::tr("trying again"));
    case SyncState::paused:
        return destination.status.pending > 0 ? waitingText(destination, Sync::tr("paused"))
                                              : Sync::tr("paused");
    case SyncState::stopped:
        return destination.status.pending > 0 ? waitingText(destination, Sync::tr("needs you"))
                                              : Sync::tr("needs you");
    }
    return {};
}

bool has(const std::string& text, const char* words)
{
    return QString::fromStdString(text).contains(QLatin1String(words), Qt::CaseInsensitive);
}

/// Of an error that may pass by itself.
QString passingAdvice(const std::string& error)
{
    if (has(error, "secret is missing") || has(error, "with its secret is not set"))
        return Sync::tr(
            "Edit the destination and enter the secret again, or start Spanglass with the variable "
            "set. What waits is kept.");
    if (has(error, "refused") || has(error, "no such file") || has(error, "unreachable"))
        return Sync::tr(
            "Nothing answers at this address: start the server, or edit the address. What waits is "
            "kept and leaves by itself.");
    if (has(error, "host") && (has(error, "not found") || has(error, "translate") || has(error, "resolve")))
        return Sync::tr(
            "There is no host of this name: check the address and the network. What waits is kept.");
    if (has(error, "certificate") || has(error, "SSL") || has(error, "TLS"))
        return Sync::tr(
            "The server could not prove who it is: mend its certificate or the address. It is never "
            "asked to be trusted unproven.");
    if (has(error, "429"))
        return Sync::tr("The server asks for fewer requests and is given the time it wants.");
    if (has(error, "the local store"))
        return Sync::tr(
            "This machine's own store could not be read or written: see whether its disk is full.");
    return Sync::tr("Nothing to do here: what waits is kept and tried again by itself.");
}

} // namespace

SyncState syncStateOf(const SyncDestination& destination, std::int64_t nowUnixNs)
{
    const store::DestinationRow& row = destination.status.row;
    const store::DeliveryHealth& health = row.health;
    if (row.paused)
        return pausedByUser(row) ? SyncState::paused : SyncState::stopped;
    if (destination.status.pending == 0)
        return SyncState::delivered;
    if (!destination.served)
        return SyncState::off;
    if (health.breaker == "half-open")
        return SyncState::probing;
    if (health.state == "failing")
        return health.breaker == "open" && health.nextTryUnixNs <= nowUnixNs ? SyncState::probing
                                                                             : SyncState::failing;
    // Without a time for the next try it is the batch that is waited for.
    if (health.state == "waiting")
        return health.nextTryUnixNs > 0 ? SyncState::retrying : SyncState::queued;
    if (health.state == "catching up")
        return SyncState::catchingUp;
    if (health.state == "sending" && health.sending > 0)
        return SyncState::sending;
    return SyncState::queued;
}

SyncMark syncMarkOf(SyncState state)
{
    switch (state) {
    case SyncState::delivered:
        return SyncMark::done;
    case SyncState::failing:
    case SyncState::probing:
        return SyncMark::failing;
    case SyncState::paused:
        return SyncMark::paused;
    case SyncState::stopped:
        return SyncMark::asking;
    default:
        return SyncMark::waiting;
    }
}

QString syncStateName(SyncState state)
{
    switch (state) {
    case SyncState::delivered:
        return Sync::tr("up to date");
    case SyncState::off:
        return Sync::tr("nobody delivers");
    case SyncState::queued:
        return Sync::tr("leaving soon");
    case SyncState::sending:
        return Sync::tr("sending");
    case SyncState::catchingUp:
        return Sync::tr("catching up");
    case SyncState::retrying:
        return Sync::tr("trying again soon");
    case SyncState::failing:
        return Sync::tr("not reached");
    case SyncState::probing:
        return Sync::tr("trying again");
    case SyncState::paused:
        return Sync::tr("paused");
    case SyncState::stopped:
        return Sync::tr("stopped, needs you");
    }
    return {};
}

QString syncLine(const SyncDestination& destination, std::int64_t nowUnixNs)
{
    QString line = lineOf(destination, syncStateOf(destination, nowUnixNs), nowUnixNs);
    if (destination.status.quarantined > 0)
        line += QStringLiteral(" · ") + Sync::tr("%1 refused").arg(countText(destination.status.quarantined));
    return line;
}

QString syncAdvice(const SyncDestination& destination, std::int64_t nowUnixNs)
{
    switch (syncStateOf(destination, nowUnixNs)) {
    case SyncState::off:
        return Sync::tr("Turn on “Deliver from this window”, or run `spanglass sync run`.");
    case SyncState::paused:
        return Sync::tr("Resume it when what waits may leave.");
    case SyncState::stopped:
        return Sync::tr("Mend what it says with Edit, then resume. What waits is kept.");
    case SyncState::retrying:
    case SyncState::failing:
    case SyncState::probing:
        return passingAdvice(healthOf(destination).lastError);
    default:
        break;
    }
    if (destination.status.quarantined > 0)
        return Sync::tr("What was refused stands in the list with its reason; Retry sends it once more.");
    return {};
}

int secondsToNextTry(const SyncDestination& destination, std::int64_t nowUnixNs)
{
    if (destination.status.row.paused || !destination.served)
        return -1;
    const std::int64_t left = healthOf(destination).nextTryUnixNs - nowUnixNs;
    return left > 0 ? static_cast<int>((left + nsPerSecond - 1) / nsPerSecond) : -1;
}

QString breakerReadable(const std::string& breaker)
{
    if (breaker == "open")
        return Sync::tr("open: left alone until the next try");
    if (breaker == "half-open")
        return Sync::tr("half-open: one attempt decides");
    return Sync::tr("closed: attempts are let through");
}

namespace {

QString listed(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words)
        list << QString::fromStdString(word);
    return list.join(QStringLiteral(", "));
}

} // namespace

QString rulesReadable(const sync::Redaction& redaction)
{
    QStringList parts;
    if (redaction.withoutContent)
        parts << Sync::tr("inputs, outputs and messages stay here");
    if (!redaction.removedKeys.empty())
        parts << Sync::tr("these attributes stay here: %1").arg(listed(redaction.removedKeys));
    if (!redaction.mask.empty())
        parts << Sync::tr("masked: %1", "rules that name what is masked").arg(listed(redaction.mask));
    if (redaction.valueBytes > 0)
        parts << Sync::tr("values are cut at %1 bytes")
                     .arg(countText(static_cast<std::int64_t>(redaction.valueBytes)));
    return parts.isEmpty() ? Sync::tr("everything leaves as it is") : parts.join(QStringLiteral(" · "));
}

} // namespace spanglass::models
