// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reprice_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "app/progress_strip.h"
#include "models/readable.h"
#include "trace/prices.h"
#include "views/plain_text.h"

namespace spanglass::app {
namespace {

constexpr int lookEveryMs = 100;

QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

RepriceDialog::RepriceDialog(models::TraceSource* source, trace::TraceQuery shown, QWidget* parent)
    : QDialog(parent), m_source(source), m_shown(std::move(shown)),
      m_all(new QRadioButton(tr("&All stored traces"), this)),
      m_listed(new QRadioButton(tr("&Only what the list shows"), this)),
      m_start(new QPushButton(tr("&Re-price"), this)), m_strip(new ProgressStrip(this)),
      m_result(plainLabel({}, this))
{
    setWindowTitle(tr("Re-price"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString file = views::literal(QString::fromStdString(trace::userPriceFile().string()));
    auto* column = new QVBoxLayout(this);
    column->addWidget(plainLabel(tr("Costs are computed anew by the built-in prices and those in your own "
                                    "file, %1. A cost that its producer named stays.")
                                     .arg(file),
                                 this));
    column->addWidget(m_all);
    column->addWidget(m_listed);
    column->addWidget(m_result);
    column->addWidget(m_strip);
    auto* row = new QHBoxLayout;
    auto* close = new QPushButton(tr("Close"), this);
    row->addStretch(1);
    row->addWidget(m_start);
    row->addWidget(close);
    column->addStretch(1);
    column->addLayout(row);
    m_all->setChecked(true);
    const bool isPart = !m_shown.text.empty() || !m_shown.range.everything();
    m_all->setVisible(isPart); // otherwise the list shows all of them
    m_listed->setVisible(isPart);
    m_result->setObjectName(QStringLiteral("repriceResult"));
    m_start->setObjectName(QStringLiteral("repriceStart"));
    m_listed->setObjectName(QStringLiteral("repriceListed"));
    m_start->setDefault(true);
    connect(m_start, &QPushButton::clicked, this, &RepriceDialog::start);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_strip, &ProgressStrip::cancelAsked, this, &RepriceDialog::cancel);
    connect(&m_look, &QTimer::timeout, this, &RepriceDialog::showProgress);
    resize(520, 260);
}

RepriceDialog::~RepriceDialog()
{
    cancel();
}

void RepriceDialog::start()
{
    trace::TraceQuery query;
    if (m_listed->isChecked()) {
        query.text = m_shown.text;
        query.range = m_shown.range;
    }
    setAsking(false);
    m_progress = std::make_shared<models::Progress>();
    m_result->clear();
    m_source->requestRepricing(this, query, m_progress,
                               [this](const models::TraceSource::Repriced& repriced) { answered(repriced); });
    showProgress();
    m_look.start(lookEveryMs);
}

void RepriceDialog::setAsking(bool asking)
{
    m_all->setEnabled(asking);
    m_listed->setEnabled(asking);
    m_start->setEnabled(asking);
}

/// Its answer says what was done until then.
void RepriceDialog::cancel()
{
    if (m_progress)
        m_progress->cancelled = true;
}

void RepriceDialog::answered(const models::TraceSource::Repriced& repriced)
{
    m_look.stop();
    m_progress.reset();
    m_strip->hide();
    setAsking(true);
    if (!repriced) {
        m_result->setText(views::literal(QString::fromStdString(repriced.error().message)));
        return Q_EMIT finished();
    }
    QStringList lines;
    if (!repriced->complete)
        lines << tr("Cancelled; what was done stays.");
    const auto spansText = [](std::int64_t count) {
        const int spans = static_cast<int>(count);
        return tr("%n span(s)", nullptr, spans);
    };
    const int traces = static_cast<int>(repriced->traces);
    lines << (repriced->spans == 0
                  ? tr("No cost is another one now.")
                  : tr("Another cost now: %1, in %2")
                        .arg(spansText(repriced->spans), tr("%n trace(s)", nullptr, traces)));
    if (repriced->kept > 0)
        lines << tr("Named by their producer, so as before: %1").arg(spansText(repriced->kept));
    if (repriced->unpriced > 0)
        lines << tr("Without a known price: %1").arg(spansText(repriced->unpriced));
    m_result->setText(lines.join(QLatin1Char('\n')));
    Q_EMIT finished();
}

void RepriceDialog::showProgress()
{
    const std::int64_t done = m_progress->done, total = m_progress->total;
    m_strip->showProgress(
        total > 0 ? tr("%1 of %2 traces").arg(models::countReadable(done), models::countReadable(total))
                  : tr("Looking for the traces …"),
        done, total);
}

} // namespace spanglass::app
