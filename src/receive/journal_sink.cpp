// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/journal_sink.h"

namespace spanglass::receive {

journal::Writer* JournalSink::writer()
{
    if (m_writer)
        return &*m_writer;
    if (m_error)
        return nullptr; // of this request; the next one tries again
    auto opened = journal::Writer::open({.store = m_options.store,
                                         .batch = m_options.batch,
                                         .journalsLimitBytes = m_options.journalsLimitBytes});
    if (!opened) {
        m_error = opened.error();
        return nullptr;
    }
    m_writer.emplace(std::move(*opened));
    return &*m_writer;
}

void JournalSink::beginContext(std::string_view resourceJson, std::string_view scopeJson)
{
    if (journal::Writer* to = writer())
        to->beginContext(resourceJson, scopeJson);
}

void JournalSink::start(const journal::StartView& start)
{
    if (journal::Writer* to = writer())
        to->start(start);
}

void JournalSink::attribute(const journal::AttributeView& attribute)
{
    if (journal::Writer* to = writer())
        to->attribute(attribute);
}

void JournalSink::status(const journal::StatusView& status)
{
    if (journal::Writer* to = writer())
        to->status(status);
}

void JournalSink::event(const journal::EventView& event)
{
    if (journal::Writer* to = writer())
        to->event(event);
}

void JournalSink::link(const journal::LinkView& link)
{
    if (journal::Writer* to = writer())
        to->link(link);
}

void JournalSink::end(const journal::EndView& end)
{
    if (journal::Writer* to = writer())
        to->end(end);
}

Result<void> JournalSink::write()
{
    if (m_error) {
        const Error error = *std::exchange(m_error, std::nullopt);
        return tl::unexpected(error);
    }
    if (!m_writer)
        return {};
    auto written = m_writer->write();
    if (written && m_options.durable)
        written = m_writer->sync();
    return written;
}

Result<void> JournalSink::commit()
{
    if (auto written = write(); !written)
        return written;
    return m_writer ? m_writer->commit() : Result<void>();
}

void JournalSink::discard()
{
    m_error.reset();
    if (m_writer)
        m_writer->discard();
}

} // namespace spanglass::receive
