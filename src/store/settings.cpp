// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings.h"

#include <charconv>

namespace spanglass::store {
namespace {

std::optional<std::int64_t> readNumber(Database& database, std::string_view name)
{
    const auto text = readSetting(database, name);
    std::int64_t number = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc())
        return std::nullopt;
    return number;
}

void writeNumber(Database& database, std::string_view name, const std::optional<std::int64_t>& number)
{
    if (number)
        writeSetting(database, name, std::to_string(*number));
    else
        removeSetting(database, name);
}

} // namespace

std::optional<std::string> readSetting(Database& database, std::string_view name)
{
    Statement select = database.prepare("SELECT value FROM settings WHERE name = ?1");
    return select.bind(1, name).next() ? std::optional(select.text(0)) : std::nullopt;
}

void writeSetting(Database& database, std::string_view name, std::string_view value)
{
    Statement write = database.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)");
    write.bind(1, name).bind(2, value).run();
}

void removeSetting(Database& database, std::string_view name)
{
    Statement remove = database.prepare("DELETE FROM settings WHERE name = ?1");
    remove.bind(1, name).run();
}

RetentionPolicy readRetention(Database& database)
{
    return {readNumber(database, "retain days"), readNumber(database, "retain bytes"),
            readNumber(database, "retain traces"), readSetting(database, "retain undelivered").has_value()};
}

void writeRetention(Database& database, const RetentionPolicy& policy)
{
    writeNumber(database, "retain days", policy.days);
    writeNumber(database, "retain bytes", policy.bytes);
    writeNumber(database, "retain traces", policy.traces);
    if (policy.undelivered)
        writeSetting(database, "retain undelivered", "1");
    else
        removeSetting(database, "retain undelivered");
}

} // namespace spanglass::store
