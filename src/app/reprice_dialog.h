// SPDX-License-Identifier: GPL-3.0-or-later
/// Computes the costs of stored spans anew after prices changed: of everything, or of what the list shows;
/// with its progress, a way to stop it, and what came of it in words.
///
///     auto* dialog = new RepriceDialog(&source, query, this);
///     dialog->show();                                        // closing it ends what is under way
#pragma once

#include <QDialog>
#include <QTimer>
#include <memory>

#include "models/trace_source.h"

class QLabel;
class QPushButton;
class QRadioButton;

namespace spanglass::app {

class ProgressStrip;

class RepriceDialog : public QDialog
{
    Q_OBJECT
public:
    /// `shown` is what the list asks for. The source stays the caller's and outlives this.
    RepriceDialog(models::TraceSource* source, trace::TraceQuery shown, QWidget* parent = nullptr);
    ~RepriceDialog() override;

    [[nodiscard]] bool working() const { return m_progress != nullptr; }

Q_SIGNALS:
    void finished();

private:
    void start();
    void setAsking(bool asking);
    void cancel();
    void answered(const models::TraceSource::Repriced& repriced);
    void showProgress();

    models::TraceSource* m_source;
    trace::TraceQuery m_shown;
    QRadioButton* m_all;
    QRadioButton* m_listed;
    QPushButton* m_start;
    ProgressStrip* m_strip;
    QLabel* m_result;
    QTimer m_look;
    std::shared_ptr<models::Progress> m_progress; ///< while it is under way
};

} // namespace spanglass::app
