// SPDX-License-Identifier: GPL-3.0-or-later
/// Delivers to a team's Postgres: makes the schema when it is missing, writes each parcel in one transaction.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>

#include "postgres/writer.h"
#include "sync/credentials.h"
#include "sync/destination.h"
#include "sync/destination_config.h"

namespace spanglass::sync {

class PostgresDestination final : public Destination
{
public:
    /// `sqlFile`: where the schema's SQL is written when the role may not make it; empty: nowhere.
    PostgresDestination(DestinationConfig config, Credentials credentials, std::filesystem::path sqlFile = {},
                        Milliseconds deadline = std::chrono::seconds(30));
    ~PostgresDestination() override;

    Reply deliver(const Parcel& parcel) override;
    [[nodiscard]] std::shared_ptr<const Prepared> prepare(const Parcel& parcel) const override;
    Reply check() override;
    [[nodiscard]] bool wantsRunning() const override { return true; }
    [[nodiscard]] bool wantsScores() const override { return true; }
    void rest() override;
    void stop() override;

private:
    [[nodiscard]] postgres::Outcome<void> connect();
    [[nodiscard]] Reply replyOf(const postgres::Failure& failure, bool sent);
    void printSql(int version);

    DestinationConfig m_config;
    Credentials m_credentials;
    std::filesystem::path m_sqlFile;
    Milliseconds m_deadline;
    std::unique_ptr<postgres::Connection> m_connection;
    std::unique_ptr<postgres::Writer> m_writer;
    std::stop_source m_stop; ///< for `stop`, which comes from another thread
};

} // namespace spanglass::sync
