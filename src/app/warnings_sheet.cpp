// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text, for the words of a file may be anything.
#include "app/warnings_sheet.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/readable.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::app {

WarningsSheet::WarningsSheet(const QString& fileName, const QStringList& warnings, qint64 count,
                             QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Warnings of %1").arg(fileName));
    auto* column = new QVBoxLayout(this);
    auto* text = new QPlainTextEdit(this);
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setAccessibleName(windowTitle());
    QStringList lines;
    for (const QString& warning : warnings)
        lines << views::literal(warning);
    text->setPlainText(lines.join(QLatin1Char('\n')));
    column->addWidget(text, 1);
    if (count > warnings.size()) {
        auto* rest =
            new QLabel(tr("The first %1 of %2.")
                           .arg(models::countReadable(warnings.size()), models::countReadable(count)),
                       this);
        rest->setTextFormat(Qt::PlainText);
        column->addWidget(rest);
    }
    auto* close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(720, 420);
}

} // namespace spanglass::app
