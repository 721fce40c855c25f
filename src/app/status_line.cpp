// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/status_line.h"

#include <QLabel>
#include <QStatusBar>
#include <QStyle>

#include "models/readable.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

/// The style sheet colours a label by its tone, and looks at it only when it is polished.
void setTone(QLabel* label, const char* tone)
{
    label->setProperty("tone", QString::fromLatin1(tone));
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

StatusLine::StatusLine(QStatusBar* bar)
    : QObject(bar), m_store(new QLabel(bar)), m_counts(new QLabel(bar)), m_dropped(new QLabel(bar)),
      m_live(new QLabel(bar))
{
    for (QLabel* label : {m_store, m_counts, m_dropped, m_live}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(views::font(views::FontRole::secondary));
        label->setProperty("tone", QStringLiteral("secondary"));
    }
    bar->addWidget(m_store, 1);
    for (QLabel* label : {m_counts, m_dropped, m_live})
        bar->addPermanentWidget(label);
}

void StatusLine::showStore(const QString& name)
{
    m_store->setText(name.isEmpty() ? tr("no store") : tr("store %1").arg(views::literal(name)));
}

void StatusLine::showCounts(qint64 traces, qint64 spans, qint64 dropped)
{
    m_counts->setText(
        tr("%1 traces · %2 spans").arg(models::countReadable(traces), models::countReadable(spans)));
    m_dropped->setText(tr("%1 dropped").arg(models::countReadable(dropped)));
    m_dropped->setToolTip(views::plainToolTip(
        dropped > 0 ? tr("So many spans could not be recorded. `spanglass status` says why.")
                    : tr("Every span that was created is stored.")));
    setTone(m_dropped, dropped > 0 ? "error" : "secondary");
}

void StatusLine::showLive(bool live, const QString& explanation)
{
    m_live->setText(live ? tr("● live") : tr("○ idle"));
    m_live->setToolTip(views::plainToolTip(explanation));
    setTone(m_live, live ? "ok" : "secondary");
}

} // namespace spanglass::app
