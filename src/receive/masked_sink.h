// SPDX-License-Identifier: GPL-3.0-or-later
/// Takes secrets out of what the receiver or an import brings, on its way to the sink behind: the rules of
/// base/masking.h, as in the tracer. Stands there only where there are rules, so that nobody else pays.
///
///     MaskedSink masked(journal, Masking({"authorization", "builtin"}));
///     SpanRecords records(masked);
#pragma once

#include "base/masking.h"
#include "receive/span_sink.h"

namespace spanglass::receive {

class MaskedSink : public SpanSink
{
public:
    /// `to` stays the caller's and outlives this.
    MaskedSink(SpanSink& to, Masking masking) : m_to(to), m_masking(std::move(masking)) {}

    void beginContext(std::string_view resourceJson, std::string_view scopeJson) override;
    void start(const journal::StartView& start) override;
    void attribute(const journal::AttributeView& attribute) override;
    void status(const journal::StatusView& status) override;
    void event(const journal::EventView& event) override;
    void link(const journal::LinkView& link) override;
    void end(const journal::EndView& end) override { m_to.end(end); }
    [[nodiscard]] Result<void> write() override { return m_to.write(); }
    void discard() override { m_to.discard(); }

private:
    [[nodiscard]] std::string object(std::string_view key, std::string_view json) const;
    SpanSink& m_to;
    Masking m_masking;
};

} // namespace spanglass::receive
