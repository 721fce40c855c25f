// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/destination_check.h"

#include "sync/destination_factory.h"
#include "sync/secret_store.h"

namespace spanglass::models {
namespace {

struct Answer
{
    bool ok = false;
    bool stopped = false;
    QString message;
};

} // namespace

/// What both threads know of one try.
struct DestinationCheck::Attempt
{
    std::mutex mutex;
    sync::Destination* destination = nullptr; ///< while it is tried
    bool stopped = false;

    bool begin(sync::Destination* tried)
    {
        const std::lock_guard lock(mutex);
        destination = tried;
        return !stopped;
    }
    void end()
    {
        const std::lock_guard lock(mutex);
        destination = nullptr;
    }
    void stop()
    {
        const std::lock_guard lock(mutex);
        stopped = true;
        if (destination)
            destination->stop();
    }
};

DestinationCheck::DestinationCheck(std::filesystem::path store, QObject* parent)
    : QObject(parent), m_store(std::move(store)), m_thread(QStringLiteral("destination check"))
{
}

DestinationCheck::~DestinationCheck()
{
    stop();
}

void DestinationCheck::stop()
{
    if (m_attempt)
        m_attempt->stop();
    m_attempt.reset();
}

void DestinationCheck::run(const sync::DestinationConfig& config, const sync::Secret& secret)
{
    stop();
    m_attempt = std::make_shared<Attempt>();
    ++m_runs;
    const auto tryIt = [config, secret, store = m_store, attempt = m_attempt]() -> Answer {
        auto credentials = sync::findCredentials([&] {
            sync::DestinationConfig wanted = config;
            if (!secret.empty())
                wanted.secret = {};
            return wanted;
        }());
        if (!credentials)
            return {false, false, QString::fromStdString(credentials.error().message)};
        if (!secret.empty())
            credentials->secret = secret;
        const sync::SystemClock clock;
        const auto destination = sync::makeDestination(config, std::move(*credentials), store, clock);
        if (!attempt->begin(destination.get()))
            return {false, true, {}};
        const sync::Reply reply = destination->check();
        attempt->end();
        return {reply.verdict == sync::Verdict::delivered, reply.verdict == sync::Verdict::cancelled,
                QString::fromStdString(reply.message)};
    };
    m_thread.run(this, tryIt, [this, attempt = m_attempt](const Answer& answer) {
        --m_runs;
        if (attempt == m_attempt && !answer.stopped)
            Q_EMIT finished(answer.ok, answer.message);
    });
}

} // namespace spanglass::models
