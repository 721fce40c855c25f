// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/delivery_source.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <unistd.h>

#include "sync/destination_factory.h"
#include "sync/secret_store.h"

namespace spanglass::models {
namespace {

constexpr std::string_view courierPrefix = "pid ";

std::int64_t pidOf(const std::string& courier)
{
    std::int64_t pid = 0;
    if (courier.starts_with(courierPrefix))
        std::from_chars(courier.data() + courierPrefix.size(), courier.data() + courier.size(), pid);
    return pid;
}

bool lives(std::int64_t pid)
{
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

Result<store::DestinationRow> rowOf(const store::Deliveries& deliveries, std::int64_t id)
{
    auto row = deliveries.destination(id);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return fail(ErrorKind::usage, "the destination was removed meanwhile");
    return std::move(**row);
}

Result<void> checkFree(const store::Deliveries& deliveries, const sync::DestinationConfig& config)
{
    const auto there = deliveries.destination(config.name);
    if (!there)
        return tl::unexpected(there.error());
    if (*there && (*there)->id != config.id)
        return fail(ErrorKind::usage, "there is a destination " + config.name + " already");
    return {};
}

Result<void> saveRow(store::Deliveries& deliveries, const sync::DestinationConfig& config)
{
    if (config.id != 0)
        return deliveries.update(config.id, config.url, config.settingsJson());
    auto added =
        deliveries.add(config.name, std::string(sync::name(config.kind)), config.url, config.settingsJson());
    if (!added)
        return tl::unexpected(added.error());
    return {};
}

/// Nobody in this process delivers any more: the rows say so. What cannot be written is found out by the
/// next reader, for whom this process is gone.
void signOff(store::Deliveries& deliveries)
{
    const auto rows = deliveries.destinations();
    if (!rows)
        return;
    for (const store::DestinationRow& row : *rows) {
        if (pidOf(row.health.courier) != ::getpid())
            continue;
        store::DeliveryHealth health = row.health;
        health.courier.clear();
        health.sending = 0;
        health.nextTryUnixNs = 0;
        (void)deliveries.setHealth(row.id, health);
    }
}

} // namespace

/// Opened, used and closed on the thread; a store that could not be opened is tried again by the next
/// question.
struct DeliverySource::Reader
{
    std::filesystem::path store;
    std::optional<sync::DeliveryStates> states;
    bool hosting = false;

    template<class Read> auto with(Read read) -> std::invoke_result_t<Read, sync::DeliveryStates&>
    {
        if (!states) {
            auto opened = sync::DeliveryStates::open(store);
            if (!opened)
                return tl::unexpected(opened.error());
            states.emplace(std::move(*opened));
        }
        return read(*states);
    }
    bool setHosting(bool on)
    {
        if (hosting && !on && states)
            signOff(states->deliveries());
        return hosting = on;
    }
    [[nodiscard]] bool served(const store::DestinationRow& row) const
    {
        const std::int64_t pid = pidOf(row.health.courier);
        return hosting || (pid != ::getpid() && lives(pid));
    }
};

DeliverySource::DeliverySource(std::filesystem::path store)
    : m_store(std::move(store)), m_reader(std::make_shared<Reader>()), m_thread(QStringLiteral("deliveries"))
{
    m_reader->store = m_store;
}

DeliverySource::~DeliverySource()
{
    m_thread.finish([reader = m_reader] {
        reader->setHosting(false);
        reader->states.reset();
    });
}

void DeliverySource::setHosting(bool hosting)
{
    m_thread.run(
        nullptr, [reader = m_reader, hosting] { return reader->setHosting(hosting); }, [](bool) {});
}

void DeliverySource::requestDestinations(QObject* receiver, Then<Destinations> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader] {
            return reader->with([&reader](sync::DeliveryStates& states) -> Destinations {
                auto all = states.destinations();
                if (!all)
                    return tl::unexpected(all.error());
                std::vector<SyncDestination> rows;
                for (sync::DestinationStatus& status : *all) {
                    const bool served = reader->served(status.row);
                    rows.push_back({std::move(status), served});
                }
                return rows;
            });
        },
        std::move(done));
}

void DeliverySource::requestQuarantine(QObject* receiver, std::int64_t destination, Then<Quarantine> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, destination] {
            return reader->with([destination](sync::DeliveryStates& states) {
                return states.deliveries().quarantine(destination);
            });
        },
        std::move(done));
}

void DeliverySource::requestStates(QObject* receiver, std::vector<TraceId> traces, Then<States> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, traces = std::move(traces)] {
            return reader->with([&traces](sync::DeliveryStates& states) -> States {
                std::unordered_map<TraceId, std::map<std::string, std::string>> all;
                for (const TraceId trace : traces) {
                    auto ofTrace = states.ofTrace(trace);
                    if (!ofTrace)
                        return tl::unexpected(ofTrace.error());
                    all.emplace(trace, std::move(*ofTrace));
                }
                return all;
            });
        },
        std::move(done));
}

void DeliverySource::requestPreview(QObject* receiver, std::int64_t destination,
                                    Then<Result<sync::Preview>> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, destination] {
            return reader->with([destination](sync::DeliveryStates& states) -> Result<sync::Preview> {
                const auto row = rowOf(states.deliveries(), destination);
                if (!row)
                    return tl::unexpected(row.error());
                return sync::previewOf(states.deliveries(), *row);
            });
        },
        std::move(done));
}

template<class Ask> void DeliverySource::order(QObject* receiver, Done done, Ask ask)
{
    m_thread.run(
        receiver,
        [reader = m_reader, ask = std::move(ask)] {
            return reader->with([&ask](sync::DeliveryStates& states) { return ask(states.deliveries()); });
        },
        std::move(done));
}

void DeliverySource::pause(QObject* receiver, std::int64_t destination, Done done)
{
    order(receiver, std::move(done), [destination](store::Deliveries& deliveries) {
        return deliveries.setPaused(destination, true, std::string(sync::pausedByUser));
    });
}

void DeliverySource::resume(QObject* receiver, std::int64_t destination, Done done)
{
    order(receiver, std::move(done), [destination](store::Deliveries& deliveries) {
        auto resumed = deliveries.setPaused(destination, false);
        return resumed ? deliveries.requestRetry(destination) : resumed;
    });
}

void DeliverySource::retry(QObject* receiver, std::int64_t destination, Done done)
{
    order(receiver, std::move(done),
          [destination](store::Deliveries& deliveries) { return deliveries.requestRetry(destination); });
}

void DeliverySource::resend(QObject* receiver, std::int64_t destination, Done done)
{
    order(receiver, std::move(done),
          [destination](store::Deliveries& deliveries) { return deliveries.startOver(destination); });
}

void DeliverySource::remove(QObject* receiver, std::int64_t destination, Done done)
{
    order(receiver, std::move(done), [destination](store::Deliveries& deliveries) -> Result<void> {
        const auto row = rowOf(deliveries, destination);
        if (!row)
            return tl::unexpected(row.error());
        if (const auto config = sync::configOf(*row))
            sync::forgetSecret(*config);
        return deliveries.remove(destination);
    });
}

void DeliverySource::save(QObject* receiver, const sync::DestinationConfig& config,
                          const sync::Secret& secret, bool mayUseFile, Done done)
{
    order(receiver, std::move(done),
          [config, secret, mayUseFile](store::Deliveries& deliveries) -> Result<void> {
              if (auto free = checkFree(deliveries, config); !free)
                  return free;
              sync::DestinationConfig placed = config;
              if (!secret.empty()) {
                  auto place = sync::keepSecret(config, secret, mayUseFile);
                  if (!place)
                      return tl::unexpected(place.error());
                  placed.secret = *place;
              }
              auto saved = saveRow(deliveries, placed);
              // Whoever delivers is to look at once.
              return saved && config.id != 0 ? deliveries.requestRetry(config.id) : saved;
          });
}

} // namespace spanglass::models
