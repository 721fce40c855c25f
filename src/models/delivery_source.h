// SPDX-License-Identifier: GPL-3.0-or-later
/// The deliveries of a store, read and given orders on a thread of its own, so that a locked store never
/// stops the window. Orders are rows: whichever process delivers obeys.
///
///     DeliverySource deliveries(storeDirectory);
///     deliveries.requestDestinations(this, [this](auto rows) { … });
///     deliveries.pause(this, id, [this](Result<void> done) { … });
///
/// Answers come later, on the GUI thread, in the order of the questions; none comes after the receiver or
/// this is gone.
#pragma once

#include <filesystem>
#include <map>
#include <unordered_map>

#include "models/job_thread.h"
#include "models/sync_state.h"
#include "sync/preview.h"
#include "sync/secret.h"

namespace spanglass::models {

class DeliverySource
{
public:
    using Destinations = Result<std::vector<SyncDestination>>;
    using Quarantine = Result<std::vector<store::QuarantineRow>>;
    /// Per trace and destination's name: pending, sending, delivered, quarantined, uncertain, paused.
    using States = Result<std::unordered_map<TraceId, std::map<std::string, std::string>>>;
    using Done = std::function<void(Result<void>)>;
    template<class Answer> using Then = std::function<void(Answer)>;

    explicit DeliverySource(std::filesystem::path store);
    ~DeliverySource();

    [[nodiscard]] const std::filesystem::path& store() const { return m_store; }
    /// Whether this process delivers, too. Afterwards, the rows no longer name it.
    void setHosting(bool hosting);

    void requestDestinations(QObject* receiver, Then<Destinations> done);
    void requestQuarantine(QObject* receiver, std::int64_t destination, Then<Quarantine> done);
    void requestStates(QObject* receiver, std::vector<TraceId> traces, Then<States> done);
    void requestPreview(QObject* receiver, std::int64_t destination, Then<Result<sync::Preview>> done);

    void pause(QObject* receiver, std::int64_t destination, Done done);
    void resume(QObject* receiver, std::int64_t destination, Done done);
    /// Now, and what was refused once more.
    void retry(QObject* receiver, std::int64_t destination, Done done);
    /// Everything, from the beginning.
    void resend(QObject* receiver, std::int64_t destination, Done done);
    /// With its secret.
    void remove(QObject* receiver, std::int64_t destination, Done done);
    /// Adds the destination, or changes the one with `config.id`. A secret goes to the keychain, or where
    /// there is none and `mayUseFile`, into a file; without one the place named in `config` stays.
    void save(QObject* receiver, const sync::DestinationConfig& config, const sync::Secret& secret,
              bool mayUseFile, Done done);

private:
    struct Reader;
    template<class Ask> void order(QObject* receiver, Done done, Ask ask);

    std::filesystem::path m_store;
    std::shared_ptr<Reader> m_reader; ///< used on the thread only
    JobThread m_thread;
};

} // namespace spanglass::models
