// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>
#include <simdjson.h>

#include "postgres/schema.h"
#include "postgres/stored_text.h"
#include "postgres/stored_value.h"
#include "trace/query_syntax.h"

namespace spanglass::postgres {
namespace {

constexpr Connection::Duration readDeadline(10'000);

constexpr const char* traceColumns =
    "t.trace_id, t.project, t.name, t.start_ns, t.duration_ns, t.status, t.spans, t.errors, t.input_tokens,"
    " t.cached_tokens, t.output_tokens, t.reasoning_tokens, t.total_tokens, t.cost, t.user_id, t.session_id,"
    " t.environment, t.release, t.version, t.operation_type, t.service, t.tags, t.flags";

constexpr const char* spanColumns =
    "trace_id, span_id, parent_span_id, source_id, name, kind, service, level, start_ns, duration_ns, status,"
    " status_message, state, flags, model, input_tokens, cached_tokens, output_tokens, reasoning_tokens,"
    " total_tokens, cost, first_token_ns";

std::string original(const Rows& rows, int row, int column)
{
    return originalText(rows.text(row, column));
}

std::optional<std::int64_t> optionalInteger(const Rows& rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional(rows.integer(row, column));
}

template<class Enum, std::size_t n>
Enum byName(const std::array<std::string_view, n>& names, std::string_view name)
{
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? Enum{} : static_cast<Enum>(at - names.begin());
}

trace::Tokens tokensOf(const Rows& rows, int row, int column)
{
    return {optionalInteger(rows, row, column), optionalInteger(rows, row, column + 1),
            optionalInteger(rows, row, column + 2), optionalInteger(rows, row, column + 3),
            optionalInteger(rows, row, column + 4)};
}

std::vector<std::string> tagsOf(std::string_view json)
{
    std::vector<std::string> tags;
    simdjson::dom::parser parser;
    simdjson::dom::array array;
    if (parser.parse(json.data(), json.size()).get(array) != simdjson::SUCCESS)
        return tags;
    for (const simdjson::dom::element tag : array) {
        std::string_view text;
        if (tag.get(text) == simdjson::SUCCESS)
            tags.push_back(originalText(text));
    }
    return tags;
}

trace::TraceRow traceRowOf(const Rows& rows, int r)
{
    trace::TraceRow row;
    row.id = TraceId::fromHex(rows.text(r, 0));
    row.project = original(rows, r, 1);
    row.name = original(rows, r, 2);
    row.startUnixNs = rows.integer(r, 3);
    row.durationNs = optionalInteger(rows, r, 4);
    row.status = byName<trace::TraceStatus>(trace::traceStatusNames, rows.text(r, 5));
    row.spans = rows.integer(r, 6);
    row.errors = rows.integer(r, 7);
    row.tokens = tokensOf(rows, r, 8);
    row.cost = rows.isNull(r, 13) ? std::nullopt : Decimal::parse(rows.text(r, 13));
    const std::array<std::string*, 7> texts{&row.user,    &row.session,       &row.environment, &row.release,
                                            &row.version, &row.operationType, &row.service};
    for (std::size_t i = 0; i < texts.size(); ++i)
        *texts[i] = original(rows, r, 14 + static_cast<int>(i));
    row.tags = tagsOf(rows.text(r, 21));
    row.flags = static_cast<std::uint8_t>(rows.integer(r, 22));
    return row;
}

/// What `spanColumns` hold.
trace::Span spanOf(const Rows& rows, int r)
{
    constexpr std::array<std::string_view, 3> states{"ended", "running", "interrupted"};
    trace::Span span;
    span.trace = TraceId::fromHex(rows.text(r, 0));
    span.id = SpanId::fromHex(rows.text(r, 1));
    span.parent = SpanId::fromHex(rows.text(r, 2));
    span.sourceId = original(rows, r, 3);
    span.name = original(rows, r, 4);
    span.kind = byName<Kind>(kindNames, rows.text(r, 5));
    span.service = original(rows, r, 6);
    span.level = byName<Level>(levelNames, rows.text(r, 7));
    span.startUnixNs = rows.integer(r, 8);
    span.durationNs = optionalInteger(rows, r, 9);
    span.status = byName<Status>(statusNames, rows.text(r, 10));
    span.statusMessage = original(rows, r, 11);
    span.state = byName<trace::State>(states, rows.text(r, 12));
    span.flags = static_cast<std::uint8_t>(rows.integer(r, 13));
    span.model = original(rows, r, 14);
    span.tokens = tokensOf(rows, r, 15);
    span.cost = rows.isNull(r, 20) ? std::nullopt : Decimal::parse(rows.text(r, 20));
    span.timeToFirstTokenNs = optionalInteger(rows, r, 21);
    return span;
}

struct Order
{
    const char* key; ///< never null, so that pages can compare
    const char* type;
    bool descending;
};

Order orderOf(trace::TraceOrder order)
{
    switch (order) {
    case trace::TraceOrder::oldest:
        return {"t.start_ns", "bigint", false};
    case trace::TraceOrder::longest:
        return {"coalesce(t.duration_ns, -1)", "bigint", true};
    case trace::TraceOrder::shortest:
        return {"coalesce(t.duration_ns, -1)", "bigint", false};
    case trace::TraceOrder::costliest:
        return {"coalesce(t.cost, -1)", "numeric", true};
    case trace::TraceOrder::mostTokens:
        return {"coalesce(t.total_tokens, -1)", "bigint", true};
    case trace::TraceOrder::mostSpans:
        return {"t.spans", "bigint", true};
    case trace::TraceOrder::mostErrors:
        return {"t.errors", "bigint", true};
    case trace::TraceOrder::byName:
        return {"t.name", "text", false};
    case trace::TraceOrder::byService:
        return {"coalesce(t.service, '')", "text", false};
    case trace::TraceOrder::newest:
        break;
    }
    return {"t.start_ns", "bigint", true};
}

/// SQL and its parameters, built together.
class Question
{
public:
    std::string parameter(std::string value)
    {
        m_parameters.emplace_back(std::move(value));
        return "$" + std::to_string(m_parameters.size());
    }
    void word(std::string_view word);
    void words(std::string_view words);
    void term(const trace::QueryTerm& term);
    void page(const trace::TraceQuery& query, const trace::ParsedQuery& parsed);

    std::string sql;
    [[nodiscard]] std::span<const std::optional<std::string>> parameters() const { return m_parameters; }

private:
    void condition(const trace::QueryTerm& term, const std::string& condition);
    [[nodiscard]] std::string like(const trace::QueryTerm& term);

    std::vector<std::optional<std::string>> m_parameters;
    std::string m_spanSql; ///< conditions that one span of the trace must meet together
};

/// `text` anywhere, as a pattern of LIKE.
std::string containing(std::string_view text)
{
    std::string pattern = "%";
    for (const char c : storedText(text)) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

/// `text` whole, as a pattern of LIKE in which only `*` stands for something.
std::string starred(std::string_view text)
{
    std::string pattern;
    for (const char c : storedText(text)) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c == '*' ? '%' : c;
    }
    return pattern;
}

/// With a point, whatever the language of the user.
std::string numberText(double number)
{
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return std::string(text.data(), end);
}

std::string columnOf(trace::QueryKey key)
{
    using trace::QueryKey;
    switch (key) {
    case QueryKey::service:
        return "t.service";
    case QueryKey::session:
        return "t.session_id";
    case QueryKey::user:
        return "t.user_id";
    case QueryKey::name:
        return "t.name";
    case QueryKey::project:
        return "t.project";
    case QueryKey::environment:
        return "t.environment";
    case QueryKey::release:
        return "t.release";
    case QueryKey::version:
        return "t.version";
    case QueryKey::operation:
        return "t.operation_type";
    case QueryKey::trace:
        return "t.trace_id";
    case QueryKey::cost:
        return "coalesce(t.cost, 0)";
    case QueryKey::tokens:
        return "coalesce(t.total_tokens, 0)";
    case QueryKey::spans:
        return "t.spans";
    case QueryKey::errors:
        return "t.errors";
    default:
        return "t.name";
    }
}

std::string Question::like(const trace::QueryTerm& term)
{
    return " ILIKE " + parameter(starred(term.text));
}

void Question::condition(const trace::QueryTerm& term, const std::string& condition)
{
    sql += (term.negated ? " AND NOT (" : " AND (") + condition + ")";
}

/// Means what store/query_terms.h means by it, so that both stores answer alike.
void Question::term(const trace::QueryTerm& term)
{
    using trace::QueryKey;
    const std::string ofTrace = "SELECT 1 FROM spanglass.spans s WHERE s.trace_id = t.trace_id";
    const auto number = static_cast<std::size_t>(term.number);
    switch (term.key.key) {
    case QueryKey::kind:
    case QueryKey::model: {
        const std::string one = term.key.key == QueryKey::kind
                                    ? "s.kind = " + parameter(std::string(kindNames[number]))
                                    : "s.model" + like(term);
        if (term.negated)
            return condition(term, "EXISTS (" + ofTrace + " AND " + one + ")");
        m_spanSql += " AND " + one;
        return;
    }
    case QueryKey::status:
        return condition(term, "t.status = " + parameter(std::string(trace::traceStatusNames[number])));
    case QueryKey::duration:
        return condition(term, "t.duration_ns IS NOT NULL AND t.duration_ns " + term.sign + " " +
                                   parameter(std::to_string(term.number)) + "::bigint");
    case QueryKey::tag:
        return condition(term, "EXISTS (SELECT 1 FROM jsonb_array_elements_text(t.tags) tag WHERE tag" +
                                   like(term) + ")");
    case QueryKey::score:
        return condition(term, "EXISTS (SELECT 1 FROM spanglass.scores c WHERE c.trace_id = t.trace_id"
                               " AND c.name" +
                                   like(term) + ")");
    case QueryKey::label:
        return condition(term, "EXISTS (SELECT 1 FROM spanglass.scores c WHERE c.trace_id = t.trace_id"
                               " AND c.name = 'label' AND c.value #>> '{}'" +
                                   like(term) + ")");
    default:
        break;
    }
    if (term.key.type == trace::QueryValueType::number)
        return condition(term, columnOf(term.key.key) + " " + term.sign + " " +
                                   parameter(numberText(term.amount)) + "::numeric");
    condition(term, columnOf(term.key.key) + like(term));
}

void Question::word(std::string_view word)
{
    const std::string pattern = parameter(containing(word));
    sql += " AND (t.name ILIKE " + pattern + " OR t.user_id ILIKE " + pattern + " OR t.session_id ILIKE " +
           pattern +
           " OR EXISTS (SELECT 1 FROM spanglass.spans s WHERE s.trace_id = t.trace_id AND (s.name ILIKE " +
           pattern + " OR s.input::text ILIKE " + pattern + " OR s.output::text ILIKE " + pattern + ")))";
}

/// Blanks part words, unless quotation marks hold them together.
void Question::words(std::string_view words)
{
    std::string one;
    bool quoted = false;
    for (const char c : words) {
        if (c == '"')
            quoted = !quoted;
        else if (c != ' ' || quoted)
            one += c;
        if ((c == ' ' && !quoted) && !one.empty())
            word(std::exchange(one, {}));
    }
    if (!one.empty())
        word(one);
}

void Question::page(const trace::TraceQuery& query, const trace::ParsedQuery& parsed)
{
    const Order order = orderOf(query.order);
    sql = std::string("SELECT ") + traceColumns + ", (" + order.key +
          ")::text FROM spanglass.traces t WHERE true";
    for (const trace::QueryTerm& one : parsed.terms)
        term(one);
    if (!m_spanSql.empty())
        sql += " AND EXISTS (SELECT 1 FROM spanglass.spans s WHERE s.trace_id = t.trace_id" + m_spanSql + ")";
    words(parsed.words);
    if (query.range.fromNs)
        sql += " AND t.start_ns >= " + std::to_string(*query.range.fromNs);
    if (query.range.toNs)
        sql += " AND t.start_ns < " + std::to_string(*query.range.toNs);
    if (const std::size_t colon = query.after.rfind(':'); colon != std::string::npos) {
        const std::string value = parameter(query.after.substr(0, colon));
        const std::string id = parameter(query.after.substr(colon + 1));
        sql += std::string(" AND (") + order.key + ", t.trace_id) " + (order.descending ? "<" : ">") + " (" +
               value + "::" + order.type + ", " + id + ")";
    }
    const char* direction = order.descending ? " DESC" : " ASC";
    sql += std::string(" ORDER BY ") + order.key + direction + ", t.trace_id" + direction + " LIMIT " +
           std::to_string(std::clamp(query.limit, 1, 10'000) + 1);
}

} // namespace

struct Reader::State
{
    std::string conninfo;
    std::string password;
    std::stop_token stop;
    std::mutex mutex;
    std::unique_ptr<Connection> connection;

    Outcome<Rows> query(const std::string& sql, std::span<const std::optional<std::string>> parameters)
    {
        const std::lock_guard lock(mutex);
        if (!connection || !connection->isOpen()) {
            auto opened = Connection::open(conninfo, password, readDeadline, stop);
            if (!opened)
                return tl::unexpected(opened.error());
            connection = std::move(*opened);
        }
        auto rows = connection->query(sql, parameters);
        if (!rows && rows.error().kind == FailureKind::unreachable)
            connection.reset();
        return rows;
    }
    Outcome<Rows> query(const std::string& sql, std::initializer_list<std::optional<std::string>> parameters)
    {
        return query(sql, std::span(parameters.begin(), parameters.size()));
    }

    Outcome<trace::Value> payload(TraceId trace, SpanId span, const char* name)
    {
        auto rows =
            query("SELECT value FROM spanglass.payloads WHERE trace_id = $1 AND span_id = $2 AND name = $3"
                  " ORDER BY variant LIMIT 1",
                  {trace.hex(), span.hex(), name});
        if (!rows)
            return tl::unexpected(rows.error());
        return rows->size() > 0 ? originalValue(rows->text(0, 0)) : trace::Value();
    }

    Outcome<std::optional<trace::Span>> span(TraceId trace, SpanId id);
    Outcome<void> restoreValue(trace::Span& span, trace::Value& value, const Rows& rows, int column,
                               const char* name);
};

/// An input or output: in the span's row, or in payloads; and the attribute that repeats it.
Outcome<void> Reader::State::restoreValue(trace::Span& span, trace::Value& value, const Rows& rows,
                                          int column, const char* name)
{
    if (!rows.isNull(0, column)) {
        value = originalValue(rows.text(0, column));
    } else {
        auto large = payload(span.trace, span.id, name);
        if (!large)
            return tl::unexpected(large.error());
        value = std::move(*large);
    }
    const std::string key = original(rows, 0, column - 2);
    if (!key.empty())
        span.attributes.push_back({key, value});
    return {};
}

Outcome<std::optional<trace::Span>> Reader::State::span(TraceId trace, SpanId id)
{
    auto rows =
        query(std::string("SELECT ") + spanColumns +
                  ", input_key, output_key, input, output, attributes, events, links, resource, scope"
                  " FROM spanglass.spans WHERE trace_id = $1 AND span_id = $2 ORDER BY variant LIMIT 1",
              {trace.hex(), id.hex()});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->size() == 0)
        return std::optional<trace::Span>();
    trace::Span span = spanOf(*rows, 0);
    span.attributes = originalAttributes(rows->text(0, 26));
    if (auto restored = restoreValue(span, span.input, *rows, 24, "input"); !restored)
        return tl::unexpected(restored.error());
    if (auto restored = restoreValue(span, span.output, *rows, 25, "output"); !restored)
        return tl::unexpected(restored.error());
    span.events = originalEvents(rows->text(0, 27));
    span.links = originalLinks(rows->text(0, 28));
    span.resource = originalAttributes(rows->text(0, 29));
    span.scope = originalScope(rows->text(0, 30));
    auto scores =
        query("SELECT name, value, comment FROM spanglass.scores WHERE trace_id = $1 AND span_id = $2"
              " ORDER BY number",
              {trace.hex(), id.hex()});
    if (!scores)
        return tl::unexpected(scores.error());
    for (int r = 0; r < scores->size(); ++r)
        span.scores.push_back(
            {original(*scores, r, 0), originalValue(scores->text(r, 1)), original(*scores, r, 2)});
    return std::optional(std::move(span));
}

Reader::Reader(std::shared_ptr<State> state) : m_state(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Outcome<Reader> Reader::open(const std::string& conninfo, const std::string& password, std::stop_token stop)
{
    auto state = std::make_shared<State>();
    state->conninfo = conninfo;
    state->password = password;
    state->stop = std::move(stop);
    auto connection = Connection::open(conninfo, password, readDeadline, state->stop);
    if (!connection)
        return tl::unexpected(connection.error());
    state->connection = std::move(*connection);
    const auto version = installedVersion(*state->connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == 0)
        return tl::unexpected(
            Failure{FailureKind::schema, {}, "no traces here: the schema spanglass is missing"});
    if (*version > schemaVersion)
        return tl::unexpected(Failure{FailureKind::schema, {}, "the schema was made by a newer Spanglass"});
    return Reader(std::move(state));
}

Outcome<trace::TracePage> Reader::traces(const trace::TraceQuery& query) const
{
    const trace::ParsedQuery parsed = trace::parseQueryText(query.text);
    if (!parsed.faults.empty())
        return tl::unexpected(Failure{FailureKind::rejected, {}, parsed.faults.front().sentence});
    Question question;
    question.page(query, parsed);
    auto rows = m_state->query(question.sql, question.parameters());
    if (!rows)
        return tl::unexpected(rows.error());
    const int wanted = std::clamp(query.limit, 1, 10'000);
    trace::TracePage page;
    for (int r = 0; r < std::min(rows->size(), wanted); ++r)
        page.rows.push_back(traceRowOf(*rows, r));
    if (rows->size() > wanted)
        page.next = std::string(rows->text(wanted - 1, 23)) + ":" + page.rows.back().id.hex();
    return page;
}

Outcome<std::optional<trace::TraceRow>> Reader::traceRow(TraceId trace) const
{
    auto rows = m_state->query(std::string("SELECT ") + traceColumns +
                                   " FROM spanglass.traces t WHERE t.trace_id = $1",
                               {trace.hex()});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->size() == 0 ? std::optional<trace::TraceRow>() : std::optional(traceRowOf(*rows, 0));
}

Outcome<std::shared_ptr<const trace::SpanTable>> Reader::trace(TraceId trace) const
{
    auto rows =
        m_state->query(std::string("SELECT ") + spanColumns +
                           " FROM spanglass.spans WHERE trace_id = $1 ORDER BY start_ns, span_id, variant",
                       {trace.hex()});
    if (!rows)
        return tl::unexpected(rows.error());
    auto table = std::make_shared<trace::SpanTable>();
    std::vector<SpanId> parents;
    for (int r = 0; r < rows->size(); ++r) {
        const trace::Span span = spanOf(*rows, r);
        table->append(span);
        parents.push_back(span.parent);
    }
    table->linkParents(parents);
    table->details = [state = m_state, ids = table->id, trace](std::uint32_t row) {
        auto span = state->span(trace, ids[row]);
        if (span && *span)
            return std::move(**span);
        trace::Span missing;
        missing.trace = trace;
        missing.id = ids[row];
        missing.statusMessage = span ? "this span was deleted from the team's store" : span.error().message;
        return missing;
    };
    return std::shared_ptr<const trace::SpanTable>(std::move(table));
}

Outcome<std::optional<trace::Span>> Reader::span(TraceId trace, SpanId span) const
{
    return m_state->span(trace, span);
}

std::string Reader::place() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->connection ? m_state->connection->place() : std::string();
}

Outcome<Listener> Listener::open(const std::string& conninfo, const std::string& password,
                                 std::stop_token stop)
{
    auto connection = Connection::open(conninfo, password, readDeadline, std::move(stop));
    if (!connection)
        return tl::unexpected(connection.error());
    if (auto listening = (*connection)->execute("LISTEN spanglass"); !listening)
        return tl::unexpected(listening.error());
    return Listener(std::move(*connection));
}

Outcome<std::optional<std::vector<TraceId>>> Listener::wait(std::chrono::milliseconds limit)
{
    auto heard = m_connection->waitForNotification(limit);
    if (!heard)
        return tl::unexpected(heard.error());
    if (!*heard)
        return std::optional<std::vector<TraceId>>();
    std::vector<TraceId> traces;
    const std::string& payload = (*heard)->payload;
    for (std::size_t at = 0; at + 32 <= payload.size(); at += 33)
        traces.push_back(TraceId::fromHex(std::string_view(payload).substr(at, 32)));
    return std::optional(std::move(traces));
}

} // namespace spanglass::postgres
