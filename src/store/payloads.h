// SPDX-License-Identifier: GPL-3.0-or-later
/// Large values, each content stored once and compressed: agents send the same prompts again and again.
/// A payload counts its uses and goes with the last one.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/database.h"

namespace spanglass::store {

/// A value from here on goes to the payloads: below it, a row of its own costs more than it saves.
inline constexpr std::size_t payloadFromBytes = 1024;

/// Reads a payload; empty where there is none.
[[nodiscard]] std::string fetchPayload(Database& database, std::int64_t payload);

/// What a payload is known by: 16 bytes.
[[nodiscard]] std::string payloadHash(std::string_view bytes);

/// Writes payloads, inside somebody's transaction.
class Payloads
{
public:
    explicit Payloads(Database& database);
    ~Payloads();

    /// The number of the payload with this content, which now has one use more.
    [[nodiscard]] std::int64_t keep(std::string_view bytes);
    /// One use less; deletes it after the last.
    void drop(std::int64_t payload);
    /// After a rollback: what was remembered may not be there.
    void forget() { m_known.clear(); }

private:
    [[nodiscard]] std::int64_t find(const std::string& hash);
    [[nodiscard]] std::string_view compressed(std::string_view bytes);

    struct Compressor;
    Database& m_database;
    Statement m_find, m_insert, m_use, m_unuse, m_remove;
    std::unique_ptr<Compressor> m_compressor;
    std::unordered_map<std::string, std::int64_t> m_known; ///< by hash, the last few thousand
};

} // namespace spanglass::store
