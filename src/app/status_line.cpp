// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/status_line.h"

#include <QLabel>
#include <QStatusBar>
#include <QStyle>
#include <cmath>

#include "models/readable.h"
#include "views/plain_text.h"
#include "views/pulse_dot.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

/// The style sheet colours a label by its tone, and looks at it only when it is polished.
void setTone(QLabel* label, const char* tone)
{
    const QString name = QString::fromLatin1(tone);
    if (label->property("tone") == name)
        return;
    label->setProperty("tone", name);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

StatusLine::StatusLine(QStatusBar* bar)
    : QObject(bar), m_store(new QLabel(bar)), m_counts(new QLabel(bar)), m_dropped(new QLabel(bar)),
      m_receiver(new QLabel(bar)), m_dot(new views::PulseDot(bar)), m_live(new QLabel(bar))
{
    for (QLabel* label : {m_store, m_counts, m_dropped, m_receiver, m_live}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(views::font(views::FontRole::secondary));
        label->setProperty("tone", QStringLiteral("secondary"));
    }
    bar->addWidget(m_store, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_receiver, m_counts, m_dropped, m_dot, m_live})
        bar->addPermanentWidget(widget);
    m_receiver->hide();
    m_clock.start();
}

void StatusLine::showStore(const QString& name)
{
    m_store->setText(name.isEmpty() ? tr("no store") : tr("store %1").arg(views::literal(name)));
}

void StatusLine::showCounts(qint64 traces, qint64 spans, qint64 dropped)
{
    m_rate.add(m_clock.elapsed(), spans);
    if (m_spans >= 0 && spans > m_spans)
        m_dot->beat();
    m_spans = spans;
    m_traces = traces;
    m_droppedSpans = dropped;
    sayCounts();
    sayLive();
}

void StatusLine::sayCounts()
{
    m_counts->setText(
        tr("%1 traces · %2 spans").arg(models::countReadable(m_traces), models::countReadable(m_spans)));
    m_dropped->setText(tr("%1 dropped").arg(models::countReadable(m_droppedSpans)));
    m_dropped->setToolTip(views::plainToolTip(
        m_droppedSpans > 0 ? tr("So many spans could not be recorded. `spanglass status` says why.")
                           : tr("Every span that was created is stored.")));
    setTone(m_dropped, m_droppedSpans > 0 ? "error" : "secondary");
}

void StatusLine::retranslate()
{
    if (m_spans < 0)
        return; // nothing was counted yet
    sayCounts();
    sayLive();
}

void StatusLine::showLive(bool live, const QString& explanation)
{
    m_isLive = live;
    const QString toolTip = views::plainToolTip(explanation);
    m_live->setToolTip(toolTip);
    m_dot->setToolTip(toolTip);
    m_dot->setLive(live);
    sayLive();
}

void StatusLine::showReceiver(const QString& endpoint, const QString& explanation)
{
    const QString address = endpoint.section(QLatin1String("://"), 1);
    m_receiver->setText(address.isEmpty() ? tr("not receiving") : tr("receives on %1").arg(address));
    m_receiver->setToolTip(views::plainToolTip(explanation));
    m_receiver->show();
}

void StatusLine::setPaused(bool paused)
{
    m_paused = paused;
    m_tracesBefore = m_traces;
    sayLive();
}

QString StatusLine::liveText() const
{
    return m_live->text();
}

void StatusLine::sayLive()
{
    if (m_paused) {
        const int waiting = static_cast<int>(m_traces - m_tracesBefore);
        m_live->setText(waiting > 0 ? tr("paused · %n new trace(s)", nullptr, waiting) : tr("paused"));
        return setTone(m_live, "secondary");
    }
    const double rate = m_isLive ? m_rate.perSecond(m_clock.elapsed()) : 0;
    const QString live =
        rate >= 1 ? tr("live · %1 spans/s").arg(models::countReadable(std::llround(rate))) : tr("live");
    m_live->setText(m_isLive ? live : tr("idle"));
    setTone(m_live, m_isLive ? "ok" : "secondary");
}

} // namespace spanglass::app
