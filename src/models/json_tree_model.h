// SPDX-License-Identifier: GPL-3.0-or-later
/// A JSON value as a tree: keys in column 0, values in column 1. Children are listed when somebody looks.
#pragma once

#include <QAbstractItemModel>
#include <memory>
#include <unordered_map>
#include <vector>

#include "models/json_document.h"

namespace spanglass::models {

class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role
    {
        typeRole = Qt::UserRole + 1, ///< int of JsonDocument::Type
        fullValueRole,               ///< QString: a string without quotes and escapes, anything else as JSON
        pathRole,                    ///< QString, JSONPath
    };

    explicit JsonTreeModel(QObject* parent = nullptr);

    /// The root's members are the top level. A scalar root is one row without a key.
    void setDocument(std::shared_ptr<const JsonDocument> document);
    [[nodiscard]] const std::shared_ptr<const JsonDocument>& document() const { return m_document; }
    /// The rows whose key or value holds `words`, without regard to case, in display order; at most 10,000.
    [[nodiscard]] std::vector<std::uint32_t> find(const QString& words) const;
    /// Of a row that find() gave.
    [[nodiscard]] QModelIndex indexOf(std::uint32_t node) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const std::vector<std::uint32_t>& childrenOf(std::uint32_t node) const;
    [[nodiscard]] std::uint32_t nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QString keyText(std::uint32_t node) const;
    [[nodiscard]] QString shortValue(std::uint32_t node) const;
    [[nodiscard]] QString fullValue(std::uint32_t node) const;

    std::shared_ptr<const JsonDocument> m_document;
    mutable std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_children;
};

} // namespace spanglass::models
