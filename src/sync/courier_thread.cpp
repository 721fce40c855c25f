// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/courier_thread.h"

#include "sync/delivery_lock.h"
#include "sync/destination_factory.h"
#include "sync/secret_store.h"
#include "sync/store_outbox.h"

namespace spanglass::sync {
namespace {

constexpr Milliseconds lookAgain(2000);    ///< for a lock or a secret that is not there
constexpr Milliseconds lookAgainSoon(100); ///< while somebody waits for it

CourierThread::Phase phaseOf(const Courier& courier)
{
    if (courier.idle())
        return CourierThread::Phase::idle;
    if (courier.blocked())
        return CourierThread::Phase::stuck;
    return courier.stuck() ? CourierThread::Phase::waiting : CourierThread::Phase::working;
}

} // namespace

CourierThread::CourierThread(std::filesystem::path store, std::int64_t destination, CourierSettings settings,
                             ReceiverAddresses receiver)
    : m_store(std::move(store)), m_destination(destination), m_settings(settings),
      m_receiver(std::move(receiver)), m_thread([this] { run(); })
{
}

CourierThread::~CourierThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        if (m_current)
            m_current->stop();
    }
    m_condition.notify_all();
    m_thread.join();
}

void CourierThread::flush()
{
    m_flush.store(true);
    wake();
}

void CourierThread::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_condition.notify_all();
}

void CourierThread::rest(Milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_condition.wait_for(lock, time, [this] { return m_stopping || m_woken; });
    m_woken = false;
}

void CourierThread::setDestination(Destination* destination)
{
    const std::lock_guard lock(m_mutex);
    m_current = destination;
    if (destination && m_stopping)
        destination->stop();
}

void CourierThread::run()
{
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping)
                return signOff();
        }
        if (const auto lock = DeliveryLock::tryLock(m_store, m_destination))
            runWithLock();
        else
            m_phase.store(Phase::stuck); // another process delivers
        m_rounds.fetch_add(1);
        rest(m_flush.load() ? lookAgainSoon : lookAgain);
    }
}

void CourierThread::report(const std::string& problem)
{
    m_phase.store(Phase::stuck);
    auto outbox = StoreOutbox::open(m_store, m_destination, m_clock);
    if (!outbox)
        return;
    Health health;
    if (const auto orders = (*outbox)->orders(); orders && !orders->removed)
        health = (*outbox)->row().health;
    if (health.state == "failing" && health.lastError == problem)
        return;
    health.state = "failing";
    health.sending = 0;
    health.lastError = problem;
    health.lastErrorUnixNs = m_clock.unixNs();
    m_spoke = true;
    (void)(*outbox)->setHealth(health);
}

/// This process no longer delivers: the row says so, or it would look as if it still did.
void CourierThread::signOff()
{
    if (!m_spoke)
        return;
    m_spoke = false;
    if (auto outbox = StoreOutbox::open(m_store, m_destination, m_clock))
        (void)(*outbox)->signOff();
}

/// Looked at before every step: the receiver may begin to listen at the destination's address at any time.
bool CourierThread::refusesItself(const DestinationConfig& config)
{
    if (config.kind == DestinationKind::postgres || !m_receiver || !isOwnReceiver(config, m_receiver()))
        return false;
    report(ownReceiverRefusal(config));
    return true;
}

/// Until the configuration changes, the destination goes, or the thread is to stop.
void CourierThread::runWithLock()
{
    auto outbox = StoreOutbox::open(m_store, m_destination, m_clock);
    if (!outbox)
        return m_phase.store(Phase::stuck);
    const auto orders = (*outbox)->orders();
    if (!orders || orders->removed)
        return m_phase.store(Phase::stuck);
    const store::DestinationRow configured = (*outbox)->row();
    const auto config = configOf(configured);
    if (!config)
        return report(config.error().message);
    auto credentials = findCredentials(*config);
    if (!credentials)
        return report(credentials.error().message);
    if (refusesItself(*config))
        return;
    const auto destination = makeDestination(*config, std::move(*credentials), m_store, m_clock);
    m_spoke = true;
    setDestination(destination.get());
    (*outbox)->setMasking(Masking(config->redaction.mask));
    (*outbox)->readAhead([&destination](const Window& window) {
        Parcel parcel;
        parcel.spans = window.items;
        parcel.traces = &window.traces;
        return destination->prepare(parcel);
    });
    Courier courier(**outbox, *destination, m_clock, m_settings, [this](Milliseconds time) { rest(time); });
    courier.takeOverFrom(configured.health);
    for (bool stopping = false; !stopping;) {
        // Before the step: what it sends leaves under the configuration as it is now.
        (void)(*outbox)->orders();
        const store::DestinationRow& row = (*outbox)->row();
        if (refusesItself(*config) || row.settings != configured.settings || row.url != configured.url)
            break;
        const Milliseconds wait = courier.step(m_flush.load());
        m_phase.store(phaseOf(courier));
        m_rounds.fetch_add(1);
        if (courier.health().state == "stopped")
            break;
        if (wait.count() > 0)
            rest(wait);
        const std::lock_guard lock(m_mutex);
        stopping = m_stopping;
    }
    setDestination(nullptr);
    (*outbox)->stopReadingAhead(); // it prepares for the destination, which ends now
}

} // namespace spanglass::sync
