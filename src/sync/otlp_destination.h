// SPDX-License-Identifier: GPL-3.0-or-later
/// Delivers to any OTLP/HTTP endpoint: a Collector, Jaeger, Tempo, Phoenix, Opik, MLflow.
#pragma once

#include "sync/credentials.h"
#include "sync/destination.h"
#include "sync/destination_config.h"
#include "sync/http_client.h"
#include "sync/http_verdict.h"
#include "sync/outgoing_spans.h"

namespace spanglass::sync {

class OtlpDestination : public Destination
{
public:
    OtlpDestination(DestinationConfig config, Credentials credentials, const Clock& clock,
                    Milliseconds deadline = std::chrono::seconds(30));

    Reply deliver(const Parcel& parcel) override;
    [[nodiscard]] std::shared_ptr<const Prepared> prepare(const Parcel& parcel) const override;
    Reply check() override;
    void rest() override { m_client.closeIdle(); }
    void stop() override { m_client.stop(); }

protected:
    /// A request with the destination's headers.
    [[nodiscard]] HttpRequest request(std::string method, std::string url, const char* contentType,
                                      const std::string& body) const;
    /// Its body compressed where the configuration says so: for OTLP, whose servers must understand that.
    /// Langfuse's other doors do not.
    [[nodiscard]] HttpRequest packed(HttpRequest request) const;
    [[nodiscard]] HttpReply exchange(const HttpRequest& request) { return m_client.send(request); }
    [[nodiscard]] VerdictContext context(std::size_t spans = 0) const;
    [[nodiscard]] const DestinationConfig& config() const { return m_config; }
    [[nodiscard]] const Credentials& credentials() const { return m_credentials; }
    [[nodiscard]] Reply sendSpans(const Parcel& parcel);

private:
    DestinationConfig m_config;
    Credentials m_credentials;
    Secret m_login; ///< public and secret key as HTTP's Basic writes them
    const Clock& m_clock;
    Milliseconds m_deadline;
    HttpClient m_client;
};

} // namespace spanglass::sync
