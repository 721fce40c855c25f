// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery_host.h"

#include <chrono>

#include "app/delivery.h"

namespace spanglass::app {
namespace {

/// What is under way may end; closing the window takes two seconds at most.
constexpr std::chrono::milliseconds farewell(500);

} // namespace

struct DeliveryHost::Held
{
    std::unique_ptr<sync::DeliveryService> service;
};

DeliveryHost::DeliveryHost(std::filesystem::path store, QObject* parent)
    : QObject(parent), m_store(std::move(store)), m_held(std::make_shared<Held>()),
      m_thread(QStringLiteral("delivery host"))
{
    // What the panel shows of a destination holds before delivery is turned on, too.
    m_thread.run(
        this, [store = m_store] { return bringProjectRules(store).has_value(); }, [](bool) {});
}

DeliveryHost::~DeliveryHost()
{
    m_thread.finish([held = m_held] {
        if (held->service)
            held->service->flush(farewell);
        held->service.reset();
    });
}

void DeliveryHost::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    m_thread.run(
        this,
        [held = m_held, store = m_store, on] {
            if (on && !held->service)
                held->service = startDelivery(store);
            else if (!on)
                held->service.reset();
            return on;
        },
        [this](bool now) { Q_EMIT changed(now); });
}

} // namespace spanglass::app
