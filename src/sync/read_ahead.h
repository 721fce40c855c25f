// SPDX-License-Identifier: GPL-3.0-or-later
/// The window behind the one that is being delivered: read, and made ready for the wire, on a thread beside
/// the delivery, so that neither waits for the other.
///
///     ReadAhead ahead(store, clock, prepare);
///     auto window = ahead.take(query);      // what was begun, if it answers just this query
///     ahead.begin(queryOfTheNextOne);
///
/// At most one window is held so. One that was begun long ago is not given out: what the user deleted
/// meanwhile is not to leave. Used by one thread.
#pragma once

#include <filesystem>
#include <functional>
#include <future>
#include <optional>

#include "store/change_reader.h"
#include "sync/clock.h"
#include "sync/outbox.h"

namespace spanglass::sync {

/// The items of a page, with nothing prepared.
[[nodiscard]] Window windowOf(store::ChangePage page);

class ReadAhead
{
public:
    using Prepare = std::function<void(Window&)>;

    /// `prepare` finishes a window that was read, and sets what is `prepared`. It is called on the thread
    /// beside; it must outlive this.
    ReadAhead(std::filesystem::path store, const Clock& clock, Prepare prepare);
    ~ReadAhead();

    /// Nothing where another window was begun, or none, or too long ago.
    [[nodiscard]] std::optional<Result<Window>> take(const store::ChangeQuery& query);
    /// Nothing happens while a window that was begun waits for the turn of its lane.
    void begin(const store::ChangeQuery& query);

    /// A window is given out for so long after it was begun.
    static constexpr Milliseconds fresh = std::chrono::seconds(10);

private:
    [[nodiscard]] bool isFresh() const { return m_clock.now() - m_begun <= fresh; }
    [[nodiscard]] Result<Window> read(const store::ChangeQuery& query);
    [[nodiscard]] Result<store::ChangeReader*> reader();

    std::filesystem::path m_store;
    const Clock& m_clock;
    Prepare m_prepare;
    std::unique_ptr<store::ChangeReader> m_reader; ///< with a connection of its own, for the thread beside
    store::ChangeQuery m_query;
    Milliseconds m_begun{0};
    std::future<Result<Window>> m_window;
};

} // namespace spanglass::sync
