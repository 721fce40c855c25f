// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/row_saver.h"

#include "store/trace_rows.h"

namespace spanglass::store {
namespace {

constexpr std::size_t idBytes = 16; ///< of a trace, and of a payload's hash

bool integers(const FoundRow& row, std::size_t from, std::size_t to)
{
    for (std::size_t column = from; column < to; ++column) {
        if (!row.is<std::int64_t>(column))
            return false;
    }
    return true;
}

constexpr std::size_t spanValues = 24;

/// Up to schema 4 the details stood in the span's row, behind the rest.
bool hasDetails(const FoundRow& row)
{
    return row.values.size() == spanValues + 1 && row.is<FoundBlob>(spanValues);
}

bool looksLikeSpan(const FoundRow& row)
{
    return (row.values.size() == spanValues || hasDetails(row)) && integers(row, 1, 9) &&
           integers(row, 10, 15) && row.is<std::string>(15);
}

bool looksLikeOwnDetails(const FoundRow& row)
{
    return row.values.size() == 3 && row.is<std::int64_t>(1) && row.integer(1) == 0 && row.is<FoundBlob>(2) &&
           row.rowId > maxSpanNumber;
}

bool looksLikeBlock(const FoundRow& row)
{
    return row.values.size() == 4 && integers(row, 1, 3) && row.is<FoundBlob>(3) &&
           row.rowId > maxSpanNumber && row.integer(1) >= row.rowId;
}

bool looksLikeTrace(const FoundRow& row)
{
    return row.values.size() == 31 && row.bytes(1).size() == idBytes && row.is<FoundBlob>(1) &&
           row.is<std::string>(3) && integers(row, 4, 14);
}

bool looksLikePayload(const FoundRow& row)
{
    return row.values.size() == 5 && row.is<FoundBlob>(1) && row.bytes(1).size() == idBytes &&
           integers(row, 2, 4) && row.is<FoundBlob>(4);
}

bool looksLikeContext(const FoundRow& row)
{
    return row.values.size() == 4 && row.is<std::string>(1) && row.is<std::string>(2) &&
           row.is<std::string>(3);
}

bool looksLikeJournal(const FoundRow& row)
{
    return row.values.size() == 9 && row.bytes(1).size() == 32 && row.is<FoundBlob>(2) && integers(row, 3, 9);
}

struct Shape
{
    const char* table;
    bool (*fits)(const FoundRow&);
};
constexpr Shape shapes[] = {{"spans", looksLikeSpan},          {"span_details", looksLikeOwnDetails},
                            {"detail_blocks", looksLikeBlock}, {"traces", looksLikeTrace},
                            {"payloads", looksLikePayload},    {"contexts", looksLikeContext},
                            {"journals", looksLikeJournal}};

} // namespace

RowSaver::RowSaver(Database& to) : m_to(to)
{
    std::vector<std::string> names;
    Statement tables = to.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                                  "'trace_words%' AND name NOT LIKE 'sqlite_%' AND name NOT IN "
                                  "('totals', 'delivery_health', 'trace_marks')");
    while (tables.next())
        names.push_back(tables.text(0));
    for (const std::string& name : names) {
        Table& table = m_tables[name];
        table.columns =
            static_cast<std::size_t>(to.integer("SELECT count(*) FROM pragma_table_info('" + name + "')"));
        std::string values = "?1";
        for (std::size_t column = 2; column <= table.columns; ++column)
            values += ", ?" + std::to_string(column);
        table.insert = to.prepare("INSERT OR IGNORE INTO " + name + " VALUES (" + values + ")");
    }
}

std::vector<std::string> RowSaver::tables() const
{
    std::vector<std::string> names;
    for (const auto& [name, table] : m_tables)
        names.push_back(name);
    return names;
}

bool RowSaver::save(const std::string& name, const FoundRow& row)
{
    if (name == "spans" && hasDetails(row) && fits(name, row))
        return saveBroad(row);
    const auto found = m_tables.find(name);
    if (found == m_tables.end() || row.values.size() != found->second.columns || !fits(name, row))
        return false;
    Statement& insert = found->second.insert;
    for (std::size_t column = 0; column < row.values.size(); ++column) {
        const int parameter = static_cast<int>(column) + 1;
        const FoundValue& value = row.values[column];
        // The id of a table with row ids is not among the values.
        if (column == 0 && !row.ofIndex && row.is<std::monostate>(0))
            insert.bind(parameter, row.rowId);
        else if (const auto* integer = std::get_if<std::int64_t>(&value))
            insert.bind(parameter, *integer);
        else if (const auto* real = std::get_if<double>(&value))
            insert.bind(parameter, *real);
        else if (row.is<std::string>(column))
            insert.bind(parameter, row.bytes(column));
        else if (row.is<FoundBlob>(column))
            insert.bindBlob(parameter, row.bytes(column));
        else
            insert.bindNull(parameter);
    }
    insert.run();
    return true;
}

bool RowSaver::saveBroad(FoundRow row)
{
    FoundRow details;
    details.rowId = row.rowId;
    details.values = {std::monostate(), std::int64_t{0}, std::move(row.values.back())};
    row.values.pop_back();
    return save("span_details", details) && save("spans", row);
}

bool RowSaver::fits(const std::string& table, const FoundRow& row)
{
    for (const Shape& shape : shapes) {
        if (table == shape.table)
            return !row.ofIndex && row.rowId > 0 && shape.fits(row);
    }
    return true;
}

std::string RowSaver::tableOf(const FoundRow& row)
{
    for (const Shape& shape : shapes) {
        if (!row.ofIndex && row.rowId > 0 && shape.fits(row))
            return shape.table;
    }
    return {};
}

} // namespace spanglass::store
