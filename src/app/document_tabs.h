// SPDX-License-Identifier: GPL-3.0-or-later
/// The tabs behind the store's: files, and comparisons of two traces. The first tab is the store's and stays.
///
///     DocumentTabs documents(ui.documents, readTraceFile, &settings);
///     documents.setStore(storeTab);
///     documents.openFiles(files);
#pragma once

#include <QObject>

#include "app/file_tab.h"

class QTabWidget;

namespace spanglass::app {

class Settings;

class DocumentTabs : public QObject
{
    Q_OBJECT
public:
    /// All of them stay the caller's and outlive this.
    DocumentTabs(QTabWidget* tabs, FileReader reader, Settings* settings);

    /// Once, before anything else.
    void setStore(QWidget* store);
    void showStore();
    /// A view that was added.
    void showTab(QWidget* view);
    /// A file that is open already comes to the front.
    void openFiles(const QStringList& files);
    void chooseFiles();
    /// In place of a tab that is open, if it still is.
    void readAgain(const QString& file);
    /// Puts `view`, which becomes the tabs', into a tab in front.
    void add(QWidget* view, const QString& icon, const QString& title, const QString& toolTip);
    /// The store's tab, index 0, is not closed.
    void close(int index);
    void closeCurrent();
    /// To the right by one, or to the left by -1, around the ends.
    void step(int by);

    /// The page of the file, or of the merged traces, in front; null where something else is.
    [[nodiscard]] TracePage* pageInFront() const;
    /// Null only where nothing can be pictured.
    [[nodiscard]] views::Pictured* picturedInFront() const;
    [[nodiscard]] bool storeInFront() const;
    /// Of the file in front, as the title of the window; empty where something else is.
    [[nodiscard]] QString fileName() const;

Q_SIGNALS:
    void changed();
    /// The widget is in the tabs no more and is about to be deleted.
    void closing(QWidget* tab);
    /// A file was opened with warnings.
    void warned(spanglass::app::FileTab* tab);
    /// A file that is open is another one now, or gone.
    void changedOnDisk(spanglass::app::FileTab* tab, const QString& message, bool gone);
    void failed(const QString& message);

private:
    void opened(FileTab* tab);
    /// Null where the file is not open.
    [[nodiscard]] FileTab* tabOf(const QString& file) const;

    QTabWidget* m_tabs;
    FileReader m_reader;
    Settings* m_settings;
};

} // namespace spanglass::app
