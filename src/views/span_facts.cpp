// SPDX-License-Identifier: GPL-3.0-or-later
// Pure functions from a span to what is shown of it.
#include "views/span_facts.h"

#include <QCoreApplication>
#include <QLocale>

#include "base/text.h"
#include "models/readable.h"
#include "models/span_tree_model.h"
#include "trace/clock_skew.h"
#include "trace/prices.h"
#include "views/plain_text.h"
#include "views/safe_link.h"
#include "views/value_text.h"

namespace spanglass::views {
namespace {

using namespace models;
using Style = Fact::Style;

QString say(const char* text)
{
    return QCoreApplication::translate("SpanFacts", text);
}

class Facts
{
public:
    Facts(const trace::Span& span, const SpanTreeModel& model, std::uint32_t row)
        : m_span(span), m_model(model), m_row(row)
    {
    }

    QVector<Fact> all()
    {
        status();
        times();
        usage();
        remarks();
        scores();
        links();
        addresses();
        identity();
        return std::move(m_facts);
    }

private:
    void add(const QString& label, const QString& value, const QString& toolTip = {},
             const QString& tone = {})
    {
        if (!value.isEmpty())
            m_facts << Fact{Style::plain, label, value, toolTip, tone};
    }
    void heading(const char* text) { m_facts << Fact{Style::heading, say(text), {}, {}, {}}; }
    void mono(const QString& label, const std::string& value)
    {
        if (!value.empty())
            m_facts << Fact{Style::mono, label, literal(value), {}, {}};
    }

    void status()
    {
        const bool failed = m_span.status == Status::error;
        const bool running = m_span.state == trace::State::running;
        const bool interrupted = m_span.state == trace::State::interrupted;
        const QString word = failed    ? say(QT_TRANSLATE_NOOP("SpanFacts", "failed"))
                             : running ? say(QT_TRANSLATE_NOOP("SpanFacts", "running"))
                             : interrupted
                                 ? say(QT_TRANSLATE_NOOP("SpanFacts", "interrupted: its process ended first"))
                             : m_span.status == Status::ok ? say(QT_TRANSLATE_NOOP("SpanFacts", "ok"))
                                                           : say(QT_TRANSLATE_NOOP("SpanFacts", "ended"));
        add(say(QT_TRANSLATE_NOOP("SpanFacts", "Status")), word, {},
            failed        ? QStringLiteral("error")
            : interrupted ? QStringLiteral("warning")
            : running     ? QStringLiteral("accent")
                          : QStringLiteral("ok"));
        if (!m_span.statusMessage.empty())
            m_facts << Fact{Style::plain,
                            say(QT_TRANSLATE_NOOP("SpanFacts", "Message")),
                            QString::fromStdString(m_span.statusMessage),
                            {},
                            QStringLiteral("error")};
        add(say(QT_TRANSLATE_NOOP("SpanFacts", "Kind")), kindName(m_span.kind));
        add(say(QT_TRANSLATE_NOOP("SpanFacts", "Service")), literal(m_span.service));
        add(say(QT_TRANSLATE_NOOP("SpanFacts", "Model")), literal(m_span.model));
        if (m_span.level != Level::normal)
            add(say(QT_TRANSLATE_NOOP("SpanFacts", "Level")),
                QString::fromUtf8(name(m_span.level).data(), qsizetype(name(m_span.level).size())));
    }

    void times()
    {
        heading(QT_TRANSLATE_NOOP("SpanFacts", "TIME"));
        add(say(QT_TRANSLATE_NOOP("SpanFacts", "Started")), timeExact(m_span.startUnixNs),
            QString::number(m_span.startUnixNs));
        if (m_span.durationNs) {
            QString duration = durationReadable(*m_span.durationNs);
            if (const auto root = rootDuration(); root > 0)
                duration += QStringLiteral(" · ") +
                            say(QT_TRANSLATE_NOOP("SpanFacts", "%1 of the trace"))
                                .arg(percentReadable(double(*m_span.durationNs) / double(root)));
            add(say(QT_TRANSLATE_NOOP("SpanFacts", "Duration")), duration, durationExact(*m_span.durationNs));
        }
        if (const auto self = m_model.selfNs(m_row); self >= 0)
            add(say(QT_TRANSLATE_NOOP("SpanFacts", "Self time")), durationReadable(self),
                durationExact(self));
        if (m_span.timeToFirstTokenNs)
            add(say(QT_TRANSLATE_NOOP("SpanFacts", "First token after")),
                durationReadable(*m_span.timeToFirstTokenNs), durationExact(*m_span.timeToFirstTokenNs));
    }

    void usage()
    {
        const trace::Tokens& tokens = m_span.tokens;
        if (!tokensTotal(tokens) && !m_span.cost)
            return;
        heading(QT_TRANSLATE_NOOP("SpanFacts", "TOKENS AND COST"));
        const auto count = [this](const QString& label, const std::optional<std::int64_t>& value) {
            if (value)
                add(label, countReadable(*value));
        };
        count(say(QT_TRANSLATE_NOOP("SpanFacts", "Input")), tokens.input);
        count(say(QT_TRANSLATE_NOOP("SpanFacts", "of it cached")), tokens.cached);
        count(say(QT_TRANSLATE_NOOP("SpanFacts", "Output")), tokens.output);
        count(say(QT_TRANSLATE_NOOP("SpanFacts", "of it reasoning")), tokens.reasoning);
        count(say(QT_TRANSLATE_NOOP("SpanFacts", "Total")), tokensTotal(tokens));
        if (m_span.cost)
            add(say(QT_TRANSLATE_NOOP("SpanFacts", "Cost")), costReadable(*m_span.cost),
                costExact(*m_span.cost));
        if (const QString how = formula(); !how.isEmpty())
            add(say(QT_TRANSLATE_NOOP("SpanFacts", "Formula")), how);
        if (m_span.timeToFirstTokenNs && m_span.durationNs && tokens.output) {
            const double seconds = double(*m_span.durationNs - *m_span.timeToFirstTokenNs) / 1e9;
            if (seconds > 0)
                add(say(QT_TRANSLATE_NOOP("SpanFacts", "Speed")),
                    say(QT_TRANSLATE_NOOP("SpanFacts", "%1 tokens/s"))
                        .arg(QLocale().toString(double(*tokens.output) / seconds, 'f', 0)));
        }
    }

    /// How the cost came about, by the prices in use now.
    [[nodiscard]] QString formula() const
    {
        return literal(trace::costExplanation(m_span, trace::PriceTable::inUse()));
    }

    void remarks()
    {
        struct Remark
        {
            trace::SpanFlag flag;
            const char* text;
        };
        static const Remark remarkTexts[] = {
            {trace::flagDetached,
             QT_TRANSLATE_NOOP("SpanFacts", "Opened outside any trace: it has one of its own.")},
            {trace::flagEndedLate,
             QT_TRANSLATE_NOOP("SpanFacts", "Ended out of order, twice, or on another thread.")},
            {trace::flagOrphan, QT_TRANSLATE_NOOP("SpanFacts", "Its parent is not in this trace.")},
            {trace::flagCycle,
             QT_TRANSLATE_NOOP("SpanFacts", "It was its own ancestor; the circle is cut here.")},
            {trace::flagDuplicate, QT_TRANSLATE_NOOP("SpanFacts", "Another span has the same id.")},
        };
        for (const Remark& remark : remarkTexts) {
            if (m_span.flags & remark.flag)
                add(say(QT_TRANSLATE_NOOP("SpanFacts", "Remark")), say(remark.text), {},
                    QStringLiteral("warning"));
        }
        clock();
    }

    /// Its service's clock disagrees with its caller's: the views show it elsewhere than it was recorded.
    void clock()
    {
        const QString text = correctedClockText(*m_model.table(), m_row, m_span);
        if (text.isEmpty())
            return;
        add(say(QT_TRANSLATE_NOOP("SpanFacts", "Remark")), text,
            say(QT_TRANSLATE_NOOP("SpanFacts", "An estimate, for display only; the stored times stay.")),
            QStringLiteral("warning"));
    }

    void scores()
    {
        if (m_span.scores.empty())
            return;
        heading(QT_TRANSLATE_NOOP("SpanFacts", "SCORES"));
        for (const trace::Score& score : m_span.scores)
            add(literal(score.name), textOf(score.value), QString::fromStdString(score.comment));
    }

    void identity()
    {
        heading(QT_TRANSLATE_NOOP("SpanFacts", "IDENTITY"));
        mono(say(QT_TRANSLATE_NOOP("SpanFacts", "Span")),
             m_span.id.valid() ? m_span.id.hex() : std::string());
        mono(say(QT_TRANSLATE_NOOP("SpanFacts", "Parent")),
             m_span.parent.valid() ? m_span.parent.hex() : std::string());
        mono(say(QT_TRANSLATE_NOOP("SpanFacts", "Trace")),
             m_span.trace.valid() ? m_span.trace.hex() : std::string());
        mono(say(QT_TRANSLATE_NOOP("SpanFacts", "Source id")), m_span.sourceId);
        mono(say(QT_TRANSLATE_NOOP("SpanFacts", "Recorded by")),
             m_span.scope.version.empty() ? m_span.scope.name
                                          : m_span.scope.name + ' ' + m_span.scope.version);
    }

    /// Other spans, by name where they are in this trace.
    void links()
    {
        if (m_span.links.empty())
            return;
        heading(QT_TRANSLATE_NOOP("SpanFacts", "LINKS"));
        for (const trace::Link& link : m_span.links) {
            const QString id = QString::fromStdString(link.trace.hex() + "/" + link.span.hex());
            const QModelIndex here = m_model.indexOf(link.trace, link.span);
            m_facts << Fact{Style::plain,
                            say(QT_TRANSLATE_NOOP("SpanFacts", "Linked to")),
                            here.isValid() ? here.data().toString() : id,
                            id,
                            {},
                            spanLinkStart() + id};
        }
    }

    /// What may be opened, by the key it was recorded under.
    void addresses()
    {
        constexpr int most = 20;
        int shown = 0;
        for (const trace::Attribute& attribute : m_span.attributes) {
            const auto* text = std::get_if<std::string>(&attribute.value);
            if (text == nullptr || !text->starts_with("http") || shown == most)
                continue;
            const QString address = QString::fromStdString(*text);
            if (!mayBeOpened(address))
                continue;
            if (shown++ == 0)
                heading(QT_TRANSLATE_NOOP("SpanFacts", "ADDRESSES"));
            m_facts << Fact{Style::plain, literal(attribute.key), address, {}, {}, address};
        }
    }

    std::int64_t rootDuration() const
    {
        const trace::SpanTable& table = *m_model.table();
        std::uint32_t root = m_row;
        while (table.parent[root] != trace::noRow)
            root = table.parent[root];
        return table.durationNs[root];
    }

    const trace::Span& m_span;
    const SpanTreeModel& m_model;
    std::uint32_t m_row;
    QVector<Fact> m_facts;
};

const std::string* textAttribute(const trace::Attributes& attributes, std::string_view key)
{
    for (const trace::Attribute& attribute : attributes) {
        if (attribute.key == key)
            return std::get_if<std::string>(&attribute.value);
    }
    return nullptr;
}

} // namespace

QString spanLinkStart()
{
    return QStringLiteral("span:");
}

QString correctedClockText(const trace::SpanTable& table, std::uint32_t row, const trace::Span& span)
{
    if ((table.flags[row] & trace::flagClockShifted) == 0)
        return {};
    const std::int64_t shiftNs = table.startUnixNs[row] - span.startUnixNs;
    const QString text =
        shiftNs < 0
            ? say(QT_TRANSLATE_NOOP("SpanFacts", "Shown %1 earlier: its clock is ahead of its caller's."))
            : say(QT_TRANSLATE_NOOP("SpanFacts", "Shown %1 later: its clock is behind its caller's."));
    return text.arg(durationReadable(shiftNs < 0 ? -shiftNs : shiftNs));
}

QVector<Fact> spanFacts(const trace::Span& span, const SpanTreeModel& model, std::uint32_t row)
{
    return Facts(span, model, row).all();
}

std::string attributesTree(const trace::Span& span)
{
    std::string json = attributesAsJson(span.attributes, true);
    if (span.resource.empty())
        return json;
    json.pop_back();
    if (json.size() > 1)
        json += ',';
    return json + "\"resource\":" + attributesAsJson(span.resource, true) + '}';
}

std::string eventsTree(const trace::Span& span)
{
    std::string json = "{";
    for (const trace::Event& event : span.events) {
        if (json.size() > 1)
            json += ',';
        const std::string when = durationText(event.timeUnixNs - span.startUnixNs);
        json += "\"+" + jsonEscaped(when) + "  " + jsonEscaped(event.name) +
                "\":" + attributesAsJson(event.attributes, true);
    }
    return json + '}';
}

QString errorText(const trace::Span& span)
{
    QStringList parts;
    if (!span.statusMessage.empty())
        parts << QString::fromStdString(span.statusMessage);
    for (const trace::Event& event : span.events) {
        if (event.name != "exception")
            continue;
        const std::string* type = textAttribute(event.attributes, "exception.type");
        const std::string* message = textAttribute(event.attributes, "exception.message");
        const std::string* stack = textAttribute(event.attributes, "exception.stacktrace");
        QString head =
            type ? QString::fromStdString(*type) : say(QT_TRANSLATE_NOOP("SpanFacts", "Exception"));
        if (message)
            head += QStringLiteral(": ") + QString::fromStdString(*message);
        parts << head;
        if (stack)
            parts << QString::fromStdString(*stack);
    }
    if (parts.isEmpty())
        parts << say(QT_TRANSLATE_NOOP("SpanFacts", "This span failed without a message."));
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace spanglass::views
