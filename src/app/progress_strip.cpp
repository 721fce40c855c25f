// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progress_strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "models/readable.h"
#include "models/trace_source.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

/// What is done sooner needs no progress.
constexpr int quietMs = 400;
constexpr int lookEveryMs = 100;

} // namespace

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent), m_text(new QLabel(this)), m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(views::font(views::FontRole::secondary));
    m_text->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(40);
    m_bar->setMaximumWidth(160);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 12, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressStrip::cancelAsked);
    connect(&m_look, &QTimer::timeout, this, &ProgressStrip::look);
    hide();
}

ProgressStrip::~ProgressStrip()
{
    if (m_progress)
        m_progress->cancelled = true;
}

std::shared_ptr<models::Progress> ProgressStrip::begin()
{
    if (m_progress)
        m_progress->cancelled = true;
    m_progress = std::make_shared<models::Progress>();
    m_look.start(quietMs);
    return m_progress;
}

bool ProgressStrip::end(const std::shared_ptr<models::Progress>& progress)
{
    if (progress != m_progress)
        return false;
    m_progress.reset();
    m_look.stop();
    hide();
    return true;
}

void ProgressStrip::cancel(const QString& text)
{
    if (!m_progress)
        return;
    m_progress->cancelled = true;
    m_progress.reset();
    m_look.stop();
    say(text);
}

void ProgressStrip::look()
{
    m_look.setInterval(lookEveryMs);
    const std::int64_t done = m_progress->done, total = m_progress->total;
    showProgress(
        total > 0 ? tr("Read %1 of %2 traces").arg(models::countReadable(done), models::countReadable(total))
                  : tr("Looking for the traces …"),
        done, total);
}

void ProgressStrip::showProgress(const QString& text, qint64 done, qint64 total)
{
    m_text->setText(text);
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(done * 1000 / total));
    m_bar->show();
    m_cancel->show();
    show();
}

void ProgressStrip::say(const QString& text)
{
    m_text->setText(text);
    m_bar->hide();
    m_cancel->hide();
    show();
}

void ProgressStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_cancel->setText(tr("Cancel"));
}

} // namespace spanglass::app
