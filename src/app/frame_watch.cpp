// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frame_watch.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEventLoop>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <vector>

#include "app/main_window.h"
#include "app/settings.h"
#include "app/store_session.h"
#include "app/sync_dock.h"
#include "app/trace_page.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds period(16);

/// Moves what a user would move, paints at once, and notes how late that was done.
class Frames
{
public:
    Frames(MainWindow& window, const std::function<bool()>& working) : m_window(window), m_working(working)
    {
        for (QAbstractItemView* view : window.findChildren<QAbstractItemView*>()) {
            if (view->isVisible() && view->model() == window.traces())
                m_list = view->verticalScrollBar();
        }
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { frame(); });
    }

    std::vector<double> run()
    {
        m_due = Clock::now();
        m_timer.start(0);
        m_loop.exec();
        return std::move(m_ms);
    }

private:
    void frame()
    {
        ++m_number;
        if (m_list && m_list->maximum() > 0)
            m_list->setValue(m_number % (m_list->maximum() + 1));
        if (TracePage* page = m_window.currentPage())
            m_number % 40 < 20 ? page->zoomIn() : page->zoomOut();
        // What changed is painted now, not when the loop comes to it: as a frame of a display would.
        QCoreApplication::sendPostedEvents(&m_window, QEvent::UpdateRequest);
        const Clock::time_point painted = Clock::now();
        m_ms.push_back(std::chrono::duration<double, std::milli>(painted - m_due).count());
        if (!m_working())
            return m_loop.quit();
        m_due = std::max(m_due + period, painted);
        m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(m_due - painted));
    }

    MainWindow& m_window;
    const std::function<bool()>& m_working;
    QScrollBar* m_list = nullptr;
    QTimer m_timer;
    QEventLoop m_loop;
    Clock::time_point m_due;
    std::vector<double> m_ms;
    int m_number = 0;
};

} // namespace

Result<double> frameP95Ms(const std::filesystem::path& store, const std::function<bool()>& working)
{
    views::applyTheme(views::ThemeChoice::light); // painted as it is for people
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("bench.conf")));
    StoreSession session(store);
    MainWindow window({.source = session.source(),
                       .storeName = QString::fromStdString(store.string()),
                       .reader = {},
                       .rawWriter = {},
                       .settings = &settings});
    SyncDock sync({.store = store, .settings = &settings, .deliver = false, .outageSwitch = {}}, &window);
    window.addBottomDock(&sync);
    sync.setExpanded(true);
    QObject::connect(session.source(), &models::TraceSource::changed, &sync, &SyncDock::storeChanged);
    QEventLoop listed;
    QObject::connect(window.traces(), &models::TraceListModel::answered, &listed, &QEventLoop::quit);
    window.resize(1600, 900);
    window.show();
    listed.exec();
    window.repaint(); // what is made once is no frame
    std::vector<double> ms = Frames(window, working).run();
    if (ms.size() < 20)
        return fail(ErrorKind::unavailable, "only " + std::to_string(ms.size()) + " frames were painted");
    const auto at = ms.begin() + static_cast<std::ptrdiff_t>(ms.size() * 95 / 100);
    std::nth_element(ms.begin(), at, ms.end());
    return *at;
}

} // namespace spanglass::app
