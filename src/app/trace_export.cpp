// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_export.h"

#include "app/progress_strip.h"
#include "models/readable.h"
#include "views/plain_text.h"

namespace spanglass::app {
namespace {

/// What is written sooner needs no progress.
constexpr int quietMs = 500;
constexpr int lookEveryMs = 200;

} // namespace

TraceExport::TraceExport(ProgressStrip* strip, QObject* parent) : QObject(parent), m_strip(strip)
{
    connect(strip, &ProgressStrip::cancelAsked, this, &TraceExport::cancel);
    connect(&m_look, &QTimer::timeout, this, &TraceExport::showProgress);
}

TraceExport::~TraceExport()
{
    if (m_progress)
        m_progress->cancelled = true;
}

void TraceExport::write(std::shared_ptr<const trace::SpanTable> table, const QString& file,
                        formats::ExportFormat format)
{
    cancel();
    m_file = file;
    m_progress = std::make_shared<models::Progress>();
    m_progress->total = table->size();
    m_look.start(quietMs);
    m_writer.run(
        this,
        [table = std::move(table), format, progress = m_progress,
         path = std::filesystem::path(file.toStdString())] {
            return formats::writeFile(*table, format, path, [progress](const formats::Progress& far) {
                progress->done = static_cast<std::int64_t>(far.spans);
                return !progress->cancelled;
            });
        },
        [this, file, progress = m_progress](const Result<formats::Exported>& done) {
            if (progress != m_progress)
                return; // cancelled
            m_progress.reset();
            m_look.stop();
            m_strip->hide();
            if (done)
                Q_EMIT written(file, done->notKept.empty());
            else
                Q_EMIT failed(QString::fromStdString(done.error().message));
        });
}

void TraceExport::cancel()
{
    if (!m_progress)
        return;
    m_progress->cancelled = true;
    m_progress.reset();
    m_look.stop();
    m_strip->hide();
}

void TraceExport::showProgress()
{
    m_look.setInterval(lookEveryMs);
    const std::int64_t done = m_progress->done, total = m_progress->total;
    m_strip->showProgress(
        tr("Writing %1: %2 of %3 spans")
            .arg(views::literal(m_file), models::countReadable(done), models::countReadable(total)),
        done, total);
}

} // namespace spanglass::app
