// SPDX-License-Identifier: GPL-3.0-or-later
/// What the window remembers from one run to the next. No secrets, ever. A file that cannot be read, or makes
/// no sense, means defaults.
#pragma once

#include <QByteArray>
#include <QList>
#include <QSettings>
#include <QStringList>
#include <optional>

#include "trace/trace_row.h"
#include "views/theme.h"

namespace spanglass::app {

/// A question worth asking again, under a name.
struct SavedView
{
    QString name;
    QString query;
    qint64 lastSeconds = 0; ///< how far back from now; 0: all
    trace::TraceOrder order = trace::TraceOrder::newest;
    QStringList columns; ///< as Settings::listColumns
    friend bool operator==(const SavedView&, const SavedView&) = default;
};

class Settings
{
public:
    /// `$XDG_CONFIG_HOME/spanglass/window.ini`.
    Settings();
    explicit Settings(const QString& file);

    [[nodiscard]] views::ThemeChoice theme() const;
    void setTheme(views::ThemeChoice theme);
    /// "de", or empty: as the system has it.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);
    [[nodiscard]] trace::TraceOrder order() const;
    void setOrder(trace::TraceOrder order);
    [[nodiscard]] bool follow() const;
    void setFollow(bool follow);
    /// Whether the window receives what other programs send by HTTP: `receive` in the file, true where it is
    /// not.
    [[nodiscard]] bool receives() const;
    void setReceives(bool receives);
    /// Where: `receivePort` in the file, 4318 where it is not, or makes no sense.
    [[nodiscard]] std::uint16_t receivePort() const;
    void setReceivePort(std::uint16_t port);
    /// Whether the window delivers what this store has: off until the user turned it on for this folder.
    [[nodiscard]] bool delivers(const QString& store) const;
    void setDelivers(const QString& store, bool delivers);
    [[nodiscard]] bool syncExpanded() const;
    void setSyncExpanded(bool expanded);
    /// Whether nothing may move by itself; nothing: as the desktop has it.
    [[nodiscard]] std::optional<bool> reducesMotion() const;
    void setReducesMotion(bool reduces);
    [[nodiscard]] QByteArray geometry() const;
    [[nodiscard]] QByteArray layout() const;
    void setPlaces(const QByteArray& geometry, const QByteArray& layout);
    /// The latest first, at most ten.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& file);
    void forgetRecentFile(const QString& file);
    void clearRecentFiles();
    /// In the order in which they were saved; a view of the same name is replaced.
    [[nodiscard]] QList<SavedView> savedViews() const;
    void saveView(const SavedView& view);
    void forgetView(const QString& name);
    /// The latest first, at most thirty.
    [[nodiscard]] QStringList queryHistory() const;
    void addQuery(const QString& query);
    /// Names of the trace list's columns in their order; empty: rows of two lines.
    [[nodiscard]] QStringList listColumns() const;
    void setListColumns(const QStringList& columns);
    /// Why what is set now will be forgotten, or empty.
    [[nodiscard]] QString problem();

private:
    void writeViews(const QList<SavedView>& views);
    QSettings m_file;
};

} // namespace spanglass::app
