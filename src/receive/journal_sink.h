// SPDX-License-Identifier: GPL-3.0-or-later
/// A journal in a store for spans that came whole: the receiver's own, opened with the first span and again
/// after it failed, or an import's.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "journal/writer.h"
#include "receive/span_sink.h"

namespace spanglass::receive {

class JournalSink : public SpanSink
{
public:
    struct Options
    {
        std::filesystem::path store;
        bool durable = false; ///< fdatasync before a request is answered
        std::uint64_t journalsLimitBytes = std::uint64_t{1} << 30;
        /// An import's id: what is written counts once `commit` was called.
        std::string batch = {};
    };
    explicit JournalSink(Options options) : m_options(std::move(options)) {}

    void beginContext(std::string_view resourceJson, std::string_view scopeJson) override;
    void start(const journal::StartView& start) override;
    void attribute(const journal::AttributeView& attribute) override;
    void status(const journal::StatusView& status) override;
    void event(const journal::EventView& event) override;
    void link(const journal::LinkView& link) override;
    void end(const journal::EndView& end) override;
    [[nodiscard]] Result<void> write() override;
    void discard() override;
    /// Writes what is left and makes the batch count.
    [[nodiscard]] Result<void> commit();

private:
    /// The open journal; null where it cannot be opened, which `write` then says.
    journal::Writer* writer();

    Options m_options;
    std::optional<journal::Writer> m_writer;
    std::optional<Error> m_error;
};

} // namespace spanglass::receive
