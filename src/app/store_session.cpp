// SPDX-License-Identifier: GPL-3.0-or-later
// Our own keeper tells when it gathered; another process's is noticed by the store's change counter.
#include "app/store_session.h"

namespace spanglass::app {
namespace {

/// A trace is to be seen within 200 ms of its start, whoever gathers it.
constexpr int lookEveryMs = 100;
constexpr int countDelayMs = 250;
/// So long after the last change, the store is called idle.
constexpr int liveForMs = 3'000;

} // namespace

StoreSession::StoreSession(const std::filesystem::path& directory, QObject* parent)
    : QObject(parent), m_source(directory), m_keeper(store::Keeper::start(directory))
{
    connect(m_keeper.get(), &store::Keeper::gathered, this, &StoreSession::changed, Qt::QueuedConnection);
    connect(m_keeper.get(), &store::Keeper::troubled, this, &StoreSession::troubled, Qt::QueuedConnection);
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(countDelayMs);
    connect(&m_countSoon, &QTimer::timeout, this, &StoreSession::count);
    m_lookTimer.setInterval(lookEveryMs);
    connect(&m_lookTimer, &QTimer::timeout, this, &StoreSession::look);
    m_lookTimer.start();
    count();
}

StoreSession::~StoreSession() = default;

void StoreSession::changed()
{
    m_sinceChange.start();
    tellLive();
    if (!m_countSoon.isActive())
        m_countSoon.start();
    Q_EMIT m_source.changed();
}

void StoreSession::look()
{
    tellLive();
    if (m_keeper->keeping() || m_looking)
        return;
    m_looking = true;
    m_source.requestChangeCounter(this, [this](Result<std::int64_t> counter) {
        m_looking = false;
        if (!counter) {
            if (!m_failing)
                Q_EMIT troubled(QString::fromStdString(counter.error().message));
            m_failing = true;
            return;
        }
        m_failing = false;
        if (*counter == m_changeCounter)
            return;
        const bool first = m_changeCounter < 0;
        m_changeCounter = *counter;
        if (!first)
            changed();
    });
}

void StoreSession::count()
{
    m_source.requestCounts(this, [this](Result<store::Counts> counts) {
        if (counts)
            Q_EMIT counted(counts->traces, counts->spans, counts->dropped);
    });
}

void StoreSession::tellLive()
{
    const bool live = m_sinceChange.isValid() && m_sinceChange.elapsed() < liveForMs;
    const QString who = m_keeper->keeping() ? tr("This window gathers what agents record.")
                                            : tr("Another Spanglass process gathers what agents record.");
    // Said once: this runs ten times a second in an idle window.
    if (m_told && live == m_toldLive && who == m_toldWho)
        return;
    m_told = true;
    m_toldLive = live;
    m_toldWho = who;
    Q_EMIT liveChanged(live, who);
}

} // namespace spanglass::app
