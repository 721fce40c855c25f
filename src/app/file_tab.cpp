// SPDX-License-Identifier: GPL-3.0-or-later
// A worker thread per file; its answers are queued calls.
#include "app/file_tab.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocale>
#include <QVBoxLayout>

#include "app/progress_strip.h"
#include "models/readable.h"
#include "views/plain_text.h"

namespace spanglass::app {
namespace {

/// Progress is told this often, and the strip is shown only for what takes longer.
constexpr qint64 progressEveryMs = 100;
constexpr int settlingMs = 250;

QString megabytes(qint64 bytes)
{
    return QLocale().toString(double(bytes) / 1e6, 'f', 1);
}

} // namespace

FileTab::FileTab(const QString& path, FileReader reader, QWidget* parent)
    : QWidget(parent), m_path(path), m_page(new TracePage(this)), m_strip(new ProgressStrip(this)),
      m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_page, 1);
    connect(m_strip, &ProgressStrip::cancelAsked, this, &FileTab::cancel);
    m_page->showHeader(QFileInfo(path).fileName(), tr("reading…"), path);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingMs);
    connect(&m_settling, &QTimer::timeout, this, &FileTab::lookAgain);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settling, qOverload<>(&QTimer::start));
    m_stamp = stampNow();
    read(std::move(reader));
}

FileTab::~FileTab()
{
    m_cancelled->store(true);
    m_thread->wait();
}

void FileTab::cancel()
{
    m_cancelled->store(true);
}

void FileTab::read(FileReader reader)
{
    m_thread.reset(QThread::create([this, path = m_path, reader = std::move(reader), stop = m_cancelled] {
        QElapsedTimer sinceTold;
        sinceTold.start();
        const auto progress = [this, &sinceTold, &stop](qint64 readBytes, qint64 totalBytes, qint64 spans) {
            if (sinceTold.elapsed() >= progressEveryMs) {
                sinceTold.restart();
                QMetaObject::invokeMethod(
                    this, [=, this] { showProgress(readBytes, totalBytes, spans); }, Qt::QueuedConnection);
            }
            return !stop->load();
        };
        const auto partial = [this](std::shared_ptr<const trace::SpanTable> table) {
            QMetaObject::invokeMethod(
                this, [this, table = std::move(table)] { m_page->showTable(table); }, Qt::QueuedConnection);
        };
        auto content = std::make_shared<Result<FileContent>>(reader(path, progress, partial));
        QMetaObject::invokeMethod(
            this, [this, content] { finish(std::move(*content)); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("file reader"));
    m_thread->start();
}

void FileTab::showProgress(qint64 readBytes, qint64 totalBytes, qint64 spans)
{
    if (!m_reading)
        return;
    m_strip->showProgress(tr("%1 of %2 MB · %3 spans")
                              .arg(megabytes(readBytes), megabytes(totalBytes), models::countReadable(spans)),
                          readBytes, totalBytes);
}

void FileTab::finish(Result<FileContent> content)
{
    m_reading = false;
    m_strip->hide();
    if (!content) {
        if (content.error().kind == ErrorKind::cancelled)
            Q_EMIT cancelled();
        else
            Q_EMIT failed(QString::fromStdString(content.error().message));
        return;
    }
    const QString fileName = QFileInfo(m_path).fileName();
    m_page->showTable(content->table);
    m_page->showHeader(fileName, content->facts.join(QStringLiteral(" · ")), m_path);
    m_warnings = std::move(content->warnings);
    m_warningCount = content->warningCount;
    if (!m_warnings.isEmpty())
        Q_EMIT warned();
    watch();
    Q_EMIT opened();
}

FileTab::Stamp FileTab::stampNow() const
{
    const QFileInfo info(m_path);
    return info.exists() ? Stamp{info.size(), info.lastModified()} : Stamp();
}

void FileTab::watch()
{
    if (!m_watcher.addPath(m_path) || !(stampNow() == m_stamp)) // changed while it was read
        m_settling.start();
}

/// All of the file is in memory, so nothing that happens to it can hurt what is shown.
void FileTab::lookAgain()
{
    const Stamp now = stampNow();
    if (now.size >= 0)
        m_watcher.addPath(m_path); // another file of the same name is not watched by itself
    if (now == m_stamp)
        return;
    m_stamp = now;
    const QString name = views::literal(QFileInfo(m_path).fileName());
    Q_EMIT changedOnDisk(now.size < 0
                             ? tr("%1 is gone from the disk; what was read stays.").arg(name)
                             : tr("%1 has changed on the disk; what is shown is what was read.").arg(name),
                         now.size < 0);
}

} // namespace spanglass::app
