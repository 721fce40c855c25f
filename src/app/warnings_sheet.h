// SPDX-License-Identifier: GPL-3.0-or-later
/// Everything that is wrong with a file: a line each with its place, to be read, searched and copied.
#pragma once

#include <QDialog>

namespace spanglass::app {

class WarningsSheet : public QDialog
{
    Q_OBJECT
public:
    /// `warnings` may be only the first of `count`.
    WarningsSheet(const QString& fileName, const QStringList& warnings, qint64 count, QWidget* parent);
};

} // namespace spanglass::app
