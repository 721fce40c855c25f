// SPDX-License-Identifier: GPL-3.0-or-later
/// The window: traces on the left, the views of one of them in the middle, a span's details on the right,
/// files as further tabs. Wires models to views; what they show is theirs.
///
///     MainWindow window({.source = &store, .storeName = path, .reader = readFile, .settings = &settings});
///     window.openFiles(files);
#pragma once

#include <QMainWindow>
#include <QTimer>
#include <memory>
#include <string>

#include "app/file_tab.h"
#include "app/settings.h"
#include "models/trace_list_model.h"

class QActionGroup;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTimer;
namespace Ui {
class MainWindow;
}
namespace spanglass::views {
class SpanPanel;
class TraceListView;
} // namespace spanglass::views

namespace spanglass::app {

class FirstRunPage;

/// What the window works with; all stay the caller's and outlive it.
struct WindowParts
{
    models::TraceSource* source = nullptr; ///< of the store; null: only files are shown
    QString storeName;                     ///< its folder
    FileReader reader;
    std::function<std::string(const trace::Span&)> rawWriter;
    Settings* settings = nullptr;
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
    void setAgentsRunning(bool running);
    /// The books, for the status bar.
    void showCounts(qint64 traces, qint64 spans, qint64 dropped);
    /// "● live", and what it rests on.
    void showLive(bool live, const QString& explanation);

    [[nodiscard]] TracePage* currentPage() const;
    [[nodiscard]] models::TraceListModel* traces() { return &m_traces; }

Q_SIGNALS:
    void runAgentsRequested();
    void languageRequested(const QString& language);

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void createQueryBar();
    void createTracesDock();
    void createDetailDock();
    void createDocuments();
    void createStatusBar();
    void createMenus();
    void connectActions();
    void createSortMenu();
    void createThemeMenu();
    void createLanguageMenu();
    void fillRecentMenu();
    void restorePlaces();
    void nameThings();

    void applyQuery();
    void listAnswered();
    void currentTraceChanged();
    void loadTrace(TraceId trace);
    void showTrace(TraceId trace, std::shared_ptr<const trace::SpanTable> table);
    void refreshTrace();
    void showTraceHeader();
    void followNewest();
    void userChoseTrace();
    void compareSelected();
    void documentChanged();
    void closeDocument(int index);
    void chooseFiles();
    void fileOpened(FileTab* tab);
    void fileFailed(FileTab* tab, const QString& message);
    void showShortcuts();
    void showAbout();
    void showFirstRun();

    WindowParts m_parts;
    std::unique_ptr<Ui::MainWindow> m_ui;
    models::TraceListModel m_traces;

    QLineEdit* m_query = nullptr;
    views::TraceListView* m_list = nullptr;
    views::SpanPanel* m_panel = nullptr;
    QStackedWidget* m_storeTab = nullptr;
    FirstRunPage* m_firstRun = nullptr;
    TracePage* m_storePage = nullptr;
    QLabel* m_storeLabel = nullptr;
    QLabel* m_countsLabel = nullptr;
    QLabel* m_droppedLabel = nullptr;
    QLabel* m_liveLabel = nullptr;
    QLabel* m_listCount = nullptr;
    QActionGroup* m_sortGroup = nullptr;
    QTimer m_querySoon;
    QTimer m_ageTimer;

    TraceId m_shown; ///< in the store tab
    bool m_loading = false;
    bool m_choosing = false; ///< the selection moves by the program, not by the user
};

} // namespace spanglass::app
