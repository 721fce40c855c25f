// SPDX-License-Identifier: GPL-3.0-or-later
/// What a timeline shows of a span's details: its events and what it links to. Read in batches on a thread of
/// its own when a line comes into view, so that scrolling waits for nothing.
///
///     marks.setTable(table);
///     if (const TimelineMarks::OfSpan* of = marks.of(row)) …   // null: asked for, comes by `arrived`
///     marks.fetch();                                           // after painting: asks for what was missing
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "models/job_thread.h"
#include "trace/span_table.h"

namespace spanglass::views {

class TimelineMarks : public QObject
{
    Q_OBJECT
public:
    struct Event
    {
        std::int64_t timeUnixNs = 0; ///< as stored
        QString name;
        bool exception = false;
    };
    struct OfSpan
    {
        std::vector<Event> events;             ///< at most 200
        std::vector<std::uint32_t> linkedRows; ///< of this table
        int linkedElsewhere = 0;               ///< spans of other traces
        std::int64_t moreEvents = 0;
    };

    explicit TimelineMarks(QObject* parent = nullptr);
    ~TimelineMarks() override;

    void setTable(std::shared_ptr<const trace::SpanTable> table);
    /// For pictures: `of` reads what is missing itself.
    void setReadsAtOnce(bool atOnce) { m_readsAtOnce = atOnce; }
    [[nodiscard]] const OfSpan* of(std::uint32_t row);
    void fetch();

Q_SIGNALS:
    void arrived();

private:
    using Batch = std::vector<std::pair<std::uint32_t, OfSpan>>;
    [[nodiscard]] static Batch read(const trace::SpanTable& table, const trace::RowIndex& index,
                                    const std::vector<std::uint32_t>& rows);

    std::shared_ptr<const trace::SpanTable> m_table;
    std::shared_ptr<const trace::RowIndex> m_index; ///< made with the first batch
    QHash<std::uint32_t, OfSpan> m_known;
    std::vector<std::uint32_t> m_wanted;
    bool m_readsAtOnce = false;
    bool m_reading = false;
    int m_question = 0; ///< answers about an older table are dropped
    models::JobThread m_reader;
};

} // namespace spanglass::views
