// SPDX-License-Identifier: Apache-2.0
/// Writes a journal of whole spans with times of their own: what the receiver and imports do, for there is
/// one path into the store. Unlike the tracer it may wait for the disk, and says what failed.
///
///     auto writer = Writer::open({.store = directory, .batch = importId});
///     writer->beginContext(resourceJson, scopeJson);
///     writer->start({trace, span, parent, Kind::llm, Level::normal, 0, 1, startUnixNs, "chat"});
///     writer->attribute({trace, span, "gen_ai.request.model", {ValueType::text, "gpt-5-mini"}});
///     writer->end({trace, span, Status::ok, 0, endUnixNs});
///     if (auto done = writer->write(); !done) return done.error();      // in the journal: a crash keeps it
///     if (auto done = writer->commit("{}"); !done) …                    // the batch counts from here on
///
/// Values and texts of any length are taken as they are; names and keys beyond 64 KB are cut, with the length
/// they had. Used by one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "journal/record.h"

namespace spanglass::journal {

class Writer
{
public:
    struct Options
    {
        std::filesystem::path store;
        std::string batch; ///< the import's id; empty: what is written counts at once
        std::uint64_t journalsLimitBytes = std::uint64_t{1} << 30;
    };
    /// A journal of its own in the store, locked as living until the writer goes.
    [[nodiscard]] static Result<Writer> open(const Options& options);
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;
    ~Writer();

    /// Holds for the spans started after it.
    void beginContext(std::string_view resourceJson, std::string_view scopeJson = {});
    void start(const StartView& start);
    void attribute(const AttributeView& attribute);
    void status(const StatusView& status);
    void event(const EventView& event);
    void link(const LinkView& link);
    void end(const EndView& end);

    /// Puts what was collected into the journal as one block: all of it counts, or nothing. Call it every few
    /// MB, and before answering whoever sent the spans. `unavailable`: the store's limit is reached, or
    /// another program is growing its journal at this moment. After any error what was collected is still
    /// here, to be written again or discarded.
    [[nodiscard]] Result<void> write();
    /// Drops what was collected since the last `write`.
    void discard();
    [[nodiscard]] Result<void> sync();
    /// Writes the CommitView that makes the batch count, and syncs.
    [[nodiscard]] Result<void> commit(std::string_view noteJson = {});

    [[nodiscard]] const std::string& nonce() const;
    [[nodiscard]] std::size_t collectedBytes() const;

private:
    struct State;
    explicit Writer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace spanglass::journal
