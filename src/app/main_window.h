// SPDX-License-Identifier: GPL-3.0-or-later
/// The window: traces on the left, the views of one of them in the middle, a span's details on the right,
/// files as further tabs. Wires models to views; what they show is theirs.
///
///     MainWindow window({.source = &store, .storeName = path, .reader = readFile, .settings = &settings});
///     window.openFiles(files);
#pragma once

#include <QMainWindow>
#include <QTimer>
#include <functional>
#include <memory>
#include <string>

#include "app/file_tab.h"
#include "app/settings.h"
#include "models/trace_list_model.h"

namespace Ui {
class MainWindow;
}
namespace spanglass::views {
class Banner;
class Pictured;
class SpanPanel;
} // namespace spanglass::views

namespace spanglass::app {

class DocumentTabs;
class FileTab;
class ReceiverControl;
class StatusLine;
class StoreTab;
class StoreTools;

/// What the window works with; all stay the caller's and outlive it.
struct WindowParts
{
    models::TraceSource* source = nullptr; ///< of the store; null: only files are shown
    QString storeName;                     ///< its folder
    FileReader reader;
    std::function<std::string(const trace::Span&)> rawWriter;
    Settings* settings = nullptr;
    QString title = QStringLiteral("Spanglass"); ///< of the window while the store is in front
};

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(WindowParts parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openFiles(const QStringList& files);
    /// Above the documents, until it is closed; the same message is there once, and never more than three.
    void showBanner(bool error, const QString& message);
    /// With a button: `then` runs when it is pressed, and the message goes.
    void offer(const QString& message, const QString& button, std::function<void()> then);
    void showWarnings(const FileTab* tab);
    /// Its switch stands in the menu Agents, its address in the status bar and in the lines to copy. Stays
    /// the caller's and outlives this.
    void setReceiver(ReceiverControl* receiver);
    /// A further dock, below the others, where it was left the last time. Stays the caller's and outlives
    /// this.
    void addBottomDock(QDockWidget* dock);
    /// Before the menu Help.
    void addMenu(QMenu* menu);
    void setAgentsRunning(bool running);
    [[nodiscard]] StatusLine* statusLine() const { return m_status; }
    [[nodiscard]] TracePage* currentPage() const;
    [[nodiscard]] models::TraceListModel* traces() const;

Q_SIGNALS:
    void runAgentsRequested();
    void teamDatabaseRequested();
    void languageRequested(const QString& language);

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void createStoreTab();
    void createDocuments();
    void createDetailDock();
    void createQueryBar();
    void createMenus();
    void createChoiceMenus();
    void createExports();
    void createCompareActions();
    void nameCompare();
    void connectActions();
    void connectViewActions();
    void fillRecentMenu();
    void restorePlaces();
    void restoreDocks();
    void nameThings();

    void disableWhatCannotBe();
    void documentChanged();
    views::Banner* addBanner(const QString& message);
    void receiverChanged();
    void exportPictureInFront();
    void exportPictureOf(views::Pictured* what);
    void connectAgent();
    void showShortcuts();
    void showAbout();

    WindowParts m_parts;
    std::unique_ptr<Ui::MainWindow> m_ui;
    StoreTab* m_store = nullptr;
    DocumentTabs* m_documents = nullptr;
    StatusLine* m_status = nullptr;
    ReceiverControl* m_receiver = nullptr;
    StoreTools* m_tools = nullptr;
    views::SpanPanel* m_panel = nullptr;
    QAction* m_keepFirstSet = nullptr;
    int m_firstSetSize = 0;
    QAction* m_exportPicture = nullptr;
    QAction* m_exportHtml = nullptr;
    QAction* m_exportTraces = nullptr;
};

} // namespace spanglass::app
