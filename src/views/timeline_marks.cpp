// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline_marks.h"

#include <algorithm>

#include "views/plain_text.h"

namespace spanglass::views {
namespace {

constexpr std::size_t mostEvents = 200;
constexpr qsizetype mostKnown = 20'000;
/// One screen of lines; what was scrolled past meanwhile is not read.
constexpr std::size_t batchRows = 80;

} // namespace

TimelineMarks::TimelineMarks(QObject* parent) : QObject(parent), m_reader(QStringLiteral("timeline marks")) {}

TimelineMarks::~TimelineMarks() = default;

void TimelineMarks::setTable(std::shared_ptr<const trace::SpanTable> table)
{
    m_table = std::move(table);
    m_index.reset();
    m_known.clear();
    m_wanted.clear();
    m_reading = false;
    ++m_question;
}

const TimelineMarks::OfSpan* TimelineMarks::of(std::uint32_t row)
{
    const auto found = m_known.constFind(row);
    if (found != m_known.constEnd())
        return &*found;
    if (!m_table || !m_table->details)
        return nullptr;
    if (!m_readsAtOnce) {
        m_wanted.push_back(row);
        return nullptr;
    }
    if (!m_index)
        m_index = std::make_shared<const trace::RowIndex>(*m_table);
    Batch batch = read(*m_table, *m_index, {row});
    return &*m_known.insert(row, std::move(batch.front().second));
}

void TimelineMarks::fetch()
{
    if (m_reading || m_wanted.empty())
        return;
    if (m_wanted.size() > batchRows)
        m_wanted.erase(m_wanted.begin(), m_wanted.end() - batchRows);
    if (m_known.size() > mostKnown)
        m_known.clear();
    m_reading = true;
    struct Answer
    {
        Batch batch;
        std::shared_ptr<const trace::RowIndex> index;
    };
    m_reader.run(
        this,
        [table = m_table, index = m_index, rows = std::exchange(m_wanted, {})] {
            auto used = index ? index : std::make_shared<const trace::RowIndex>(*table);
            return Answer{read(*table, *used, rows), used};
        },
        [this, question = m_question](Answer answer) {
            if (question != m_question)
                return;
            m_reading = false;
            m_index = std::move(answer.index);
            for (auto& [row, marks] : answer.batch)
                m_known.insert(row, std::move(marks));
            Q_EMIT arrived();
        });
}

TimelineMarks::Batch TimelineMarks::read(const trace::SpanTable& table, const trace::RowIndex& index,
                                         const std::vector<std::uint32_t>& rows)
{
    Batch batch;
    for (const std::uint32_t row : rows) {
        const trace::Span span = table.details(row);
        OfSpan marks;
        for (const trace::Event& event : span.events) {
            if (marks.events.size() < mostEvents)
                marks.events.push_back(
                    {event.timeUnixNs, literal(event.name).left(80), event.name == "exception"});
        }
        marks.moreEvents = static_cast<std::int64_t>(span.events.size() - marks.events.size());
        for (const trace::Link& link : span.links) {
            const std::uint32_t to = index.find(link.trace, link.span);
            if (to == trace::noRow)
                ++marks.linkedElsewhere;
            else
                marks.linkedRows.push_back(to);
        }
        batch.emplace_back(row, std::move(marks));
    }
    return batch;
}

} // namespace spanglass::views
