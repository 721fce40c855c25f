// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/payloads.h"

#include <QCryptographicHash>
#include <sqlite3.h>
#include <zstd.h>

namespace spanglass::store {
namespace {

/// A damaged row must not make us allocate what it says.
constexpr std::uint64_t maxPayloadBytes = std::uint64_t{2} << 30;
constexpr int fastLevel = 1;

} // namespace

/// 128 bits of BLAKE2b: no two contents ever share them, also not on purpose.
std::string payloadHash(std::string_view bytes)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().first(16).toStdString();
}

std::string fetchPayload(Database& database, std::int64_t payload)
{
    Statement statement = database.prepare("SELECT bytes, data FROM payloads WHERE id = ?1");
    if (!statement.bind(1, payload).next())
        return {};
    const auto bytes = static_cast<std::uint64_t>(statement.integer(0));
    const std::string_view data = statement.bytes(1);
    if (bytes == data.size())
        return std::string(data);
    if (bytes > maxPayloadBytes || ZSTD_getFrameContentSize(data.data(), data.size()) != bytes)
        return {};
    std::string whole(bytes, '\0');
    const std::size_t got = ZSTD_decompress(whole.data(), whole.size(), data.data(), data.size());
    return ZSTD_isError(got) || got != bytes ? std::string() : whole;
}

struct Payloads::Compressor
{
    ZSTD_CCtx* context = ZSTD_createCCtx();
    std::string room;
    ~Compressor() { ZSTD_freeCCtx(context); }
};

Payloads::Payloads(Database& database)
    : m_database(database), m_find(database.prepare("SELECT id FROM payloads WHERE hash = ?1")),
      m_insert(database.prepare("INSERT INTO payloads (hash, uses, bytes, data) VALUES (?1, 1, ?2, ?3)")),
      m_use(database.prepare("UPDATE payloads SET uses = uses + 1 WHERE id = ?1")),
      m_unuse(database.prepare("UPDATE payloads SET uses = uses - 1 WHERE id = ?1")),
      m_remove(database.prepare("DELETE FROM payloads WHERE id = ?1 AND uses <= 0")),
      m_compressor(std::make_unique<Compressor>())
{
}

Payloads::~Payloads() = default;

std::int64_t Payloads::find(const std::string& hash)
{
    if (const auto known = m_known.find(hash); known != m_known.end())
        return known->second;
    std::int64_t payload = 0;
    if (m_find.bindBlob(1, hash).next()) {
        payload = m_find.integer(0);
        m_find.reset();
    }
    return payload;
}

std::int64_t Payloads::keep(std::string_view bytes)
{
    const std::string hash = payloadHash(bytes);
    std::int64_t payload = find(hash);
    if (payload != 0) {
        m_use.bind(1, payload).run();
    } else {
        m_insert.bindBlob(1, hash).bind(2, static_cast<std::int64_t>(bytes.size()));
        m_insert.bindBlob(3, compressed(bytes)).run();
        payload = sqlite3_last_insert_rowid(m_database.handle());
    }
    constexpr std::size_t remembered = 8192;
    if (m_known.size() >= remembered)
        m_known.clear();
    m_known.emplace(hash, payload);
    return payload;
}

void Payloads::drop(std::int64_t payload)
{
    m_unuse.bind(1, payload).run();
    m_remove.bind(1, payload).run();
    m_known.clear();
}

/// The bytes themselves where compressing saves nothing; then `data` is as long as `bytes` says.
std::string_view Payloads::compressed(std::string_view bytes)
{
    std::string& room = m_compressor->room;
    room.resize(ZSTD_compressBound(bytes.size()));
    const std::size_t size = ZSTD_compressCCtx(m_compressor->context, room.data(), room.size(), bytes.data(),
                                               bytes.size(), fastLevel);
    return ZSTD_isError(size) || size >= bytes.size() ? bytes : std::string_view(room).substr(0, size);
}

} // namespace spanglass::store
