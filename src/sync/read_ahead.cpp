// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/read_ahead.h"

#include <system_error>

#include "store/deliveries.h"

namespace spanglass::sync {

Window windowOf(store::ChangePage page)
{
    Window window;
    window.traces = std::move(page.traces);
    window.end = page.end;
    window.more = page.more;
    window.held = page.held;
    window.items.reserve(page.spans.size());
    for (store::ChangedSpan& span : page.spans)
        window.items.push_back({span.position, std::move(span.span), span.variant, 0});
    return window;
}

ReadAhead::ReadAhead(std::filesystem::path store, const Clock& clock, Prepare prepare)
    : m_store(std::move(store)), m_clock(clock), m_prepare(std::move(prepare))
{
}

ReadAhead::~ReadAhead()
{
    if (m_window.valid())
        m_window.wait();
}

std::optional<Result<Window>> ReadAhead::take(const store::ChangeQuery& query)
{
    const bool same = query.after == m_query.after && query.to == m_query.to &&
                      query.spans == m_query.spans && query.bytes == m_query.bytes &&
                      query.running == m_query.running && query.holdNs == m_query.holdNs;
    if (!m_window.valid() || !same || !isFresh())
        return std::nullopt;
    return m_window.get();
}

void ReadAhead::begin(const store::ChangeQuery& query)
{
    if (m_window.valid() && isFresh())
        return;
    if (m_window.valid())
        m_window.wait(); // its reader is the next one's
    m_query = query;
    m_begun = m_clock.now();
    try {
        m_window = std::async(std::launch::async, [this, query] { return read(query); });
    } catch (const std::system_error&) {
        m_window = {}; // no thread to be had: the window is read when it is wanted
    }
}

Result<Window> ReadAhead::read(const store::ChangeQuery& query)
{
    const auto from = reader();
    if (!from)
        return tl::unexpected(from.error());
    auto page = (*from)->read(query);
    if (!page)
        return tl::unexpected(page.error());
    Window window = windowOf(std::move(*page));
    if (!window.items.empty())
        m_prepare(window);
    return window;
}

Result<store::ChangeReader*> ReadAhead::reader()
{
    if (!m_reader) {
        auto deliveries = store::Deliveries::open(m_store);
        if (!deliveries)
            return tl::unexpected(deliveries.error());
        m_reader = std::make_unique<store::ChangeReader>(deliveries->shared());
    }
    return m_reader.get();
}

} // namespace spanglass::sync
