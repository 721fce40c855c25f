// SPDX-License-Identifier: GPL-3.0-or-later
/// The sessions of a store, newest first, read by pages as far as somebody scrolls. When the source changes,
/// they are read again and the rows that stayed keep their places in the selection.
#pragma once

#include <QAbstractListModel>
#include <QTimer>

#include "models/trace_source.h"

namespace spanglass::models {

class SessionListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        sessionRole = Qt::UserRole + 1, ///< QString, its name
        factsRole                       ///< QString: "4 traces · 1,204 tokens · 0.42 ¢ · 1 error"
    };
    explicit SessionListModel(QObject* parent = nullptr);

    /// Stays the caller's and outlives this.
    void setSource(TraceSource* source);
    [[nodiscard]] const store::SessionRow& session(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QString& session) const;
    [[nodiscard]] bool loaded() const { return m_loaded; }

    int rowCount(const QModelIndex& parent = {}) const override;
    /// Two lines: what it was about, and its figures.
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    [[nodiscard]] static QString factsOf(const store::SessionRow& row);

public Q_SLOTS:
    /// Soon; calls in between are one.
    void refresh();

Q_SIGNALS:
    void answered();
    void failed(const QString& message);

private:
    void ask();
    void merge(std::vector<store::SessionRow> rows);

    TraceSource* m_source = nullptr;
    std::vector<store::SessionRow> m_rows;
    std::string m_next;
    bool m_loaded = false;
    bool m_asking = false;
    QTimer m_soon;
};

} // namespace spanglass::models
