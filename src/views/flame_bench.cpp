// SPDX-License-Identifier: GPL-3.0-or-later
// The path: into the trace at three places in forty steps each, panning across at depth, and out again.
#include "views/flame_bench.h"

#include <QImage>
#include <QItemSelectionModel>
#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

#include "models/span_tree_model.h"
#include "views/flame_graph_view.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

class Path
{
public:
    explicit Path(FlameGraphView& view) : m_view(view), m_image(view.size(), QImage::Format_RGB32) {}

    void run()
    {
        for (const double x : {0.5, 0.13, 0.82}) {
            for (int step = 0; step < 40; ++step)
                frame([&] { m_view.zoomBy(x * m_view.axis().widthPx, 1.3); });
            for (int step = 0; step < 40; ++step)
                frame([&] { m_view.panBy(step % 2 == 0 ? -37 : -11); });
            for (int step = 0; step < 40; ++step)
                frame([&] { m_view.zoomBy(x * m_view.axis().widthPx, 1 / 1.3); });
        }
    }

    FlameBench figures(std::uint32_t spans)
    {
        std::sort(m_ms.begin(), m_ms.end());
        const auto at = [this](double part) {
            return m_ms[static_cast<std::size_t>(part * static_cast<double>(m_ms.size() - 1))];
        };
        return {spans, at(0.5), at(0.95), m_ms.back()};
    }

private:
    void frame(const std::function<void()>& change)
    {
        const auto began = std::chrono::steady_clock::now();
        change();
        // What a window repaints: the view, not the background behind it.
        m_view.render(&m_image, {}, {}, QWidget::DrawChildren);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
        m_ms.push_back(took.count());
    }

    FlameGraphView& m_view;
    QImage m_image;
    std::vector<double> m_ms;
};

} // namespace

FlameBench benchFlame(std::shared_ptr<const trace::SpanTable> table)
{
    const std::uint32_t spans = table->size();
    applyTheme(ThemeChoice::light); // drawn as the window draws it
    models::SpanTreeModel model;
    model.setTable(std::move(table));
    QItemSelectionModel selection(&model);
    FlameGraphView view;
    view.setReducedMotion(true);
    view.resize(1600, 900);
    view.setModel(&model, &selection);
    QImage first(view.size(), QImage::Format_RGB32);
    view.render(&first); // what is made once (fonts, the first layout) is no frame
    Path path(view);
    path.run();
    return path.figures(spans);
}

} // namespace spanglass::views
