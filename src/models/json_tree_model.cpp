// SPDX-License-Identifier: GPL-3.0-or-later
// An index carries its node; the root node is the invisible root, unless it is a scalar.
#include "models/json_tree_model.h"

namespace spanglass::models {
namespace {

/// What fits a cell; the whole value is a role away.
constexpr std::size_t longestShown = 400;
constexpr std::size_t mostFound = 10'000;

using Type = JsonDocument::Type;

bool isContainer(Type type)
{
    return type == Type::array || type == Type::object;
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool holds(std::string_view raw, bool escaped, const QString& words)
{
    if (escaped && raw.find('\\') != std::string_view::npos)
        return toQString(jsonUnescaped(raw)).contains(words, Qt::CaseInsensitive);
    return toQString(raw).contains(words, Qt::CaseInsensitive);
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject* parent) : QAbstractItemModel(parent) {}

void JsonTreeModel::setDocument(std::shared_ptr<const JsonDocument> document)
{
    beginResetModel();
    m_document = std::move(document);
    m_children.clear();
    endResetModel();
}

std::vector<std::uint32_t> JsonTreeModel::find(const QString& words) const
{
    std::vector<std::uint32_t> found;
    if (!m_document || words.isEmpty())
        return found;
    for (std::uint32_t node = 0; node < m_document->size() && found.size() < mostFound; ++node) {
        const JsonDocument::Node& entry = m_document->node(node);
        const bool inValue =
            !isContainer(entry.type) && holds(m_document->rawValue(entry), entry.type == Type::string, words);
        if (inValue || (entry.keyLength > 0 && holds(m_document->rawKey(entry), true, words)))
            found.push_back(node);
    }
    return found;
}

QModelIndex JsonTreeModel::indexOf(std::uint32_t node) const
{
    return createIndex(static_cast<int>(m_document->node(node).position), 0, quintptr(node));
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column > 1 || row >= rowCount(parent))
        return {};
    if (!parent.isValid() && !isContainer(m_document->node(0).type))
        return createIndex(row, column, quintptr(0));
    return createIndex(row, column, quintptr(childrenOf(nodeOf(parent))[static_cast<std::size_t>(row)]));
}

QModelIndex JsonTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid())
        return {};
    const std::uint32_t up = m_document->node(nodeOf(child)).parent;
    if (up == JsonDocument::noNode || up == 0)
        return {};
    return createIndex(static_cast<int>(m_document->node(up).position), 0, quintptr(up));
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!m_document || m_document->size() == 0 || parent.column() > 0)
        return 0;
    if (!parent.isValid() && !isContainer(m_document->node(0).type))
        return 1;
    return static_cast<int>(m_document->node(nodeOf(parent)).childCount);
}

int JsonTreeModel::columnCount(const QModelIndex&) const
{
    return 2;
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::uint32_t node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? keyText(node) : shortValue(node);
    case typeRole:
        return static_cast<int>(m_document->node(node).type);
    case fullValueRole:
        return fullValue(node);
    case pathRole:
        return toQString(m_document->path(node));
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Key") : tr("Value");
}

const std::vector<std::uint32_t>& JsonTreeModel::childrenOf(std::uint32_t node) const
{
    const auto [found, fresh] = m_children.try_emplace(node);
    if (fresh && m_document->node(node).childCount > 0) {
        found->second.reserve(m_document->node(node).childCount);
        for (std::uint32_t child = node + 1; child != JsonDocument::noNode;
             child = m_document->node(child).next)
            found->second.push_back(child);
    }
    return found->second;
}

std::uint32_t JsonTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<std::uint32_t>(index.internalId()) : 0;
}

QString JsonTreeModel::keyText(std::uint32_t node) const
{
    const JsonDocument::Node& entry = m_document->node(node);
    if (entry.parent == JsonDocument::noNode)
        return {};
    if (m_document->node(entry.parent).type == Type::array)
        return QString::number(entry.position);
    return toQString(jsonUnescaped(m_document->rawKey(entry).substr(0, longestShown)));
}

QString JsonTreeModel::shortValue(std::uint32_t node) const
{
    const JsonDocument::Node& entry = m_document->node(node);
    switch (entry.type) {
    case Type::array:
        return tr("[%n element(s)]", nullptr, static_cast<int>(entry.childCount));
    case Type::object:
        return tr("{%n member(s)}", nullptr, static_cast<int>(entry.childCount));
    default:
        break;
    }
    const std::string_view raw = m_document->rawValue(entry);
    QString text = toQString(raw.substr(0, longestShown));
    if (entry.type == Type::string)
        text = toQString(jsonUnescaped(raw.substr(0, longestShown)));
    if (raw.size() > longestShown)
        text += QChar(u'…');
    return text;
}

QString JsonTreeModel::fullValue(std::uint32_t node) const
{
    const JsonDocument::Node& entry = m_document->node(node);
    const std::string_view raw = m_document->rawValue(entry);
    if (entry.type == Type::string)
        return toQString(jsonUnescaped(raw));
    return isContainer(entry.type) ? toQString(jsonPretty(raw)) : toQString(raw);
}

} // namespace spanglass::models
