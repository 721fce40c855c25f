// SPDX-License-Identifier: GPL-3.0-or-later
/// Writes traces into a file on a thread of its own: what takes longer than half a second shows how far it is
/// and can be cancelled, and closing waits for nothing.
///
///     auto* out = new TraceExport(strip, this);
///     connect(out, &TraceExport::written, …);
///     out->write(table, "run.otlp.json", formats::ExportFormat::otlpJson);
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "formats/export.h"
#include "models/job_thread.h"
#include "models/trace_source.h"

namespace spanglass::app {

class ProgressStrip;

/// GUI thread. One file at a time: another is begun when the one before is done or cancelled.
class TraceExport : public QObject
{
    Q_OBJECT
public:
    /// The strip stays the caller's, and outlives this.
    TraceExport(ProgressStrip* strip, QObject* parent);
    ~TraceExport() override;

    void write(std::shared_ptr<const trace::SpanTable> table, const QString& file,
               formats::ExportFormat format);
    /// A file that is half written is not left behind.
    void cancel();

Q_SIGNALS:
    /// Whole, or without what its format cannot carry.
    void written(const QString& file, bool whole);
    /// The message names the file and the cause.
    void failed(const QString& message);

private:
    void showProgress();

    ProgressStrip* m_strip;
    QString m_file;
    QTimer m_look;
    std::shared_ptr<models::Progress> m_progress; ///< of the file that is being written
    models::JobThread m_writer{QStringLiteral("export")};
};

} // namespace spanglass::app
