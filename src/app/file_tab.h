// SPDX-License-Identifier: GPL-3.0-or-later
/// A file as a document: read on a thread of its own with progress and cancel, then seen like a trace of the
/// store. What is there already is shown meanwhile.
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QThread>
#include <QTimer>
#include <QWidget>
#include <atomic>
#include <functional>
#include <memory>

#include "app/trace_page.h"
#include "base/result.h"

namespace spanglass::app {

class ProgressStrip;

/// What a reader has so far, or in the end.
struct FileContent
{
    std::shared_ptr<const trace::SpanTable> table;
    QStringList facts;    ///< format, counts, duration: what stands above the views
    QStringList warnings; ///< each names the place; of very many the first
    qint64 warningCount = 0;
};

/// Called by the reader as it goes on: how much of the file is read, and how many spans there are. False:
/// the user cancelled.
using FileProgress = std::function<bool(qint64 readBytes, qint64 totalBytes, qint64 spans)>;
/// Called by the reader with what there is so far: a table of its own each time.
using FilePartial = std::function<void(std::shared_ptr<const trace::SpanTable>)>;
/// Reads a file, on any thread. Errors name the file, the place and the cause.
using FileReader = std::function<Result<FileContent>(const QString& path, const FileProgress& progress,
                                                     const FilePartial& partial)>;

class FileTab : public QWidget
{
    Q_OBJECT
public:
    FileTab(const QString& path, FileReader reader, QWidget* parent = nullptr);
    ~FileTab() override; ///< cancels, and waits for the reader to notice

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] TracePage* page() const { return m_page; }
    [[nodiscard]] bool reading() const { return m_reading; }
    [[nodiscard]] const QStringList& warnings() const { return m_warnings; }
    [[nodiscard]] qint64 warningCount() const { return m_warningCount; }

public Q_SLOTS:
    void cancel();

Q_SIGNALS:
    void opened();
    /// There are warnings.
    void warned();
    /// The file is another one now, or gone; what was read stays as it was.
    void changedOnDisk(const QString& message, bool gone);
    void failed(const QString& message);
    void cancelled();

private:
    void read(FileReader reader);
    void showProgress(qint64 readBytes, qint64 totalBytes, qint64 spans);
    void finish(Result<FileContent> content);
    void watch();
    void lookAgain();

    QString m_path;
    TracePage* m_page;
    ProgressStrip* m_strip;
    bool m_reading = true;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::unique_ptr<QThread> m_thread;
    QStringList m_warnings;
    qint64 m_warningCount = 0;

    /// Of the file when reading began.
    struct Stamp
    {
        qint64 size = -1; ///< -1: there is no such file
        QDateTime modified;
        bool operator==(const Stamp&) const = default;
    };
    [[nodiscard]] Stamp stampNow() const;
    Stamp m_stamp;
    QFileSystemWatcher m_watcher;
    QTimer m_settling; ///< a file is written in many steps
};

} // namespace spanglass::app
