// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session_list_model.h"

#include <algorithm>

#include "models/readable.h"

namespace spanglass::models {
namespace {

constexpr int pageSize = 100;
constexpr int refreshDelayMs = 400;

bool looksTheSame(const store::SessionRow& a, const store::SessionRow& b)
{
    return a.title == b.title && a.traces == b.traces && a.running == b.running && a.errors == b.errors &&
           a.endUnixNs == b.endUnixNs && a.cost == b.cost && tokensTotal(a.tokens) == tokensTotal(b.tokens);
}

} // namespace

SessionListModel::SessionListModel(QObject* parent) : QAbstractListModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(refreshDelayMs);
    connect(&m_soon, &QTimer::timeout, this, &SessionListModel::ask);
}

void SessionListModel::setSource(TraceSource* source)
{
    m_source = source;
    if (!m_source)
        return;
    connect(m_source, &TraceSource::changed, this, &SessionListModel::refresh);
    ask();
}

const store::SessionRow& SessionListModel::session(const QModelIndex& index) const
{
    return m_rows[static_cast<std::size_t>(index.row())];
}

QModelIndex SessionListModel::indexOf(const QString& session) const
{
    const auto found = std::ranges::find(m_rows, session.toStdString(), &store::SessionRow::session);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int SessionListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString SessionListModel::factsOf(const store::SessionRow& row)
{
    const int traces = static_cast<int>(row.traces), errors = static_cast<int>(row.errors);
    QStringList facts{tr("%n trace(s)", nullptr, traces)};
    if (row.running > 0)
        facts << tr("running");
    if (errors > 0)
        facts << tr("%n error(s)", nullptr, errors);
    if (const auto tokens = tokensTotal(row.tokens))
        facts << tr("%1 tokens").arg(countReadable(*tokens));
    if (row.cost)
        facts << costReadable(*row.cost);
    facts << timeRelative(row.endUnixNs, nowUnixNs());
    return facts.join(QStringLiteral(" · "));
}

QVariant SessionListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::SessionRow& row = session(index);
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(row.title.empty() ? row.session : row.title).simplified();
    case Qt::AccessibleTextRole:
        return QString::fromStdString(row.session) + QStringLiteral(", ") + factsOf(row);
    case sessionRole:
        return QString::fromStdString(row.session);
    case factsRole:
        return factsOf(row);
    default:
        return {};
    }
}

bool SessionListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_next.empty() && !m_asking;
}

void SessionListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_asking = true;
    m_source->requestSessions(this, {pageSize, m_next}, [this](TraceSource::Sessions page) {
        m_asking = false;
        if (!page)
            return Q_EMIT failed(QString::fromStdString(page.error().message));
        std::erase_if(page->rows, [this](const store::SessionRow& row) {
            return indexOf(QString::fromStdString(row.session)).isValid();
        });
        m_next = page->next;
        if (page->rows.empty())
            return;
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(page->rows.size()) - 1);
        std::ranges::move(page->rows, std::back_inserter(m_rows));
        endInsertRows();
    });
}

void SessionListModel::refresh()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void SessionListModel::ask()
{
    if (m_asking || !m_source)
        return m_soon.start();
    m_asking = true;
    const int wanted = std::clamp(rowCount(), pageSize, 10'000);
    m_source->requestSessions(this, {wanted, {}}, [this](TraceSource::Sessions page) {
        m_asking = false;
        m_loaded = true;
        if (!page)
            return Q_EMIT failed(QString::fromStdString(page.error().message));
        m_next = page->next;
        merge(std::move(page->rows));
        Q_EMIT answered();
    });
}

/// The same sessions in the same order are updated in place; anything else begins anew, the chosen ones kept.
void SessionListModel::merge(std::vector<store::SessionRow> rows)
{
    if (std::ranges::equal(rows, m_rows, {}, &store::SessionRow::session, &store::SessionRow::session)) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool same = looksTheSame(rows[i], m_rows[i]);
            m_rows[i] = std::move(rows[i]);
            if (!same)
                Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
        }
        return;
    }
    if (m_rows.empty() || rows.empty()) {
        beginResetModel();
        m_rows = std::move(rows);
        return endResetModel();
    }
    std::vector<std::string> kept;
    const QModelIndexList before = persistentIndexList();
    Q_EMIT layoutAboutToBeChanged();
    for (const QModelIndex& index : before)
        kept.push_back(session(index).session);
    m_rows = std::move(rows);
    QModelIndexList after;
    for (const std::string& name : kept)
        after << indexOf(QString::fromStdString(name));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

} // namespace spanglass::models
