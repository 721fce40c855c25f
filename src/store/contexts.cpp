// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contexts.h"

#include <sqlite3.h>

#include "base/names.h"
#include "store/json_attributes.h"

namespace spanglass::store {
namespace {

std::string serviceOf(const trace::Attributes& resource)
{
    for (const trace::Attribute& attribute : resource) {
        const auto* text = std::get_if<std::string>(&attribute.value);
        if (attribute.key == names::serviceName && text != nullptr)
            return *text;
    }
    return {};
}

Context contextOf(std::string_view resourceJson, std::string_view scopeJson)
{
    Context context;
    trace::Span bearer;
    bearer.resource = attributesFromJson(resourceJson);
    context.labels = trace::labelsOf(bearer);
    context.resource = std::move(bearer.resource);
    context.service = serviceOf(context.resource);
    context.scope = scopeFromJson(scopeJson);
    return context;
}

} // namespace

Contexts::Contexts(Database& database)
    : m_database(database),
      m_find(database.prepare("SELECT id FROM contexts WHERE resource = ?1 AND scope = ?2")),
      m_insert(database.prepare("INSERT INTO contexts (resource, scope, service) VALUES (?1, ?2, ?3)")),
      m_read(database.prepare("SELECT resource, scope FROM contexts WHERE id = ?1"))
{
}

std::int64_t Contexts::keep(std::string_view resourceJson, std::string_view scopeJson)
{
    if (resourceJson.empty() && scopeJson.empty())
        return 0;
    const std::string key = std::string(resourceJson) + '\0' + std::string(scopeJson);
    if (const auto known = m_numbers.find(key); known != m_numbers.end())
        return known->second;
    std::int64_t number = 0;
    if (m_find.bind(1, resourceJson).bind(2, scopeJson).next()) {
        number = m_find.integer(0);
        m_find.reset();
    } else {
        const Context context = contextOf(resourceJson, scopeJson);
        m_insert.bind(1, resourceJson).bind(2, scopeJson).bind(3, std::string_view(context.service)).run();
        number = sqlite3_last_insert_rowid(m_database.handle());
    }
    m_numbers.emplace(key, number);
    return number;
}

const Context& Contexts::at(std::int64_t context)
{
    auto& known = m_known[context];
    if (known == nullptr) {
        known = std::make_unique<Context>();
        if (context != 0 && m_read.bind(1, context).next()) {
            *known = contextOf(m_read.bytes(0), m_read.bytes(1));
            m_read.reset();
        }
    }
    return *known;
}

void Contexts::forget()
{
    m_numbers.clear();
    m_known.clear();
}

} // namespace spanglass::store
